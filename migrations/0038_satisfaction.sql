CREATE SCHEMA "satisfaction";
--> statement-breakpoint
CREATE TABLE "satisfaction"."answer" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"day" date NOT NULL,
	"value" smallint NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"from" text NOT NULL,
	"visit" text,
	"kiosk_id" uuid,
	"client_id" text,
	"report_id" uuid,
	CONSTRAINT "answer_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "answer_face" CHECK (value between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "satisfaction"."count" (
	"municipality_id" integer NOT NULL,
	"question_id" uuid NOT NULL,
	"day" date NOT NULL,
	"value" smallint NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "count_municipality_id_question_id_day_value_pk" PRIMARY KEY("municipality_id","question_id","day","value"),
	CONSTRAINT "count_not_below" CHECK (number >= 0)
);
--> statement-breakpoint
CREATE TABLE "satisfaction"."kiosk" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"heard_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "kiosk_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "kiosk_secret" UNIQUE("municipality_id","secret")
);
--> statement-breakpoint
CREATE TABLE "satisfaction"."question" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"about" text NOT NULL,
	"name" jsonb NOT NULL,
	"prompt" jsonb,
	"unit_id" uuid NOT NULL,
	"place_id" uuid,
	"category_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "question_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "question_code" UNIQUE("municipality_id","code"),
	CONSTRAINT "question_place" CHECK (about <> 'place' or place_id is not null)
);
--> statement-breakpoint
ALTER TABLE "satisfaction"."answer" ADD CONSTRAINT "answer_municipality_id_question_id_question_municipality_id_id_fk" FOREIGN KEY ("municipality_id","question_id") REFERENCES "satisfaction"."question"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfaction"."answer" ADD CONSTRAINT "answer_municipality_id_kiosk_id_kiosk_municipality_id_id_fk" FOREIGN KEY ("municipality_id","kiosk_id") REFERENCES "satisfaction"."kiosk"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfaction"."count" ADD CONSTRAINT "count_municipality_id_question_id_question_municipality_id_id_fk" FOREIGN KEY ("municipality_id","question_id") REFERENCES "satisfaction"."question"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfaction"."kiosk" ADD CONSTRAINT "kiosk_municipality_id_question_id_question_municipality_id_id_fk" FOREIGN KEY ("municipality_id","question_id") REFERENCES "satisfaction"."question"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfaction"."question" ADD CONSTRAINT "question_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfaction"."question" ADD CONSTRAINT "question_municipality_id_place_id_place_municipality_id_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "trail"."place"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_newest" ON "satisfaction"."answer" USING btree ("municipality_id","question_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "answer_a_visit" ON "satisfaction"."answer" USING btree ("municipality_id","question_id","visit") WHERE visit is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "answer_once" ON "satisfaction"."answer" USING btree ("municipality_id","client_id") WHERE client_id is not null;--> statement-breakpoint
CREATE INDEX "answer_worded" ON "satisfaction"."answer" USING btree ("municipality_id","question_id","at" DESC NULLS FIRST) WHERE words <> '';--> statement-breakpoint
CREATE INDEX "kiosk_of" ON "satisfaction"."kiosk" USING btree ("municipality_id","question_id");--> statement-breakpoint
CREATE INDEX "question_of_unit" ON "satisfaction"."question" USING btree ("municipality_id","unit_id");--> statement-breakpoint
-- The counts are what the answers are, and stay so when a tap is changed.
CREATE FUNCTION satisfaction.keep_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op IN ('UPDATE', 'DELETE') THEN
    UPDATE satisfaction.count SET number = number - 1 WHERE municipality_id = old.municipality_id AND question_id = old.question_id AND day = old.day AND value = old.value;
  END IF;
  IF tg_op IN ('INSERT', 'UPDATE') THEN
    INSERT INTO satisfaction.count (municipality_id, question_id, day, value, number) VALUES (new.municipality_id, new.question_id, new.day, new.value, 1)
      ON CONFLICT (municipality_id, question_id, day, value) DO UPDATE SET number = satisfaction.count.number + 1;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_count AFTER INSERT OR DELETE OR UPDATE OF value ON satisfaction.answer FOR EACH ROW EXECUTE FUNCTION satisfaction.keep_count();
