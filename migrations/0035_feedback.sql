CREATE SCHEMA "feedback";
--> statement-breakpoint
CREATE SCHEMA "work";
--> statement-breakpoint
CREATE TABLE "identity"."day_key" (
	"municipality_id" integer NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "day_key_municipality_id_day_pk" PRIMARY KEY("municipality_id","day")
);
--> statement-breakpoint
CREATE TABLE "feedback"."asset" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"properties" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "asset_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "asset_once" UNIQUE("municipality_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "feedback"."category" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb,
	"group" jsonb,
	"unit_id" uuid NOT NULL,
	"topic_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"icon" text DEFAULT 'place' NOT NULL,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"notice" jsonb,
	"stopper" jsonb,
	"private" boolean DEFAULT false NOT NULL,
	"duplicate_metres" integer DEFAULT 250 NOT NULL,
	"promised_days" integer DEFAULT 14 NOT NULL,
	"priority" smallint DEFAULT 1 NOT NULL,
	"auto_answer" jsonb,
	"asset_kind" text,
	"partner_id" uuid,
	"forget_after_months" integer DEFAULT 24 NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "category_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "category_key" UNIQUE("municipality_id","key"),
	CONSTRAINT "category_numbers" CHECK (duplicate_metres between 0 and 5000 and promised_days between 0 and 365 and priority between 0 and 3 and forget_after_months between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "feedback"."fixed" (
	"municipality_id" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"time" integer NOT NULL,
	"round" smallint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answer" text,
	"words" text DEFAULT '' NOT NULL,
	CONSTRAINT "fixed_municipality_id_report_id_time_round_pk" PRIMARY KEY("municipality_id","report_id","time","round"),
	CONSTRAINT "fixed_answer" CHECK ((answer is null) = (answered_at is null) and round in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "feedback"."me_too" (
	"municipality_id" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "me_too_municipality_id_report_id_who_pk" PRIMARY KEY("municipality_id","report_id","who")
);
--> statement-breakpoint
CREATE TABLE "feedback"."pace" (
	"municipality_id" integer NOT NULL,
	"category_id" uuid NOT NULL,
	"count" integer NOT NULL,
	"median_hours" double precision NOT NULL,
	"ninety_hours" double precision NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pace_municipality_id_category_id_pk" PRIMARY KEY("municipality_id","category_id")
);
--> statement-breakpoint
CREATE TABLE "feedback"."partner" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"language" text DEFAULT 'fi' NOT NULL,
	"email" text,
	"open311_url" text,
	"jurisdiction" text,
	"api_key" text,
	"services" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "partner_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "reachable" CHECK (email is not null or open311_url is not null)
);
--> statement-breakpoint
CREATE TABLE "feedback"."report" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"reference" text NOT NULL,
	"category_id" uuid NOT NULL,
	"text" text NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" text,
	"asset_id" uuid,
	"state" text DEFAULT 'received' NOT NULL,
	"state_since" timestamp with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"priority" smallint DEFAULT 1 NOT NULL,
	"merged_into" uuid,
	"channel" text DEFAULT 'web' NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"send_key" text,
	"forgotten_at" timestamp with time zone,
	CONSTRAINT "report_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "report_reference" UNIQUE("municipality_id","reference"),
	CONSTRAINT "report_states" CHECK (state in ('received', 'planned', 'underWay', 'elsewhere', 'done', 'cannot', 'merged')),
	CONSTRAINT "closed_when_closed" CHECK ((state in ('done', 'cannot', 'merged')) = (closed_at is not null)),
	CONSTRAINT "merged_into_one" CHECK ((state = 'merged') = (merged_into is not null) and merged_into is distinct from id),
	CONSTRAINT "report_priority" CHECK (priority between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "feedback"."sender" (
	"municipality_id" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"person_id" uuid,
	"name" text,
	"email" text,
	"phone" text,
	"language" text NOT NULL,
	"shown" boolean DEFAULT false NOT NULL,
	"by_official" uuid,
	CONSTRAINT "sender_municipality_id_report_id_pk" PRIMARY KEY("municipality_id","report_id"),
	CONSTRAINT "shown_has_a_name" CHECK (not shown or name is not null)
);
--> statement-breakpoint
CREATE TABLE "work"."check_item" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	CONSTRAINT "check_item_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "work"."crew" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "crew_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "crew_name" UNIQUE("municipality_id","unit_id","name")
);
--> statement-breakpoint
CREATE TABLE "work"."crew_member" (
	"municipality_id" integer NOT NULL,
	"crew_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "crew_member_municipality_id_crew_id_person_id_pk" PRIMARY KEY("municipality_id","crew_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "work"."from_field" (
	"municipality_id" integer NOT NULL,
	"client_id" text NOT NULL,
	"order_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"what" text NOT NULL,
	"outcome" text NOT NULL,
	"told" text DEFAULT '' NOT NULL,
	"open" boolean DEFAULT false NOT NULL,
	CONSTRAINT "from_field_municipality_id_client_id_pk" PRIMARY KEY("municipality_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "work"."line" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"quantity" numeric(12, 3) NOT NULL,
	"measure" text DEFAULT '' NOT NULL,
	"cents" integer,
	"by" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "line_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "line_amounts" CHECK (quantity >= 0 and cents >= 0)
);
--> statement-breakpoint
CREATE TABLE "work"."note" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"text" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" text,
	CONSTRAINT "note_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "work"."work_order" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"reference" text NOT NULL,
	"kind" text DEFAULT 'task' NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"state_since" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text,
	"crew_id" uuid,
	"priority" smallint DEFAULT 1 NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"planned_for" date,
	"position" integer DEFAULT 0 NOT NULL,
	"announcement" text,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"metres" integer,
	"started_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"merged_into" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "work_order_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "order_reference" UNIQUE("municipality_id","reference"),
	CONSTRAINT "order_states" CHECK (state in ('new', 'planned', 'underWay', 'done', 'cannot', 'merged')),
	CONSTRAINT "order_closed" CHECK ((state in ('done', 'cannot', 'merged')) = (closed_at is not null)),
	CONSTRAINT "cannot_has_a_reason" CHECK (state <> 'cannot' or length(trim(reason)) > 0),
	CONSTRAINT "order_merged" CHECK ((state = 'merged') = (merged_into is not null) and merged_into is distinct from id),
	CONSTRAINT "announced_whole" CHECK (announcement is null or (starts_at is not null and ends_at > starts_at and metres between 0 and 20000))
);
--> statement-breakpoint
CREATE TABLE "work"."order_report" (
	"municipality_id" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_report_municipality_id_report_id_pk" PRIMARY KEY("municipality_id","report_id")
);
--> statement-breakpoint
ALTER TABLE "files"."picture" ADD COLUMN "stored_as" uuid;--> statement-breakpoint
ALTER TABLE "files"."picture" ADD COLUMN "role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback"."category" ADD CONSTRAINT "category_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."category" ADD CONSTRAINT "category_municipality_id_topic_id_topic_municipality_id_id_fk" FOREIGN KEY ("municipality_id","topic_id") REFERENCES "trail"."topic"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."category" ADD CONSTRAINT "category_municipality_id_partner_id_partner_municipality_id_id_fk" FOREIGN KEY ("municipality_id","partner_id") REFERENCES "feedback"."partner"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."fixed" ADD CONSTRAINT "fixed_municipality_id_report_id_report_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "feedback"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."me_too" ADD CONSTRAINT "me_too_municipality_id_report_id_report_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "feedback"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."pace" ADD CONSTRAINT "pace_municipality_id_category_id_category_municipality_id_id_fk" FOREIGN KEY ("municipality_id","category_id") REFERENCES "feedback"."category"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."report" ADD CONSTRAINT "report_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."report" ADD CONSTRAINT "report_municipality_id_category_id_category_municipality_id_id_fk" FOREIGN KEY ("municipality_id","category_id") REFERENCES "feedback"."category"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."report" ADD CONSTRAINT "report_municipality_id_asset_id_asset_municipality_id_id_fk" FOREIGN KEY ("municipality_id","asset_id") REFERENCES "feedback"."asset"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."report" ADD CONSTRAINT "report_municipality_id_merged_into_report_municipality_id_id_fk" FOREIGN KEY ("municipality_id","merged_into") REFERENCES "feedback"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."sender" ADD CONSTRAINT "sender_municipality_id_report_id_report_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "feedback"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."check_item" ADD CONSTRAINT "check_item_municipality_id_order_id_work_order_municipality_id_id_fk" FOREIGN KEY ("municipality_id","order_id") REFERENCES "work"."work_order"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."crew" ADD CONSTRAINT "crew_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."crew_member" ADD CONSTRAINT "crew_member_municipality_id_crew_id_crew_municipality_id_id_fk" FOREIGN KEY ("municipality_id","crew_id") REFERENCES "work"."crew"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."from_field" ADD CONSTRAINT "from_field_municipality_id_order_id_work_order_municipality_id_id_fk" FOREIGN KEY ("municipality_id","order_id") REFERENCES "work"."work_order"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."line" ADD CONSTRAINT "line_municipality_id_order_id_work_order_municipality_id_id_fk" FOREIGN KEY ("municipality_id","order_id") REFERENCES "work"."work_order"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."note" ADD CONSTRAINT "note_municipality_id_order_id_work_order_municipality_id_id_fk" FOREIGN KEY ("municipality_id","order_id") REFERENCES "work"."work_order"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."work_order" ADD CONSTRAINT "work_order_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."work_order" ADD CONSTRAINT "work_order_municipality_id_crew_id_crew_municipality_id_id_fk" FOREIGN KEY ("municipality_id","crew_id") REFERENCES "work"."crew"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."work_order" ADD CONSTRAINT "work_order_municipality_id_merged_into_work_order_municipality_id_id_fk" FOREIGN KEY ("municipality_id","merged_into") REFERENCES "work"."work_order"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."order_report" ADD CONSTRAINT "order_report_municipality_id_order_id_work_order_municipality_id_id_fk" FOREIGN KEY ("municipality_id","order_id") REFERENCES "work"."work_order"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work"."order_report" ADD CONSTRAINT "order_report_municipality_id_report_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_near" ON "feedback"."asset" USING gist (municipality_id,point(longitude, latitude)) WHERE gone_at is null;--> statement-breakpoint
CREATE INDEX "fixed_unanswered" ON "feedback"."fixed" USING btree ("municipality_id","asked_at") WHERE answered_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "report_sent_once" ON "feedback"."report" USING btree ("municipality_id","send_key") WHERE send_key is not null;--> statement-breakpoint
CREATE INDEX "report_of_category" ON "feedback"."report" USING btree ("municipality_id","category_id","sent_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "report_newest" ON "feedback"."report" USING btree ("municipality_id","sent_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "report_of_asset" ON "feedback"."report" USING btree ("municipality_id","asset_id") WHERE asset_id is not null;--> statement-breakpoint
CREATE INDEX "report_merged" ON "feedback"."report" USING btree ("municipality_id","merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "report_open" ON "feedback"."report" USING btree ("municipality_id","priority" DESC NULLS FIRST,"sent_at") WHERE state in ('received', 'planned', 'underWay', 'elsewhere');--> statement-breakpoint
CREATE INDEX "report_closed" ON "feedback"."report" USING btree ("municipality_id","closed_at") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "sender_person" ON "feedback"."sender" USING btree ("municipality_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "sender_email" ON "feedback"."sender" USING btree ("municipality_id","email") WHERE email is not null;--> statement-breakpoint
CREATE INDEX "check_item_of" ON "work"."check_item" USING btree ("municipality_id","order_id","position");--> statement-breakpoint
CREATE INDEX "crew_member_person" ON "work"."crew_member" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE INDEX "from_field_open" ON "work"."from_field" USING btree ("municipality_id","order_id") WHERE open;--> statement-breakpoint
CREATE INDEX "line_of" ON "work"."line" USING btree ("municipality_id","order_id");--> statement-breakpoint
CREATE INDEX "note_of" ON "work"."note" USING btree ("municipality_id","order_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "note_once" ON "work"."note" USING btree ("municipality_id","client_id") WHERE client_id is not null;--> statement-breakpoint
CREATE INDEX "order_of_crew" ON "work"."work_order" USING btree ("municipality_id","crew_id","planned_for","position");--> statement-breakpoint
CREATE INDEX "order_open" ON "work"."work_order" USING btree ("municipality_id","priority" DESC NULLS FIRST) WHERE state in ('new', 'planned', 'underWay');--> statement-breakpoint
CREATE INDEX "order_announced" ON "work"."work_order" USING btree ("municipality_id","ends_at") WHERE announcement is not null;--> statement-breakpoint
CREATE INDEX "order_report_of" ON "work"."order_report" USING btree ("municipality_id","order_id");--> statement-breakpoint
CREATE INDEX "picture_stored_as" ON "files"."picture" USING btree ("municipality_id","stored_as") WHERE stored_as is not null;--> statement-breakpoint
ALTER TABLE "trail"."subject" ADD CONSTRAINT "visibilities" CHECK (visibility in ('public', 'waiting', 'hidden', 'withdrawn', 'private'));