import pg from 'pg'

export type Size = { ideas: number; comments: number; events: number }

const openings = ['Valot', 'Penkki', 'Laituri', 'Pyörätie', 'Leikkipaikka', 'Bussipysäkki', 'Kirjasto', 'Luistelukenttä', 'Latu', 'Uimaranta', 'Koirapuisto', 'Suojatie', 'Kuntosali', 'Päiväkoti', 'Kahvila', 'Puutarha', 'Katos', 'Varasto', 'Sauna', 'Roskakori']
const places = ['keskustaan', 'rannalle', 'koululle', 'asemalle', 'torille', 'puistoon', 'kirkonkylään', 'harjulle', 'tien varteen', 'metsään', 'pihalle', 'joen rantaan']
const reasons = ['Iltaisin on liian pimeää kulkea turvallisesti.', 'Lapset ja vanhukset hyötyisivät siitä joka päivä.', 'Nykyinen on rikki ja odottaa korjausta.', 'Naapurikunnassa sama on jo kokeiltu.', 'Matka on pitkä, eikä bussi kulje.', 'Paikka on tyhjillään suurimman osan vuotta.']

/**
 * Loads ideas, comments and events into one municipality, set by set in the database: a city's ten years in a few minutes.
 * Titles are made of Finnish words so that search has something to find; times spread over ten years.
 */
export async function generate(connection: pg.ClientConfig, municipalityId: number, size: Size, say: (line: string) => void) {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '512MB'`)
    const m = municipalityId
    const { rows: [its] } = await client.query(`select longitude lon, latitude lat from identity.municipality where id = $1`, [m])
    const array = (words: string[]) => `array[${words.map((word) => client.escapeLiteral(word)).join(',')}]`
    const step = async (name: string, sql: string) => { const began = performance.now(); const { rowCount } = await client.query(sql); say(`${name}: ${rowCount ?? 0} rows, ${Math.round((performance.now() - began) / 1000)} s`) }
    await client.query(`
      create temp table someone as select id, row_number() over () n from (select gen_random_uuid() id from generate_series(1, 2000)) x;
      insert into identity.person (municipality_id, id, name, language) select ${m}, id, 'Asukas ' || n, 'fi' from someone;
      create temp table about as select id, unit_id, row_number() over () - 1 n, count(*) over () many from trail.topic where municipality_id = ${m};
      create temp table spot as select area, name->>'fi' place, row_number() over () - 1 n, count(*) over () many from trail.place where municipality_id = ${m};
      create temp table made as select gen_random_uuid() id, i, now() - (i * interval '52 minutes') - interval '1 minute' as at,
        (${array(openings)})[1 + (i * 7) % ${openings.length}] || ' ' || (${array(places)})[1 + (i * 5) % ${places.length}] || ' ' || i as title,
        (${array(reasons)})[1 + i % ${reasons.length}] || ' ' || (${array(reasons)})[1 + (i / 7) % ${reasons.length}] as txt
        from generate_series(1, ${size.ideas}) i`)
    await step('subjects', `insert into trail.subject (municipality_id, id, kind, language, title, summary, stage, visibility, author_person_id, owner_unit_id, due_at, answered_at, topic_id, area, place_name, longitude, latitude, supports, comments, search, created_at, moved_at)
      select ${m}, made.id, 'idea', 'fi', jsonb_build_object('fi', title), txt, (array['idea','developing','experiment','decision','service','ended'])[1 + i % 6], 'public', someone.id, about.unit_id,
        case when i % 6 < 4 then made.at + interval '14 days' end, case when i % 3 > 0 then made.at + interval '9 days' end, about.id, spot.area, spot.place,
        ${its.lon} + (random() - .5) * .2, ${its.lat} + (random() - .5) * .1, (random() ^ 6 * 400)::int, 0, trail.search_vector('fi', jsonb_build_object('fi', title), txt), made.at, least(now(), made.at + random() * interval '60 days')
      from made join someone on someone.n = 1 + i % 2000 left join about on about.n = i % about.many left join spot on spot.n = i % spot.many`)
    await step('ideas', `insert into ideas.idea (municipality_id, id, kind, text) select ${m}, id, 'idea', txt from made`)
    await client.query('alter table preparation.matter disable trigger user; alter table preparation.phase disable trigger user')
    await step('matters', `with taken as (select gen_random_uuid() id, s.* from (select municipality_id, language, title, summary, owner_unit_id, topic_id, area, place_name, longitude, latitude, search, created_at, moved_at from trail.subject where municipality_id = ${m} and kind = 'idea' order by id limit ${Math.ceil(size.ideas / 10)}) s),
        subjects as (insert into trail.subject (municipality_id, id, kind, language, title, summary, stage, visibility, owner_unit_id, topic_id, area, place_name, longitude, latitude, search, created_at, moved_at)
          select municipality_id, id, 'matter', language, title, summary, 'developing', 'public', owner_unit_id, topic_id, area, place_name, longitude, latitude, search, created_at, moved_at from taken returning id),
        matters as (insert into preparation.matter (municipality_id, id, state, published_at, thought, created_by) select municipality_id, id, 'published', created_at, summary, gen_random_uuid() from taken returning id)
      insert into preparation.phase (municipality_id, id, matter_id, position, name, does, stage, state) select municipality_id, gen_random_uuid(), id, 0, '{"fi": "Ajatuksia"}', '{comment}', 'developing', 'open' from taken`)
    await client.query('alter table preparation.matter enable trigger user; alter table preparation.phase enable trigger user')
    const perIdea = Math.max(1, Math.round(size.comments / size.ideas))
    await client.query('alter table discussion.comment disable trigger user; alter table trail.event disable trigger user')
    await step('comments', `insert into discussion.comment (municipality_id, id, subject_id, author_person_id, stance, text, at)
      select ${m}, gen_random_uuid(), made.id, someone.id, (array['for','against','neutral'])[1 + c % 3], (${array(reasons)})[1 + (i + c) % ${reasons.length}], made.at + c * interval '7 hours'
      from made cross join generate_series(1, ${perIdea}) c join someone on someone.n = 1 + (i * 31 + c * 17) % 2000`)
    await step('counts', `update trail.subject set comments = ${perIdea} where municipality_id = ${m} and id in (select id from made)`)
    const events = Math.max(1, Math.round(size.events / size.ideas))
    await step('events', `insert into trail.event (municipality_id, id, subject_id, kind, at, actor_person_id, on_trail, stage, delivered_at)
      select ${m}, gen_random_uuid(), made.id, case when e = 1 then 'ideas.sent' when e % 10 = 0 then 'ideas.moved' else 'ideas.supported' end, made.at + e * interval '3 hours', someone.id, e = 1 or e % 10 = 0, case when e = 1 then 'idea' end, now()
      from made cross join generate_series(1, ${events}) e join someone on someone.n = 1 + (i * 13 + e * 29) % 2000`)
    await client.query('alter table discussion.comment enable trigger user; alter table trail.event enable trigger user')
    await step('analyze', 'vacuum analyze')
  } finally { await client.end() }
}

/** Lets one persona send as much as the measurement needs. */
export async function liftLimits(connection: pg.ClientConfig) {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query(`update identity.municipality set rules = rules || '{"sendsPerHour": 1000000}'`)
  await client.end()
}
