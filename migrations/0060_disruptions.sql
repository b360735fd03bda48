CREATE SCHEMA "cameras";
--> statement-breakpoint
CREATE SCHEMA "occupancy";
--> statement-breakpoint
CREATE TABLE "cameras"."camera" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"shows" jsonb NOT NULL,
	"way" text NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"device_id" uuid,
	"every_minutes" smallint DEFAULT 10 NOT NULL,
	"old_after_minutes" smallint DEFAULT 60 NOT NULL,
	"nearest" real NOT NULL,
	"field_of_view" smallint DEFAULT 90 NOT NULL,
	"width" smallint NOT NULL,
	"blur" real DEFAULT 1.5 NOT NULL,
	"squares" smallint DEFAULT 2 NOT NULL,
	"off_from" smallint,
	"off_until" smallint,
	"sign_on" date,
	"purpose" jsonb,
	"controller" text DEFAULT '' NOT NULL,
	"privacy_url" text DEFAULT '' NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"on_since" timestamp with time zone,
	"taken_at" timestamp with time zone,
	"bytes" integer,
	"shown_width" smallint,
	"shown_height" smallint,
	"next_at" timestamp with time zone,
	"failures" smallint DEFAULT 0 NOT NULL,
	"trouble" text,
	"broken_since" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "camera_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "camera_way" CHECK ((way = 'fetched' and url like 'https://%') or (way = 'posted' and url = '')),
	CONSTRAINT "camera_minutes" CHECK (every_minutes between 1 and 120 and old_after_minutes between every_minutes and 1440),
	CONSTRAINT "camera_faces" CHECK (nearest between 2 and 200 and field_of_view between 20 and 150 and width between 64 and 640 and width * 0.16 <= 8 * 2 * nearest * tand(field_of_view / 2.0) and blur between 1.5 and 20 and squares between 2 and 32),
	CONSTRAINT "camera_off" CHECK (num_nonnulls(off_from, off_until) in (0, 2) and off_from between 0 and 23 and off_until between 0 and 23 and off_from <> off_until),
	CONSTRAINT "camera_checklist" CHECK (not is_on or (sign_on is not null and purpose is not null and controller <> '' and privacy_url like 'https://%' and ended_at is null)),
	CONSTRAINT "camera_picture" CHECK (num_nonnulls(taken_at, bytes, shown_width, shown_height) in (0, 4) and shown_width <= width),
	CONSTRAINT "camera_troubles" CHECK (trouble in ('unreachable', 'refused', 'notPicture', 'tooLarge', 'silent'))
);
--> statement-breakpoint
CREATE TABLE "occupancy"."counter" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"room_id" uuid,
	"name" jsonb NOT NULL,
	"way" text NOT NULL,
	"capacity" integer NOT NULL,
	"quiet_to" smallint NOT NULL,
	"normal_to" smallint NOT NULL,
	"busy_to" smallint NOT NULL,
	"stay_minutes" smallint,
	"device_id" uuid,
	"reset_hour" smallint DEFAULT 4 NOT NULL,
	"drift_percent" smallint DEFAULT 15 NOT NULL,
	"day" date,
	"inside" integer DEFAULT 0 NOT NULL,
	"entered" integer DEFAULT 0 NOT NULL,
	"left_out" integer DEFAULT 0 NOT NULL,
	"clipped" integer DEFAULT 0 NOT NULL,
	"counted_at" timestamp with time zone,
	"heard_at" timestamp with time zone,
	"usual_gap_minutes" integer,
	"band" text,
	"fault" text,
	"paused_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "counter_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "counter_ways" CHECK (way in ('gates', 'tickets', 'manual') and (way = 'tickets') = (stay_minutes is not null) and stay_minutes between 10 and 480),
	CONSTRAINT "counter_never_below_zero" CHECK (inside >= 0 and entered >= 0 and left_out >= 0 and clipped >= 0),
	CONSTRAINT "counter_bands" CHECK (0 < quiet_to and quiet_to < normal_to and normal_to < busy_to and busy_to <= 100 and band in ('quiet', 'normal', 'busy', 'full')),
	CONSTRAINT "counter_small_is_quiet" CHECK (capacity between 10 and 20000 and quiet_to * capacity >= 500),
	CONSTRAINT "counter_limits" CHECK (reset_hour between 0 and 23 and drift_percent between 5 and 50 and fault in ('silent', 'drift', 'negative', 'stuck', 'above'))
);
--> statement-breakpoint
CREATE TABLE "occupancy"."fault" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"counter_id" uuid NOT NULL,
	"what" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"noticed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shown" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"until" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "fault_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "fault_kinds" CHECK (what in ('silent', 'drift', 'negative', 'stuck', 'above'))
);
--> statement-breakpoint
CREATE TABLE "occupancy"."level" (
	"municipality_id" integer NOT NULL,
	"counter_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"slot" smallint NOT NULL,
	"kind" smallint NOT NULL,
	"inside" integer NOT NULL,
	"sure" boolean DEFAULT true NOT NULL,
	CONSTRAINT "level_municipality_id_counter_id_at_pk" PRIMARY KEY("municipality_id","counter_id","at"),
	CONSTRAINT "level_facts" CHECK (slot between 0 and 95 and kind between 1 and 8 and inside >= 0)
);
--> statement-breakpoint
CREATE TABLE "occupancy"."passage" (
	"municipality_id" integer NOT NULL,
	"counter_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"entered" integer DEFAULT 0 NOT NULL,
	"left_out" integer DEFAULT 0 NOT NULL,
	"inside" integer,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passage_municipality_id_counter_id_client_id_pk" PRIMARY KEY("municipality_id","counter_id","client_id"),
	CONSTRAINT "passage_counts" CHECK (entered between 0 and 5000 and left_out between 0 and 5000 and inside between 0 and 50000 and (inside is null or (entered = 0 and left_out = 0)) and length(client_id) between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "occupancy"."typical" (
	"municipality_id" integer NOT NULL,
	"counter_id" uuid NOT NULL,
	"kind" smallint NOT NULL,
	"slot" smallint NOT NULL,
	"low" real NOT NULL,
	"middle" real NOT NULL,
	"high" real NOT NULL,
	"days" smallint NOT NULL,
	CONSTRAINT "typical_municipality_id_counter_id_kind_slot_pk" PRIMARY KEY("municipality_id","counter_id","kind","slot"),
	CONSTRAINT "typical_in_order" CHECK (low >= 0 and low <= middle and middle <= high and days > 0)
);
--> statement-breakpoint
ALTER TABLE "cameras"."camera" ADD CONSTRAINT "camera_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy"."counter" ADD CONSTRAINT "counter_municipality_id_place_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy"."fault" ADD CONSTRAINT "fault_municipality_id_counter_id_counter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","counter_id") REFERENCES "occupancy"."counter"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy"."level" ADD CONSTRAINT "level_municipality_id_counter_id_counter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","counter_id") REFERENCES "occupancy"."counter"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy"."passage" ADD CONSTRAINT "passage_municipality_id_counter_id_counter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","counter_id") REFERENCES "occupancy"."counter"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy"."typical" ADD CONSTRAINT "typical_municipality_id_counter_id_counter_municipality_id_id_fk" FOREIGN KEY ("municipality_id","counter_id") REFERENCES "occupancy"."counter"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "camera_of_place" ON "cameras"."camera" USING btree ("municipality_id","place_id");--> statement-breakpoint
CREATE INDEX "camera_due" ON "cameras"."camera" USING btree ("municipality_id","next_at") WHERE is_on and way = 'fetched' and ended_at is null;--> statement-breakpoint
CREATE INDEX "counter_of_place" ON "occupancy"."counter" USING btree ("municipality_id","place_id");--> statement-breakpoint
CREATE INDEX "fault_of" ON "occupancy"."fault" USING btree ("municipality_id","counter_id","since" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "fault_open" ON "occupancy"."fault" USING btree ("municipality_id","counter_id") WHERE until is null;--> statement-breakpoint
CREATE INDEX "level_day" ON "occupancy"."level" USING btree ("municipality_id","day");--> statement-breakpoint
CREATE INDEX "level_holiday" ON "occupancy"."level" USING btree ("municipality_id","day") WHERE kind = 8;--> statement-breakpoint
CREATE INDEX "passage_of_day" ON "occupancy"."passage" USING btree ("municipality_id","counter_id","day","at");--> statement-breakpoint
CREATE INDEX "passage_old" ON "occupancy"."passage" USING btree ("municipality_id","day");