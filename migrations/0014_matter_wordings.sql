CREATE TABLE "preparation"."version" (
	"municipality_id" integer NOT NULL,
	"matter_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"thought" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "version_municipality_id_matter_id_number_pk" PRIMARY KEY("municipality_id","matter_id","number")
);
--> statement-breakpoint
ALTER TABLE "preparation"."offer" ADD COLUMN "shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "preparation"."version" ADD CONSTRAINT "version_municipality_id_matter_id_matter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","matter_id") REFERENCES "preparation"."matter"("municipality_id","id") ON DELETE no action ON UPDATE no action;