ALTER TABLE "notices"."mail" ADD COLUMN "kind" text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "notices"."mail" ADD COLUMN "subject_id" uuid;