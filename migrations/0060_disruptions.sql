CREATE SCHEMA "disruptions";
--> statement-breakpoint
CREATE TABLE "disruptions"."closes" (
	"municipality_id" integer NOT NULL,
	"disruption_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	CONSTRAINT "closes_municipality_id_disruption_id_place_id_pk" PRIMARY KEY("municipality_id","disruption_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "disruptions"."disruption" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"next_word_at" timestamp with time zone,
	"begun_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"text" text DEFAULT '' NOT NULL,
	"instead" text DEFAULT '' NOT NULL,
	"instead_name" text DEFAULT '' NOT NULL,
	"instead_longitude" double precision,
	"instead_latitude" double precision,
	"whole" boolean DEFAULT false NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"client_id" text,
	CONSTRAINT "disruption_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "disruption_kinds" CHECK (kind in ('water', 'heat', 'power', 'roadWorks', 'closed', 'bus', 'school', 'other') and severity in ('minor', 'moderate', 'severe', 'extreme')),
	CONSTRAINT "disruption_times" CHECK (ends_at > starts_at),
	CONSTRAINT "disruption_ended_by" CHECK ((ended_at is null) = (ended_by is null) and ended_by in ('hand', 'clock')),
	CONSTRAINT "instead_point" CHECK ((instead_longitude is null) = (instead_latitude is null))
);
--> statement-breakpoint
CREATE TABLE "disruptions"."in_area" (
	"municipality_id" integer NOT NULL,
	"disruption_id" uuid NOT NULL,
	"area" text NOT NULL,
	"picked" boolean NOT NULL,
	CONSTRAINT "in_area_municipality_id_disruption_id_area_pk" PRIMARY KEY("municipality_id","disruption_id","area")
);
--> statement-breakpoint
CREATE TABLE "disruptions"."listener" (
	"municipality_id" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"push_at_once" boolean NOT NULL,
	"mail_at_once" boolean NOT NULL,
	"home" boolean NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listener_municipality_id_person_id_pk" PRIMARY KEY("municipality_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "disruptions"."message" (
	"municipality_id" integer NOT NULL,
	"disruption_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"type" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_municipality_id_disruption_id_number_pk" PRIMARY KEY("municipality_id","disruption_id","number"),
	CONSTRAINT "message_types" CHECK (type in ('Alert', 'Update', 'Cancel') and (number = 1) = (type = 'Alert'))
);
--> statement-breakpoint
CREATE TABLE "disruptions"."part" (
	"municipality_id" integer NOT NULL,
	"disruption_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"corners" jsonb NOT NULL,
	"metres" integer NOT NULL,
	"west" double precision NOT NULL,
	"south" double precision NOT NULL,
	"east" double precision NOT NULL,
	"north" double precision NOT NULL,
	CONSTRAINT "part_municipality_id_disruption_id_position_pk" PRIMARY KEY("municipality_id","disruption_id","position"),
	CONSTRAINT "part_kinds" CHECK (kind in ('polygon', 'line', 'point') and metres between 0 and 20000),
	CONSTRAINT "part_corners" CHECK (jsonb_array_length(corners) >= case kind when 'polygon' then 4 when 'line' then 2 else 1 end and jsonb_array_length(corners) <= 2001)
);
--> statement-breakpoint
ALTER TABLE "disruptions"."closes" ADD CONSTRAINT "closes_municipality_id_disruption_id_disruption_municipality_id_id_fk" FOREIGN KEY ("municipality_id","disruption_id") REFERENCES "disruptions"."disruption"("municipality_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disruptions"."closes" ADD CONSTRAINT "closes_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disruptions"."disruption" ADD CONSTRAINT "disruption_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disruptions"."in_area" ADD CONSTRAINT "in_area_municipality_id_disruption_id_disruption_municipality_id_id_fk" FOREIGN KEY ("municipality_id","disruption_id") REFERENCES "disruptions"."disruption"("municipality_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disruptions"."in_area" ADD CONSTRAINT "in_area_municipality_id_area_area_municipality_id_key_fk" FOREIGN KEY ("municipality_id","area") REFERENCES "trail"."area"("municipality_id","key") ON DELETE cascade ON UPDATE cascade;
--> statement-breakpoint
ALTER TABLE "disruptions"."listener" ADD CONSTRAINT "listener_municipality_id_person_id_person_municipality_id_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "identity"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disruptions"."message" ADD CONSTRAINT "message_municipality_id_disruption_id_disruption_municipality_id_id_fk" FOREIGN KEY ("municipality_id","disruption_id") REFERENCES "disruptions"."disruption"("municipality_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disruptions"."part" ADD CONSTRAINT "part_municipality_id_disruption_id_disruption_municipality_id_id_fk" FOREIGN KEY ("municipality_id","disruption_id") REFERENCES "disruptions"."disruption"("municipality_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "closes_place" ON "disruptions"."closes" USING btree ("municipality_id","place_id");
--> statement-breakpoint
CREATE INDEX "disruption_open" ON "disruptions"."disruption" USING btree ("municipality_id","starts_at") WHERE ended_at is null;
--> statement-breakpoint
CREATE INDEX "disruption_ended" ON "disruptions"."disruption" USING btree ("municipality_id","ended_at" DESC NULLS FIRST) WHERE ended_at is not null;
--> statement-breakpoint
CREATE INDEX "disruption_by_clock" ON "disruptions"."disruption" USING btree ("ends_at") WHERE ended_at is null and ends_at is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "disruption_once" ON "disruptions"."disruption" USING btree ("municipality_id","client_id") WHERE client_id is not null;
--> statement-breakpoint
CREATE INDEX "in_area_of" ON "disruptions"."in_area" USING btree ("municipality_id","area");
--> statement-breakpoint
CREATE INDEX "listener_home" ON "disruptions"."listener" USING btree ("municipality_id") WHERE home;
