-- As before, but a large heap is gone through once: since when a property has been the same is counted from its newest backwards.
CREATE OR REPLACE FUNCTION conditions.keep_latest() RETURNS trigger LANGUAGE plpgsql AS $$
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
      SELECT r.municipality_id, r.place_id, r.property, min(r.observed_at) FILTER (WHERE r.others = 0) AS since, max(r.others) > 0 AS mixed, (array_agg(r.id ORDER BY r.observed_at DESC, r.id DESC))[1] AS newest FROM (
        SELECT f.*, count(*) FILTER (WHERE f.value IS DISTINCT FROM f.last) OVER (PARTITION BY f.municipality_id, f.place_id, f.property ORDER BY f.observed_at DESC, f.id DESC) AS others FROM (
          SELECT c.municipality_id, c.place_id, c.property, c.id, c.value, c.observed_at, first_value(c.value) OVER (PARTITION BY c.municipality_id, c.place_id, c.property ORDER BY c.observed_at DESC, c.id DESC) AS last FROM came c) f) r
      GROUP BY r.municipality_id, r.place_id, r.property) s
    WHERE l.municipality_id = s.municipality_id AND l.place_id = s.place_id AND l.property = s.property AND l.observation_id = s.newest AND (s.mixed OR s.since < l.same_since);
  END IF;
  RETURN NULL;
END $$;
