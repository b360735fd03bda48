ALTER TABLE "trail"."follow" DROP CONSTRAINT "one_follower";--> statement-breakpoint
ALTER TABLE "notices"."push_to" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "device_id" uuid;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "follow_municipality_id_device_id_push_to_municipality_id_id_fk" FOREIGN KEY ("municipality_id","device_id") REFERENCES "notices"."push_to"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_device" ON "trail"."follow" USING btree ("municipality_id","device_id","subject_id") WHERE device_id is not null;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "device_of_subject" CHECK (device_id is null or (subject_id is not null and not by_mail));--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "one_follower" CHECK (num_nonnulls(person_id, email, device_id) = 1);