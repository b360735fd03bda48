-- What was seen stays as it was seen. Of an observation only its teller is forgotten, and it goes when its time is over
-- (conditions.forget, which says so to these triggers); nothing else changes or takes one away.
CREATE FUNCTION conditions.stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'DELETE' THEN
    IF coalesce(current_setting('conditions.forgetting', true), '') = 'on' THEN RETURN old; END IF;
  ELSIF new.person_id IS NULL AND to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' THEN RETURN new;
  END IF;
  RAISE EXCEPTION 'what was observed stays' USING ERRCODE = 'restrict_violation', CONSTRAINT = tg_table_name || '_stays';
END $$;
--> statement-breakpoint
CREATE TRIGGER observation_stays BEFORE UPDATE OR DELETE ON conditions.observation FOR EACH ROW EXECUTE FUNCTION conditions.stays();
--> statement-breakpoint
CREATE TRIGGER maintained_stays BEFORE UPDATE OR DELETE ON conditions.maintained FOR EACH ROW EXECUTE FUNCTION conditions.stays();
--> statement-breakpoint
-- The newest of each property of a place, one statement for all that came together, in the order of the key, so that two
-- heaps that touch the same places wait for each other and never in a ring. An older one that comes later changes nothing.
CREATE FUNCTION conditions.keep_latest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conditions.latest AS l (municipality_id, place_id, property, observation_id, value, number, observed_at, same_since, source, device_id)
  SELECT n.municipality_id, n.place_id, n.property, n.id, n.value, n.number, n.observed_at, n.observed_at, n.source, n.device_id FROM (
    SELECT DISTINCT ON (o.municipality_id, o.place_id, o.property) o.* FROM came o ORDER BY o.municipality_id, o.place_id, o.property, o.observed_at DESC, o.id DESC) n
  ORDER BY n.municipality_id, n.place_id, n.property
  ON CONFLICT (municipality_id, place_id, property) DO UPDATE SET
    observation_id = excluded.observation_id, value = excluded.value, number = excluded.number, observed_at = excluded.observed_at, source = excluded.source, device_id = excluded.device_id,
    same_since = CASE WHEN excluded.value = l.value THEN l.same_since ELSE excluded.observed_at END
  WHERE (excluded.observed_at, excluded.observation_id) > (l.observed_at, l.observation_id);
  -- several of one property in one heap: since when it is the same is read of them
  IF (SELECT count(*) > count(DISTINCT (o.place_id, o.property)) FROM came o) THEN
    UPDATE conditions.latest l SET same_since = s.since FROM (
      SELECT DISTINCT ON (r.municipality_id, r.place_id, r.property) r.municipality_id, r.place_id, r.property, r.id,
        (SELECT min(c.observed_at) FROM came c WHERE c.municipality_id = r.municipality_id AND c.place_id = r.place_id AND c.property = r.property
          AND c.observed_at > coalesce((SELECT max(d.observed_at) FROM came d WHERE d.municipality_id = r.municipality_id AND d.place_id = r.place_id AND d.property = r.property AND d.value IS DISTINCT FROM r.value), '-infinity')) AS since,
        EXISTS (SELECT FROM came d WHERE d.municipality_id = r.municipality_id AND d.place_id = r.place_id AND d.property = r.property AND d.value IS DISTINCT FROM r.value) AS mixed
      FROM came r ORDER BY r.municipality_id, r.place_id, r.property, r.observed_at DESC, r.id DESC) s
    WHERE l.municipality_id = s.municipality_id AND l.place_id = s.place_id AND l.property = s.property AND l.observation_id = s.id AND s.since IS NOT NULL AND (s.mixed OR s.since < l.same_since);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_latest AFTER INSERT ON conditions.observation REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION conditions.keep_latest();
--> statement-breakpoint
CREATE FUNCTION conditions.keep_maintained_latest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conditions.maintained_latest AS l (municipality_id, place_id, what, maintained_id, at, source)
  SELECT n.municipality_id, n.place_id, n.what, n.id, n.at, n.source FROM (
    SELECT DISTINCT ON (o.municipality_id, o.place_id, o.what) o.* FROM came o ORDER BY o.municipality_id, o.place_id, o.what, o.at DESC, o.id DESC) n
  ORDER BY n.municipality_id, n.place_id, n.what
  ON CONFLICT (municipality_id, place_id, what) DO UPDATE SET maintained_id = excluded.maintained_id, at = excluded.at, source = excluded.source
  WHERE (excluded.at, excluded.maintained_id) > (l.at, l.maintained_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_maintained_latest AFTER INSERT ON conditions.maintained REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION conditions.keep_maintained_latest();
--> statement-breakpoint
-- Keeping: who said it for 90 days, what was seen for 400. Of the municipality of the connection, by row-level security.
CREATE FUNCTION conditions.forget(m int, moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE conditions.observation SET person_id = NULL WHERE municipality_id = m AND person_id IS NOT NULL AND received_at < moment - interval '90 days';
  UPDATE conditions.maintained SET person_id = NULL WHERE municipality_id = m AND person_id IS NOT NULL AND received_at < moment - interval '90 days';
  UPDATE conditions.notice SET person_id = NULL WHERE municipality_id = m AND person_id IS NOT NULL AND "from" < moment - interval '90 days';
  UPDATE conditions.season s SET person_id = NULL WHERE s.municipality_id = m AND s.person_id IS NOT NULL AND s.at < moment - interval '90 days';
  PERFORM set_config('conditions.forgetting', 'on', true);
  DELETE FROM conditions.observation WHERE municipality_id = m AND observed_at < moment - interval '400 days';
  DELETE FROM conditions.maintained d WHERE d.municipality_id = m AND d.at < moment - interval '400 days';
  PERFORM set_config('conditions.forgetting', '', true);
  DELETE FROM conditions.latest WHERE municipality_id = m AND observed_at < moment - interval '400 days';
  DELETE FROM conditions.maintained_latest l WHERE l.municipality_id = m AND l.at < moment - interval '400 days';
  DELETE FROM conditions.notice WHERE municipality_id = m AND until < moment - interval '400 days';
END $$;
--> statement-breakpoint
-- A row of these is written over again and again: room for it where it is, so that no index grows.
ALTER TABLE conditions.latest SET (fillfactor = 70);
--> statement-breakpoint
ALTER TABLE conditions.maintained_latest SET (fillfactor = 70);
