-- What the schema files cannot say: search vectors, counts kept where the fact is written, and the shape of threads.

CREATE FUNCTION trail.search_vector(language text, title jsonb, body text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(setweight(to_tsvector('finnish', title->>'fi'), 'A'), '')
      || coalesce(setweight(to_tsvector('swedish', title->>'sv'), 'A'), '')
      || coalesce(setweight(to_tsvector('english', title->>'en'), 'A'), '')
      || setweight(to_tsvector((CASE language WHEN 'sv' THEN 'swedish' WHEN 'en' THEN 'english' ELSE 'finnish' END)::regconfig, body), 'B')
$$;
--> statement-breakpoint
-- metres between two places on the globe (haversine)
CREATE FUNCTION trail.metres(lon1 float8, lat1 float8, lon2 float8, lat2 float8) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 12742000 * asin(sqrt(least(1, sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)))
$$;
--> statement-breakpoint
CREATE FUNCTION ideas.count_support() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    UPDATE trail.subject SET supports = supports + 1 WHERE municipality_id = new.municipality_id AND id = new.idea_id;
  ELSE
    UPDATE trail.subject SET supports = supports - 1 WHERE municipality_id = old.municipality_id AND id = old.idea_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_support AFTER INSERT OR DELETE ON ideas.support FOR EACH ROW EXECUTE FUNCTION ideas.count_support();
--> statement-breakpoint
-- A comment counts while it can be read. A thread is two deep.
CREATE FUNCTION discussion.keep_thread() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was int := 0;
  is_now int := 0;
BEGIN
  IF tg_op <> 'INSERT' AND old.hidden_at IS NULL AND old.removed_at IS NULL THEN was := 1; END IF;
  IF tg_op <> 'DELETE' AND new.hidden_at IS NULL AND new.removed_at IS NULL THEN is_now := 1; END IF;
  IF tg_op = 'INSERT' AND new.parent_id IS NOT NULL THEN
    PERFORM 1 FROM discussion.comment c WHERE c.municipality_id = new.municipality_id AND c.id = new.parent_id
      AND c.parent_id IS NULL AND c.subject_id = new.subject_id;
    IF NOT FOUND THEN RAISE EXCEPTION 'a reply answers a first-level comment of the same subject' USING errcode = 'check_violation', constraint = 'thread_two_deep'; END IF;
  END IF;
  IF was <> is_now THEN
    UPDATE trail.subject SET comments = comments + is_now - was
      WHERE municipality_id = coalesce(new.municipality_id, old.municipality_id) AND id = coalesce(new.subject_id, old.subject_id);
    IF coalesce(new.parent_id, old.parent_id) IS NOT NULL THEN
      UPDATE discussion.comment SET replies = replies + is_now - was
        WHERE municipality_id = coalesce(new.municipality_id, old.municipality_id) AND id = coalesce(new.parent_id, old.parent_id);
    END IF;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_thread AFTER INSERT OR DELETE OR UPDATE OF hidden_at, removed_at ON discussion.comment FOR EACH ROW EXECUTE FUNCTION discussion.keep_thread();
--> statement-breakpoint
-- An undelivered event wakes the workers.
CREATE FUNCTION trail.announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('nousu_events', new.municipality_id::text); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER announce AFTER INSERT ON trail.event FOR EACH ROW WHEN (new.delivered_at IS NULL) EXECUTE FUNCTION trail.announce();
