-- A joint matter is several municipalities' own matters with one id between them. Row-level security shows each its own rows alone;
-- what one may know of the others is what these functions say, and they say it only to a municipality that takes part. They run as
-- the owner, keep to the connection's municipality themselves, and give no id, address or whole name of a person, nothing of a
-- draft, and nothing that is hidden, waits or was removed.

-- Does the connection's municipality take part?
CREATE FUNCTION preparation.in_joint(which uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
  SELECT EXISTS (SELECT FROM preparation.joint j WHERE j.municipality_id = nullif(current_setting('app.municipality', true), '')::int AND j.joint_id = which AND j.state IN ('leads', 'takesPart'))
$$;
--> statement-breakpoint
-- Is there such a joint matter at all? For the rule that only a new one is begun.
CREATE FUNCTION preparation.joint_begun(which uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$ SELECT EXISTS (SELECT FROM preparation.joint j WHERE j.joint_id = which) $$;
--> statement-breakpoint
-- A municipality begins a joint matter, or answers one it was asked to: nobody lets oneself in by writing a row. Runs as whoever
-- writes; the functions below, the worker and a restore write as the owner.
CREATE FUNCTION preparation.keep_joint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'nousu_web' THEN IF tg_op = 'DELETE' THEN RETURN old; ELSE RETURN new; END IF; END IF;
  IF tg_op = 'INSERT' AND new.state = 'leads' AND new.asked_by = new.municipality_id AND NOT preparation.joint_begun(new.joint_id) THEN RETURN new; END IF;
  IF tg_op = 'UPDATE' AND new.municipality_id = old.municipality_id AND new.joint_id = old.joint_id AND new.asked_by = old.asked_by
    AND (new.state = old.state OR (old.state, new.state) IN (('asked', 'takesPart'), ('asked', 'declined'), ('takesPart', 'left'))) THEN RETURN new; END IF;
  RAISE EXCEPTION 'a municipality takes part in a joint matter when it is asked' USING errcode = 'check_violation', constraint = 'joint_by_invitation';
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_joint BEFORE INSERT OR UPDATE OR DELETE ON preparation.joint FOR EACH ROW EXECUTE FUNCTION preparation.keep_joint();
--> statement-breakpoint
-- Each part whose matter is public, the leading one first: what it is called, where it is, what was said there in numbers, what was decided.
CREATE FUNCTION preparation.joint_parts(which uuid)
RETURNS TABLE (municipality_id int, leads boolean, matter_id uuid, title jsonb, stage text, withdrawn boolean, phase jsonb, ends_on date, does text[], speakers text,
  comments int, said int, answered int, decision text, decision_url text, decided_at timestamptz, deciding_body text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
  SELECT j.municipality_id, j.state = 'leads', m.id, s.title, s.stage, s.visibility = 'withdrawn', p.name, p.ends_on, p.does, m.speakers,
    s.comments, c.said, c.answered, m.decision, m.decision_url, m.decided_at, m.deciding_body
  FROM preparation.joint j
  JOIN preparation.matter m ON m.municipality_id = j.municipality_id AND m.id = j.matter_id AND m.state = 'published'
  JOIN trail.subject s ON s.municipality_id = m.municipality_id AND s.id = m.id AND s.visibility IN ('public', 'withdrawn')
  LEFT JOIN preparation.phase p ON p.municipality_id = m.municipality_id AND p.matter_id = m.id AND p.state = 'open'
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS said, count(d.outcome_id)::int AS answered FROM discussion.comment d
    WHERE d.municipality_id = m.municipality_id AND d.subject_id = m.id AND d.parent_id IS NULL AND d.unit_id IS NULL AND d.hidden_at IS NULL AND d.removed_at IS NULL) c
  WHERE j.joint_id = which AND j.state IN ('leads', 'takesPart') AND preparation.in_joint(which)
  ORDER BY j.state <> 'leads', j.at, j.municipality_id
$$;
--> statement-breakpoint
-- Who has been asked and what they answered: for the one who leads.
CREATE FUNCTION preparation.joint_asked(which uuid)
RETURNS TABLE (municipality_id int, state text, at timestamptz, answer text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
  SELECT j.municipality_id, j.state, j.at, j.answer FROM preparation.joint j
  WHERE j.joint_id = which AND EXISTS (SELECT FROM preparation.joint mine WHERE mine.municipality_id = nullif(current_setting('app.municipality', true), '')::int AND mine.joint_id = which AND mine.state = 'leads')
  ORDER BY j.at, j.municipality_id
$$;
--> statement-breakpoint
-- What the leading municipality has published of its matter, for one who was asked or takes part: the words, the conditions, the phases and the document.
CREATE FUNCTION preparation.joint_source(which uuid)
RETURNS TABLE (municipality_id int, matter_id uuid, title jsonb, language text, thought text, law text, money text, "time" text, not_open text, ask text, speakers text, phases jsonb, sections jsonb)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
  SELECT m.municipality_id, m.id, s.title, s.language, m.thought, m.law, m.money, m.time, m.not_open, m.ask, m.speakers,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'does', p.does, 'stage', p.stage, 'hearing', p.hearing, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'state', p.state) ORDER BY p.position), '[]')
      FROM preparation.phase p WHERE p.municipality_id = m.municipality_id AND p.matter_id = m.id),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('title', c.title, 'text', c.text) ORDER BY c.position), '[]')
      FROM preparation.section c WHERE c.municipality_id = m.municipality_id AND c.matter_id = m.id AND c.removed_at IS NULL)
  FROM preparation.joint j
  JOIN preparation.matter m ON m.municipality_id = j.municipality_id AND m.id = j.matter_id AND m.state = 'published'
  JOIN trail.subject s ON s.municipality_id = m.municipality_id AND s.id = m.id AND s.visibility = 'public'
  WHERE j.joint_id = which AND j.state = 'leads' AND EXISTS (
    SELECT FROM preparation.joint mine WHERE mine.municipality_id = nullif(current_setting('app.municipality', true), '')::int AND mine.joint_id = which AND mine.state IN ('leads', 'asked', 'takesPart'))
