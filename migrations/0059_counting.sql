-- A counting day begins at the counter's hour by Finland's clock. An hour that the spring change skips is the one after it; of an
-- hour that the autumn change has twice, the second: so each day begins once.
CREATE FUNCTION occupancy.day_begins(which date, reset_hour int) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (which + make_interval(hours => reset_hour)) AT TIME ZONE 'Europe/Helsinki' $$;
--> statement-breakpoint
-- The counting day of a moment: the latest that has begun.
CREATE FUNCTION occupancy.day_of(moment timestamptz, reset_hour int) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT max(d) FROM (SELECT (moment AT TIME ZONE 'Europe/Helsinki')::date + n AS d FROM generate_series(-1, 0) n) AS each WHERE occupancy.day_begins(d, reset_hour) <= moment $$;
--> statement-breakpoint
-- How many who came with a ticket so many minutes ago are still inside, of one: all until half of the usual stay, then fewer and
-- fewer until one and a half of it. On average each stays the usual time.
CREATE FUNCTION occupancy.still_inside(minutes_ago float8, stay int) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN minutes_ago < 0 THEN 0 WHEN minutes_ago <= stay / 2.0 THEN 1 ELSE greatest(0, 1.5 - minutes_ago / stay) END $$;
--> statement-breakpoint
-- Works out one counting day of a counter anew from its passages, in the order in which they happened, whatever the order in which
-- they came: how many were inside at the end of each quarter (from `since` on), and when it is the present day, the counter's own
-- numbers. Nobody can leave who is not inside: what would go below zero is counted as clipped since the last absolute count. The
-- counter's row is locked first, so two at once follow one another. Runs with the rights and the rows of who calls.
CREATE FUNCTION occupancy.settle(m int, which uuid, that_day date, kind_of_day int, kind_of_next int, since timestamptz, present timestamptz) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  c occupancy.counter;
  begins timestamptz;
  ends timestamptz;
  quarter interval := interval '15 minutes';
  grid timestamptz := timestamptz '2000-01-01 00:00:00Z';
