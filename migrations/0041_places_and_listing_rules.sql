-- Streets like what someone has written: one that has the beginnings of its words, or is much like it (typos). Runs as the
-- owner for the same reason as trail.alike, and keeps to the connection's municipality itself.
CREATE FUNCTION geo.streets_like(whole text, beginnings text[], most int)
RETURNS TABLE (id uuid, fi text, sv text, area text, longitude float8, latitude float8, likeness real)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
SET enable_seqscan = off
SET pg_trgm.word_similarity_threshold = '0.4'
AS $$
#variable_conflict use_column
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
BEGIN
  RETURN QUERY SELECT s.id, s.fi, s.sv, s.area, s.longitude, s.latitude, word_similarity(whole, s.search)
    FROM geo.street s WHERE s.municipality_id = m AND (s.search LIKE ANY (SELECT '%' || b || '%' FROM unnest(beginnings) b) OR s.search %> whole)
    ORDER BY 7 DESC, length(s.search), s.id LIMIT most;
END $$;
--> statement-breakpoint
-- The doors nearest to a point of the map's plane.
CREATE FUNCTION geo.nearest_addresses(px float8, py float8, most int)
RETURNS TABLE (fi text, sv text, number text, area text, longitude float8, latitude float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
BEGIN
  RETURN QUERY SELECT s.fi, s.sv, a.number, a.area, a.longitude, a.latitude
    FROM (SELECT * FROM geo.address n WHERE n.municipality_id = m ORDER BY point(n.x, n.y) <-> point(px, py) LIMIT most) a
    JOIN geo.street s ON s.municipality_id = m AND s.id = a.street_id ORDER BY point(a.x, a.y) <-> point(px, py);
END $$;
--> statement-breakpoint
-- Brings a report's row in the listing up to date: there while it is public and not merged into another, gone otherwise. Both
-- of its rows are held, so that hiding a report and moving it at the same time end in one truth.
CREATE FUNCTION feedback.keep_listing(m int, which uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r feedback.report%ROWTYPE;
  s record;
BEGIN
  SELECT * INTO r FROM feedback.report t WHERE t.municipality_id = m AND t.id = which FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT t.visibility, t.area, t.longitude, t.latitude, t.supports INTO s FROM trail.subject t WHERE t.municipality_id = m AND t.id = which FOR NO KEY UPDATE;
  IF s.visibility IS DISTINCT FROM 'public' OR r.state = 'merged' THEN
    DELETE FROM feedback.listing l WHERE l.municipality_id = m AND l.id = which;
    RETURN;
  END IF;
  INSERT INTO feedback.listing AS l (municipality_id, id, category_id, open, done_at, area, sent_at, me_toos, x, y)
  VALUES (m, which, r.category_id, r.closed_at IS NULL, CASE WHEN r.state = 'done' THEN r.closed_at END, s.area, r.sent_at, s.supports, feedback.plane_x(s.longitude), feedback.plane_y(s.latitude))
  ON CONFLICT (municipality_id, id) DO UPDATE SET category_id = excluded.category_id, open = excluded.open, done_at = excluded.done_at, area = excluded.area, sent_at = excluded.sent_at, me_toos = excluded.me_toos, x = excluded.x, y = excluded.y
  WHERE (l.category_id, l.open, l.done_at, l.area, l.sent_at, l.me_toos, l.x, l.y) IS DISTINCT FROM (excluded.category_id, excluded.open, excluded.done_at, excluded.area, excluded.sent_at, excluded.me_toos, excluded.x, excluded.y);
END $$;
--> statement-breakpoint
-- The map's plane: core/geo/mercator.ts in SQL.
CREATE FUNCTION feedback.plane_x(longitude float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT longitude / 360 + 0.5 $$;
--> statement-breakpoint
CREATE FUNCTION feedback.plane_y(latitude float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT 0.5 - ln((1 + sin(radians(greatest(-85.0511, least(85.0511, latitude))))) / (1 - sin(radians(greatest(-85.0511, least(85.0511, latitude)))))) / (4 * pi()) $$;
--> statement-breakpoint
CREATE FUNCTION feedback.listing_of_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('feedback.bulk', true) IS DISTINCT FROM 'on' THEN PERFORM feedback.keep_listing(new.municipality_id, new.id); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER listing_of_new AFTER INSERT ON feedback.report FOR EACH ROW EXECUTE FUNCTION feedback.listing_of_report();
--> statement-breakpoint
CREATE TRIGGER listing_of_changed AFTER UPDATE OF state, category_id, sent_at, closed_at ON feedback.report FOR EACH ROW
  WHEN ((old.state, old.category_id, old.sent_at, old.closed_at) IS DISTINCT FROM (new.state, new.category_id, new.sent_at, new.closed_at)) EXECUTE FUNCTION feedback.listing_of_report();
--> statement-breakpoint
CREATE TRIGGER listing_of_report AFTER UPDATE OF visibility, area, longitude, latitude, supports ON trail.subject FOR EACH ROW
  WHEN (new.kind = 'report' AND (old.visibility, old.area, old.longitude, old.latitude, old.supports) IS DISTINCT FROM (new.visibility, new.area, new.longitude, new.latitude, new.supports)) EXECUTE FUNCTION feedback.listing_of_report();
--> statement-breakpoint
CREATE FUNCTION feedback.count_into_heaps(its feedback.listing, by int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO feedback.heap AS h (municipality_id, level, category_id, col, "row", open, slot, count, x, y)
  SELECT its.municipality_id, level, category, floor(its.x * (1 << level))::int, floor(its.y * (1 << level))::int, its.open, pg_backend_pid(), by, by * its.x, by * its.y
  FROM unnest(ARRAY[10, 12, 14, 16, 18]) level, unnest(array_remove(ARRAY['00000000-0000-0000-0000-000000000000'::uuid, its.category_id, md5(its.area)::uuid], NULL)) category
  ON CONFLICT (municipality_id, level, category_id, col, "row", open, slot) DO UPDATE SET count = h.count + excluded.count, x = h.x + excluded.x, y = h.y + excluded.y
$$;
--> statement-breakpoint
CREATE FUNCTION feedback.heaps_of_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('feedback.bulk', true) = 'on' THEN RETURN NULL; END IF;
  IF tg_op = 'UPDATE' AND (old.x, old.y, old.category_id, old.area, old.open) IS NOT DISTINCT FROM (new.x, new.y, new.category_id, new.area, new.open) THEN RETURN NULL; END IF;
  IF tg_op <> 'INSERT' AND old.x IS NOT NULL THEN PERFORM feedback.count_into_heaps(old, -1); END IF;
  IF tg_op <> 'DELETE' AND new.x IS NOT NULL THEN PERFORM feedback.count_into_heaps(new, 1); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER heaps_of_listing AFTER INSERT OR UPDATE OR DELETE ON feedback.listing FOR EACH ROW EXECUTE FUNCTION feedback.heaps_of_listing();
--> statement-breakpoint
-- Makes a municipality's listing and heaps anew from its reports: for imports and benchmarks that bring very many at once
-- with `set local feedback.bulk = 'on'`, which keeps the triggers quiet until the end of their transaction.
CREATE FUNCTION feedback.relist(m int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('feedback.bulk', 'on', true);
  DELETE FROM feedback.heap h WHERE h.municipality_id = m;
  DELETE FROM feedback.listing l WHERE l.municipality_id = m;
  INSERT INTO feedback.listing (municipality_id, id, category_id, open, done_at, area, sent_at, me_toos, x, y)
  SELECT m, r.id, r.category_id, r.closed_at IS NULL, CASE WHEN r.state = 'done' THEN r.closed_at END, s.area, r.sent_at, s.supports, feedback.plane_x(s.longitude), feedback.plane_y(s.latitude)
  FROM feedback.report r JOIN trail.subject s ON s.municipality_id = r.municipality_id AND s.id = r.id
  WHERE r.municipality_id = m AND s.visibility = 'public' AND r.state <> 'merged';
  INSERT INTO feedback.heap (municipality_id, level, category_id, col, "row", open, slot, count, x, y)
  SELECT m, level, category, floor(l.x * (1 << level))::int, floor(l.y * (1 << level))::int, l.open, 0, count(*), sum(l.x), sum(l.y)
  FROM feedback.listing l, unnest(ARRAY[10, 12, 14, 16, 18]) level, unnest(array_remove(ARRAY['00000000-0000-0000-0000-000000000000'::uuid, l.category_id, md5(l.area)::uuid], NULL)) category
  WHERE l.municipality_id = m AND l.x IS NOT NULL GROUP BY 2, 3, 4, 5, 6;
  PERFORM set_config('feedback.bulk', 'off', true);
END $$;
--> statement-breakpoint
-- Adds what connections have counted each on rows of their own into one row a square. Rows that are being changed wait for the next time.
CREATE FUNCTION feedback.fold_heaps(m int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(m || ' heaps', 0));
  WITH taken AS (
    SELECT h.level, h.category_id, h.col, h."row", h.open, h.slot FROM feedback.heap h WHERE h.municipality_id = m AND h.slot <> 0 FOR UPDATE SKIP LOCKED),
  gone AS (
    DELETE FROM feedback.heap h USING taken t WHERE h.municipality_id = m AND (h.level, h.category_id, h.col, h."row", h.open, h.slot) = (t.level, t.category_id, t.col, t."row", t.open, t.slot)
    RETURNING h.level, h.category_id, h.col, h."row", h.open, h.count, h.x, h.y)
  INSERT INTO feedback.heap AS h (municipality_id, level, category_id, col, "row", open, slot, count, x, y)
  SELECT m, g.level, g.category_id, g.col, g."row", g.open, 0, sum(g.count), sum(g.x), sum(g.y) FROM gone g GROUP BY 2, 3, 4, 5, 6
  ON CONFLICT (municipality_id, level, category_id, col, "row", open, slot) DO UPDATE SET count = h.count + excluded.count, x = h.x + excluded.x, y = h.y + excluded.y;
  DELETE FROM feedback.heap h WHERE h.municipality_id = m AND h.slot = 0 AND h.count = 0;
END $$;
--> statement-breakpoint
-- What a list of public reports is narrowed by, as SQL whose parameters are: $1 municipality, $2 categories, $3 area, $4 since, $5 until, $6 words.
CREATE FUNCTION feedback.narrowing(categories uuid[], is_open boolean, in_area text, since timestamptz, until timestamptz, words tsquery) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'l.municipality_id = $1'
    || CASE WHEN cardinality(categories) = 1 THEN ' AND l.category_id = $2[1]' WHEN categories IS NOT NULL THEN ' AND l.category_id = ANY ($2)' ELSE '' END
    || CASE WHEN is_open THEN ' AND l.open' WHEN NOT is_open THEN ' AND NOT l.open' ELSE '' END
    || CASE WHEN in_area IS NOT NULL THEN ' AND l.area = $3' ELSE '' END
    || CASE WHEN since IS NOT NULL THEN ' AND l.sent_at >= $4' ELSE '' END || CASE WHEN until IS NOT NULL THEN ' AND l.sent_at < $5' ELSE '' END
    || CASE WHEN words IS NOT NULL THEN ' AND l.id IN (SELECT hit.id FROM hit)' ELSE '' END
$$;
--> statement-breakpoint
-- The reports that have the words, for a query whose $1 and $6 are as above to begin with; empty when no words are looked for.
CREATE FUNCTION feedback.hits(words tsquery) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN words IS NULL THEN '' ELSE 'WITH hit AS MATERIALIZED (SELECT w.id FROM trail.subject w WHERE w.municipality_id = $1 AND w.search @@ $6 AND w.kind = ''report'' AND w.visibility = ''public'') ' END
$$;
--> statement-breakpoint
-- A page of public reports: `sort` newest, meToo, nearest (to a point of the plane) or fixed (the latest done first). The last row
-- of the page before is told by its id and by its moment or its number. Runs as the owner for the same reason as trail.alike.
CREATE FUNCTION feedback.listed(sort text, categories uuid[], is_open boolean, in_area text, since timestamptz, until timestamptz, words tsquery, px float8, py float8, after_at timestamptz, after_number float8, after_id uuid, most int)
RETURNS TABLE (id uuid, at timestamptz, number float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
SET enable_seqscan = off
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  narrowed text := feedback.narrowing(categories, is_open, in_area, since, until, words);
  hits text := feedback.hits(words);
BEGIN
  -- Words that very many have are asked of each report in the order of the list, where the next twenty are soon found.
  IF words IS NOT NULL AND (SELECT count(*) FROM (SELECT FROM trail.subject w WHERE w.municipality_id = m AND w.search @@ words AND w.kind = 'report' LIMIT 4000) w) = 4000 THEN
    narrowed := replace(narrowed, 'l.id IN (SELECT hit.id FROM hit)', 'EXISTS (SELECT FROM trail.subject w WHERE w.municipality_id = $1 AND w.id = l.id AND w.search @@ $6)');
    hits := '';
  END IF;
  RETURN QUERY EXECUTE hits || CASE sort
    WHEN 'meToo' THEN 'SELECT l.id, NULL::timestamptz, l.me_toos::float8 FROM feedback.listing l WHERE ' || narrowed || CASE WHEN after_id IS NOT NULL THEN ' AND (l.me_toos, l.id) < ($8::int, $9)' ELSE '' END || ' ORDER BY l.me_toos DESC, l.id DESC LIMIT $12'
    WHEN 'fixed' THEN 'SELECT l.id, l.done_at, NULL::float8 FROM feedback.listing l WHERE l.done_at IS NOT NULL AND ' || narrowed || CASE WHEN after_id IS NOT NULL THEN ' AND (l.done_at, l.id) < ($7, $9)' ELSE '' END || ' ORDER BY l.done_at DESC, l.id DESC LIMIT $12'
    WHEN 'nearest' THEN 'SELECT l.id, NULL::timestamptz, point(l.x, l.y) <-> point($10, $11) FROM feedback.listing l WHERE l.x IS NOT NULL AND ' || narrowed || CASE WHEN after_id IS NOT NULL THEN ' AND (point(l.x, l.y) <-> point($10, $11), l.id) > ($8, $9)' ELSE '' END || ' ORDER BY point(l.x, l.y) <-> point($10, $11), l.id LIMIT $12'
    ELSE 'SELECT l.id, l.sent_at, NULL::float8 FROM feedback.listing l WHERE ' || narrowed || CASE WHEN after_id IS NOT NULL THEN ' AND (l.sent_at, l.id) < ($7, $9)' ELSE '' END || ' ORDER BY l.sent_at DESC, l.id DESC LIMIT $12' END
  USING m, categories, in_area, since, until, words, after_at, after_number, after_id, px, py, most;
END $$;
--> statement-breakpoint
-- Public reports on the map, gathered by the squares of a level (2^level columns and rows) that the box touches. Wide views are
-- counted already (feedback.heap); narrower ones, and lists narrowed by more than state and category or area, are counted row by row.
-- `ids`: of a square with one report, which it is; from level 20 on the newest fifty of each.
CREATE FUNCTION feedback.on_map(x0 float8, y0 float8, x1 float8, y1 float8, lvl int, categories uuid[], is_open boolean, in_area text, since timestamptz, until timestamptz, words tsquery)
RETURNS TABLE (count int, x float8, y float8, ids uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  n int := 1 << lvl;
  c0 int := floor(x0 * n); c1 int := floor(x1 * n); r0 int := floor(y0 * n); r1 int := floor(y1 * n);
  -- one square of it, whose edge towards the next is the next one's
  whole box := box(point(c0::float8 / n, r0::float8 / n), point((c1 + 1)::float8 / n, (r1 + 1)::float8 / n));
  narrowed text := feedback.narrowing(categories, is_open, in_area, since, until, words);
  counted text := CASE WHEN lvl <= 18 AND (in_area IS NULL OR categories IS NULL) AND since IS NULL AND until IS NULL AND words IS NULL
    THEN 'SELECT h.col, h."row", sum(h.count)::int AS count, sum(h.x) / nullif(sum(h.count), 0) AS x, sum(h.y) / nullif(sum(h.count), 0) AS y FROM feedback.heap h
      WHERE h.municipality_id = $1 AND h.level = $7 AND h.category_id = ANY ($8) AND h.col BETWEEN $9 AND $10 AND h."row" BETWEEN $11 AND $12'
      || CASE WHEN is_open THEN ' AND h.open' WHEN NOT is_open THEN ' AND NOT h.open' ELSE '' END || ' GROUP BY h.col, h."row" HAVING sum(h.count) > 0'
    ELSE 'SELECT floor(l.x * $14)::int AS col, floor(l.y * $14)::int AS "row", count(*)::int AS count, avg(l.x) AS x, avg(l.y) AS y FROM feedback.listing l
      WHERE ' || CASE WHEN lvl > 15 THEN 'l.x IS NOT NULL AND point(l.x, l.y) <@ $13' ELSE 'l.x BETWEEN $15 AND $16 AND l.y BETWEEN $17 AND $18' END || ' AND ' || narrowed || ' GROUP BY 1, 2' END;
BEGIN
  RETURN QUERY EXECUTE feedback.hits(words) || 'SELECT c.count, c.x, c.y, i.ids FROM (' || counted || ') c LEFT JOIN LATERAL (
      SELECT array_agg(e.id) AS ids FROM (SELECT l.id FROM feedback.listing l WHERE (c.count = 1 OR $7 >= 20) AND l.x IS NOT NULL AND ' || narrowed || '
        AND point(l.x, l.y) <@ box(point(c.col / $14, c."row" / $14), point((c.col + 1) / $14, (c."row" + 1) / $14)) AND floor(l.x * $14) = c.col AND floor(l.y * $14) = c."row"
        ORDER BY l.sent_at DESC LIMIT 50) e) i ON true
    WHERE c.col BETWEEN $9 AND $10 AND c."row" BETWEEN $11 AND $12'
  USING m, categories, in_area, since, until, words, lvl, coalesce(categories, ARRAY[coalesce(md5(in_area)::uuid, '00000000-0000-0000-0000-000000000000'::uuid)]), c0, c1, r0, r1, whole, n::float8,
    c0::float8 / n, (c1 + 1)::float8 / n, r0::float8 / n, (r1 + 1)::float8 / n;
END $$;
--> statement-breakpoint
-- Reports of one category within a circle on the plane that are open or were done since a moment, nearest first.
CREATE FUNCTION feedback.known_near(category uuid, px float8, py float8, radius float8, since timestamptz, most int)
RETURNS TABLE (id uuid, away float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
BEGIN
  RETURN QUERY SELECT l.id, point(l.x, l.y) <-> point(px, py) FROM feedback.listing l
    WHERE l.municipality_id = m AND l.category_id = category AND l.x IS NOT NULL AND point(l.x, l.y) <@ circle(point(px, py), radius) AND (l.open OR l.done_at >= since)
    ORDER BY 2, 1 LIMIT most;
END $$;
--> statement-breakpoint
-- What was sent before the listing was.
SELECT feedback.relist(id) FROM identity.municipality;
