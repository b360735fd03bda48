-- Subjects that may be like a text being written, for the caller to weigh: two of the words' beginnings together, one word
-- much like one of a title's (typos, compounds), or one beginning within a walk's distance. Full text, trigrams and points
-- can use their indexes only where row-level security does not stand between (their operators are not leakproof), so this
-- runs as the owner and keeps to the connection's municipality itself.
CREATE FUNCTION trail.alike(wanted text, pairs tsquery, words text[], any_one tsquery, lon float8, lat float8)
RETURNS TABLE (id uuid, title jsonb, summary text, language text, stage text, supports int, longitude float8, latitude float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
-- a word that is nowhere would be looked for in every row, because a limit makes that seem cheap
SET enable_seqscan = off
SET pg_trgm.word_similarity_threshold = '0.5'
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  word text;
  found uuid[] := '{}';
  more uuid[];
BEGIN
  IF numnode(pairs) > 0 THEN
    SELECT array_agg(f.id) INTO found FROM (
      SELECT s.id FROM trail.subject s WHERE s.municipality_id = m AND s.search @@ pairs AND s.kind = wanted AND s.visibility = 'public' LIMIT 250) f;
  END IF;
  FOREACH word IN ARRAY words LOOP
    SELECT array_agg(f.id) INTO more FROM (
      SELECT s.id FROM trail.subject s
      WHERE s.municipality_id = m AND lower(coalesce(s.title->>'fi', s.title->>'sv', s.title->>'en')) %> word AND s.kind = wanted AND s.visibility = 'public'
      LIMIT 80) f;
    found := found || more;
  END LOOP;
  IF lon IS NOT NULL AND numnode(any_one) > 0 THEN
    SELECT array_agg(f.id) INTO more FROM (
      SELECT s.id FROM trail.subject s
      WHERE s.municipality_id = m AND s.longitude IS NOT NULL AND s.visibility = 'public' AND s.kind = wanted AND s.search @@ any_one
        AND point(s.longitude, s.latitude) <@ box(point(lon - 0.02, lat - 0.009), point(lon + 0.02, lat + 0.009))
      LIMIT 100) f;
    found := found || more;
  END IF;
  RETURN QUERY SELECT s.id, s.title, s.summary, s.language, s.stage, s.supports, s.longitude, s.latitude
    FROM trail.subject s WHERE s.municipality_id = m AND s.id = ANY (found);
END $$;
