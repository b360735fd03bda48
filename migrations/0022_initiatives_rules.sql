-- What the schema file cannot say: who may still sign, how many have, and what is set only once.

-- A name is taken while the initiative collects. The row is locked, so that a last name and the sending come one after the
-- other, and names one by one: what is counted after mine is counted with mine.
CREATE FUNCTION initiatives.keep_signing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE its initiatives.initiative;
BEGIN
  SELECT * INTO its FROM initiatives.initiative i WHERE i.municipality_id = coalesce(new.municipality_id, old.municipality_id) AND i.id = coalesce(new.initiative_id, old.initiative_id) FOR NO KEY UPDATE;
  IF tg_op = 'DELETE' THEN
    IF its.sent_at IS NOT NULL AND old.confirmed_at IS NOT NULL THEN RAISE EXCEPTION 'a name that was sent stays counted' USING errcode = 'check_violation', constraint = 'collecting_is_over'; END IF;
    RETURN old;
  END IF;
  IF tg_op = 'INSERT' OR (old.confirmed_at IS NULL AND new.confirmed_at IS NOT NULL) THEN
    IF its.sent_at IS NOT NULL OR its.state <> 'published' OR its.fix <> 'ok' THEN RAISE EXCEPTION 'names are taken only while the initiative collects' USING errcode = 'check_violation', constraint = 'collecting_is_over'; END IF;
    IF NOT its.collective AND new.person_id IS DISTINCT FROM its.author_person_id THEN RAISE EXCEPTION 'an initiative by one is not joined' USING errcode = 'check_violation', constraint = 'by_one'; END IF;
    IF its.kind = 'referendum' AND (new.human_key IS NULL OR NOT new.identified OR new.membership <> 'resident') THEN RAISE EXCEPTION 'an initiative for a referendum is signed by identified residents' USING errcode = 'check_violation', constraint = 'identified_residents'; END IF;
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_signing BEFORE INSERT OR DELETE OR UPDATE OF confirmed_at ON initiatives.signature FOR EACH ROW EXECUTE FUNCTION initiatives.keep_signing();
--> statement-breakpoint
CREATE FUNCTION initiatives.count_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  all_of int := 0;
  residents_of int := 0;
BEGIN
  IF tg_op <> 'INSERT' AND old.confirmed_at IS NOT NULL THEN all_of := -1; residents_of := -(old.membership = 'resident')::int; END IF;
  IF tg_op <> 'DELETE' AND new.confirmed_at IS NOT NULL THEN all_of := all_of + 1; residents_of := residents_of + (new.membership = 'resident')::int; END IF;
  IF all_of <> 0 OR residents_of <> 0 THEN
    UPDATE initiatives.initiative SET signers = signers + all_of, residents = residents + residents_of
      WHERE municipality_id = coalesce(new.municipality_id, old.municipality_id) AND id = coalesce(new.initiative_id, old.initiative_id);
    UPDATE trail.subject SET supports = supports + all_of
      WHERE municipality_id = coalesce(new.municipality_id, old.municipality_id) AND id = coalesce(new.initiative_id, old.initiative_id);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_signature AFTER INSERT OR DELETE OR UPDATE OF confirmed_at, membership ON initiatives.signature FOR EACH ROW EXECUTE FUNCTION initiatives.count_signature();
--> statement-breakpoint
CREATE FUNCTION initiatives.set_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (old.published_at IS NOT NULL AND new.published_at IS DISTINCT FROM old.published_at) OR (old.sent_at IS NOT NULL AND new.sent_at IS DISTINCT FROM old.sent_at)
    OR (old.decided_at IS NOT NULL AND (new.decided_at, new.decision, new.outcome) IS DISTINCT FROM (old.decided_at, old.decision, old.outcome))
    OR (old.threshold_2 IS NOT NULL AND (new.threshold_2, new.threshold_4, new.basis_day, new.basis_residents, new.basis_aged_15_plus) IS DISTINCT FROM (old.threshold_2, old.threshold_4, old.basis_day, old.basis_residents, old.basis_aged_15_plus))
    OR (old.crossed_2_at IS NOT NULL AND new.crossed_2_at IS DISTINCT FROM old.crossed_2_at) OR (old.crossed_4_at IS NOT NULL AND new.crossed_4_at IS DISTINCT FROM old.crossed_4_at)
  THEN RAISE EXCEPTION 'it was said once and stays' USING errcode = 'check_violation', constraint = 'set_once'; END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER set_once BEFORE UPDATE ON initiatives.initiative FOR EACH ROW EXECUTE FUNCTION initiatives.set_once();
