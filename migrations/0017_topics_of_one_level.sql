-- Topics have one level of sub-topics, and a merged topic leads to one that is not merged itself. The operations keep to
-- it under a lock; the database keeps it whatever they do, at the end of the transaction, so that several may move at once.
CREATE FUNCTION trail.keep_one_level() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  its trail.topic;
BEGIN
  SELECT * INTO its FROM trail.topic t WHERE t.municipality_id = new.municipality_id AND t.id = new.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM trail.topic t WHERE t.municipality_id = its.municipality_id AND (
      (its.parent_id IS NOT NULL AND (t.parent_id = its.id OR (t.id = its.parent_id AND (t.parent_id IS NOT NULL OR t.merged_into IS NOT NULL OR t.id = its.id))))
      OR (t.id = its.merged_into AND (t.merged_into IS NOT NULL OR t.id = its.id))
      OR (its.merged_into IS NOT NULL AND (t.merged_into = its.id OR t.parent_id = its.id)))) THEN
    RAISE EXCEPTION 'topics have one level, and a merged one leads straight to where it went' USING errcode = 'check_violation', constraint = 'one_level';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER keep_one_level AFTER INSERT OR UPDATE OF parent_id, merged_into ON trail.topic DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trail.keep_one_level();
