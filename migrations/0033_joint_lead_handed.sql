-- The lead of a joint matter is handed on: the one who leads asks a part that has come out, and that part takes it or declines.
-- As in 0027, a municipality writes only its own row; what changes another's is said by functions of the owner.

-- A municipality may decline the lead (forget that it was asked), never ask itself.
CREATE OR REPLACE FUNCTION preparation.keep_joint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'nousu_web' THEN IF tg_op = 'DELETE' THEN RETURN old; ELSE RETURN new; END IF; END IF;
  IF tg_op = 'INSERT' AND new.state = 'leads' AND new.asked_by = new.municipality_id AND NOT preparation.joint_begun(new.joint_id) THEN RETURN new; END IF;
  IF tg_op = 'UPDATE' AND new.municipality_id = old.municipality_id AND new.joint_id = old.joint_id AND new.asked_by = old.asked_by
    AND (new.lead_offered_at IS NULL OR new.lead_offered_at IS NOT DISTINCT FROM old.lead_offered_at)
    AND (new.state = old.state OR (old.state, new.state) IN (('asked', 'takesPart'), ('asked', 'declined'), ('takesPart', 'left'))) THEN RETURN new; END IF;
  RAISE EXCEPTION 'a municipality takes part in a joint matter when it is asked' USING errcode = 'check_violation', constraint = 'joint_by_invitation';
END $$;
--> statement-breakpoint
-- Who leads, and who has been asked to lead instead: the latter for the one who leads and for the one asked.
CREATE FUNCTION preparation.joint_lead(which uuid) RETURNS TABLE (leader int, offered int[])
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
  WITH me AS (SELECT nullif(current_setting('app.municipality', true), '')::int AS id)
  SELECT l.municipality_id, array(SELECT o.municipality_id FROM preparation.joint o, me WHERE o.joint_id = which AND o.lead_offered_at IS NOT NULL AND me.id IN (o.municipality_id, l.municipality_id))
  FROM preparation.joint l WHERE l.joint_id = which AND l.state = 'leads' AND preparation.in_joint(which)
$$;
--> statement-breakpoint
-- The one who leads asks a part whose matter is public to lead instead, or takes that back (`at` null). True when something changed.
CREATE FUNCTION preparation.joint_offer_lead(which uuid, whom int, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  done int;
BEGIN
  PERFORM FROM preparation.joint j WHERE j.municipality_id = m AND j.joint_id = which AND j.state = 'leads' FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE preparation.joint j SET lead_offered_at = joint_offer_lead.at, told_at = CASE WHEN joint_offer_lead.at IS NULL THEN j.told_at END
    WHERE j.municipality_id = whom AND j.joint_id = which AND j.state = 'takesPart' AND (j.lead_offered_at IS NULL) <> (joint_offer_lead.at IS NULL)
      AND (joint_offer_lead.at IS NULL OR EXISTS (SELECT FROM trail.subject s WHERE s.municipality_id = whom AND s.id = j.matter_id AND s.visibility = 'public'));
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done > 0;
END $$;
--> statement-breakpoint
-- The one who was asked leads from now on; who led stays as a part, and other requests to lead are over. False when it was not asked any more.
CREATE FUNCTION preparation.joint_take_lead(which uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  done int;
BEGIN
  -- the row of who leads first, as above: two who were asked do not both take it
  PERFORM FROM preparation.joint j WHERE j.joint_id = which AND j.state = 'leads' FOR UPDATE;
  UPDATE preparation.joint j SET state = 'leads', lead_offered_at = NULL
    WHERE j.municipality_id = m AND j.joint_id = which AND j.state = 'takesPart' AND j.lead_offered_at IS NOT NULL
      AND EXISTS (SELECT FROM trail.subject s WHERE s.municipality_id = m AND s.id = j.matter_id AND s.visibility = 'public');
  GET DIAGNOSTICS done = ROW_COUNT;
  IF done = 0 THEN RETURN false; END IF;
  UPDATE preparation.joint j SET state = CASE WHEN j.state = 'leads' THEN 'takesPart' ELSE j.state END, lead_offered_at = NULL
    WHERE j.joint_id = which AND j.municipality_id <> m AND (j.state = 'leads' OR j.lead_offered_at IS NOT NULL);
  RETURN true;
END $$;
--> statement-breakpoint
-- What is to be written to a municipality's officials wakes the worker at once.
CREATE FUNCTION preparation.wake_joint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('nousu_events', new.municipality_id::text); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER wake_joint AFTER INSERT OR UPDATE ON preparation.joint FOR EACH ROW WHEN (new.told_at IS NULL AND (new.state = 'asked' OR new.lead_offered_at IS NOT NULL)) EXECUTE FUNCTION preparation.wake_joint();
