-- The map's plane: core/geo/mercator.ts in SQL, for every module.
CREATE FUNCTION geo.plane_x(longitude float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT longitude / 360 + 0.5 $$;
--> statement-breakpoint
CREATE FUNCTION geo.plane_y(latitude float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 0.5 - ln((1 + sin(radians(greatest(-85.0511, least(85.0511, latitude))))) / (1 - sin(radians(greatest(-85.0511, least(85.0511, latitude)))))) / (4 * pi()) $$;
--> statement-breakpoint
-- What a name is ordered by in a language, whatever the database was made with: å, ä and ö come after z. The columns compare
-- byte by byte, and so go through their indexes alike everywhere.
CREATE FUNCTION directory.name_key(name jsonb, language text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(replace(replace(replace(lower(translate(coalesce(name->>language, name->>'fi', name->>'sv', name->>'en', ''), 'ÅÄÖ', 'åäö')), 'å', '{a'), 'ä', '{b'), 'ö', '{c'), 90) $$;
--> statement-breakpoint
ALTER TABLE directory.listing ALTER COLUMN fi TYPE text COLLATE "C", ALTER COLUMN sv TYPE text COLLATE "C", ALTER COLUMN en TYPE text COLLATE "C";
--> statement-breakpoint
-- Brings a row of the listing up to date: there while the place or service is public and in use, gone otherwise. The subject's row
-- is held first, so that hiding a place and changing it at the same time end in one truth.
CREATE FUNCTION directory.keep_listing(m int, which uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  s record;
BEGIN
  SELECT t.kind, t.visibility, t.stage, t.area, t.longitude, t.latitude, t.owner_unit_id INTO s FROM trail.subject t WHERE t.municipality_id = m AND t.id = which FOR NO KEY UPDATE;
  IF s.visibility IS DISTINCT FROM 'public' OR s.stage = 'ended' THEN
    DELETE FROM directory.listing l WHERE l.municipality_id = m AND l.id = which;
    RETURN;
  END IF;
  INSERT INTO directory.listing AS l (municipality_id, id, what, kind, fi, sv, en, accessible, free, audiences, unit_id, provider_id, area, x, y)
  SELECT m, which, s.kind, f.kind, directory.name_key(f.name, 'fi'), directory.name_key(f.name, 'sv'), directory.name_key(f.name, 'en'), f.accessible, f.price_kind = 'free', f.audiences, s.owner_unit_id, f.provider_id, s.area, geo.plane_x(s.longitude), geo.plane_y(s.latitude)
  FROM (
    SELECT p.kind, p.name, p.accessible = 'yes' AS accessible, p.price_kind, p.audiences, p.provider_id FROM directory.place p WHERE s.kind = 'place' AND p.municipality_id = m AND p.id = which
    UNION ALL SELECT NULL, v.name, false, v.price_kind, v.audiences, v.provider_id FROM directory.service v WHERE s.kind = 'service' AND v.municipality_id = m AND v.id = which) f
  ON CONFLICT (municipality_id, id) DO UPDATE SET kind = excluded.kind, fi = excluded.fi, sv = excluded.sv, en = excluded.en, accessible = excluded.accessible, free = excluded.free, audiences = excluded.audiences, unit_id = excluded.unit_id, provider_id = excluded.provider_id, area = excluded.area, x = excluded.x, y = excluded.y
  WHERE (l.kind, l.fi, l.sv, l.en, l.accessible, l.free, l.audiences, l.unit_id, l.provider_id, l.area, l.x, l.y) IS DISTINCT FROM (excluded.kind, excluded.fi, excluded.sv, excluded.en, excluded.accessible, excluded.free, excluded.audiences, excluded.unit_id, excluded.provider_id, excluded.area, excluded.x, excluded.y);
END $$;
--> statement-breakpoint
CREATE FUNCTION directory.listing_of_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM directory.keep_listing(new.municipality_id, new.id); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER listing_of_place AFTER INSERT OR UPDATE OF kind, name, accessible, price_kind, audiences, provider_id ON directory.place FOR EACH ROW EXECUTE FUNCTION directory.listing_of_entry();
--> statement-breakpoint
CREATE TRIGGER listing_of_service AFTER INSERT OR UPDATE OF name, price_kind, audiences, provider_id ON directory.service FOR EACH ROW EXECUTE FUNCTION directory.listing_of_entry();
--> statement-breakpoint
CREATE TRIGGER listing_of_entry AFTER UPDATE OF visibility, stage, area, longitude, latitude, owner_unit_id ON trail.subject FOR EACH ROW
  WHEN (new.kind IN ('place', 'service') AND (old.visibility, old.stage, old.area, old.longitude, old.latitude, old.owner_unit_id) IS DISTINCT FROM (new.visibility, new.stage, new.area, new.longitude, new.latitude, new.owner_unit_id)) EXECUTE FUNCTION directory.listing_of_entry();
--> statement-breakpoint
-- What was there before the listing was.
SELECT directory.keep_listing(municipality_id, id) FROM trail.subject WHERE kind IN ('place', 'service');
--> statement-breakpoint
-- The conditions of a list or a map as SQL: $1 municipality, $2 place or service, $3 kinds, $4 the moment it is open at, $5 states that are
-- open, $6 audience, $7 area, $8 unit, $9 provider, $10 a channel's kind, $11 those that are open when they are few, $12 kinds
-- that are of the audience whatever their own facts say (a playground is for children).
CREATE FUNCTION directory.narrowing(kinds text[], open_at timestamptz, few_open boolean, accessible boolean, free boolean, audience text, area text, unit uuid, provider uuid, municipal boolean, channel text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'l.municipality_id = $1 AND l.what = $2'
    || CASE WHEN cardinality(kinds) = 1 THEN ' AND l.kind = ($3)[1]' WHEN kinds IS NOT NULL THEN ' AND l.kind = ANY ($3)' ELSE '' END
    || CASE WHEN open_at IS NULL THEN '' WHEN few_open THEN ' AND l.id = ANY ($11)' ELSE ' AND EXISTS (SELECT FROM directory.open_time o WHERE o.municipality_id = $1 AND o.owner_id = l.id AND o.opens_at <= $4 AND o.closes_at > $4 AND o.state = ANY ($5))' END
    || CASE WHEN accessible THEN ' AND l.accessible' ELSE '' END || CASE WHEN free THEN ' AND l.free' ELSE '' END
    || CASE WHEN audience IS NOT NULL THEN ' AND ($6 = ANY (l.audiences) OR l.kind = ANY ($12))' ELSE '' END || CASE WHEN area IS NOT NULL THEN ' AND l.area = $7' ELSE '' END
    || CASE WHEN unit IS NOT NULL THEN ' AND l.unit_id = $8' ELSE '' END || CASE WHEN provider IS NOT NULL THEN ' AND l.provider_id = $9' ELSE '' END || CASE WHEN municipal THEN ' AND l.provider_id IS NULL' ELSE '' END
    || CASE WHEN channel IS NOT NULL THEN ' AND EXISTS (SELECT FROM directory.service_channel sc JOIN directory.channel c ON c.municipality_id = $1 AND c.id = sc.channel_id WHERE sc.municipality_id = $1 AND sc.service_id = l.id AND c.kind = $10 AND c.vanished_at IS NULL)' ELSE '' END $$;
--> statement-breakpoint
-- What is open at a moment, when that is at most 3000; null when it is more, or nobody asks. With a few the list begins from them;
-- of many the next twenty are soon found in the order of the list.
CREATE FUNCTION directory.open_few(m int, open_at timestamptz, states text[]) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  opened uuid[];
BEGIN
  IF open_at IS NULL THEN RETURN NULL; END IF;
  SELECT coalesce(array_agg(o.owner_id), '{}') INTO opened FROM (SELECT t.owner_id FROM directory.open_time t WHERE t.municipality_id = m AND tstzrange(t.opens_at, t.closes_at) @> open_at AND t.state = ANY (states) LIMIT 3001) o;
  RETURN CASE WHEN cardinality(opened) <= 3000 THEN opened END;
END $$;
--> statement-breakpoint
-- A page of places or services, by name or from the nearest. Runs as the owner for the same reason as trail.alike (an index of points),
-- and keeps to the connection's municipality itself.
CREATE FUNCTION directory.listed(sort text, its text, kinds text[], open_at timestamptz, states text[], accessible boolean, free boolean, audience text, audience_kinds text[], area text, unit uuid, provider uuid, municipal boolean, channel text, px float8, py float8, after_key text, after_number float8, after_id uuid, most int)
RETURNS TABLE (id uuid, key text, number float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
SET enable_seqscan = off
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  few uuid[] := directory.open_few(m, open_at, states);
  narrowed text := directory.narrowing(kinds, open_at, few IS NOT NULL, accessible, free, audience, area, unit, provider, municipal, channel);
  ordered text := CASE sort WHEN 'sv' THEN 'l.sv' WHEN 'en' THEN 'l.en' ELSE 'l.fi' END;
BEGIN
  RETURN QUERY EXECUTE CASE sort
    WHEN 'nearest' THEN 'SELECT l.id, NULL::text, point(l.x, l.y) <-> point($13, $14) FROM directory.listing l WHERE l.x IS NOT NULL AND ' || narrowed || CASE WHEN after_id IS NOT NULL THEN ' AND (point(l.x, l.y) <-> point($13, $14), l.id) > ($16, $17)' ELSE '' END || ' ORDER BY point(l.x, l.y) <-> point($13, $14), l.id LIMIT $18'
    ELSE 'SELECT l.id, ' || ordered || '::text, NULL::float8 FROM directory.listing l WHERE ' || narrowed || CASE WHEN after_id IS NOT NULL THEN ' AND (' || ordered || ', l.id) > ($15, $17)' ELSE '' END || ' ORDER BY ' || ordered || ', l.id LIMIT $18' END
  USING m, its, kinds, open_at, states, audience, area, unit, provider, channel, few, audience_kinds, px, py, after_key, after_number, after_id, most;
END $$;
--> statement-breakpoint
-- A search vector that also has what a thing is called besides its title, such as its kind, in the words of every language.
CREATE FUNCTION trail.search_vector(language text, title jsonb, body text, labels jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  SELECT trail.search_vector(language, title, body)
      || coalesce(setweight(to_tsvector('finnish', labels->>'fi'), 'A'), '') || coalesce(setweight(to_tsvector('swedish', labels->>'sv'), 'A'), '') || coalesce(setweight(to_tsvector('english', labels->>'en'), 'A'), '')
$$;
--> statement-breakpoint
DROP FUNCTION trail.find(text, tsquery, text[], tsquery, int);
--> statement-breakpoint
-- Search over everything public of the connection's municipality. First what has all the words; when that is little, also what
-- has some of them, or a word much like one of a title's. `weights` adds to the kinds that it names what they gain when they match as
-- well as others; with a point, what has all the words comes from the nearest. Runs as the owner for the same reason as trail.alike:
-- under row-level security neither full text nor trigrams may use their indexes.
CREATE FUNCTION trail.find(wanted text[], all_of tsquery, words text[], any_of tsquery, most int, weights jsonb, lon float8, lat float8)
RETURNS TABLE (id uuid, score real, metres float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
SET enable_seqscan = off
SET pg_trgm.word_similarity_threshold = '0.45'
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  enough CONSTANT int := 10;
  ranked CONSTANT int := 2000;
  enough_of_kind CONSTANT int := 300;
  word text;
  one text;
  found uuid[] := '{}';
  more uuid[];
BEGIN
  IF numnode(all_of) > 0 THEN
    SELECT coalesce(array_agg(f.id), '{}') INTO found FROM (
      SELECT s.id FROM trail.subject s WHERE s.municipality_id = m AND s.search @@ all_of AND s.visibility = 'public' AND (wanted IS NULL OR s.kind = ANY (wanted)) LIMIT ranked) f;
    -- too many to weigh them all: some of each kind that comes first and the newest belong among those weighed, and the nearest when that is asked
    IF cardinality(found) = ranked THEN
      FOR one IN SELECT k FROM jsonb_object_keys(weights) k WHERE wanted IS NULL OR k = ANY (wanted) LOOP
        SELECT array_agg(f.id) INTO more FROM (SELECT s.id FROM trail.subject s WHERE s.municipality_id = m AND s.kind = one AND s.search @@ all_of AND s.visibility = 'public' LIMIT enough_of_kind) f;
        found := found || more;
        IF lon IS NOT NULL AND cardinality(more) = enough_of_kind THEN
          SELECT array_agg(f.id) INTO more FROM (
            SELECT s.id FROM trail.subject s WHERE s.municipality_id = m AND s.kind = one AND s.search @@ all_of AND s.visibility = 'public' AND s.longitude IS NOT NULL ORDER BY point(s.longitude, s.latitude) <-> point(lon, lat) LIMIT 100) f;
          found := found || more;
        END IF;
      END LOOP;
      SELECT array_agg(f.id) INTO more FROM (
        SELECT s.id FROM trail.subject s WHERE s.municipality_id = m AND s.kind = coalesce(wanted[1], 'idea') AND s.visibility = 'public' AND s.search @@ all_of
        ORDER BY s.created_at DESC, s.id DESC LIMIT 200) f;
      found := found || more;
    END IF;
  END IF;
  IF cardinality(found) < enough THEN
    IF numnode(any_of) > 0 THEN
      SELECT array_agg(f.id) INTO more FROM (
        SELECT s.id FROM trail.subject s WHERE s.municipality_id = m AND s.search @@ any_of AND s.visibility = 'public' AND (wanted IS NULL OR s.kind = ANY (wanted)) LIMIT 300) f;
      found := found || more;
    END IF;
    FOREACH word IN ARRAY words LOOP
      SELECT array_agg(f.id) INTO more FROM (
        SELECT s.id FROM trail.subject s
        WHERE s.municipality_id = m AND lower(coalesce(s.title->>'fi', s.title->>'sv', s.title->>'en')) %> word AND s.visibility = 'public' AND (wanted IS NULL OR s.kind = ANY (wanted))
        LIMIT 200) f;
      found := found || more;
    END LOOP;
  END IF;
  -- a word of the title weighs ten times one of the text; having all the words is above anything near; of equals the one more people stand behind
  RETURN QUERY SELECT w.id, w.score, w.metres FROM (
    SELECT s.id, s.supports, s.created_at, CASE WHEN lon IS NOT NULL AND s.longitude IS NOT NULL THEN trail.metres(lon, lat, s.longitude, s.latitude) END AS metres,
      (CASE WHEN numnode(all_of) > 0 AND s.search @@ all_of THEN 2 + ts_rank('{0.05, 0.05, 0.1, 1}', s.search, all_of) + coalesce((weights->>s.kind)::float8, 0)
      ELSE ts_rank('{0.05, 0.05, 0.1, 1}', s.search, any_of) / 2 + coalesce((weights->>s.kind)::float8, 0) / 10
        + coalesce((SELECT sum(word_similarity(w1, lower(coalesce(s.title->>'fi', s.title->>'sv', s.title->>'en')))) / cardinality(words) FROM unnest(words) w1), 0) END)::real AS score
    FROM trail.subject s WHERE s.municipality_id = m AND s.id = ANY (found)) w
  ORDER BY CASE WHEN w.score >= 2 THEN 0 ELSE 1 END, CASE WHEN w.score >= 2 THEN w.metres END, w.score DESC, w.supports DESC, w.created_at DESC LIMIT most;
END $$;
