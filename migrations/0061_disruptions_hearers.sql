-- How far a point is from a piece of a disruption, in metres: 0 inside a polygon. The same as `farFrom` in shape.ts.
CREATE FUNCTION disruptions.far(kind text, corners jsonb, lon float8, lat float8) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog
AS $$
  SELECT CASE kind
    WHEN 'polygon' THEN point(0, 0) <-> ('(' || flat.path || ')')::polygon
    WHEN 'line' THEN point(0, 0) <-> ('[' || flat.path || ']')::path
    ELSE point(0, 0) <-> flat.path::point END
  FROM (SELECT string_agg(format('(%s,%s)', ((c.corner->>0)::float8 - lon) * 111320 * cos(radians(lat)), ((c.corner->>1)::float8 - lat) * 110574), ',' ORDER BY c.place) AS path
    FROM jsonb_array_elements(corners) WITH ORDINALITY AS c(corner, place)) flat
$$;
--> statement-breakpoint
-- Who hears of a disruption, each once: who follows it, a place that it closes, its topic, unit or an area that it touches; whose
-- saved place or home (when they chose so) lies within its shape or the shape's buffer. Saved places are looked for by their
-- index: the boxes of the parts first. Who chose to hear of disruptions at once does, over the rhythm of the follow; `quietly`:
-- nobody is woken, what would be told at once comes in the morning's letter. Runs as the owner, for a point is in no index that
-- a policy could be read with; what it reads is the municipality's of the connection alone.
CREATE FUNCTION disruptions.hearers(which uuid, until timestamptz, quietly boolean)
RETURNS TABLE (person_id uuid, email text, device_id uuid, follow_id uuid, rhythm text, by_mail boolean, by_push boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  its trail.subject%ROWTYPE;
  everywhere boolean;
  subjects uuid[]; topics uuid[]; areas text[]; units uuid[];
BEGIN
  SELECT s.* INTO its FROM trail.subject s WHERE s.municipality_id = m AND s.id = which AND s.visibility = 'public';
  IF NOT FOUND THEN RETURN; END IF;
  SELECT d.whole INTO everywhere FROM disruptions.disruption d WHERE d.municipality_id = m AND d.id = which;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT array_agg(c.place_id) INTO subjects FROM disruptions.closes c WHERE c.municipality_id = m AND c.disruption_id = which;
  subjects := which || coalesce(subjects, '{}');
  topics := array_remove(ARRAY[its.topic_id], NULL);
  units := array_remove(ARRAY[its.owner_unit_id], NULL);
  IF everywhere THEN SELECT array_agg(a.key) INTO areas FROM trail.area a WHERE a.municipality_id = m;
  ELSE SELECT array_agg(a.area) INTO areas FROM disruptions.in_area a WHERE a.municipality_id = m AND a.disruption_id = which; END IF;
  RETURN QUERY
  WITH near AS (
    SELECT f.person_id, f.email, NULL::uuid AS device_id, NULL::uuid AS same_as, f.id AS follow_id, f.rhythm, f.by_mail, f.by_push, 1 AS far
      FROM disruptions.part p JOIN trail.follow f ON f.municipality_id = m AND f.longitude IS NOT NULL AND point(f.longitude, f.latitude) <@ box(point(p.west, p.south), point(p.east, p.north)) AND f.confirmed_at <= until
      WHERE NOT everywhere AND p.municipality_id = m AND p.disruption_id = which AND disruptions.far(p.kind, p.corners, f.longitude, f.latitude) <= p.metres
    UNION ALL
    SELECT f.person_id, f.email, NULL, NULL, f.id, f.rhythm, f.by_mail, f.by_push, 1
      FROM trail.follow f WHERE everywhere AND f.municipality_id = m AND f.longitude IS NOT NULL AND f.confirmed_at <= until
    UNION ALL
    SELECT h.id, NULL, NULL, NULL, NULL, h.rhythm, h.by_mail, h.by_push, 2
      FROM disruptions.listener l JOIN identity.person h ON h.municipality_id = m AND h.id = l.person_id AND h.left_at IS NULL AND h.home_longitude IS NOT NULL
      WHERE l.municipality_id = m AND l.home AND (everywhere OR EXISTS (SELECT FROM disruptions.part p WHERE p.municipality_id = m AND p.disruption_id = which
        AND h.home_longitude BETWEEN p.west AND p.east AND h.home_latitude BETWEEN p.south AND p.north AND disruptions.far(p.kind, p.corners, h.home_longitude, h.home_latitude) <= p.metres))
  ), reached AS MATERIALIZED (
    SELECT DISTINCT ON (r.person_id, r.email, r.device_id) r.* FROM (
      SELECT w.person_id, w.email, w.device_id, w.same_as, w.follow_id, w.rhythm, w.by_mail, w.by_push, 0 AS far FROM trail.reached_by(subjects, topics, coalesce(areas, '{}'), units, '{}', NULL, NULL, until) w
      UNION ALL
      SELECT n.person_id, n.email, n.device_id, whose.id, n.follow_id, n.rhythm, n.by_mail AND coalesce(p.by_mail, true), n.by_push AND coalesce(p.by_push, true), n.far
        FROM near n LEFT JOIN identity.person p ON p.municipality_id = m AND p.id = n.person_id
        LEFT JOIN identity.account a ON a.email = n.email LEFT JOIN identity.person whose ON whose.municipality_id = m AND whose.id = a.id AND whose.left_at IS NULL) r
    ORDER BY r.person_id, r.email, r.device_id, r.far, r.follow_id
  ), wished AS (
    SELECT r.*, l.person_id IS NOT NULL AND ((l.push_at_once AND EXISTS (SELECT FROM notices.push_to d WHERE d.municipality_id = m AND d.person_id = r.person_id)) OR l.mail_at_once) AS wishes, l.push_at_once, l.mail_at_once
      FROM reached r LEFT JOIN disruptions.listener l ON l.municipality_id = m AND l.person_id = r.person_id
  ), told AS (
    SELECT w.person_id, w.email, w.device_id, w.same_as, w.follow_id,
      CASE WHEN w.wishes THEN 'atOnce' ELSE w.rhythm END AS rhythm, CASE WHEN w.wishes THEN w.mail_at_once ELSE w.by_mail END AS by_mail, CASE WHEN w.wishes THEN w.push_at_once ELSE w.by_push END AS by_push
    FROM wished w)
  SELECT t.person_id, t.email, t.device_id, t.follow_id, CASE WHEN quietly AND t.rhythm = 'atOnce' THEN 'daily' ELSE t.rhythm END, t.by_mail, t.by_push FROM told t
  WHERE t.same_as IS NULL OR NOT EXISTS (SELECT FROM told o WHERE o.person_id = t.same_as AND o.by_mail AND o.rhythm <> 'inApp');
END $$;
