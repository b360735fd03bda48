CREATE SCHEMA "opendata";
--> statement-breakpoint
CREATE TABLE "opendata"."token" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"acts_as" uuid,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "token_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD COLUMN "author_name" text;--> statement-breakpoint
ALTER TABLE "opendata"."token" ADD CONSTRAINT "token_municipality_id_person_id_person_municipality_id_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "identity"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opendata"."token" ADD CONSTRAINT "token_municipality_id_acts_as_organisation_municipality_id_id_fk" FOREIGN KEY ("municipality_id","acts_as") REFERENCES "identity"."organisation"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "token_municipality_id_person_id_index" ON "opendata"."token" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "token_hash" ON "opendata"."token" USING btree ("municipality_id","hash");