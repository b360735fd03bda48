-- Nothing new arrives in a topic that has been merged: a subject and an audience go on to where it went, however their writer
-- came to know of it; a follow is tried again, because its follower may follow the other topic already. The lock waits for
-- a merge that is under way.
CREATE FUNCTION trail.lead_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  went uuid;
BEGIN
  IF new.topic_id IS NULL THEN RETURN new; END IF;
  SELECT t.merged_into INTO went FROM trail.topic t WHERE t.municipality_id = new.municipality_id AND t.id = new.topic_id FOR KEY SHARE;
  IF went IS NULL THEN RETURN new; END IF;
  IF tg_table_name = 'follow' THEN RAISE EXCEPTION 'the topic was merged meanwhile' USING errcode = 'serialization_failure'; END IF;
  new.topic_id := went;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER lead_on BEFORE INSERT OR UPDATE OF topic_id ON trail.subject FOR EACH ROW WHEN (new.topic_id IS NOT NULL) EXECUTE FUNCTION trail.lead_on();
--> statement-breakpoint
CREATE TRIGGER lead_on BEFORE INSERT OR UPDATE OF topic_id ON trail.audience FOR EACH ROW WHEN (new.topic_id IS NOT NULL) EXECUTE FUNCTION trail.lead_on();
--> statement-breakpoint
CREATE TRIGGER lead_on BEFORE INSERT OR UPDATE OF topic_id ON trail.follow FOR EACH ROW WHEN (new.topic_id IS NOT NULL) EXECUTE FUNCTION trail.lead_on();
