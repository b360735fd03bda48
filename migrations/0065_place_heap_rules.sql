-- A place's row in the listing, counted into the squares that it lies in. A statement counts into its own connection's slot.
CREATE FUNCTION directory.count_into_heaps(its directory.listing, by int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO directory.heap AS h (municipality_id, level, col, "row", kind, slot, count, x, y)
  SELECT its.municipality_id, level, floor(its.x * (1 << level))::int, floor(its.y * (1 << level))::int, its.kind, pg_backend_pid(), by, by * its.x, by * its.y FROM unnest(ARRAY[10, 12, 14, 16]) level
  ON CONFLICT (municipality_id, level, col, "row", kind, slot) DO UPDATE SET count = h.count + excluded.count, x = h.x + excluded.x, y = h.y + excluded.y
$$;
--> statement-breakpoint
CREATE FUNCTION directory.heaps_of_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' AND (old.x, old.y, old.kind) IS NOT DISTINCT FROM (new.x, new.y, new.kind) THEN RETURN NULL; END IF;
  IF tg_op <> 'INSERT' AND old.x IS NOT NULL AND old.what = 'place' THEN PERFORM directory.count_into_heaps(old, -1); END IF;
  IF tg_op <> 'DELETE' AND new.x IS NOT NULL AND new.what = 'place' THEN PERFORM directory.count_into_heaps(new, 1); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER heaps_of_listing AFTER INSERT OR UPDATE OR DELETE ON directory.listing FOR EACH ROW EXECUTE FUNCTION directory.heaps_of_listing();
--> statement-breakpoint
-- Adds up what each connection has counted, into one slot.
CREATE FUNCTION directory.fold_heaps(m int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(m || ' place heaps', 0));
  WITH taken AS (
    SELECT h.level, h.col, h."row", h.kind, h.slot FROM directory.heap h WHERE h.municipality_id = m AND h.slot <> 0 FOR UPDATE SKIP LOCKED),
  gone AS (
    DELETE FROM directory.heap h USING taken t WHERE h.municipality_id = m AND (h.level, h.col, h."row", h.kind, h.slot) = (t.level, t.col, t."row", t.kind, t.slot)
    RETURNING h.level, h.col, h."row", h.kind, h.count, h.x, h.y)
  INSERT INTO directory.heap AS h (municipality_id, level, col, "row", kind, slot, count, x, y)
  SELECT m, g.level, g.col, g."row", g.kind, 0, sum(g.count), sum(g.x), sum(g.y) FROM gone g GROUP BY 2, 3, 4, 5
  ON CONFLICT (municipality_id, level, col, "row", kind, slot) DO UPDATE SET count = h.count + excluded.count, x = h.x + excluded.x, y = h.y + excluded.y;
  DELETE FROM directory.heap h WHERE h.municipality_id = m AND h.slot = 0 AND h.count = 0;
END $$;
--> statement-breakpoint
-- What was listed before it was counted.
INSERT INTO directory.heap (municipality_id, level, col, "row", kind, slot, count, x, y)
SELECT l.municipality_id, level, floor(l.x * (1 << level))::int, floor(l.y * (1 << level))::int, l.kind, 0, count(*), sum(l.x), sum(l.y) FROM directory.listing l, unnest(ARRAY[10, 12, 14, 16]) level WHERE l.x IS NOT NULL AND l.what = 'place' GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
-- Places on the map, gathered by the squares of a level (2^level columns and rows) that the box touches. Wide views of all places or of
-- kinds are counted already (directory.heap); others are counted row by row. `ids`: of a square with one place, which it is; from level
-- 20 on, and where at most sixty are in sight, all of them (sixty of a square at most).
CREATE FUNCTION directory.on_map(x0 float8, y0 float8, x1 float8, y1 float8, lvl int, kinds text[], open_at timestamptz, states text[], accessible boolean, free boolean, audience text, audience_kinds text[], area text, unit uuid, provider uuid, municipal boolean)
RETURNS TABLE (count int, x float8, y float8, ids uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  n float8 := 1 << lvl;
  c0 int := floor(x0 * n); c1 int := floor(x1 * n); r0 int := floor(y0 * n); r1 int := floor(y1 * n);
  few uuid[] := directory.open_few(m, open_at, states);
  narrowed text := directory.narrowing(kinds, open_at, few IS NOT NULL, accessible, free, audience, area, unit, provider, municipal, NULL);
  total bigint;
BEGIN
  IF lvl <= 16 AND open_at IS NULL AND NOT (accessible OR free OR municipal) AND num_nonnulls(audience, area, unit, provider) = 0 THEN
    SELECT coalesce(sum(h.count), 0) INTO total FROM directory.heap h WHERE h.municipality_id = m AND h.level = lvl AND h.col BETWEEN c0 AND c1 AND h."row" BETWEEN r0 AND r1 AND (kinds IS NULL OR h.kind = ANY (kinds));
    IF total > 60 THEN
      RETURN QUERY SELECT c.many, c.x, c.y, CASE WHEN c.many = 1 THEN (
          SELECT ARRAY[l.id] FROM directory.listing l WHERE l.municipality_id = m AND l.x IS NOT NULL AND l.what = 'place' AND (kinds IS NULL OR l.kind = ANY (kinds))
            AND point(l.x, l.y) <@ box(point(c.col / n, c."row" / n), point((c.col + 1) / n, (c."row" + 1) / n)) AND floor(l.x * n) = c.col AND floor(l.y * n) = c."row" LIMIT 1) END
        FROM (SELECT h.col, h."row", sum(h.count)::int AS many, sum(h.x) / nullif(sum(h.count), 0) AS x, sum(h.y) / nullif(sum(h.count), 0) AS y FROM directory.heap h
          WHERE h.municipality_id = m AND h.level = lvl AND h.col BETWEEN c0 AND c1 AND h."row" BETWEEN r0 AND r1 AND (kinds IS NULL OR h.kind = ANY (kinds)) GROUP BY h.col, h."row" HAVING sum(h.count) > 0) c;
      RETURN;
    END IF;
  END IF;
  -- What is open, when that is many, is looked up once and not for each place.
  IF open_at IS NOT NULL AND few IS NULL THEN
    narrowed := directory.narrowing(kinds, NULL, false, accessible, free, audience, area, unit, provider, municipal, NULL)
      || ' AND l.id IN (SELECT o.owner_id FROM directory.open_time o WHERE o.municipality_id = $1 AND tstzrange(o.opens_at, o.closes_at) @> $4 AND o.state = ANY ($5))';
  END IF;
  RETURN QUERY EXECUTE 'SELECT count(*)::int, avg(l.x), avg(l.y), CASE WHEN count(*) = 1 OR $18 >= 20 OR sum(count(*)) OVER () <= 60 THEN (array_agg(l.id))[1:60] END FROM directory.listing l
    WHERE ' || CASE WHEN lvl > 15 OR total IS NOT NULL THEN 'l.x IS NOT NULL AND point(l.x, l.y) <@ box(point($14, $16), point($15, $17))' ELSE 'l.x BETWEEN $14 AND $15 AND l.y BETWEEN $16 AND $17' END || ' AND ' || narrowed || ' GROUP BY floor(l.x * $13)::int, floor(l.y * $13)::int'
  USING m, 'place', kinds, open_at, states, audience, area, unit, provider, NULL::text, few, audience_kinds, n, c0 / n, (c1 + 1) / n, r0 / n, (r1 + 1) / n, lvl;
END $$;
