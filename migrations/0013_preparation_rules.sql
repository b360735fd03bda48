-- The areas that places and subjects name get their rows, so that they can be followed.
INSERT INTO trail.area (municipality_id, key, name)
SELECT municipality_id, area, jsonb_build_object('fi', area) FROM (SELECT municipality_id, area FROM trail.place UNION SELECT municipality_id, area FROM trail.subject WHERE area <> '') known ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Of a published matter exactly one phase is open. Checked at the end of the transaction, so that one can close and the next open.
CREATE FUNCTION preparation.keep_one_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  here int;
  its uuid;
BEGIN
  IF tg_op = 'DELETE' THEN here := old.municipality_id; its := old.matter_id;
  ELSIF tg_table_name = 'matter' THEN here := new.municipality_id; its := new.id;
  ELSE here := new.municipality_id; its := new.matter_id;
  END IF;
  IF EXISTS (SELECT FROM preparation.matter m WHERE m.municipality_id = here AND m.id = its AND m.state = 'published')
    AND (SELECT count(*) FROM preparation.phase p WHERE p.municipality_id = here AND p.matter_id = its AND p.state = 'open') <> 1 THEN
    RAISE EXCEPTION 'a published matter has exactly one open phase' USING errcode = 'check_violation', constraint = 'one_phase_open';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER keep_one_open AFTER INSERT OR UPDATE OR DELETE ON preparation.phase DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION preparation.keep_one_open();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER keep_one_open AFTER INSERT OR UPDATE OF state ON preparation.matter DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION preparation.keep_one_open();
