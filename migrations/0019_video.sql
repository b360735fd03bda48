CREATE SCHEMA "video";
--> statement-breakpoint
CREATE TABLE "video"."rendition" (
	"municipality_id" integer NOT NULL,
	"video_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"after" timestamp with time zone,
	"error" text,
	"bytes" integer,
	CONSTRAINT "rendition_municipality_id_video_id_size_pk" PRIMARY KEY("municipality_id","video_id","size")
);
--> statement-breakpoint
CREATE TABLE "video"."track" (
	"municipality_id" integer NOT NULL,
	"video_id" uuid NOT NULL,
	"language" text NOT NULL,
	"cues" jsonb NOT NULL,
	"ready" boolean NOT NULL,
	"heard" boolean DEFAULT false NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "track_municipality_id_video_id_language_pk" PRIMARY KEY("municipality_id","video_id","language")
);
--> statement-breakpoint
CREATE TABLE "video"."video" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"state" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"author_person_id" uuid,
	"author_organisation_id" uuid,
	"unit_id" uuid,
	"bytes" bigint NOT NULL,
	"type" text,
	"duration_ms" integer,
	"width" integer,
	"height" integer,
	"sound" boolean DEFAULT true NOT NULL,
	"poster_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"live" boolean DEFAULT false NOT NULL,
	"captions_due_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"late_told_at" timestamp with time zone,
	"speech" text,
	"speech_tries" integer DEFAULT 0 NOT NULL,
	"speech_after" timestamp with time zone,
	"speech_error" text,
	CONSTRAINT "video_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "known_when_here" CHECK (state = 'uploading' or num_nulls(type, duration_ms, width, height) = 0),
	CONSTRAINT "published_has_its_facts" CHECK (state <> 'published' or (published_at is not null and title <> ''))
);
--> statement-breakpoint
ALTER TABLE "video"."rendition" ADD CONSTRAINT "rendition_municipality_id_video_id_video_municipality_id_id_fk" FOREIGN KEY ("municipality_id","video_id") REFERENCES "video"."video"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video"."track" ADD CONSTRAINT "track_municipality_id_video_id_video_municipality_id_id_fk" FOREIGN KEY ("municipality_id","video_id") REFERENCES "video"."video"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video"."video" ADD CONSTRAINT "video_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rendition_asked" ON "video"."rendition" USING btree ("municipality_id","after") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "video_of_subject" ON "video"."video" USING btree ("municipality_id","subject_id");--> statement-breakpoint
CREATE INDEX "video_of_author" ON "video"."video" USING btree ("municipality_id","author_person_id");--> statement-breakpoint
CREATE INDEX "video_unfinished" ON "video"."video" USING btree ("municipality_id","created_at") WHERE state in ('uploading', 'waiting');--> statement-breakpoint
CREATE INDEX "video_captions_due" ON "video"."video" USING btree ("municipality_id","captions_due_at") WHERE captions_due_at is not null;--> statement-breakpoint
CREATE INDEX "video_speech" ON "video"."video" USING btree ("municipality_id","speech_after") WHERE speech = 'asked';