CREATE TABLE "discussion"."guest_address" (
	"municipality_id" integer NOT NULL,
	"comment_id" uuid NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "guest_address_municipality_id_comment_id_pk" PRIMARY KEY("municipality_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "discussion"."outcome_given" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"outcome_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outcome_given_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "discussion"."written" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "written_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD COLUMN "place_name" text;--> statement-breakpoint
ALTER TABLE "preparation"."matter" ADD COLUMN "summary_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "preparation"."section" ADD COLUMN "map_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "preparation"."section" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "discussion"."guest_address" ADD CONSTRAINT "guest_address_municipality_id_comment_id_comment_municipality_id_id_fk" FOREIGN KEY ("municipality_id","comment_id") REFERENCES "discussion"."comment"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion"."outcome_given" ADD CONSTRAINT "outcome_given_municipality_id_comment_id_comment_municipality_id_id_fk" FOREIGN KEY ("municipality_id","comment_id") REFERENCES "discussion"."comment"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion"."outcome_given" ADD CONSTRAINT "outcome_given_municipality_id_outcome_id_outcome_municipality_id_id_fk" FOREIGN KEY ("municipality_id","outcome_id") REFERENCES "discussion"."outcome"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion"."written" ADD CONSTRAINT "written_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guest_address_email" ON "discussion"."guest_address" USING btree ("municipality_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "outcome_given_once" ON "discussion"."outcome_given" USING btree ("municipality_id","comment_id","outcome_id");--> statement-breakpoint
CREATE INDEX "written_at" ON "discussion"."written" USING btree ("municipality_id","created_at");--> statement-breakpoint
CREATE INDEX "comment_of_subject" ON "discussion"."comment" USING btree ("municipality_id","subject_id","id");