CREATE TABLE "feedback"."forward" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"by" text NOT NULL,
	"state" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"with_sender" boolean DEFAULT false NOT NULL,
	"reply_key" text NOT NULL,
	"mail_id" uuid,
	"external_id" text,
	"external_token" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_after" timestamp with time zone,
	"last_error" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"heard_at" timestamp with time zone,
	"ask_after" timestamp with time zone,
	"by_person" uuid,
	CONSTRAINT "forward_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "feedback"."forward_reply" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"forward_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"from" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"said" text NOT NULL,
	"external_id" text NOT NULL,
	CONSTRAINT "forward_reply_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "forward_reply_once" UNIQUE("municipality_id","forward_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "notices"."mail" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "feedback"."forward" ADD CONSTRAINT "forward_municipality_id_report_id_report_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "feedback"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."forward" ADD CONSTRAINT "forward_municipality_id_partner_id_partner_municipality_id_id_fk" FOREIGN KEY ("municipality_id","partner_id") REFERENCES "feedback"."partner"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback"."forward_reply" ADD CONSTRAINT "forward_reply_municipality_id_forward_id_forward_municipality_id_id_fk" FOREIGN KEY ("municipality_id","forward_id") REFERENCES "feedback"."forward"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "forward_of" ON "feedback"."forward" USING btree ("municipality_id","report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "forward_once" ON "feedback"."forward" USING btree ("municipality_id","report_id","partner_id") WHERE state <> 'closed';--> statement-breakpoint
CREATE UNIQUE INDEX "forward_reply_key" ON "feedback"."forward" USING btree ("reply_key");--> statement-breakpoint
CREATE INDEX "forward_waiting" ON "feedback"."forward" USING btree ("try_after") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "forward_asked" ON "feedback"."forward" USING btree ("ask_after") WHERE ask_after is not null;--> statement-breakpoint
CREATE INDEX "forward_failed" ON "feedback"."forward" USING btree ("municipality_id","partner_id") WHERE state = 'failed';