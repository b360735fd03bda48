CREATE SCHEMA "preparation";
--> statement-breakpoint
CREATE TABLE "notices"."push" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_after" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	CONSTRAINT "push_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "notices"."push_to" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"heard_at" timestamp with time zone,
	CONSTRAINT "push_to_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "trail"."area" (
	"municipality_id" integer NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"shape" jsonb,
	CONSTRAINT "area_municipality_id_key_pk" PRIMARY KEY("municipality_id","key")
);
--> statement-breakpoint
CREATE TABLE "trail"."audience" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"topic_id" uuid,
	"area" text,
	"professionals" boolean DEFAULT false NOT NULL,
	CONSTRAINT "audience_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "one_audience" CHECK ((topic_id is null) <> (area is null)),
	CONSTRAINT "professionals_of_a_topic" CHECK (not professionals or topic_id is not null)
);
--> statement-breakpoint
CREATE TABLE "trail"."professional" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill" text NOT NULL,
	"offer" text DEFAULT '' NOT NULL,
	"shown" boolean DEFAULT false NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "professional_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "professional_once" UNIQUE("municipality_id","topic_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "discussion"."outcome" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"theme" text DEFAULT '' NOT NULL,
	"outcome" text NOT NULL,
	"why" text NOT NULL,
	"by_person_id" uuid NOT NULL,
	"unit_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outcome_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "outcome_known" CHECK (outcome in ('used', 'partly', 'not')),
	CONSTRAINT "outcome_says_why" CHECK (length(btrim(why)) > 0)
);
--> statement-breakpoint
CREATE TABLE "preparation"."choice" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "choice_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "choice_of_matter" UNIQUE("municipality_id","matter_id","id")
);
--> statement-breakpoint
CREATE TABLE "preparation"."chosen" (
	"municipality_id" integer NOT NULL,
	"matter_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"choice_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chosen_municipality_id_matter_id_person_id_pk" PRIMARY KEY("municipality_id","matter_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "preparation"."joint" (
	"municipality_id" integer NOT NULL,
	"joint_id" uuid NOT NULL,
	"matter_id" uuid,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"asked_by" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "joint_municipality_id_joint_id_pk" PRIMARY KEY("municipality_id","joint_id")
);
--> statement-breakpoint
CREATE TABLE "preparation"."material" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"url" text,
	"file_id" uuid,
	"file_type" text,
	"bytes" integer,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "material_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "preparation"."matter" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"state" text NOT NULL,
	"publish_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"thought" text NOT NULL,
	"law" text DEFAULT '' NOT NULL,
	"money" text DEFAULT '' NOT NULL,
	"time" text DEFAULT '' NOT NULL,
	"not_open" text DEFAULT '' NOT NULL,
	"ask" text DEFAULT '' NOT NULL,
	"speakers" text DEFAULT 'signedIn' NOT NULL,
	"contact_person_id" uuid,
	"contact" text DEFAULT '' NOT NULL,
	"case_number" text DEFAULT '' NOT NULL,
	"deciding_body" text DEFAULT '' NOT NULL,
	"meeting_on" date,
	"decision" text DEFAULT '' NOT NULL,
	"decision_url" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"summary" text DEFAULT '' NOT NULL,
	"summary_at" timestamp with time zone,
	"preview_round" integer DEFAULT 1 NOT NULL,
	"joint_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"send_key" text,
	CONSTRAINT "matter_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "state_known" CHECK (state in ('draft', 'scheduled', 'published')),
	CONSTRAINT "scheduled_has_time" CHECK ((state = 'scheduled') = (publish_at is not null)),
	CONSTRAINT "speakers_known" CHECK (speakers in ('anyone', 'signedIn', 'identified'))
);
--> statement-breakpoint
CREATE TABLE "preparation"."offer" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"replied_at" timestamp with time zone,
	CONSTRAINT "offer_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "preparation"."phase" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"does" text[] NOT NULL,
	"stage" text NOT NULL,
	"hearing" text DEFAULT 'no' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"state" text NOT NULL,
	CONSTRAINT "phase_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "phase_position" UNIQUE("municipality_id","matter_id","position"),
	CONSTRAINT "phase_state_known" CHECK (state in ('ahead', 'open', 'over')),
	CONSTRAINT "phase_dates" CHECK (starts_on <= ends_on)
);
--> statement-breakpoint
CREATE TABLE "preparation"."section" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"picture_id" uuid,
	"map" jsonb,
	CONSTRAINT "section_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "preparation"."template" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"phases" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "template_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."person" ALTER COLUMN "rhythm" SET DEFAULT 'weekly';--> statement-breakpoint
