import { sql } from 'drizzle-orm'
import type { Db } from '#core/db/open.server.ts'
import { placeKinds } from '../place-kinds.ts'

const villages = 'Kirkonkylän Soppeenmäen Metsäkylän Siivikkalan Viljakkalan Kurun Takamaan Mutalan Pohjan Vuorentaustan Elovainion Asuntilan Teivon Ryydynpohjan Keihäsjärven Antaverkan'.split(' ')
const things = 'Kuntosuora Puronvarsi Harjula Mäntylä Koivurinne Lehtola Rantala Kalliola Niittylä Suvanto Metsäpirtti Kotipelto Tähtelä Aurinko Pilvenpiirto Hirvenpolku'.split(' ')
const serves = 'neuvonta hakeminen ohjaus tuki kuljetus lainaus varaus tarkastus avustus kurssi kerho hoito'.split(' ')
const ofWhat = 'Varhaiskasvatuksen Perusopetuksen Liikuntatilan Kirjaston Rakentamisen Vesihuollon Työllisyyden Ikäihmisten Nuorten Kotoutumisen Kulttuurin Tonttien'.split(' ')
const texts = (all: string[]) => sql`array[${sql.join(all.map((each) => sql`${each}`), sql`, `)}]::text[]`

/**
 * Very many places and services at once, for measuring: six places in ten near five centres, the rest anywhere within 20 km; of
 * every kind of the table, the first of them the most; two in three with hours, open now one in three; a fifth of their keepers
 * associations. By a fixed seed, through the triggers.
 */
export async function manyPlaces(db: Db, m: number, count: { places: number; services: number }, now: Date) {
  const kinds = [...placeKinds]
  await db.transaction(async (tx) => {
    await tx.execute(sql`select setseed(0.42)`)
    await tx.execute(sql`create temporary table made_place on commit drop as select *, village || ' ' || lower(word) || ' ' || n as name from (
      select gen_random_uuid() id, n, (${texts(villages)})[1 + n % ${villages.length}::int] village, (${texts(things)})[1 + floor(random() * ${things.length}::int)::int] word, 1 + floor(power(random(), 1.6) * ${kinds.length}::int)::int kind,
        case when n % 5 < 3 then 23.5961 + (n % 7 - 3) * 0.03 + (random() + random() + random() - 1.5) * 0.02 else 23.5961 + (random() - 0.5) * 0.7 end lon,
        case when n % 5 < 3 then 61.5563 + (n % 7 - 3) * 0.008 + (random() + random() + random() - 1.5) * 0.01 else 61.5563 + (random() - 0.5) * 0.3 end lat
      from generate_series(1, ${count.places}::int) n) x`)
    await tx.execute(sql`create temporary table made_kind on commit drop as select * from (values ${sql.join(kinds.map(([key, its], i) => sql`(${i + 1}::int, ${key}::text, ${JSON.stringify(its.name)}::jsonb)`), sql`, `)}) k(no, key, name)`)
    await tx.execute(sql`insert into trail.subject (municipality_id, id, kind, language, title, summary, stage, visibility, area, longitude, latitude, search, created_at, moved_at)
      select ${m}::int, p.id, 'place', 'fi', jsonb_build_object('fi', p.name), 'Avoin kaikille.', 'service', 'public', case when n % 3 = 0 then 'Soppeenmäki' else 'Kirkonkylä' end, lon, lat, trail.search_vector('fi', jsonb_build_object('fi', p.name), 'Avoin kaikille, tervetuloa.', k.name), ${now}, ${now} from made_place p join made_kind k on k.no = p.kind`)
    await tx.execute(sql`insert into directory.place (municipality_id, id, kind, name, price_kind, audiences, accessible)
      select ${m}::int, p.id, k.key, jsonb_build_object('fi', p.name), (array['free', 'paid', 'unknown', 'varies'])[1 + n % 4], case when n % 6 = 0 then array['children'] when n % 11 = 0 then array['older'] else '{}' end, (array['yes', 'partly', 'no', 'unknown'])[1 + n % 4] from made_place p join made_kind k on k.no = p.kind`)
    await tx.execute(sql`insert into directory.open_time (municipality_id, owner_id, opens_at, closes_at, state)
      select ${m}::int, id, ${now}::timestamptz + (d || ' days')::interval - ((n % 9) || ' hours')::interval, ${now}::timestamptz + (d || ' days')::interval + ((8 - n % 9 - (n % 2) * 6) || ' hours')::interval, 'open' from made_place, generate_series(0, 6) d where n % 3 > 0 and 8 - n % 9 - (n % 2) * 6 > -(n % 9)`)
    await tx.execute(sql`create temporary table made_service on commit drop as select gen_random_uuid() id, n, (${texts(ofWhat)})[1 + n % ${ofWhat.length}::int] || ' ' || (${texts(serves)})[1 + floor(random() * ${serves.length}::int)::int] || ' ' || n as name from generate_series(1, ${count.services}::int) n`)
    await tx.execute(sql`insert into trail.subject (municipality_id, id, kind, language, title, summary, stage, visibility, search, created_at, moved_at)
      select ${m}::int, id, 'service', 'fi', jsonb_build_object('fi', name), 'Kenelle ja miten.', 'service', 'public', trail.search_vector('fi', jsonb_build_object('fi', name), 'Kenelle, miten ja paljonko se maksaa.'), ${now}, ${now} from made_service`)
    await tx.execute(sql`insert into directory.service (municipality_id, id, name, price_kind, audiences) select ${m}::int, id, jsonb_build_object('fi', name), (array['free', 'paid'])[1 + n % 2], case when n % 4 = 0 then array['families'] else '{}' end from made_service`)
    await tx.execute(sql`insert into trail.synonym (municipality_id, id, said, means) values (${m}::int, gen_random_uuid(), 'räntäsade', 'vesihuollon neuvonta'), (${m}::int, gen_random_uuid(), 'luistinrata', 'luistelukenttä') on conflict do nothing`)
  })
  for (const table of ['trail.subject', 'directory.place', 'directory.service', 'directory.listing', 'directory.open_time']) await db.execute(sql.raw(`vacuum analyze ${table}`))
}
