ALTER TABLE "found"."reading" DROP CONSTRAINT "reading_municipality_id_report_id_report_municipality_id_id_fk";
--> statement-breakpoint
ALTER TABLE "found"."reading" ADD CONSTRAINT "reading_municipality_id_report_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;