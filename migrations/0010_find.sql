-- Search over everything public of the connection's municipality. First what has all the words; when that is little, also what
-- has some of them, or a word much like one of a title's. Runs as the owner for the same reason as trail.alike: under
-- row-level security neither full text nor trigrams may use their indexes.
CREATE FUNCTION trail.find(wanted text, all_of tsquery, words text[], any_of tsquery, most int)
RETURNS TABLE (id uuid, score real)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
SET enable_seqscan = off
SET pg_trgm.word_similarity_threshold = '0.45'
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  enough CONSTANT int := 10;
  ranked CONSTANT int := 2000;
  word text;
  found uuid[] := '{}';
  more uuid[];
BEGIN
  IF numnode(all_of) > 0 THEN
    SELECT coalesce(array_agg(f.id), '{}') INTO found FROM (
      SELECT s.id FROM trail.subject s WHERE s.municipality_id = m AND s.search @@ all_of AND s.visibility = 'public' AND (wanted IS NULL OR s.kind = wanted) LIMIT ranked) f;
    -- too many to weigh them all: the newest belong among those weighed
    IF cardinality(found) = ranked THEN
      SELECT array_agg(f.id) INTO more FROM (
        SELECT s.id FROM trail.subject s WHERE s.municipality_id = m AND s.kind = coalesce(wanted, 'idea') AND s.visibility = 'public' AND s.search @@ all_of
        ORDER BY s.created_at DESC, s.id DESC LIMIT 200) f;
      found := found || more;
    END IF;
  END IF;
  IF cardinality(found) < enough THEN
    IF numnode(any_of) > 0 THEN
      SELECT array_agg(f.id) INTO more FROM (
        SELECT s.id FROM trail.subject s WHERE s.municipality_id = m AND s.search @@ any_of AND s.visibility = 'public' AND (wanted IS NULL OR s.kind = wanted) LIMIT 300) f;
      found := found || more;
    END IF;
    FOREACH word IN ARRAY words LOOP
      SELECT array_agg(f.id) INTO more FROM (
        SELECT s.id FROM trail.subject s
        WHERE s.municipality_id = m AND lower(coalesce(s.title->>'fi', s.title->>'sv', s.title->>'en')) %> word AND s.visibility = 'public' AND (wanted IS NULL OR s.kind = wanted)
        LIMIT 200) f;
      found := found || more;
    END LOOP;
  END IF;
  -- a word of the title weighs ten times one of the text; having all the words is above anything near; of equals the one more people stand behind
  RETURN QUERY SELECT w.id, w.score FROM (
    SELECT s.id, s.supports, s.created_at, (CASE WHEN numnode(all_of) > 0 AND s.search @@ all_of THEN 2 + ts_rank('{0.05, 0.05, 0.1, 1}', s.search, all_of)
      ELSE ts_rank('{0.05, 0.05, 0.1, 1}', s.search, any_of) / 2
        + coalesce((SELECT sum(word_similarity(w1, lower(coalesce(s.title->>'fi', s.title->>'sv', s.title->>'en')))) / cardinality(words) FROM unnest(words) w1), 0) END)::real AS score
    FROM trail.subject s WHERE s.municipality_id = m AND s.id = ANY (found)) w
  ORDER BY w.score DESC, w.supports DESC, w.created_at DESC LIMIT most;
END $$;