ALTER TABLE "trail"."follow" ALTER COLUMN "subject_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."person" ADD COLUMN "by_mail" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."person" ADD COLUMN "by_push" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notices"."notice" ADD COLUMN "by_mail" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notices"."notice" ADD COLUMN "by_push" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notices"."notice" ADD COLUMN "pushed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "topic_id" uuid;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "area" text;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "unit_id" uuid;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "near_name" text;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "metres" integer;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "by_mail" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "by_push" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "trail"."topic" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "trail"."topic" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD COLUMN "part_id" uuid;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD COLUMN "quote" text;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD COLUMN "proposed" text;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD COLUMN "by_guest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD COLUMN "outcome_id" uuid;--> statement-breakpoint
ALTER TABLE "trail"."audience" ADD CONSTRAINT "audience_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."audience" ADD CONSTRAINT "audience_municipality_id_topic_id_topic_municipality_id_id_fk" FOREIGN KEY ("municipality_id","topic_id") REFERENCES "trail"."topic"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."audience" ADD CONSTRAINT "audience_municipality_id_area_area_municipality_id_key_fk" FOREIGN KEY ("municipality_id","area") REFERENCES "trail"."area"("municipality_id","key") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "trail"."professional" ADD CONSTRAINT "professional_municipality_id_topic_id_topic_municipality_id_id_fk" FOREIGN KEY ("municipality_id","topic_id") REFERENCES "trail"."topic"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion"."outcome" ADD CONSTRAINT "outcome_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation"."choice" ADD CONSTRAINT "choice_municipality_id_matter_id_matter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","matter_id") REFERENCES "preparation"."matter"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation"."chosen" ADD CONSTRAINT "chosen_municipality_id_matter_id_choice_id_choice_municipality_id_matter_id_id_fk" FOREIGN KEY ("municipality_id","matter_id","choice_id") REFERENCES "preparation"."choice"("municipality_id","matter_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation"."joint" ADD CONSTRAINT "joint_municipality_id_matter_id_matter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","matter_id") REFERENCES "preparation"."matter"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation"."material" ADD CONSTRAINT "material_municipality_id_matter_id_matter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","matter_id") REFERENCES "preparation"."matter"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation"."matter" ADD CONSTRAINT "matter_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation"."offer" ADD CONSTRAINT "offer_municipality_id_matter_id_matter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","matter_id") REFERENCES "preparation"."matter"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation"."phase" ADD CONSTRAINT "phase_municipality_id_matter_id_matter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","matter_id") REFERENCES "preparation"."matter"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation"."section" ADD CONSTRAINT "section_municipality_id_matter_id_matter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","matter_id") REFERENCES "preparation"."matter"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "push_unsent" ON "notices"."push" USING btree ("try_after") WHERE sent_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "push_to_once" ON "notices"."push_to" USING btree ("municipality_id","endpoint");--> statement-breakpoint
CREATE INDEX "push_to_person" ON "notices"."push_to" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audience_once" ON "trail"."audience" USING btree ("municipality_id","subject_id",coalesce(topic_id::text, area),"professionals");--> statement-breakpoint
CREATE INDEX "audience_topic" ON "trail"."audience" USING btree ("municipality_id","topic_id");--> statement-breakpoint
CREATE INDEX "audience_area" ON "trail"."audience" USING btree ("municipality_id","area");--> statement-breakpoint
CREATE INDEX "professional_person" ON "trail"."professional" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE INDEX "outcome_subject" ON "discussion"."outcome" USING btree ("municipality_id","subject_id");--> statement-breakpoint
CREATE INDEX "chosen_municipality_id_choice_id_index" ON "preparation"."chosen" USING btree ("municipality_id","choice_id");--> statement-breakpoint
CREATE INDEX "joint_of_all" ON "preparation"."joint" USING btree ("joint_id");--> statement-breakpoint
CREATE INDEX "material_municipality_id_matter_id_position_index" ON "preparation"."material" USING btree ("municipality_id","matter_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "matter_sent_once" ON "preparation"."matter" USING btree ("municipality_id","send_key");--> statement-breakpoint
CREATE UNIQUE INDEX "matter_joint" ON "preparation"."matter" USING btree ("municipality_id","joint_id");--> statement-breakpoint
CREATE INDEX "matter_scheduled" ON "preparation"."matter" USING btree ("publish_at") WHERE state = 'scheduled';--> statement-breakpoint
CREATE INDEX "matter_case" ON "preparation"."matter" USING btree ("municipality_id","case_number") WHERE case_number <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "offer_once" ON "preparation"."offer" USING btree ("municipality_id","matter_id",coalesce(organisation_id, person_id));--> statement-breakpoint
CREATE UNIQUE INDEX "phase_one_open" ON "preparation"."phase" USING btree ("municipality_id","matter_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "section_municipality_id_matter_id_position_index" ON "preparation"."section" USING btree ("municipality_id","matter_id","position");--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "follow_municipality_id_topic_id_topic_municipality_id_id_fk" FOREIGN KEY ("municipality_id","topic_id") REFERENCES "trail"."topic"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "follow_municipality_id_area_area_municipality_id_key_fk" FOREIGN KEY ("municipality_id","area") REFERENCES "trail"."area"("municipality_id","key") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "follow_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."topic" ADD CONSTRAINT "topic_municipality_id_parent_id_topic_municipality_id_id_fk" FOREIGN KEY ("municipality_id","parent_id") REFERENCES "trail"."topic"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."topic" ADD CONSTRAINT "topic_municipality_id_merged_into_topic_municipality_id_id_fk" FOREIGN KEY ("municipality_id","merged_into") REFERENCES "trail"."topic"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD CONSTRAINT "comment_municipality_id_outcome_id_outcome_municipality_id_id_fk" FOREIGN KEY ("municipality_id","outcome_id") REFERENCES "discussion"."outcome"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_topic" ON "trail"."follow" USING btree ("municipality_id","topic_id",coalesce(person_id::text, email)) WHERE topic_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_area" ON "trail"."follow" USING btree ("municipality_id","area",coalesce(person_id::text, email)) WHERE area is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_unit" ON "trail"."follow" USING btree ("municipality_id","unit_id",coalesce(person_id::text, email)) WHERE unit_id is not null;--> statement-breakpoint
CREATE INDEX "follow_near" ON "trail"."follow" USING gist (municipality_id,point(longitude, latitude)) WHERE longitude is not null;--> statement-breakpoint
CREATE INDEX "comment_of_part" ON "discussion"."comment" USING btree ("municipality_id","subject_id","part_id") WHERE part_id is not null;--> statement-breakpoint
CREATE INDEX "comment_of_outcome" ON "discussion"."comment" USING btree ("municipality_id","outcome_id") WHERE outcome_id is not null;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "one_target" CHECK (num_nonnulls(subject_id, topic_id, area, unit_id, longitude) = 1);--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "near_whole" CHECK (num_nulls(longitude, latitude, metres) in (0, 3) and (metres is null or metres between 100 and 20000));--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD CONSTRAINT "mark_whole" CHECK ((longitude is null) = (latitude is null));