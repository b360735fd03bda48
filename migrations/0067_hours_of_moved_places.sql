-- Which exceptions over many places concern a place depends on its kind, its provider and its unit: when one of them changes, when
-- it is open in the coming days is written anew within a minute (directory/hours/open-times.server.ts).
CREATE FUNCTION directory.hours_out_of_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE directory.hours h SET reckoned_for = '2000-01-01' WHERE h.municipality_id = new.municipality_id AND h.owner_id = new.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER hours_of_place AFTER UPDATE OF kind, provider_id ON directory.place FOR EACH ROW
  WHEN ((old.kind, old.provider_id) IS DISTINCT FROM (new.kind, new.provider_id)) EXECUTE FUNCTION directory.hours_out_of_date();--> statement-breakpoint
CREATE TRIGGER hours_of_entry AFTER UPDATE OF owner_unit_id ON trail.subject FOR EACH ROW
  WHEN (new.kind = 'place' AND old.owner_unit_id IS DISTINCT FROM new.owner_unit_id) EXECUTE FUNCTION directory.hours_out_of_date();--> statement-breakpoint
-- What was changed before this was here.
UPDATE directory.hours SET reckoned_for = '2000-01-01';