BEGIN
  SELECT * INTO c FROM occupancy.counter AS k WHERE k.municipality_id = m AND k.id = which FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  begins := occupancy.day_begins(that_day, c.reset_hour);
  ends := least(occupancy.day_begins(that_day + 1, c.reset_hour) - interval '1 microsecond', present);
  IF ends < begins THEN RETURN; END IF;
  IF c.way = 'tickets' THEN
    INSERT INTO occupancy.level AS l (municipality_id, counter_id, at, day, slot, kind, inside, sure)
    SELECT m, which, q, (q AT TIME ZONE 'Europe/Helsinki')::date, extract(hour FROM q AT TIME ZONE 'Europe/Helsinki') * 4 + extract(minute FROM q AT TIME ZONE 'Europe/Helsinki')::int / 15,
      CASE WHEN (q AT TIME ZONE 'Europe/Helsinki')::date = that_day THEN kind_of_day ELSE kind_of_next END,
      coalesce((SELECT round(sum(p.entered * occupancy.still_inside(extract(epoch FROM least(q + quarter, ends) - p.at) / 60, c.stay_minutes)))
        FROM occupancy.passage p WHERE p.municipality_id = m AND p.counter_id = which AND p.day = that_day AND p.at <= least(q + quarter, ends) AND p.at > least(q + quarter, ends) - make_interval(mins => c.stay_minutes * 3 / 2)), 0),
      c.fault IS NULL AND c.paused_at IS NULL
    FROM generate_series(greatest(begins, date_bin(quarter, coalesce(since, begins), grid)), ends, quarter) AS q
    ON CONFLICT (municipality_id, counter_id, at) DO UPDATE SET inside = excluded.inside WHERE l.inside <> excluded.inside;
    IF that_day = occupancy.day_of(present, c.reset_hour) THEN
      UPDATE occupancy.counter AS k SET day = that_day, entered = s.entered, left_out = 0, clipped = 0, inside = s.inside, counted_at = greatest(k.counted_at, s.newest)
      FROM (SELECT coalesce(sum(p.entered), 0) AS entered, coalesce(round(sum(p.entered * occupancy.still_inside(extract(epoch FROM present - p.at) / 60, c.stay_minutes))), 0) AS inside, max(p.at) AS newest
        FROM occupancy.passage p WHERE p.municipality_id = m AND p.counter_id = which AND p.day = that_day) AS s
      WHERE k.municipality_id = m AND k.id = which;
    END IF;
    RETURN;
  END IF;
  -- A sum that may not go below zero is the sum less its lowest point so far, where that is under zero; each absolute count begins it anew.
  WITH told AS (
    SELECT p.at, p.client_id, p.entered, p.left_out, p.inside, count(p.inside) OVER w AS part FROM occupancy.passage p
    WHERE p.municipality_id = m AND p.counter_id = which AND p.day = that_day WINDOW w AS (ORDER BY p.at, p.client_id)
  ), summed AS (
    SELECT *, coalesce(first_value(inside) OVER w, 0) + sum(entered - left_out) OVER w AS s FROM told WINDOW w AS (PARTITION BY part ORDER BY at, client_id)
  ), held AS (
    SELECT *, least(0, min(s) OVER (PARTITION BY part ORDER BY at, client_id)) AS under FROM summed
  ), lasts AS (
    SELECT DISTINCT ON (date_bin(quarter, at, grid)) date_bin(quarter, at, grid) AS q, s - under AS there FROM held ORDER BY date_bin(quarter, at, grid), at DESC, client_id DESC
  ), filled AS (
    SELECT q, coalesce(max(there) OVER (PARTITION BY g), 0) AS there FROM (
      SELECT q, l.there, count(l.there) OVER (ORDER BY q) AS g FROM generate_series(begins, ends, quarter) AS q LEFT JOIN lasts l USING (q)) AS each
  ), kept AS (
    INSERT INTO occupancy.level AS l (municipality_id, counter_id, at, day, slot, kind, inside, sure)
    SELECT m, which, q, (q AT TIME ZONE 'Europe/Helsinki')::date, extract(hour FROM q AT TIME ZONE 'Europe/Helsinki') * 4 + extract(minute FROM q AT TIME ZONE 'Europe/Helsinki')::int / 15,
      CASE WHEN (q AT TIME ZONE 'Europe/Helsinki')::date = that_day THEN kind_of_day ELSE kind_of_next END, there, c.fault IS NULL AND c.paused_at IS NULL
    FROM filled WHERE since IS NULL OR q >= date_bin(quarter, since, grid)
    ON CONFLICT (municipality_id, counter_id, at) DO UPDATE SET inside = excluded.inside WHERE l.inside <> excluded.inside
  )
  UPDATE occupancy.counter AS k SET day = that_day, entered = s.entered, left_out = s.gone, clipped = s.clipped, inside = s.there, counted_at = greatest(k.counted_at, s.newest)
  FROM (SELECT coalesce(sum(entered), 0) AS entered, coalesce(sum(left_out), 0) AS gone, max(at) AS newest,
      coalesce((array_agg(s - under ORDER BY at DESC, client_id DESC))[1], 0) AS there, coalesce((array_agg(-under ORDER BY at DESC, client_id DESC))[1], 0) AS clipped FROM held) AS s
  WHERE k.municipality_id = m AND k.id = which AND that_day = occupancy.day_of(present, c.reset_hour);
END $$;
--> statement-breakpoint
-- What is usual, of the last eight weeks of the same weekday, of public holidays of the last 400 days: quartiles and median by the quarter of the day, and each counter's
-- usual longest silence (99 of 100 gaps between counts of one day are shorter). Of what was counted while the counter was trusted.
CREATE FUNCTION occupancy.count_typical(m int, today date) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public
AS $$
BEGIN
  DELETE FROM occupancy.typical t WHERE t.municipality_id = m;
  INSERT INTO occupancy.typical (municipality_id, counter_id, kind, slot, low, middle, high, days)
  SELECT m, s.counter_id, s.kind, s.slot, s.q[1], s.q[2], s.q[3], s.days FROM (
    SELECT l.counter_id, l.kind, l.slot, percentile_cont(array[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY l.inside) AS q, count(*) AS days
    FROM (
      SELECT counter_id, kind, slot, inside FROM occupancy.level WHERE municipality_id = m AND day >= today - 56 AND day < today AND kind < 8 AND sure
      UNION ALL SELECT counter_id, kind, slot, inside FROM occupancy.level WHERE municipality_id = m AND day >= today - 400 AND day < today AND kind = 8 AND sure) AS l
    GROUP BY l.counter_id, l.kind, l.slot) AS s;
  UPDATE occupancy.counter c SET usual_gap_minutes = g.usual
  FROM (SELECT counter_id, ceil(percentile_cont(0.99) WITHIN GROUP (ORDER BY gap))::int AS usual
    FROM (SELECT p.counter_id, extract(epoch FROM p.at - lag(p.at) OVER (PARTITION BY p.counter_id, p.day ORDER BY p.at)) / 60 AS gap FROM occupancy.passage p WHERE p.municipality_id = m) AS each
    WHERE gap IS NOT NULL GROUP BY counter_id HAVING count(*) >= 50) AS g
  WHERE c.municipality_id = m AND c.id = g.counter_id;
END $$;
