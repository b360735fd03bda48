import { sql } from 'drizzle-orm'
import type { Db } from '#core/db/open.server.ts'

/**
 * Very many public reports at once, for measuring: six in ten near five centres, the rest anywhere within 20 km, over four
 * years, one in twenty still open. Past the triggers, and listed at the end.
 */
export async function manyReports(db: Db, m: number, categories: string[], count: number) {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local feedback.bulk = 'on'`)
    await tx.execute(sql`select setseed(0.42)`)
    await tx.execute(sql`create temporary table made on commit drop as
      select gen_random_uuid() id, n, (array[${sql.join(categories.map((each) => sql`${each}::uuid`), sql`, `)}])[1 + floor(random() * ${categories.length})::int] category, timestamptz '2026-11-22' - (random() * 1460 || ' days')::interval as at,
        case when n % 5 < 3 then 23.5961 + (n % 7 - 3) * 0.03 + (random() + random() + random() - 1.5) * 0.02 else 23.5961 + (random() - 0.5) * 0.7 end lon,
        case when n % 5 < 3 then 61.5563 + (n % 7 - 3) * 0.008 + (random() + random() + random() - 1.5) * 0.01 else 61.5563 + (random() - 0.5) * 0.3 end lat, n % 20 = 0 as open
      from generate_series(1, ${count}::int) n`)
    await tx.execute(sql`insert into trail.subject (municipality_id, id, kind, language, title, summary, stage, visibility, area, longitude, latitude, supports, search, created_at, moved_at)
      select ${m}, id, 'report', 'fi', jsonb_build_object('fi', t), t, case when open then 'idea' else 'service' end, 'public', case when n % 3 = 0 then 'Soppeenmäki' else 'Kirkonkylä' end, lon, lat, n % 7, to_tsvector('simple', t), at, at
      from (select *, case when n % 1000 = 0 then 'Harvinainen vika' when n % 3 = 0 then 'Lamppu pimeänä' else 'Kuoppa ajoradassa' end || ' ' || n t from made) x`)
    await tx.execute(sql`insert into feedback.report (municipality_id, id, reference, category_id, text, state, state_since, closed_at, sent_at)
      select ${m}, id, 'M' || n, category, 'Kuoppa', case when open then 'received' else 'done' end, at, case when open then null else at + interval '5 days' end, at from made`)
    await tx.execute(sql`select feedback.relist(${m})`)
  })
  await db.execute(sql`analyze trail.subject`); await db.execute(sql`analyze feedback.report`); await db.execute(sql`vacuum analyze feedback.listing`); await db.execute(sql`vacuum analyze feedback.heap`)
}
