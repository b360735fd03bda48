CREATE TABLE "feedback"."addition" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"hidden" boolean DEFAULT false NOT NULL,
	CONSTRAINT "addition_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "feedback"."staff_note" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"text" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_note_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "feedback"."template" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"category_id" uuid,
	"of" text NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "template_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "template_name" UNIQUE("municipality_id","unit_id","name"),
	CONSTRAINT "template_of" CHECK (of in ('answer', 'received', 'planned', 'underWay', 'elsewhere', 'done', 'cannot'))
);
--> statement-breakpoint
ALTER TABLE "feedback"."fixed" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "feedback"."addition" ADD CONSTRAINT "addition_municipality_id_report_id_report_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "feedback"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."staff_note" ADD CONSTRAINT "staff_note_municipality_id_report_id_report_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "feedback"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."template" ADD CONSTRAINT "template_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."template" ADD CONSTRAINT "template_municipality_id_category_id_category_municipality_id_id_fk" FOREIGN KEY ("municipality_id","category_id") REFERENCES "feedback"."category"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addition_of" ON "feedback"."addition" USING btree ("municipality_id","report_id","at");--> statement-breakpoint
CREATE INDEX "staff_note_of" ON "feedback"."staff_note" USING btree ("municipality_id","report_id","at");--> statement-breakpoint
CREATE INDEX "fixed_to_ask" ON "feedback"."fixed" USING btree ("municipality_id","asked_at") WHERE round = 2 and told_at is null and answered_at is null;