$$;
--> statement-breakpoint
-- A name as others see it: the first name and the initial of the last; one who has left has no name to shorten.
CREATE FUNCTION preparation.short_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
  SELECT CASE WHEN name IN ('Poistunut asukas', 'Tidigare invånare', 'Former resident') OR btrim(name) !~ '\s' THEN name
    ELSE regexp_replace(btrim(name), '^(\S+)\s(?:.*\s)?(\S)\S*$', '\1 \2.') END
$$;
--> statement-breakpoint
-- What is public of one comment of another municipality.
CREATE TYPE preparation.said_elsewhere AS (municipality_id int, matter_id uuid, id uuid, parent_id uuid, at timestamptz, edited boolean, author text, unit jsonb, organisation boolean, starter boolean, guest boolean,
  stance text, words text, quote text, proposed text, place text, replies int, outcome_id uuid, outcome text, why text);
--> statement-breakpoint
CREATE FUNCTION preparation.as_said(c discussion.comment) RETURNS preparation.said_elsewhere
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
  SELECT ROW(c.municipality_id, c.subject_id, c.id, c.parent_id, c.at, c.edited_at IS NOT NULL,
    coalesce(o.name, CASE WHEN c.unit_id IS NULL THEN preparation.short_name(p.name) ELSE p.name END, c.author_name, ''), u.name, c.author_organisation_id IS NOT NULL,
    CASE WHEN s.author_organisation_id IS NOT NULL THEN c.author_organisation_id IS NOT DISTINCT FROM s.author_organisation_id ELSE c.author_organisation_id IS NULL AND c.author_person_id IS NOT NULL AND c.author_person_id = s.author_person_id END,
    c.by_guest, c.stance, c.text, c.quote, c.proposed, c.place_name,
    (SELECT count(*)::int FROM discussion.comment r WHERE r.municipality_id = c.municipality_id AND r.parent_id = c.id AND r.hidden_at IS NULL AND r.removed_at IS NULL),
    w.id, w.outcome, w.why)::preparation.said_elsewhere
  FROM trail.subject s
  LEFT JOIN identity.person p ON p.municipality_id = c.municipality_id AND p.id = c.author_person_id
  LEFT JOIN identity.organisation o ON o.municipality_id = c.municipality_id AND o.id = c.author_organisation_id
  LEFT JOIN identity.unit u ON u.municipality_id = c.municipality_id AND u.id = c.unit_id
  LEFT JOIN discussion.outcome w ON w.municipality_id = c.municipality_id AND w.id = c.outcome_id
  WHERE s.municipality_id = c.municipality_id AND s.id = c.subject_id
