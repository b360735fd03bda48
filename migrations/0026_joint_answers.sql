ALTER TABLE "preparation"."joint" ADD COLUMN "answer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "preparation"."joint" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "joint_untold" ON "preparation"."joint" USING btree ("municipality_id") WHERE state = 'asked' and told_at is null;--> statement-breakpoint
ALTER TABLE "preparation"."joint" ADD CONSTRAINT "joint_state_known" CHECK (state in ('leads', 'asked', 'takesPart', 'declined', 'left'));--> statement-breakpoint
ALTER TABLE "preparation"."joint" ADD CONSTRAINT "joint_has_matter" CHECK (matter_id is not null or state in ('asked', 'declined'));