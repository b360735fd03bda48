CREATE SCHEMA "topics";
--> statement-breakpoint
CREATE TABLE "topics"."question" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"author_person_id" uuid NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"asked" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "somebody_asked" CHECK (asked > 0)
);
--> statement-breakpoint
ALTER TABLE "trail"."area" ADD COLUMN "west" double precision;--> statement-breakpoint
ALTER TABLE "trail"."area" ADD COLUMN "south" double precision;--> statement-breakpoint
ALTER TABLE "trail"."area" ADD COLUMN "east" double precision;--> statement-breakpoint
ALTER TABLE "trail"."area" ADD COLUMN "north" double precision;--> statement-breakpoint
ALTER TABLE "trail"."professional" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "topics"."question" ADD CONSTRAINT "question_municipality_id_topic_id_topic_municipality_id_id_fk" FOREIGN KEY ("municipality_id","topic_id") REFERENCES "trail"."topic"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics"."question" ADD CONSTRAINT "question_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_of_topic" ON "topics"."question" USING btree ("municipality_id","topic_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "question_of_author" ON "topics"."question" USING btree ("municipality_id","author_person_id","at");--> statement-breakpoint
CREATE INDEX "subject_topic_moving" ON "trail"."subject" USING btree ("municipality_id","topic_id","kind","moved_at" DESC NULLS FIRST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "subject_area_moving" ON "trail"."subject" USING btree ("municipality_id","area","kind","moved_at" DESC NULLS FIRST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "subject_unit_moving" ON "trail"."subject" USING btree ("municipality_id","owner_unit_id","kind","moved_at" DESC NULLS FIRST) WHERE visibility = 'public';--> statement-breakpoint
ALTER TABLE "trail"."area" ADD CONSTRAINT "area_boxed" CHECK (num_nulls(shape, west, south, east, north) in (0, 5));