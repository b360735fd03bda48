-- subject.supports counts those who said "me too".
CREATE FUNCTION feedback.count_me_too() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'INSERT' THEN UPDATE trail.subject SET supports = supports + 1 WHERE municipality_id = new.municipality_id AND id = new.report_id;
  ELSE UPDATE trail.subject SET supports = supports - 1 WHERE municipality_id = old.municipality_id AND id = old.report_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_me_too AFTER INSERT OR DELETE ON feedback.me_too FOR EACH ROW EXECUTE FUNCTION feedback.count_me_too();
--> statement-breakpoint
-- As before, and of what is private: who follows it is its sender and those who handle it.
CREATE OR REPLACE FUNCTION trail.hearers(which uuid, widely boolean, until timestamptz)
RETURNS TABLE (person_id uuid, email text, follow_id uuid, rhythm text, by_mail boolean, by_push boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  its trail.subject%ROWTYPE;
  roots uuid[];
  topics uuid[] := '{}'; areas text[] := '{}'; units uuid[] := '{}'; networks uuid[] := '{}';
  lon float8; lat float8;
BEGIN
  SELECT s.* INTO its FROM trail.subject s WHERE s.municipality_id = m AND s.id = which AND s.visibility IN ('public', 'withdrawn', 'private');
  IF NOT FOUND THEN RETURN; END IF;
  WITH RECURSIVE back AS (
    SELECT which AS id, 0 AS steps
    UNION SELECT l.to_id, b.steps + 1 FROM back b JOIN trail.link l ON l.municipality_id = m AND l.from_id = b.id AND l.kind = 'grewOutOf' WHERE b.steps < 5)
  SELECT array_agg(r.id ORDER BY r.steps) INTO roots FROM (SELECT b.id, min(b.steps) AS steps FROM back b GROUP BY b.id) r;
  IF widely AND its.visibility = 'public' THEN
    SELECT coalesce(array_agg(a.topic_id) FILTER (WHERE a.topic_id IS NOT NULL AND NOT a.professionals), '{}'), coalesce(array_agg(a.area) FILTER (WHERE a.area IS NOT NULL), '{}'),
      coalesce(array_agg(a.topic_id) FILTER (WHERE a.professionals), '{}') INTO topics, areas, networks
      FROM trail.audience a WHERE a.municipality_id = m AND a.subject_id = which;
    topics := topics || array_remove(ARRAY[its.topic_id], NULL);
    areas := areas || array_remove(ARRAY[its.area], NULL);
    units := array_remove(ARRAY[its.owner_unit_id], NULL);
    lon := its.longitude; lat := its.latitude;
  END IF;
  RETURN QUERY
  WITH reached AS MATERIALIZED (SELECT * FROM trail.reached_by(roots, topics, areas, units, networks, lon, lat, until))
  SELECT r.person_id, r.email, r.follow_id, r.rhythm, r.by_mail, r.by_push FROM reached r
  WHERE r.same_as IS NULL OR NOT EXISTS (SELECT FROM reached o WHERE o.person_id = r.same_as AND o.by_mail AND o.rhythm <> 'inApp');
END $$;
