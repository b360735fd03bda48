ALTER TABLE "trail"."follow" DROP CONSTRAINT "one_follower";--> statement-breakpoint
ALTER TABLE "notices"."push_to" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD COLUMN "device_id" uuid;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "follow_municipality_id_device_id_push_to_municipality_id_id_fk" FOREIGN KEY ("municipality_id","device_id") REFERENCES "notices"."push_to"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_device" ON "trail"."follow" USING btree ("municipality_id","device_id","subject_id") WHERE device_id is not null;--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "device_of_subject" CHECK (device_id is null or (subject_id is not null and not by_mail));--> statement-breakpoint
ALTER TABLE "trail"."follow" ADD CONSTRAINT "one_follower" CHECK (num_nonnulls(person_id, email, device_id) = 1);--> statement-breakpoint
-- A browser without an account is a third kind of follower: who is reached and who hears say which.
DROP FUNCTION trail.hearers(uuid, boolean, timestamptz);
--> statement-breakpoint
DROP FUNCTION trail.reached_by(uuid[], uuid[], text[], uuid[], uuid[], float8, float8, timestamptz);
--> statement-breakpoint
CREATE FUNCTION trail.reached_by(subjects uuid[], topics uuid[], areas text[], units uuid[], networks uuid[], lon float8, lat float8, until timestamptz)
RETURNS TABLE (person_id uuid, email text, device_id uuid, same_as uuid, follow_id uuid, rhythm text, by_mail boolean, by_push boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  wider uuid[] := topics;
BEGIN
  IF cardinality(topics) > 0 THEN
    SELECT array_agg(w.id) INTO wider FROM (
      SELECT unnest(topics) AS id
      UNION SELECT t.parent_id FROM trail.topic t WHERE t.municipality_id = m AND t.id = ANY (topics) AND t.parent_id IS NOT NULL
      UNION SELECT t.merged_into FROM trail.topic t WHERE t.municipality_id = m AND t.id = ANY (topics) AND t.merged_into IS NOT NULL) w;
  END IF;
  RETURN QUERY
  WITH follows AS (
    SELECT f.person_id, f.email, f.device_id, f.id, f.rhythm, f.by_mail, f.by_push, array_position(subjects, f.subject_id) AS far
      FROM trail.follow f WHERE f.municipality_id = m AND f.subject_id = ANY (subjects) AND f.confirmed_at <= until
    UNION ALL
    SELECT f.person_id, f.email, f.device_id, f.id, f.rhythm, f.by_mail, f.by_push, 100
      FROM trail.follow f WHERE lon IS NOT NULL AND f.municipality_id = m AND f.longitude IS NOT NULL AND f.confirmed_at <= until
        -- a circle is at most 20 km: 0.18 degrees of latitude, 0.6 of longitude as far north as Finland reaches
        AND point(f.longitude, f.latitude) <@ box(point(lon - 0.6, lat - 0.18), point(lon + 0.6, lat + 0.18)) AND trail.metres(f.longitude, f.latitude, lon, lat) <= f.metres
    UNION ALL
    SELECT f.person_id, f.email, f.device_id, f.id, f.rhythm, f.by_mail, f.by_push, CASE WHEN f.topic_id = ANY (topics) THEN 200 ELSE 201 END
      FROM trail.follow f WHERE f.municipality_id = m AND f.topic_id = ANY (wider) AND f.confirmed_at <= until
    UNION ALL
    SELECT f.person_id, f.email, f.device_id, f.id, f.rhythm, f.by_mail, f.by_push, 300
      FROM trail.follow f WHERE f.municipality_id = m AND f.area = ANY (areas) AND f.confirmed_at <= until
    UNION ALL
    SELECT f.person_id, f.email, f.device_id, f.id, f.rhythm, f.by_mail, f.by_push, 400
      FROM trail.follow f WHERE f.municipality_id = m AND f.unit_id = ANY (units) AND f.confirmed_at <= until
    UNION ALL
    SELECT n.person_id, NULL, NULL, NULL, p.rhythm, true, true, 500
      FROM trail.professional n JOIN identity.person p ON p.municipality_id = m AND p.id = n.person_id AND p.left_at IS NULL
      WHERE n.municipality_id = m AND n.topic_id = ANY (networks) AND n.since <= until
  ), nearest AS (
    SELECT DISTINCT ON (f.person_id, f.email, f.device_id) f.* FROM follows f ORDER BY f.person_id, f.email, f.device_id, f.far, f.id
  )
  SELECT n.person_id, n.email, n.device_id, whose.id, n.id, n.rhythm, n.by_mail AND coalesce(p.by_mail, true), n.by_push AND coalesce(p.by_push, true)
  FROM nearest n
  LEFT JOIN identity.person p ON p.municipality_id = m AND p.id = n.person_id
  LEFT JOIN identity.account a ON a.email = n.email
  LEFT JOIN identity.person whose ON whose.municipality_id = m AND whose.id = a.id AND whose.left_at IS NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION trail.hearers(which uuid, widely boolean, until timestamptz)
RETURNS TABLE (person_id uuid, email text, device_id uuid, follow_id uuid, rhythm text, by_mail boolean, by_push boolean)
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
  SELECT r.person_id, r.email, r.device_id, r.follow_id, r.rhythm, r.by_mail, r.by_push FROM reached r
  WHERE r.same_as IS NULL OR NOT EXISTS (SELECT FROM reached o WHERE o.person_id = r.same_as AND o.by_mail AND o.rhythm <> 'inApp');
END $$;
