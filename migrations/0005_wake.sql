-- What wakes the processes: new mail wakes the outbox; a red dot or a movement wakes the pages that are open (channel nousu_live).
-- A payload is 'p <municipality> <person> <person> …' (their red dots changed) or 's <municipality> <subject>' (it moved).

CREATE FUNCTION notices.announce_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('nousu_mail', ''); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER announce_mail AFTER INSERT ON notices.mail FOR EACH STATEMENT EXECUTE FUNCTION notices.announce_mail();
--> statement-breakpoint
-- By the statement and a hundred persons at a time: a payload may be 8 000 bytes, and ten thousand followers hear at once.
CREATE FUNCTION notices.announce_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('nousu_live', 'p ' || municipality_id || ' ' || string_agg(person_id::text, ' '))
    FROM (SELECT municipality_id, person_id, (row_number() OVER (PARTITION BY municipality_id ORDER BY person_id) - 1) / 100 AS part
          FROM (SELECT DISTINCT municipality_id, person_id FROM changed WHERE person_id IS NOT NULL) each) parted
    GROUP BY municipality_id, part;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER announce_new AFTER INSERT ON notices.notice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION notices.announce_notices();
--> statement-breakpoint
-- A trigger with a transition table cannot name columns: the digest's mark (mailed_at) announces too, and the bell is then only drawn as it was.
CREATE TRIGGER announce_read AFTER UPDATE ON notices.notice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION notices.announce_notices();
--> statement-breakpoint
CREATE FUNCTION trail.announce_movement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('nousu_live', 's ' || new.municipality_id || ' ' || new.subject_id); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER announce_movement AFTER INSERT ON trail.event FOR EACH ROW WHEN (new.delivered_at IS NULL) EXECUTE FUNCTION trail.announce_movement();
