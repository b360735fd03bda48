CREATE SCHEMA "geo";
--> statement-breakpoint
CREATE SCHEMA "found";
--> statement-breakpoint
CREATE TABLE "geo"."address" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"street_id" uuid NOT NULL,
	"number" text NOT NULL,
	"first" integer NOT NULL,
	"postal_code" text,
	"area" text,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"x" double precision NOT NULL,
	"y" double precision NOT NULL,
	CONSTRAINT "address_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "address_once" UNIQUE("municipality_id","street_id","number")
);
--> statement-breakpoint
CREATE TABLE "geo"."street" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"fi" text,
	"sv" text,
	"search" text NOT NULL,
	"area" text,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "street_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "street_once" UNIQUE NULLS NOT DISTINCT("municipality_id","fi","sv")
);
--> statement-breakpoint
CREATE TABLE "feedback"."heap" (
	"municipality_id" integer NOT NULL,
	"level" smallint NOT NULL,
	"category_id" uuid NOT NULL,
	"col" integer NOT NULL,
	"row" integer NOT NULL,
	"open" boolean NOT NULL,
	"slot" integer NOT NULL,
	"count" integer NOT NULL,
	"x" double precision NOT NULL,
	"y" double precision NOT NULL,
	CONSTRAINT "heap_municipality_id_level_category_id_col_row_open_slot_pk" PRIMARY KEY("municipality_id","level","category_id","col","row","open","slot")
);
--> statement-breakpoint
CREATE TABLE "feedback"."listing" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"open" boolean NOT NULL,
	"done_at" timestamp with time zone,
	"area" text,
	"sent_at" timestamp with time zone NOT NULL,
	"me_toos" integer NOT NULL,
	"x" double precision,
	"y" double precision,
	CONSTRAINT "listing_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "found"."consent" (
	"municipality_id" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_by" uuid,
	"unit_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"idea_id" uuid,
	"born_at" timestamp with time zone,
	CONSTRAINT "consent_municipality_id_report_id_pk" PRIMARY KEY("municipality_id","report_id"),
	CONSTRAINT "answered_when_answered" CHECK ((answer is null) = (answered_at is null)),
	CONSTRAINT "born_is_an_idea" CHECK (born_at is null or idea_id is not null),
	CONSTRAINT "no_is_no" CHECK (answer is distinct from 'no' or idea_id is null)
);
--> statement-breakpoint
CREATE TABLE "found"."learned" (
	"municipality_id" integer NOT NULL,
	"feature" text NOT NULL,
	"weight" double precision NOT NULL,
	"seen" integer NOT NULL,
	CONSTRAINT "learned_municipality_id_feature_pk" PRIMARY KEY("municipality_id","feature"),
	CONSTRAINT "weight_bounded" CHECK (weight between -2 and 2)
);
--> statement-breakpoint
CREATE TABLE "found"."letter" (
	"municipality_id" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"monday" date NOT NULL,
	"count" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letter_municipality_id_unit_id_monday_pk" PRIMARY KEY("municipality_id","unit_id","monday")
);
--> statement-breakpoint
CREATE TABLE "found"."reading" (
	"municipality_id" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"score" double precision NOT NULL,
	"kind" text,
	"likely" boolean NOT NULL,
	"sentence" text NOT NULL,
	"hits" jsonb NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"model" text DEFAULT 'off' NOT NULL,
	"model_after" timestamp with time zone,
	"model_tries" smallint DEFAULT 0 NOT NULL,
	"model_error" text,
	"suggestion" jsonb,
	CONSTRAINT "reading_municipality_id_report_id_pk" PRIMARY KEY("municipality_id","report_id"),
	CONSTRAINT "decided_by_someone" CHECK ((state = 'new') = (decided_at is null)),
	CONSTRAINT "score_bounded" CHECK (score between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "geo"."address" ADD CONSTRAINT "address_municipality_id_street_id_street_municipality_id_id_fk" FOREIGN KEY ("municipality_id","street_id") REFERENCES "geo"."street"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."listing" ADD CONSTRAINT "listing_municipality_id_id_report_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "feedback"."report"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "found"."consent" ADD CONSTRAINT "consent_municipality_id_report_id_reading_municipality_id_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "found"."reading"("municipality_id","report_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "found"."consent" ADD CONSTRAINT "consent_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "found"."letter" ADD CONSTRAINT "letter_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "found"."reading" ADD CONSTRAINT "reading_municipality_id_report_id_report_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "feedback"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_near" ON "geo"."address" USING gist (municipality_id,point(x, y));--> statement-breakpoint
CREATE INDEX "address_in_order" ON "geo"."address" USING btree ("municipality_id","street_id","first");--> statement-breakpoint
CREATE INDEX "street_search" ON "geo"."street" USING gin (municipality_id,search gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "listing_newest" ON "feedback"."listing" USING btree ("municipality_id","sent_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "listing_newest_open" ON "feedback"."listing" USING btree ("municipality_id","sent_at","id") WHERE open;--> statement-breakpoint
CREATE INDEX "listing_category" ON "feedback"."listing" USING btree ("municipality_id","category_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "listing_category_open" ON "feedback"."listing" USING btree ("municipality_id","category_id","sent_at","id") WHERE open;--> statement-breakpoint
CREATE INDEX "listing_area" ON "feedback"."listing" USING btree ("municipality_id","area","sent_at","id");--> statement-breakpoint
CREATE INDEX "listing_area_open" ON "feedback"."listing" USING btree ("municipality_id","area","sent_at","id") WHERE open;--> statement-breakpoint
CREATE INDEX "listing_me_too" ON "feedback"."listing" USING btree ("municipality_id","me_toos" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "listing_me_too_open" ON "feedback"."listing" USING btree ("municipality_id","me_toos" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE open;--> statement-breakpoint
CREATE INDEX "listing_done" ON "feedback"."listing" USING btree ("municipality_id","done_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE done_at is not null;--> statement-breakpoint
CREATE INDEX "listing_near" ON "feedback"."listing" USING gist (municipality_id,point(x, y)) WHERE x is not null;--> statement-breakpoint
CREATE INDEX "listing_near_open" ON "feedback"."listing" USING gist (municipality_id,point(x, y)) WHERE x is not null and open;--> statement-breakpoint
CREATE INDEX "listing_near_of_category" ON "feedback"."listing" USING gist (municipality_id,category_id,point(x, y)) WHERE x is not null;--> statement-breakpoint
CREATE INDEX "consent_idea" ON "found"."consent" USING btree ("municipality_id","idea_id") WHERE idea_id is not null;--> statement-breakpoint
CREATE INDEX "reading_likely" ON "found"."reading" USING btree ("municipality_id","state","read_at" DESC NULLS FIRST,"report_id") WHERE likely;--> statement-breakpoint
CREATE INDEX "reading_decided" ON "found"."reading" USING btree ("municipality_id","decided_at") WHERE state <> 'new';--> statement-breakpoint
CREATE INDEX "reading_asked" ON "found"."reading" USING btree ("model_after") WHERE model = 'asked';