-- What was answered in public stays: a published answer is neither reworded nor erased. A later answer may follow it.
CREATE FUNCTION ideas.keep_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published answer is kept' USING errcode = 'check_violation', constraint = 'answer_kept';
  END IF;
  IF tg_op = 'DELETE' THEN RETURN old; END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_answer BEFORE UPDATE OR DELETE ON ideas.answer FOR EACH ROW EXECUTE FUNCTION ideas.keep_answer();
