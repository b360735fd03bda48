-- A work order with a private report is private: from the work nobody reads what its sender wanted unseen, nor where it is.
-- What is announced (works, outages) is told to everyone for its own sake, and stays so.
CREATE FUNCTION work.hide_orders(m int, orders uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- held first, so that who shows the order to all at this moment is waited for and then overruled
  PERFORM FROM trail.subject s WHERE s.municipality_id = m AND s.id = ANY (orders) ORDER BY s.id FOR NO KEY UPDATE;
  UPDATE trail.subject s SET visibility = 'private' FROM work.work_order o
  WHERE s.municipality_id = m AND s.id = ANY (orders) AND s.visibility = 'public' AND o.municipality_id = m AND o.id = s.id AND o.announcement IS NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION work.hide_with_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM work.hide_orders(new.municipality_id, (SELECT array_agg(r.order_id) FROM work.order_report r WHERE r.municipality_id = new.municipality_id AND r.report_id = new.id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER order_hides_with_report AFTER UPDATE OF visibility ON trail.subject FOR EACH ROW
  WHEN (new.kind = 'report' AND new.visibility = 'private' AND old.visibility <> 'private') EXECUTE FUNCTION work.hide_with_report();
--> statement-breakpoint
CREATE FUNCTION work.hide_with_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM trail.subject s WHERE s.municipality_id = new.municipality_id AND s.id = new.report_id AND s.visibility = 'private') THEN
    PERFORM work.hide_orders(new.municipality_id, ARRAY[new.order_id]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER order_hides_with_taken AFTER INSERT OR UPDATE OF order_id ON work.order_report FOR EACH ROW EXECUTE FUNCTION work.hide_with_taken();
--> statement-breakpoint
SELECT work.hide_orders(r.municipality_id, array_agg(DISTINCT r.order_id)) FROM work.order_report r
JOIN trail.subject s ON s.municipality_id = r.municipality_id AND s.id = r.report_id AND s.visibility = 'private' GROUP BY r.municipality_id;
--> statement-breakpoint
-- What is merged leads somewhere: never back to itself, however many steps.
CREATE FUNCTION trail.merged_in_no_ring() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at uuid := new.merged_into;
BEGIN
  WHILE at IS NOT NULL LOOP
    IF at = new.id THEN RAISE EXCEPTION 'merged in a ring' USING ERRCODE = 'check_violation', CONSTRAINT = 'merged_in_no_ring'; END IF;
    EXECUTE format('SELECT merged_into FROM %I.%I WHERE municipality_id = $1 AND id = $2', tg_table_schema, tg_table_name) INTO at USING new.municipality_id, at;
  END LOOP;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER merged_in_no_ring BEFORE INSERT OR UPDATE OF merged_into ON feedback.report FOR EACH ROW WHEN (new.merged_into IS NOT NULL) EXECUTE FUNCTION trail.merged_in_no_ring();
--> statement-breakpoint
CREATE TRIGGER merged_in_no_ring BEFORE INSERT OR UPDATE OF merged_into ON work.work_order FOR EACH ROW WHEN (new.merged_into IS NOT NULL) EXECUTE FUNCTION trail.merged_in_no_ring();