$$;
--> statement-breakpoint
-- The other parts' first-level comments, a page: after a moment and an id, in either order. Each part is read by its own index.
CREATE FUNCTION preparation.joint_comments(which uuid, newest boolean, after_at timestamptz, after_id uuid, most int)
RETURNS SETOF preparation.said_elsewhere
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  atmost CONSTANT int := least(greatest(most, 0), 100);
BEGIN
  IF NOT preparation.in_joint(which) THEN RETURN; END IF;
  IF newest THEN
    RETURN QUERY SELECT (a.said).* FROM (
      SELECT preparation.as_said(c) AS said FROM preparation.joint j
      JOIN preparation.matter t ON t.municipality_id = j.municipality_id AND t.id = j.matter_id AND t.state = 'published'
      JOIN trail.subject s ON s.municipality_id = t.municipality_id AND s.id = t.id AND s.visibility = 'public'
      CROSS JOIN LATERAL (
        SELECT d.* FROM discussion.comment d WHERE d.municipality_id = j.municipality_id AND d.subject_id = j.matter_id AND d.parent_id IS NULL AND d.hidden_at IS NULL AND d.removed_at IS NULL
          AND (d.at, d.id) < (coalesce(after_at, 'infinity'), coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        ORDER BY d.at DESC, d.id DESC LIMIT atmost) c
      WHERE j.joint_id = which AND j.state IN ('leads', 'takesPart') AND j.municipality_id <> m
      ORDER BY c.at DESC, c.id DESC LIMIT atmost) a;
  ELSE
    RETURN QUERY SELECT (a.said).* FROM (
      SELECT preparation.as_said(c) AS said FROM preparation.joint j
      JOIN preparation.matter t ON t.municipality_id = j.municipality_id AND t.id = j.matter_id AND t.state = 'published'
      JOIN trail.subject s ON s.municipality_id = t.municipality_id AND s.id = t.id AND s.visibility = 'public'
      CROSS JOIN LATERAL (
        SELECT d.* FROM discussion.comment d WHERE d.municipality_id = j.municipality_id AND d.subject_id = j.matter_id AND d.parent_id IS NULL AND d.hidden_at IS NULL AND d.removed_at IS NULL
          AND (d.at, d.id) > (coalesce(after_at, '-infinity'), coalesce(after_id, '00000000-0000-0000-0000-000000000000'))
        ORDER BY d.at, d.id LIMIT atmost) c
      WHERE j.joint_id = which AND j.state IN ('leads', 'takesPart') AND j.municipality_id <> m
      ORDER BY c.at, c.id LIMIT atmost) a;
  END IF;
END $$;
--> statement-breakpoint
-- The first replies of given comments of the other parts. A reply to what is hidden or removed is not given.
CREATE FUNCTION preparation.joint_replies(which uuid, parents uuid[], most int)
RETURNS SETOF preparation.said_elsewhere
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
  SELECT (preparation.as_said(c)).* FROM preparation.joint j
  JOIN preparation.matter t ON t.municipality_id = j.municipality_id AND t.id = j.matter_id AND t.state = 'published'
  JOIN trail.subject s ON s.municipality_id = t.municipality_id AND s.id = t.id AND s.visibility = 'public'
  JOIN discussion.comment top ON top.municipality_id = j.municipality_id AND top.subject_id = j.matter_id AND top.id = ANY (parents) AND top.hidden_at IS NULL AND top.removed_at IS NULL
  CROSS JOIN LATERAL (
    SELECT d.* FROM discussion.comment d WHERE d.municipality_id = top.municipality_id AND d.parent_id = top.id AND d.hidden_at IS NULL AND d.removed_at IS NULL
    ORDER BY d.at, d.id LIMIT least(greatest(most, 0), 50)) c
  WHERE j.joint_id = which AND j.state IN ('leads', 'takesPart') AND j.municipality_id <> nullif(current_setting('app.municipality', true), '')::int AND preparation.in_joint(which)
  ORDER BY c.at, c.id
$$;
--> statement-breakpoint
-- The one who leads a public matter asks another municipality of the installation; one that declined or left may be asked again.
-- True when it was asked now.
CREATE FUNCTION preparation.joint_invite(which uuid, whom int, title text, message text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  done int;
BEGIN
  IF whom = m OR NOT EXISTS (SELECT FROM identity.municipality i WHERE i.id = whom) THEN RETURN false; END IF;
  PERFORM FROM preparation.joint j JOIN trail.subject s ON s.municipality_id = j.municipality_id AND s.id = j.matter_id AND s.visibility = 'public'
    WHERE j.municipality_id = m AND j.joint_id = which AND j.state = 'leads' FOR UPDATE OF j;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO preparation.joint AS j (municipality_id, joint_id, state, title, message, asked_by, at) VALUES (whom, which, 'asked', joint_invite.title, joint_invite.message, m, joint_invite.at)
    ON CONFLICT (municipality_id, joint_id) DO UPDATE SET state = 'asked', title = excluded.title, message = excluded.message, asked_by = m, at = excluded.at, answer = '', told_at = NULL WHERE j.state IN ('declined', 'left');
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done > 0;
END $$;
--> statement-breakpoint
-- The one who leads takes back what has not been answered. True when there was something to take back.
CREATE FUNCTION preparation.joint_uninvite(which uuid, whom int) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
  m int := nullif(current_setting('app.municipality', true), '')::int;
  its preparation.joint%ROWTYPE;
BEGIN
  PERFORM FROM preparation.joint j WHERE j.municipality_id = m AND j.joint_id = which AND j.state = 'leads' FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT j.* INTO its FROM preparation.joint j WHERE j.municipality_id = whom AND j.joint_id = which AND j.state = 'asked' FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  -- one that was here before and is asked again has a matter of its own, which stays with its row
  IF its.matter_id IS NULL THEN DELETE FROM preparation.joint j WHERE j.municipality_id = whom AND j.joint_id = which;
  ELSE UPDATE preparation.joint j SET state = 'left' WHERE j.municipality_id = whom AND j.joint_id = which;
  END IF;
  RETURN true;
END $$;
