CREATE SCHEMA "meetings";
--> statement-breakpoint
CREATE TABLE "notices"."attachment" (
	"municipality_id" integer NOT NULL,
	"mail_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "attachment_municipality_id_mail_id_position_pk" PRIMARY KEY("municipality_id","mail_id","position")
);
--> statement-breakpoint
CREATE TABLE "meetings"."body" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"unit_id" uuid,
	CONSTRAINT "body_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "body_key" UNIQUE("municipality_id","key")
);
--> statement-breakpoint
CREATE TABLE "meetings"."feed" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"format" text NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"body_id" uuid,
	"language" text NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"active" boolean DEFAULT false NOT NULL,
	"etag" text DEFAULT '' NOT NULL,
	"last_modified" text DEFAULT '' NOT NULL,
	"tried_at" timestamp with time zone,
	"worked_at" timestamp with time zone,
	"error" text DEFAULT '' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"brought" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "feed_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "meetings"."item" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sign" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"case_number" text DEFAULT '' NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"decision_url" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"feed_id" uuid,
	"source_id" text,
	"digest" text,
	"gone_at" timestamp with time zone,
	CONSTRAINT "item_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "decided_has_words" CHECK ((decided_at is null) = (decision = '' and decision_url = ''))
);
--> statement-breakpoint
CREATE TABLE "meetings"."meeting" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"agenda_url" text DEFAULT '' NOT NULL,
	"minutes_url" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
DROP INDEX "notices"."notice_unmailed";--> statement-breakpoint
ALTER TABLE "notices"."notice" ALTER COLUMN "by_push" SET DEFAULT false;--> statement-breakpoint
ALTER TABLE "notices"."mail" ADD COLUMN "give_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices"."push" ADD COLUMN "give_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "trail"."subject" ADD COLUMN "comes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices"."attachment" ADD CONSTRAINT "attachment_municipality_id_mail_id_mail_municipality_id_id_fk" FOREIGN KEY ("municipality_id","mail_id") REFERENCES "notices"."mail"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."body" ADD CONSTRAINT "body_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."feed" ADD CONSTRAINT "feed_municipality_id_body_id_body_municipality_id_id_fk" FOREIGN KEY ("municipality_id","body_id") REFERENCES "meetings"."body"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."item" ADD CONSTRAINT "item_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."item" ADD CONSTRAINT "item_municipality_id_meeting_id_meeting_municipality_id_id_fk" FOREIGN KEY ("municipality_id","meeting_id") REFERENCES "meetings"."meeting"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."item" ADD CONSTRAINT "item_municipality_id_feed_id_feed_municipality_id_id_fk" FOREIGN KEY ("municipality_id","feed_id") REFERENCES "meetings"."feed"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."meeting" ADD CONSTRAINT "meeting_municipality_id_body_id_body_municipality_id_id_fk" FOREIGN KEY ("municipality_id","body_id") REFERENCES "meetings"."body"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feed_due" ON "meetings"."feed" USING btree ("next_at") WHERE active;--> statement-breakpoint
CREATE INDEX "item_of_meeting" ON "meetings"."item" USING btree ("municipality_id","meeting_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "item_imported_once" ON "meetings"."item" USING btree ("municipality_id","feed_id","source_id");--> statement-breakpoint
CREATE INDEX "item_case" ON "meetings"."item" USING btree ("municipality_id","case_number") WHERE case_number <> '';--> statement-breakpoint
CREATE INDEX "meeting_by_time" ON "meetings"."meeting" USING btree ("municipality_id","starts_at");--> statement-breakpoint
CREATE INDEX "meeting_of_body" ON "meetings"."meeting" USING btree ("municipality_id","body_id","starts_at");--> statement-breakpoint
ALTER TABLE "notices"."push" ADD CONSTRAINT "push_municipality_id_to_id_push_to_municipality_id_id_fk" FOREIGN KEY ("municipality_id","to_id") REFERENCES "notices"."push_to"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_to" ON "notices"."mail" USING btree ("municipality_id","to","created_at");--> statement-breakpoint
CREATE INDEX "mail_latest" ON "notices"."mail" USING btree ("municipality_id","created_at");--> statement-breakpoint
CREATE INDEX "notice_unpushed" ON "notices"."notice" USING btree ("municipality_id","rhythm","person_id") WHERE pushed_at is null and by_push;--> statement-breakpoint
CREATE INDEX "notice_latest" ON "notices"."notice" USING btree ("municipality_id","at");--> statement-breakpoint
CREATE INDEX "push_of" ON "notices"."push" USING btree ("municipality_id","to_id");--> statement-breakpoint
CREATE INDEX "push_latest" ON "notices"."push" USING btree ("municipality_id","created_at");--> statement-breakpoint
CREATE INDEX "subject_coming" ON "trail"."subject" USING btree ("municipality_id","comes_at") WHERE comes_at is not null and visibility = 'public';--> statement-breakpoint
CREATE INDEX "notice_unmailed" ON "notices"."notice" USING btree ("municipality_id","rhythm","person_id") WHERE mailed_at is null and by_mail;