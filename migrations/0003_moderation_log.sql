-- The log of moderation is only ever added to: the web role may not update or delete it (core/db/migrate), and the one
-- thing that comes later, the author's appeal and its end, is written once.
CREATE FUNCTION moderation.keep_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (old.appeal IS NOT NULL AND (new.appeal, new.appealed_at) IS DISTINCT FROM (old.appeal, old.appealed_at))
    OR (old.appeal_settled_at IS NOT NULL AND new.appeal_settled_at IS DISTINCT FROM old.appeal_settled_at)
    OR (new.appeal_settled_at IS NOT NULL AND new.appeal IS NULL)
    OR (new.municipality_id, new.id, new.subject_id, new.comment_id, new.act, new.reason, new.explanation, new.by_person_id, new.at, new.appeal_of)
      IS DISTINCT FROM (old.municipality_id, old.id, old.subject_id, old.comment_id, old.act, old.reason, old.explanation, old.by_person_id, old.at, old.appeal_of)
  THEN RAISE EXCEPTION 'the log of moderation is not changed' USING errcode = 'check_violation', constraint = 'log_not_changed'; END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_log BEFORE UPDATE ON moderation.decision FOR EACH ROW EXECUTE FUNCTION moderation.keep_log();
