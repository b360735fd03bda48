-- Which public reports a program asks for, newest first, and how many there are when that is asked. Runs as the owner for the
-- same reason as trail.alike (an index of points), and keeps to the connection's municipality and to what is public itself.
-- The conditions that are given become the query, and it is planned with their values: a day or a street is not a year of a town.
CREATE FUNCTION open311.found(wanted jsonb, most int, skip int, counted boolean)
RETURNS TABLE (id uuid, total bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  since timestamptz := wanted->>'since'; until timestamptz := wanted->>'until';
  updated_since timestamptz := wanted->>'updatedSince'; updated_until timestamptz := wanted->>'updatedUntil';
  west float8 := wanted->>'west'; south float8 := wanted->>'south'; east float8 := wanted->>'east'; north float8 := wanted->>'north';
  lon float8 := wanted->>'longitude'; lat float8 := wanted->>'latitude'; metres float8 := wanted->>'metres';
  categories uuid[] := (SELECT array_agg(v::uuid) FROM jsonb_array_elements_text(wanted->'categories') v);
  units uuid[] := (SELECT array_agg(v::uuid) FROM jsonb_array_elements_text(wanted->'units') v);
  assets uuid[] := (SELECT coalesce(array_agg(v::uuid), '{}') FROM jsonb_array_elements_text(wanted->'assets') v);
  object_id text := wanted->>'objectId'; object_type text := wanted->>'objectType';
  q text := 'feedback.report r JOIN trail.subject s ON s.municipality_id = r.municipality_id AND s.id = r.id WHERE r.municipality_id = $1 AND s.municipality_id = $1 AND s.visibility = ''public''';
  n bigint;
BEGIN
  IF since IS NOT NULL THEN q := q || ' AND r.sent_at >= $2'; END IF;
  IF until IS NOT NULL THEN q := q || ' AND r.sent_at <= $3'; END IF;
  -- updated_datetime: when it was closed, else when it last moved, which is never before
  IF updated_since IS NOT NULL THEN q := q || ' AND s.kind = ''report'' AND s.moved_at >= $4 AND coalesce(r.closed_at, s.moved_at) >= $4'; END IF;
  IF updated_until IS NOT NULL THEN q := q || ' AND coalesce(r.closed_at, s.moved_at) <= $5'; END IF;
  IF wanted ? 'open' THEN q := q || CASE WHEN (wanted->>'open')::boolean THEN ' AND r.closed_at IS NULL' ELSE ' AND r.closed_at IS NOT NULL' END; END IF;
  IF wanted ? 'categories' THEN q := q || ' AND r.category_id = ANY ($6)'; END IF;
  IF wanted ? 'units' THEN q := q || ' AND s.owner_unit_id = ANY ($7)'; END IF;
  -- a few streets are found by the index of points; a town's worth of them by the day, which the planner cannot know of a box
  IF west IS NOT NULL AND (east - west) * (north - south) < 0.002 THEN q := q || ' AND s.longitude IS NOT NULL AND point(s.longitude, s.latitude) <@ box(point($8, $9), point($10, $11))';
  ELSIF west IS NOT NULL THEN q := q || ' AND s.longitude BETWEEN $8 AND $10 AND s.latitude BETWEEN $9 AND $11'; END IF;
  IF metres IS NOT NULL THEN q := q || ' AND trail.metres(s.longitude, s.latitude, $12, $13) <= $14'; END IF;
  IF object_id IS NOT NULL THEN q := q || ' AND (r.asset_id = ANY ($15) OR EXISTS (SELECT FROM open311.sent t WHERE t.municipality_id = $1 AND t.report_id = r.id AND t.object_id = $16 AND t.object_type = $17))'; END IF;
  IF counted THEN
    EXECUTE 'SELECT count(*) FROM ' || q INTO n USING m, since, until, updated_since, updated_until, categories, units, west, south, east, north, lon, lat, metres, assets, object_id, object_type;
  END IF;
  RETURN QUERY EXECUTE 'SELECT r.id, $18 FROM ' || q || ' ORDER BY r.sent_at DESC, r.id DESC LIMIT $19 OFFSET $20'
    USING m, since, until, updated_since, updated_until, categories, units, west, south, east, north, lon, lat, metres, assets, object_id, object_type, n, most, skip;
END $$;
