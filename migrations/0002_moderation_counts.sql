CREATE TABLE "moderation"."sending" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"sender" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sending_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "moderation"."wording" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wording_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "moderation"."decision" ADD COLUMN "appeal_of" uuid;--> statement-breakpoint
CREATE INDEX "sending_municipality_id_sender_at_index" ON "moderation"."sending" USING btree ("municipality_id","sender","at");--> statement-breakpoint
CREATE INDEX "wording_municipality_id_digest_index" ON "moderation"."wording" USING btree ("municipality_id","digest");--> statement-breakpoint
CREATE INDEX "wording_municipality_id_at_index" ON "moderation"."wording" USING btree ("municipality_id","at");