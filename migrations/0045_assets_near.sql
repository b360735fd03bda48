-- Things of a kind near a point, the nearest first, at most `most`: an index of points can be used only where row-level
-- security does not stand between (its operators are not leakproof), so this runs as the owner and keeps to the connection's
-- municipality itself. `far` is in metres; the box holds at least that much as far north as Finland reaches.
CREATE FUNCTION feedback.assets_near(wanted text, lon float8, lat float8, far float8, most int)
RETURNS TABLE (id uuid, key text, name text, longitude float8, latitude float8, metres float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  high float8 := far / 111000.0;
  wide float8 := far / 37000.0;
BEGIN
  RETURN QUERY SELECT n.id, n.key, n.name, n.longitude, n.latitude, n.metres FROM (
    SELECT a.id, a.key, a.name, a.longitude, a.latitude, trail.metres(a.longitude, a.latitude, lon, lat) AS metres
    FROM feedback.asset a
    WHERE a.municipality_id = m AND a.gone_at IS NULL AND a.kind = wanted
      AND point(a.longitude, a.latitude) <@ box(point(lon - wide, lat - high), point(lon + wide, lat + high))) n
  WHERE n.metres <= far ORDER BY n.metres, n.key LIMIT most;
END $$;
