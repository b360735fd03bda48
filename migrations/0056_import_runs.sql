ALTER TABLE "directory"."import_run" DROP CONSTRAINT "run_states";--> statement-breakpoint
DROP INDEX "directory"."run_at_a_time";--> statement-breakpoint
ALTER TABLE "directory"."import_conflict" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
ALTER TABLE "directory"."import_run" ADD COLUMN "dry" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."import_run" ADD COLUMN "confirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."import_run" ADD COLUMN "heard_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "directory"."import_source" ADD COLUMN "api_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."import_source" ADD COLUMN "next_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "directory"."import_source" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "conflict_with" ON "directory"."import_conflict" USING btree ("municipality_id","subject_id") WHERE choice is null;--> statement-breakpoint
CREATE INDEX "conflict_since" ON "directory"."import_conflict" USING btree ("municipality_id","created_at","id") WHERE choice is null;--> statement-breakpoint
CREATE UNIQUE INDEX "run_at_a_time" ON "directory"."import_run" USING btree ("municipality_id","source_id") WHERE state in ('asked', 'running');--> statement-breakpoint
ALTER TABLE "directory"."import_run" ADD CONSTRAINT "run_states" CHECK (state in ('asked', 'running', 'held', 'done', 'failed', 'dropped') and (state in ('asked', 'running')) = (ended_at is null));