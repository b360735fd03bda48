CREATE TABLE "trail"."missed" (
	"municipality_id" integer NOT NULL,
	"day" date NOT NULL,
	"words" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "missed_municipality_id_day_words_pk" PRIMARY KEY("municipality_id","day","words")
);
--> statement-breakpoint
CREATE TABLE "trail"."synonym" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"said" text NOT NULL,
	"means" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "synonym_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "synonym_once" UNIQUE("municipality_id","said","means"),
	CONSTRAINT "synonym_says_something" CHECK (said <> '' and means <> '' and said <> means)
);
--> statement-breakpoint
CREATE TABLE "directory"."listing" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"what" text NOT NULL,
	"kind" text,
	"fi" text NOT NULL,
	"sv" text NOT NULL,
	"en" text NOT NULL,
	"accessible" boolean NOT NULL,
	"free" boolean NOT NULL,
	"audiences" text[] NOT NULL,
	"unit_id" uuid,
	"provider_id" uuid,
	"area" text,
	"x" double precision,
	"y" double precision,
	CONSTRAINT "listing_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "directory"."listing" ADD CONSTRAINT "listing_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "missed_words" ON "trail"."missed" USING btree ("municipality_id","words");--> statement-breakpoint
CREATE INDEX "listing_fi" ON "directory"."listing" USING btree ("municipality_id","what","fi","id");--> statement-breakpoint
CREATE INDEX "listing_sv" ON "directory"."listing" USING btree ("municipality_id","what","sv","id");--> statement-breakpoint
CREATE INDEX "listing_en" ON "directory"."listing" USING btree ("municipality_id","what","en","id");--> statement-breakpoint
CREATE INDEX "listing_kind_fi" ON "directory"."listing" USING btree ("municipality_id","kind","fi","id");--> statement-breakpoint
CREATE INDEX "listing_kind_sv" ON "directory"."listing" USING btree ("municipality_id","kind","sv","id");--> statement-breakpoint
CREATE INDEX "listing_kind_en" ON "directory"."listing" USING btree ("municipality_id","kind","en","id");--> statement-breakpoint
CREATE INDEX "listing_unit" ON "directory"."listing" USING btree ("municipality_id","what","unit_id");--> statement-breakpoint
CREATE INDEX "listing_provider" ON "directory"."listing" USING btree ("municipality_id","what","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "listing_near" ON "directory"."listing" USING gist (municipality_id,point(x, y)) WHERE x is not null;--> statement-breakpoint
CREATE INDEX "listing_near_of_kind" ON "directory"."listing" USING gist (municipality_id,kind,point(x, y)) WHERE x is not null;--> statement-breakpoint
CREATE INDEX "open_time_at" ON "directory"."open_time" USING gist (municipality_id,tstzrange(opens_at, closes_at));