CREATE SCHEMA "initiatives";
--> statement-breakpoint
CREATE TABLE "initiatives"."co_author" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"person_id" uuid,
	"shown" boolean DEFAULT false NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "co_author_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "initiatives"."decision_file" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_file_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "initiatives"."elsewhere" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"url" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"signers" integer DEFAULT 0 NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "elsewhere_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "initiatives"."initiative" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"collective" boolean NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"fix" text DEFAULT 'ok' NOT NULL,
	"text" text NOT NULL,
	"author_person_id" uuid NOT NULL,
	"author_organisation_id" uuid,
	"author_shown" boolean DEFAULT true NOT NULL,
	"author_membership" text NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"returned_why" text,
	"fix_title" text,
	"fix_text" text,
	"basis_id" uuid,
	"basis_day" date,
	"basis_source" text,
	"basis_residents" integer,
	"basis_aged_15_plus" integer,
	"threshold_2" integer,
	"threshold_4" integer,
	"signers" integer DEFAULT 0 NOT NULL,
	"residents" integer DEFAULT 0 NOT NULL,
	"crossed_2_at" timestamp with time zone,
	"crossed_4_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"review_asked_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"sent_to" text,
	"registered_at" timestamp with time zone,
	"case_number" text,
	"of_council" boolean DEFAULT true NOT NULL,
	"decided_at" timestamp with time zone,
	"outcome" text,
	"decision" text,
	"decision_url" text,
	"measures" text DEFAULT '' NOT NULL,
	CONSTRAINT "initiative_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "initiative_states" CHECK (kind in ('ordinary', 'referendum') and state in ('draft', 'review', 'accepted', 'published') and fix in ('ok', 'fix', 'review')),
	CONSTRAINT "fixed_after_acceptance" CHECK (fix = 'ok' or (state in ('accepted', 'published') and sent_at is null)),
	CONSTRAINT "sent_is_published" CHECK (sent_at is null or (state = 'published' and fix = 'ok')),
	CONSTRAINT "decided_after_sending" CHECK (decided_at is null or (sent_at is not null and outcome is not null and decision is not null)),
	CONSTRAINT "referendum_is_collective" CHECK (kind = 'ordinary' or collective),
	CONSTRAINT "collecting_has_a_basis" CHECK (state <> 'published' or not collective or (threshold_2 is not null and threshold_4 is not null and basis_day is not null))
);
--> statement-breakpoint
CREATE TABLE "initiatives"."population" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"day" date NOT NULL,
	"source" text NOT NULL,
	"residents" integer NOT NULL,
	"aged_15_plus" integer NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"added_by" uuid,
	CONSTRAINT "population_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "population_once_a_day" UNIQUE("municipality_id","day"),
	CONSTRAINT "population_whole" CHECK (aged_15_plus between 1 and residents and residents < 10000000)
);
--> statement-breakpoint
CREATE TABLE "initiatives"."registry" (
	"municipality_id" integer NOT NULL,
	"email" text,
	"unit_id" uuid,
	CONSTRAINT "registry_municipality_id_pk" PRIMARY KEY("municipality_id")
);
--> statement-breakpoint
CREATE TABLE "initiatives"."signature" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"email" text,
	"language" text NOT NULL,
	"email_key" text,
	"human_key" text,
	"name" text NOT NULL,
	"shown" boolean NOT NULL,
	"membership" text NOT NULL,
	"home" text,
	"identified" boolean DEFAULT false NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "signature_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "initiatives"."told" (
	"municipality_id" integer NOT NULL,
	"initiative_id" uuid NOT NULL,
	"what" text NOT NULL,
	"round" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "told_municipality_id_initiative_id_what_round_pk" PRIMARY KEY("municipality_id","initiative_id","what","round")
);
--> statement-breakpoint
ALTER TABLE "initiatives"."co_author" ADD CONSTRAINT "co_author_municipality_id_initiative_id_initiative_municipality_id_id_fk" FOREIGN KEY ("municipality_id","initiative_id") REFERENCES "initiatives"."initiative"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives"."decision_file" ADD CONSTRAINT "decision_file_municipality_id_initiative_id_initiative_municipality_id_id_fk" FOREIGN KEY ("municipality_id","initiative_id") REFERENCES "initiatives"."initiative"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives"."elsewhere" ADD CONSTRAINT "elsewhere_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives"."initiative" ADD CONSTRAINT "initiative_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives"."initiative" ADD CONSTRAINT "initiative_municipality_id_basis_id_population_municipality_id_id_fk" FOREIGN KEY ("municipality_id","basis_id") REFERENCES "initiatives"."population"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives"."registry" ADD CONSTRAINT "registry_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives"."signature" ADD CONSTRAINT "signature_municipality_id_initiative_id_initiative_municipality_id_id_fk" FOREIGN KEY ("municipality_id","initiative_id") REFERENCES "initiatives"."initiative"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives"."told" ADD CONSTRAINT "told_municipality_id_initiative_id_initiative_municipality_id_id_fk" FOREIGN KEY ("municipality_id","initiative_id") REFERENCES "initiatives"."initiative"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "co_author_of_person" ON "initiatives"."co_author" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "co_author_once" ON "initiatives"."co_author" USING btree ("municipality_id","initiative_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "co_author_address" ON "initiatives"."co_author" USING btree ("municipality_id","initiative_id","email");--> statement-breakpoint
CREATE INDEX "decision_file_of" ON "initiatives"."decision_file" USING btree ("municipality_id","initiative_id");--> statement-breakpoint
CREATE UNIQUE INDEX "elsewhere_once" ON "initiatives"."elsewhere" USING btree ("municipality_id","url");--> statement-breakpoint
CREATE INDEX "initiative_sent" ON "initiatives"."initiative" USING btree ("municipality_id","sent_at");--> statement-breakpoint
CREATE INDEX "initiative_author" ON "initiatives"."initiative" USING btree ("municipality_id","author_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signature_person" ON "initiatives"."signature" USING btree ("municipality_id","initiative_id",coalesce(organisation_id, person_id)) WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "signature_email" ON "initiatives"."signature" USING btree ("municipality_id","initiative_id","email_key") WHERE email_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "signature_human" ON "initiatives"."signature" USING btree ("municipality_id","initiative_id","human_key") WHERE human_key is not null;--> statement-breakpoint
CREATE INDEX "signature_shown" ON "initiatives"."signature" USING btree ("municipality_id","initiative_id","confirmed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE confirmed_at is not null;--> statement-breakpoint
CREATE INDEX "signature_of_person" ON "initiatives"."signature" USING btree ("municipality_id","person_id");