CREATE SCHEMA "open311";
--> statement-breakpoint
CREATE TABLE "open311"."awaited_media" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"url" text NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"try_at" timestamp with time zone NOT NULL,
	CONSTRAINT "awaited_media_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "open311"."changeset" (
	"municipality_id" integer NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changeset_municipality_id_pk" PRIMARY KEY("municipality_id")
);
--> statement-breakpoint
CREATE TABLE "open311"."key" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"per_hour" integer NOT NULL,
	"partner_id" uuid,
	"ends_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "key_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "open311_key_scopes" CHECK (cardinality(scopes) > 0 and scopes <@ array['send', 'updates', 'status'] and per_hour between 1 and 100000)
);
--> statement-breakpoint
CREATE TABLE "open311"."key_hour" (
	"municipality_id" integer NOT NULL,
	"key_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "key_hour_municipality_id_key_id_hour_pk" PRIMARY KEY("municipality_id","key_id","hour")
);
--> statement-breakpoint
CREATE TABLE "open311"."sent" (
	"municipality_id" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"address_id" text,
	"object_id" text,
	"object_type" text,
	"geometry" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sent_municipality_id_report_id_pk" PRIMARY KEY("municipality_id","report_id")
);
--> statement-breakpoint
CREATE TABLE "open311"."update" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"number" text,
	"status" text,
	"text" text DEFAULT '' NOT NULL,
	"event_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "update_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "open311"."awaited_media" ADD CONSTRAINT "awaited_media_municipality_id_report_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open311"."key_hour" ADD CONSTRAINT "key_hour_municipality_id_key_id_key_municipality_id_id_fk" FOREIGN KEY ("municipality_id","key_id") REFERENCES "open311"."key"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open311"."sent" ADD CONSTRAINT "sent_municipality_id_report_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open311"."sent" ADD CONSTRAINT "sent_municipality_id_key_id_key_municipality_id_id_fk" FOREIGN KEY ("municipality_id","key_id") REFERENCES "open311"."key"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open311"."update" ADD CONSTRAINT "update_municipality_id_report_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open311"."update" ADD CONSTRAINT "update_municipality_id_key_id_key_municipality_id_id_fk" FOREIGN KEY ("municipality_id","key_id") REFERENCES "open311"."key"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "open311_awaited_due" ON "open311"."awaited_media" USING btree ("municipality_id","try_at");--> statement-breakpoint
CREATE UNIQUE INDEX "open311_key_hash" ON "open311"."key" USING btree ("municipality_id","hash");--> statement-breakpoint
CREATE INDEX "open311_sent_object" ON "open311"."sent" USING btree ("municipality_id","object_id","object_type") WHERE object_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "open311_update_once" ON "open311"."update" USING btree ("municipality_id","key_id","number") WHERE number is not null;--> statement-breakpoint
CREATE INDEX "open311_update_of" ON "open311"."update" USING btree ("municipality_id","report_id","at");