CREATE SCHEMA "files";
--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "notices";
--> statement-breakpoint
CREATE SCHEMA "trail";
--> statement-breakpoint
CREATE SCHEMA "discussion";
--> statement-breakpoint
CREATE SCHEMA "ideas";
--> statement-breakpoint
CREATE SCHEMA "moderation";
--> statement-breakpoint
CREATE TABLE "files"."picture" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"owner_person_id" uuid,
	"hidden" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "picture_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity"."account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"assurance" text,
	"birth_date" text,
	"home_municipality_code" text,
	"installation_admin" boolean DEFAULT false NOT NULL,
	"persona" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "identity"."credential" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"issuer" text,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credential_provider_id_account_id_unique" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."municipality" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity"."municipality_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"code" text,
	"languages" text[] NOT NULL,
	"hosts" text[] DEFAULT '{}' NOT NULL,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"hue" smallint DEFAULT 238 NOT NULL,
	"primary" boolean DEFAULT false NOT NULL,
	"rules" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "municipality_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "identity"."official" (
	"municipality_id" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"lead" boolean DEFAULT false NOT NULL,
	CONSTRAINT "official_municipality_id_person_id_unit_id_pk" PRIMARY KEY("municipality_id","person_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."organisation" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"business_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity"."passkey" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"aaguid" text,
	"created_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."person" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"language" text NOT NULL,
	"rhythm" text DEFAULT 'daily' NOT NULL,
	"home_longitude" double precision,
	"home_latitude" double precision,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "person_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity"."representative" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"until" timestamp with time zone,
	"handed_by" uuid,
	CONSTRAINT "representative_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity"."role" (
	"municipality_id" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "role_municipality_id_person_id_role_pk" PRIMARY KEY("municipality_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "identity"."session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "identity"."unit" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "unit_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "unit_municipality_id_key_unique" UNIQUE("municipality_id","key")
);
--> statement-breakpoint
CREATE TABLE "identity"."verification" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices"."mail" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"to" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"stop_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_after" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	CONSTRAINT "mail_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "notices"."notice" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid,
	"follow_id" uuid,
	"subject_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"rhythm" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notice_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "one_reader" CHECK (person_id is not null or follow_id is not null)
);
--> statement-breakpoint
CREATE TABLE "trail"."event" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_person_id" uuid,
	"actor_organisation_id" uuid,
	"actor_unit_id" uuid,
	"stage" text,
	"sentence" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"on_trail" boolean NOT NULL,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "event_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "trail"."follow" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"person_id" uuid,
	"email" text,
	"language" text NOT NULL,
	"rhythm" text NOT NULL,
	"why" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "one_follower" CHECK ((person_id is null) <> (email is null))
);
--> statement-breakpoint
CREATE TABLE "trail"."link" (
	"municipality_id" integer NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_municipality_id_from_id_to_id_kind_pk" PRIMARY KEY("municipality_id","from_id","to_id","kind"),
	CONSTRAINT "not_itself" CHECK (from_id <> to_id)
);
--> statement-breakpoint
CREATE TABLE "trail"."place" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"area" text NOT NULL,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	CONSTRAINT "place_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "trail"."subject" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"stage" text NOT NULL,
	"visibility" text NOT NULL,
	"author_person_id" uuid,
	"author_organisation_id" uuid,
	"owner_unit_id" uuid,
	"owner_person_id" uuid,
	"due_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"topic_id" uuid,
	"area" text,
	"place_name" text,
	"longitude" double precision,
	"latitude" double precision,
	"supports" integer DEFAULT 0 NOT NULL,
	"comments" integer DEFAULT 0 NOT NULL,
	"search" "tsvector" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subject_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "place_whole" CHECK ((longitude is null) = (latitude is null))
);
--> statement-breakpoint
CREATE TABLE "trail"."topic" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"unit_id" uuid NOT NULL,
	"hints" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "topic_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "topic_municipality_id_key_unique" UNIQUE("municipality_id","key")
);
--> statement-breakpoint
CREATE TABLE "discussion"."comment" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"parent_id" uuid,
	"author_person_id" uuid,
	"author_organisation_id" uuid,
	"unit_id" uuid,
	"stance" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"send_key" text,
	"imported_from" text,
	"replies" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "comment_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "stance_known" CHECK (stance in ('for', 'against', 'neutral'))
);
--> statement-breakpoint
CREATE TABLE "discussion"."comment_version" (
	"municipality_id" integer NOT NULL,
	"comment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"until" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_version_municipality_id_comment_id_number_pk" PRIMARY KEY("municipality_id","comment_id","number")
);
--> statement-breakpoint
CREATE TABLE "ideas"."answer" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"url" text,
	"whose" text,
	"unit_id" uuid NOT NULL,
	"author_person_id" uuid NOT NULL,
	"drafted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "answer_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "ideas"."experiment" (
	"municipality_id" integer NOT NULL,
	"idea_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"to_learn" text NOT NULL,
	"seen_from" text NOT NULL,
	"ends_on" date NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"learned" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "experiment_municipality_id_idea_id_round_pk" PRIMARY KEY("municipality_id","idea_id","round")
);
--> statement-breakpoint
CREATE TABLE "ideas"."idea" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"edited_at" timestamp with time zone,
	"confirm_email" text,
	"confirm_before" timestamp with time zone,
	"send_key" text,
	"imported_from" text,
	CONSTRAINT "idea_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "ideas"."merge_question" (
	"municipality_id" integer NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"moved" boolean,
	CONSTRAINT "merge_question_municipality_id_from_id_person_id_pk" PRIMARY KEY("municipality_id","from_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "ideas"."saved_view" (
	"municipality_id" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	CONSTRAINT "saved_view_municipality_id_person_id_name_pk" PRIMARY KEY("municipality_id","person_id","name")
);
--> statement-breakpoint
CREATE TABLE "ideas"."support" (
	"municipality_id" integer NOT NULL,
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "support_municipality_id_idea_id_person_id_pk" PRIMARY KEY("municipality_id","idea_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "ideas"."version" (
	"municipality_id" integer NOT NULL,
	"idea_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"until" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "version_municipality_id_idea_id_number_pk" PRIMARY KEY("municipality_id","idea_id","number")
);
--> statement-breakpoint
CREATE TABLE "moderation"."decision" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"comment_id" uuid,
	"act" text NOT NULL,
	"reason" text NOT NULL,
	"explanation" text NOT NULL,
	"by_person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"appeal" text,
	"appealed_at" timestamp with time zone,
	"appeal_settled_at" timestamp with time zone,
	CONSTRAINT "decision_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "moderation"."report" (
	"municipality_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"comment_id" uuid,
	"reason" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"by_person_id" uuid,
	"by_rule" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "report_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."credential" ADD CONSTRAINT "credential_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."official" ADD CONSTRAINT "official_municipality_id_person_id_person_municipality_id_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "identity"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."official" ADD CONSTRAINT "official_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."passkey" ADD CONSTRAINT "passkey_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."representative" ADD CONSTRAINT "representative_municipality_id_organisation_id_organisation_municipality_id_id_fk" FOREIGN KEY ("municipality_id","organisation_id") REFERENCES "identity"."organisation"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."representative" ADD CONSTRAINT "representative_municipality_id_person_id_person_municipality_id_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "identity"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."role" ADD CONSTRAINT "role_municipality_id_person_id_person_municipality_id_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "identity"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."event" ADD CONSTRAINT "event_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "follow_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."link" ADD CONSTRAINT "link_municipality_id_from_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","from_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."link" ADD CONSTRAINT "link_municipality_id_to_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","to_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail"."topic" ADD CONSTRAINT "topic_municipality_id_unit_id_unit_municipality_id_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "identity"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD CONSTRAINT "comment_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion"."comment" ADD CONSTRAINT "comment_municipality_id_parent_id_comment_municipality_id_id_fk" FOREIGN KEY ("municipality_id","parent_id") REFERENCES "discussion"."comment"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion"."comment_version" ADD CONSTRAINT "comment_version_municipality_id_comment_id_comment_municipality_id_id_fk" FOREIGN KEY ("municipality_id","comment_id") REFERENCES "discussion"."comment"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas"."answer" ADD CONSTRAINT "answer_municipality_id_idea_id_idea_municipality_id_id_fk" FOREIGN KEY ("municipality_id","idea_id") REFERENCES "ideas"."idea"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas"."experiment" ADD CONSTRAINT "experiment_municipality_id_idea_id_idea_municipality_id_id_fk" FOREIGN KEY ("municipality_id","idea_id") REFERENCES "ideas"."idea"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas"."idea" ADD CONSTRAINT "idea_municipality_id_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas"."merge_question" ADD CONSTRAINT "merge_question_municipality_id_from_id_idea_municipality_id_id_fk" FOREIGN KEY ("municipality_id","from_id") REFERENCES "ideas"."idea"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas"."merge_question" ADD CONSTRAINT "merge_question_municipality_id_to_id_idea_municipality_id_id_fk" FOREIGN KEY ("municipality_id","to_id") REFERENCES "ideas"."idea"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas"."support" ADD CONSTRAINT "support_municipality_id_idea_id_idea_municipality_id_id_fk" FOREIGN KEY ("municipality_id","idea_id") REFERENCES "ideas"."idea"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas"."version" ADD CONSTRAINT "version_municipality_id_idea_id_idea_municipality_id_id_fk" FOREIGN KEY ("municipality_id","idea_id") REFERENCES "ideas"."idea"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation"."decision" ADD CONSTRAINT "decision_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation"."report" ADD CONSTRAINT "report_municipality_id_subject_id_subject_municipality_id_id_fk" FOREIGN KEY ("municipality_id","subject_id") REFERENCES "trail"."subject"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "picture_municipality_id_subject_id_index" ON "files"."picture" USING btree ("municipality_id","subject_id");--> statement-breakpoint
CREATE INDEX "credential_user_id_index" ON "identity"."credential" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "official_municipality_id_unit_id_index" ON "identity"."official" USING btree ("municipality_id","unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_municipality_id_business_id_index" ON "identity"."organisation" USING btree ("municipality_id","business_id");--> statement-breakpoint
CREATE INDEX "passkey_user_id_index" ON "identity"."passkey" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "passkey_credential_id_index" ON "identity"."passkey" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "representative_municipality_id_person_id_index" ON "identity"."representative" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "representative_once" ON "identity"."representative" USING btree ("municipality_id","organisation_id","person_id") WHERE until is null;--> statement-breakpoint
CREATE INDEX "session_user_id_index" ON "identity"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier_index" ON "identity"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "mail_unsent" ON "notices"."mail" USING btree ("try_after") WHERE sent_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_person_once" ON "notices"."notice" USING btree ("municipality_id","event_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_follow_once" ON "notices"."notice" USING btree ("municipality_id","event_id","follow_id") WHERE person_id is null;--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notices"."notice" USING btree ("municipality_id","person_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notice_of_person" ON "notices"."notice" USING btree ("municipality_id","person_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notice_unmailed" ON "notices"."notice" USING btree ("municipality_id","rhythm") WHERE mailed_at is null;--> statement-breakpoint
CREATE INDEX "event_trail" ON "trail"."event" USING btree ("municipality_id","subject_id","at" DESC NULLS FIRST) WHERE on_trail;--> statement-breakpoint
CREATE INDEX "event_undelivered" ON "trail"."event" USING btree ("at") WHERE delivered_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_person" ON "trail"."follow" USING btree ("municipality_id","subject_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_email" ON "trail"."follow" USING btree ("municipality_id","subject_id","email") WHERE email is not null;--> statement-breakpoint
CREATE INDEX "follow_of_person" ON "trail"."follow" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE INDEX "link_municipality_id_to_id_index" ON "trail"."link" USING btree ("municipality_id","to_id");--> statement-breakpoint
CREATE INDEX "subject_newest" ON "trail"."subject" USING btree ("municipality_id","kind","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "subject_moving" ON "trail"."subject" USING btree ("municipality_id","kind","moved_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "subject_supported" ON "trail"."subject" USING btree ("municipality_id","kind","supports" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "subject_unanswered" ON "trail"."subject" USING btree ("municipality_id","kind","created_at","id") WHERE visibility = 'public' and answered_at is null and due_at is not null;--> statement-breakpoint
CREATE INDEX "subject_stage" ON "trail"."subject" USING btree ("municipality_id","kind","stage","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "subject_topic" ON "trail"."subject" USING btree ("municipality_id","topic_id","created_at" DESC NULLS FIRST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "subject_area" ON "trail"."subject" USING btree ("municipality_id","area","created_at" DESC NULLS FIRST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "subject_owner" ON "trail"."subject" USING btree ("municipality_id","owner_unit_id","due_at");--> statement-breakpoint
CREATE INDEX "subject_due" ON "trail"."subject" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "subject_author" ON "trail"."subject" USING btree ("municipality_id","author_person_id");--> statement-breakpoint
CREATE INDEX "subject_search" ON "trail"."subject" USING gin ("municipality_id","search");--> statement-breakpoint
CREATE INDEX "subject_title" ON "trail"."subject" USING gin (municipality_id,lower(coalesce(title->>'fi', title->>'sv', title->>'en')) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "subject_near" ON "trail"."subject" USING gist (municipality_id,point(longitude, latitude)) WHERE longitude is not null and visibility = 'public';--> statement-breakpoint
CREATE INDEX "comment_newest" ON "discussion"."comment" USING btree ("municipality_id","subject_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE parent_id is null;--> statement-breakpoint
CREATE INDEX "comment_replies" ON "discussion"."comment" USING btree ("municipality_id","parent_id","at") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "comment_author" ON "discussion"."comment" USING btree ("municipality_id","author_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_sent_once" ON "discussion"."comment" USING btree ("municipality_id","send_key");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_imported_once" ON "discussion"."comment" USING btree ("municipality_id","imported_from");--> statement-breakpoint
CREATE INDEX "answer_municipality_id_idea_id_index" ON "ideas"."answer" USING btree ("municipality_id","idea_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_draft" ON "ideas"."answer" USING btree ("municipality_id","idea_id") WHERE published_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_experiment_running" ON "ideas"."experiment" USING btree ("municipality_id","idea_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "idea_sent_once" ON "ideas"."idea" USING btree ("municipality_id","send_key");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_imported_once" ON "ideas"."idea" USING btree ("municipality_id","imported_from");--> statement-breakpoint
CREATE INDEX "merge_question_municipality_id_person_id_index" ON "ideas"."merge_question" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE INDEX "support_municipality_id_person_id_index" ON "ideas"."support" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE INDEX "decision_municipality_id_at_index" ON "moderation"."decision" USING btree ("municipality_id","at");--> statement-breakpoint
CREATE INDEX "decision_municipality_id_subject_id_index" ON "moderation"."decision" USING btree ("municipality_id","subject_id");--> statement-breakpoint
CREATE INDEX "appeal_open" ON "moderation"."decision" USING btree ("municipality_id","appealed_at") WHERE appealed_at is not null and appeal_settled_at is null;--> statement-breakpoint
CREATE INDEX "report_open" ON "moderation"."report" USING btree ("municipality_id","at") WHERE settled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "report_once" ON "moderation"."report" USING btree ("municipality_id","subject_id",coalesce(comment_id, subject_id),"by_person_id") WHERE by_person_id is not null and settled_at is null;