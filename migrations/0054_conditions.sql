CREATE SCHEMA "conditions";
--> statement-breakpoint
CREATE TABLE "conditions"."latest" (
	"municipality_id" integer NOT NULL,
	"place_id" uuid NOT NULL,
	"property" text NOT NULL,
	"observation_id" uuid NOT NULL,
	"value" text,
	"number" double precision,
	"observed_at" timestamp with time zone NOT NULL,
	"same_since" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"device_id" uuid,
	CONSTRAINT "latest_municipality_id_place_id_property_pk" PRIMARY KEY("municipality_id","place_id","property")
);
--> statement-breakpoint
CREATE TABLE "conditions"."maintained_latest" (
	"municipality_id" integer NOT NULL,
	"place_id" uuid NOT NULL,
	"what" text NOT NULL,
	"maintained_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "maintained_latest_municipality_id_place_id_what_pk" PRIMARY KEY("municipality_id","place_id","what")
);
--> statement-breakpoint
CREATE TABLE "conditions"."maintained" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"what" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"device_id" uuid,
	"person_id" uuid,
	"client_id" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "maintained_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "maintained_once" UNIQUE NULLS NOT DISTINCT("municipality_id","device_id","client_id"),
	CONSTRAINT "maintained_source" CHECK (source in ('worker', 'sensor', 'access') and (source = 'worker') = (device_id is null) and (person_id is null or source = 'worker'))
);
--> statement-breakpoint
CREATE TABLE "conditions"."notice" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"words" jsonb NOT NULL,
	"from" timestamp with time zone DEFAULT now() NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"person_id" uuid,
	"client_id" text NOT NULL,
	CONSTRAINT "notice_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "notice_once" UNIQUE("municipality_id","client_id"),
	CONSTRAINT "notice_in_order" CHECK (until > "from"),
	CONSTRAINT "notice_says" CHECK (jsonb_typeof(words) = 'object' and words <> '{}'::jsonb)
);
--> statement-breakpoint
CREATE TABLE "conditions"."observation" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"property" text NOT NULL,
	"value" text,
	"number" double precision,
	"observed_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"device_id" uuid,
	"person_id" uuid,
	"client_id" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "observation_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "observation_once" UNIQUE NULLS NOT DISTINCT("municipality_id","device_id","client_id"),
	CONSTRAINT "observation_one_value" CHECK (num_nonnulls(value, number) <= 1),
	CONSTRAINT "observation_source" CHECK (source in ('worker', 'sensor', 'access') and (source = 'worker') = (device_id is null) and (person_id is null or source = 'worker'))
);
--> statement-breakpoint
CREATE TABLE "conditions"."season" (
	"municipality_id" integer NOT NULL,
	"place_id" uuid NOT NULL,
	"on" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	CONSTRAINT "season_municipality_id_place_id_pk" PRIMARY KEY("municipality_id","place_id")
);
--> statement-breakpoint
ALTER TABLE "devices"."device" ADD COLUMN "may" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "devices"."device" ADD COLUMN "expected_minutes" integer;--> statement-breakpoint
ALTER TABLE "devices"."device" ADD COLUMN "refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "devices"."device" ADD COLUMN "refused_why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "devices"."device" ADD COLUMN "silent_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "devices"."device" ADD COLUMN "rotated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conditions"."latest" ADD CONSTRAINT "latest_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions"."maintained_latest" ADD CONSTRAINT "maintained_latest_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions"."maintained" ADD CONSTRAINT "maintained_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions"."notice" ADD CONSTRAINT "notice_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions"."observation" ADD CONSTRAINT "observation_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions"."season" ADD CONSTRAINT "season_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "maintained_of" ON "conditions"."maintained" USING btree ("municipality_id","place_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "maintained_age" ON "conditions"."maintained" USING btree ("municipality_id","at");--> statement-breakpoint
CREATE INDEX "maintained_by" ON "conditions"."maintained" USING btree ("municipality_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_one" ON "conditions"."notice" USING btree ("municipality_id","place_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "notice_of" ON "conditions"."notice" USING btree ("municipality_id","place_id","from" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notice_by" ON "conditions"."notice" USING btree ("municipality_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "observation_of" ON "conditions"."observation" USING btree ("municipality_id","place_id","property","observed_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "observation_age" ON "conditions"."observation" USING btree ("municipality_id","observed_at");--> statement-breakpoint
CREATE INDEX "observation_by" ON "conditions"."observation" USING btree ("municipality_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "season_by" ON "conditions"."season" USING btree ("municipality_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "device_expected_of" ON "devices"."device" USING btree ("municipality_id") WHERE expected_minutes is not null and ended_at is null;--> statement-breakpoint
ALTER TABLE "devices"."device" ADD CONSTRAINT "device_expected" CHECK (expected_minutes between 1 and 44640);