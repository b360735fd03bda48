ALTER TABLE "feedback"."fixed" DROP CONSTRAINT "fixed_answer";--> statement-breakpoint
ALTER TABLE "found"."consent" DROP CONSTRAINT "answered_when_answered";--> statement-breakpoint
ALTER TABLE "found"."reading" DROP CONSTRAINT "decided_by_someone";--> statement-breakpoint
ALTER TABLE "satisfaction"."question" DROP CONSTRAINT "question_place";--> statement-breakpoint
ALTER TABLE "work"."line" DROP CONSTRAINT "line_amounts";--> statement-breakpoint
ALTER TABLE "work"."work_order" DROP CONSTRAINT "announced_whole";--> statement-breakpoint
ALTER TABLE "feedback"."fixed" ADD CONSTRAINT "fixed_answer" CHECK ((answer is null) = (answered_at is null) and answer in ('yes', 'no', 'dontKnow') and round in (1, 2));--> statement-breakpoint
ALTER TABLE "feedback"."forward" ADD CONSTRAINT "forward_states" CHECK (by in ('mail', 'open311') and state in ('waiting', 'sent', 'answered', 'failed', 'closed'));--> statement-breakpoint
ALTER TABLE "feedback"."forward" ADD CONSTRAINT "tried_while_waiting" CHECK ((state = 'waiting') = (try_after is not null));--> statement-breakpoint
ALTER TABLE "feedback"."forward_reply" ADD CONSTRAINT "reply_said" CHECK ("from" in ('mail', 'page', 'open311') and said in ('underWay', 'done', 'notOurs', 'note', 'undelivered'));--> statement-breakpoint
ALTER TABLE "feedback"."partner" ADD CONSTRAINT "partner_kind" CHECK (kind in ('contractor', 'owner'));--> statement-breakpoint
ALTER TABLE "feedback"."report" ADD CONSTRAINT "report_channel" CHECK (channel in ('web', 'phone', 'desk', 'open311', 'satisfaction', 'mail'));--> statement-breakpoint
ALTER TABLE "found"."consent" ADD CONSTRAINT "answered_when_answered" CHECK ((answer is null) = (answered_at is null) and answer in ('named', 'nameless', 'no'));--> statement-breakpoint
ALTER TABLE "found"."reading" ADD CONSTRAINT "read_as" CHECK (kind in ('idea', 'need') and model in ('off', 'asked', 'done', 'failed'));--> statement-breakpoint
ALTER TABLE "found"."reading" ADD CONSTRAINT "decided_by_someone" CHECK ((state = 'new') = (decided_at is null) and state in ('new', 'confirmed', 'rejected'));--> statement-breakpoint
ALTER TABLE "satisfaction"."answer" ADD CONSTRAINT "answer_from" CHECK ("from" in ('page', 'poster', 'kiosk') and ("from" = 'kiosk') = (kiosk_id is not null));--> statement-breakpoint
ALTER TABLE "satisfaction"."question" ADD CONSTRAINT "question_place" CHECK (about in ('service', 'unit') or (about = 'place' and place_id is not null));--> statement-breakpoint
ALTER TABLE "work"."from_field" ADD CONSTRAINT "open_is_a_conflict" CHECK (open = (outcome = 'conflict') and outcome in ('taken', 'conflict', 'resolved'));--> statement-breakpoint
ALTER TABLE "work"."line" ADD CONSTRAINT "line_amounts" CHECK (kind in ('material', 'hours', 'cost') and quantity >= 0 and cents >= 0);--> statement-breakpoint
ALTER TABLE "work"."work_order" ADD CONSTRAINT "order_kinds" CHECK (kind in ('task', 'works', 'outage') and priority between 0 and 3);--> statement-breakpoint
ALTER TABLE "work"."work_order" ADD CONSTRAINT "announced_whole" CHECK ((kind = 'task') = (announcement is null) and (announcement is null or (starts_at is not null and ends_at > starts_at and metres between 0 and 20000)));