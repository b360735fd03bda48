CREATE SCHEMA "devices";
--> statement-breakpoint
CREATE SCHEMA "directory";
--> statement-breakpoint
CREATE TABLE "devices"."device" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"heard_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "device_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "device_digest" UNIQUE("municipality_id","digest"),
	CONSTRAINT "device_kinds" CHECK (kind in ('sensor', 'gate', 'access', 'camera'))
);
--> statement-breakpoint
CREATE TABLE "devices"."device_place" (
	"municipality_id" integer NOT NULL,
	"device_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	CONSTRAINT "device_place_municipality_id_device_id_place_id_pk" PRIMARY KEY("municipality_id","device_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."access_sentence" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"heading" jsonb NOT NULL,
	"sentence" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "access_sentence_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "directory"."channel" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb,
	"url" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"place_id" uuid,
	"charge" jsonb,
	"vanished_at" timestamp with time zone,
	CONSTRAINT "channel_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "channel_leads_somewhere" CHECK (case kind when 'web' then url <> '' when 'form' then url <> '' when 'chat' then url <> '' when 'phone' then phone <> '' when 'email' then email <> '' when 'place' then place_id is not null when 'desk' then true else false end)
);
--> statement-breakpoint
CREATE TABLE "directory"."entrance" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"main" boolean DEFAULT false NOT NULL,
	"longitude" double precision,
	"latitude" double precision,
	"accessible" text DEFAULT 'unknown' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "entrance_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "entrance_point" CHECK ((longitude is null) = (latitude is null))
);
--> statement-breakpoint
CREATE TABLE "directory"."equipment" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"count" integer,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "equipment_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "equipment_count" CHECK (count > 0)
);
--> statement-breakpoint
CREATE TABLE "directory"."exception" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"from" date NOT NULL,
	"until" date NOT NULL,
	"state" text NOT NULL,
	"spans" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unit_id" uuid,
	"kinds" text[],
	"place_ids" uuid[],
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exception_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "exception_days_in_order" CHECK (until >= "from" and until - "from" <= 366),
	CONSTRAINT "exception_of_whom" CHECK (num_nonnulls(unit_id, kinds, place_ids) <= 1)
);
--> statement-breakpoint
CREATE TABLE "directory"."hours" (
	"municipality_id" integer NOT NULL,
	"owner_id" uuid NOT NULL,
	"of" text NOT NULL,
	"periods" jsonb NOT NULL,
	"note" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "hours_municipality_id_owner_id_pk" PRIMARY KEY("municipality_id","owner_id"),
	CONSTRAINT "hours_of" CHECK ("of" in ('place', 'room', 'channel') and jsonb_typeof(periods) = 'array')
);
--> statement-breakpoint
CREATE TABLE "directory"."import_conflict" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"what" text NOT NULL,
	"key" text NOT NULL,
	"own_id" uuid NOT NULL,
	"field" text NOT NULL,
	"there" jsonb,
	"here" jsonb,
	"choice" text,
	"chosen_by" uuid,
	"chosen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_conflict_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "conflict_choices" CHECK ((choice is null) = (chosen_at is null) and choice in ('here', 'there'))
);
--> statement-breakpoint
CREATE TABLE "directory"."import_note" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"what" text NOT NULL,
	"subject_id" uuid,
	"name" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	CONSTRAINT "import_note_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "directory"."import_record" (
	"municipality_id" integer NOT NULL,
	"source_id" uuid NOT NULL,
	"what" text NOT NULL,
	"key" text NOT NULL,
	"own_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"hash" text NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"vanished_at" timestamp with time zone,
	CONSTRAINT "import_record_municipality_id_source_id_what_key_pk" PRIMARY KEY("municipality_id","source_id","what","key"),
	CONSTRAINT "record_of" UNIQUE("municipality_id","what","own_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."import_run" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"by" uuid,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"state" text NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	CONSTRAINT "import_run_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "run_states" CHECK (state in ('running', 'done', 'held', 'failed') and (state = 'running') = (ended_at is null))
);
--> statement-breakpoint
CREATE TABLE "directory"."import_source" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"unit_id" uuid NOT NULL,
	"nightly" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "import_source_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "source_kinds" CHECK (kind in ('ptv11', 'ptv12', 'lipas', 'hauki', 'geojson', 'csv'))
);
--> statement-breakpoint
CREATE TABLE "directory"."life_situation" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"lead" jsonb NOT NULL,
	"icon" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"shown" boolean DEFAULT true NOT NULL,
	CONSTRAINT "life_situation_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "life_key" UNIQUE("municipality_id","key")
);
--> statement-breakpoint
CREATE TABLE "directory"."life_step" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"situation_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"subject_id" uuid,
	"url" text DEFAULT '' NOT NULL,
	CONSTRAINT "life_step_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "directory"."open_time" (
	"municipality_id" integer NOT NULL,
	"owner_id" uuid NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "open_time_municipality_id_owner_id_opens_at_pk" PRIMARY KEY("municipality_id","owner_id","opens_at"),
	CONSTRAINT "open_time_whole" CHECK (closes_at > opens_at)
);
--> statement-breakpoint
CREATE TABLE "directory"."place" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"provider_id" uuid,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb,
	"street" jsonb,
	"postal_code" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"arrival" jsonb,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"price_kind" text DEFAULT 'unknown' NOT NULL,
	"price" jsonb,
	"audiences" text[] DEFAULT '{}' NOT NULL,
	"accessible" text DEFAULT 'unknown' NOT NULL,
	"part_of" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"vanished_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "place_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "place_words" CHECK (price_kind in ('free', 'paid', 'varies', 'unknown') and accessible in ('yes', 'partly', 'no', 'unknown')),
	CONSTRAINT "place_not_in_itself" CHECK (part_of <> id)
);
--> statement-breakpoint
CREATE TABLE "directory"."provider" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"offers" jsonb NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "provider_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "provider_of" UNIQUE("municipality_id","organisation_id"),
	CONSTRAINT "provider_states" CHECK (state in ('asked', 'approved', 'refused', 'ended') and (state = 'asked') = (decided_at is null))
);
--> statement-breakpoint
CREATE TABLE "directory"."room" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb,
	"capacity" integer,
	"size" integer,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "room_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "room_measures" CHECK (capacity > 0 and size > 0)
);
--> statement-breakpoint
CREATE TABLE "directory"."service" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"provider_id" uuid,
	"name" jsonb NOT NULL,
	"summary" jsonb,
	"description" jsonb,
	"for_whom" jsonb,
	"how" jsonb,
	"price_kind" text DEFAULT 'unknown' NOT NULL,
	"price" jsonb,
	"promise" jsonb,
	"audiences" text[] DEFAULT '{}' NOT NULL,
	"classes" text[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"vanished_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "service_price" CHECK (price_kind in ('free', 'paid', 'varies', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "directory"."service_channel" (
	"municipality_id" integer NOT NULL,
	"service_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "service_channel_municipality_id_service_id_channel_id_pk" PRIMARY KEY("municipality_id","service_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."wish" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"follow_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"what" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "wish_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "wish_once" UNIQUE("municipality_id","follow_id","what")
);
--> statement-breakpoint
ALTER TABLE "devices"."device" ADD CONSTRAINT "device_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices"."device_place" ADD CONSTRAINT "device_place_municipality_id_device_id_device_municipality_id_id_fk" FOREIGN KEY ("municipality_id","device_id") REFERENCES "devices"."device"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices"."device_place" ADD CONSTRAINT "device_place_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."access_sentence" ADD CONSTRAINT "access_sentence_municipality_id_place_id_place_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "directory"."place"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."channel" ADD CONSTRAINT "channel_municipality_id_place_id_place_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "directory"."place"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."entrance" ADD CONSTRAINT "entrance_municipality_id_place_id_place_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "directory"."place"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."equipment" ADD CONSTRAINT "equipment_municipality_id_place_id_place_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "directory"."place"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."exception" ADD CONSTRAINT "exception_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."import_conflict" ADD CONSTRAINT "import_conflict_municipality_id_run_id_import_run_municipality_id_id_fk" FOREIGN KEY ("municipality_id","run_id") REFERENCES "directory"."import_run"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."import_note" ADD CONSTRAINT "import_note_municipality_id_run_id_import_run_municipality_id_id_fk" FOREIGN KEY ("municipality_id","run_id") REFERENCES "directory"."import_run"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."import_record" ADD CONSTRAINT "import_record_municipality_id_source_id_import_source_municipality_id_id_fk" FOREIGN KEY ("municipality_id","source_id") REFERENCES "directory"."import_source"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."import_run" ADD CONSTRAINT "import_run_municipality_id_source_id_import_source_municipality_id_id_fk" FOREIGN KEY ("municipality_id","source_id") REFERENCES "directory"."import_source"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."import_source" ADD CONSTRAINT "import_source_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."life_step" ADD CONSTRAINT "life_step_municipality_id_situation_id_life_situation_municipality_id_id_fk" FOREIGN KEY ("municipality_id","situation_id") REFERENCES "directory"."life_situation"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."life_step" ADD CONSTRAINT "life_step_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."place" ADD CONSTRAINT "place_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."place" ADD CONSTRAINT "place_municipality_id_provider_id_provider_municipality_id_id_fk" FOREIGN KEY ("municipality_id","provider_id") REFERENCES "directory"."provider"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."place" ADD CONSTRAINT "place_municipality_id_part_of_place_municipality_id_id_fk" FOREIGN KEY ("municipality_id","part_of") REFERENCES "directory"."place"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."provider" ADD CONSTRAINT "provider_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."provider" ADD CONSTRAINT "provider_municipality_id_organisation_id_organisation_municipality_id_id_fk" FOREIGN KEY ("municipality_id","organisation_id") REFERENCES "identity"."organisation"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."room" ADD CONSTRAINT "room_municipality_id_place_id_place_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "directory"."place"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."service" ADD CONSTRAINT "service_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."service" ADD CONSTRAINT "service_municipality_id_provider_id_provider_municipality_id_id_fk" FOREIGN KEY ("municipality_id","provider_id") REFERENCES "directory"."provider"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."service_channel" ADD CONSTRAINT "service_channel_municipality_id_service_id_service_municipality_id_id_fk" FOREIGN KEY ("municipality_id","service_id") REFERENCES "directory"."service"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."service_channel" ADD CONSTRAINT "service_channel_municipality_id_channel_id_channel_municipality_id_id_fk" FOREIGN KEY ("municipality_id","channel_id") REFERENCES "directory"."channel"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."wish" ADD CONSTRAINT "wish_municipality_id_follow_id_follow_municipality_id_id_fk" FOREIGN KEY ("municipality_id","follow_id") REFERENCES "trail"."follow"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."wish" ADD CONSTRAINT "wish_municipality_id_place_id_place_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "directory"."place"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "device_of_unit" ON "devices"."device" USING btree ("municipality_id","unit_id");--> statement-breakpoint
CREATE INDEX "device_place_back" ON "devices"."device_place" USING btree ("municipality_id","place_id");--> statement-breakpoint
CREATE INDEX "access_sentence_of" ON "directory"."access_sentence" USING btree ("municipality_id","place_id","position");--> statement-breakpoint
CREATE INDEX "channel_at" ON "directory"."channel" USING btree ("municipality_id","place_id") WHERE place_id is not null;--> statement-breakpoint
CREATE INDEX "entrance_of" ON "directory"."entrance" USING btree ("municipality_id","place_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "entrance_main" ON "directory"."entrance" USING btree ("municipality_id","place_id") WHERE main;--> statement-breakpoint
CREATE INDEX "equipment_of" ON "directory"."equipment" USING btree ("municipality_id","place_id","position");--> statement-breakpoint
CREATE INDEX "exception_days" ON "directory"."exception" USING btree ("municipality_id","until");--> statement-breakpoint
CREATE UNIQUE INDEX "conflict_open" ON "directory"."import_conflict" USING btree ("municipality_id","source_id","what","key","field") WHERE choice is null;--> statement-breakpoint
CREATE INDEX "conflict_of" ON "directory"."import_conflict" USING btree ("municipality_id","own_id");--> statement-breakpoint
CREATE INDEX "note_of" ON "directory"."import_note" USING btree ("municipality_id","run_id","position");--> statement-breakpoint
CREATE INDEX "run_of" ON "directory"."import_run" USING btree ("municipality_id","source_id","started_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "run_at_a_time" ON "directory"."import_run" USING btree ("municipality_id","source_id") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "life_steps" ON "directory"."life_step" USING btree ("municipality_id","situation_id","position");--> statement-breakpoint
CREATE INDEX "open_time_until" ON "directory"."open_time" USING btree ("municipality_id","closes_at");--> statement-breakpoint
CREATE INDEX "place_kind" ON "directory"."place" USING btree ("municipality_id","kind");--> statement-breakpoint
CREATE INDEX "place_part" ON "directory"."place" USING btree ("municipality_id","part_of") WHERE part_of is not null;--> statement-breakpoint
CREATE INDEX "place_of_provider" ON "directory"."place" USING btree ("municipality_id","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "provider_asked" ON "directory"."provider" USING btree ("municipality_id","asked_at") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "room_of" ON "directory"."room" USING btree ("municipality_id","place_id","position");--> statement-breakpoint
CREATE INDEX "service_of_provider" ON "directory"."service" USING btree ("municipality_id","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "service_channel_back" ON "directory"."service_channel" USING btree ("municipality_id","channel_id");--> statement-breakpoint
CREATE INDEX "wish_of_place" ON "directory"."wish" USING btree ("municipality_id","place_id","what");