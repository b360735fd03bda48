CREATE TABLE "trail"."reminder" (
	"municipality_id" integer NOT NULL,
	"subject_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminder_municipality_id_subject_id_due_at_kind_pk" PRIMARY KEY("municipality_id","subject_id","due_at","kind")
);
--> statement-breakpoint
CREATE TABLE "trail"."setback" (
	"municipality_id" integer NOT NULL,
	"event_id" uuid NOT NULL,
	"reaction" text NOT NULL,
	"attempts" integer NOT NULL,
	"try_after" timestamp with time zone,
	"error" text NOT NULL,
	CONSTRAINT "setback_municipality_id_event_id_reaction_pk" PRIMARY KEY("municipality_id","event_id","reaction")
);
--> statement-breakpoint
ALTER TABLE "trail"."reminder" ADD CONSTRAINT "reminder_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."setback" ADD CONSTRAINT "setback_municipality_id_event_id_event_municipality_id_id_fk" FOREIGN KEY ("municipality_id","event_id") REFERENCES "trail"."event"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "setback_due" ON "trail"."setback" USING btree ("try_after") WHERE try_after is not null;