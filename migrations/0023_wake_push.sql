-- New push messages wake the processes that hand them over, as new mail does.
CREATE FUNCTION notices.announce_push() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('nousu_push', ''); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER announce_push AFTER INSERT ON notices.push FOR EACH STATEMENT EXECUTE FUNCTION notices.announce_push();
