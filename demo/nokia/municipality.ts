import type { Told } from '../told.ts'

/** Nokia as it is founded, with its people. The names are put together at random; nobody is meant. */
export const municipality = {
  slug: 'nokia', name: { fi: 'Nokia', sv: 'Nokia', en: 'Nokia' }, code: '536', centre: [23.5078, 61.4777], hue: 25,
  units: [
    { key: 'customer-service', name: { fi: 'Asiakaspalvelu', sv: 'Kundservice', en: 'Customer service' } },
    { key: 'technical', name: { fi: 'Kaupunkikehitys', sv: 'Stadsutveckling', en: 'Urban development' } },
    { key: 'culture', name: { fi: 'Kirjasto ja kulttuuri', sv: 'Bibliotek och kultur', en: 'Library and culture' } },
    { key: 'sports', name: { fi: 'Liikunta ja nuoriso', sv: 'Idrott och ungdom', en: 'Sports and youth' } },
    { key: 'education', name: { fi: 'Varhaiskasvatus ja opetus', sv: 'Småbarnspedagogik och undervisning', en: 'Early education and schools' } },
  ],
  topics: [
    { key: 'streets', unitKey: 'technical', name: { fi: 'Kadut, puistot ja liikkuminen', sv: 'Gator, parker och trafik', en: 'Streets, parks and getting around' }, hints: ['katu', 'kadu', 'katuval', 'valaist', 'puisto', 'leikkipai', 'suojatie', 'pyörä', 'pyöräi', 'aura', 'auras', 'hiekoit', 'liikenne', 'bussi', 'pysäk', 'kuoppa', 'lamppu', 'saattol', 'jättöp', 'penkki', 'istusk', 'roska', 'gata', 'park', 'street'] },
    { key: 'culture', unitKey: 'culture', name: { fi: 'Kirjasto ja kulttuuri', sv: 'Bibliotek och kultur', en: 'Library and culture' }, hints: ['kirjasto', 'kirja', 'kulttuur', 'näyttely', 'konsert', 'teatter', 'museo', 'bibliotek', 'library'] },
    { key: 'sports', unitKey: 'sports', name: { fi: 'Liikunta ja nuoret', sv: 'Idrott och unga', en: 'Sports and young people' }, hints: ['liikun', 'uima', 'uimi', 'uimar', 'uinti', 'avanto', 'melo', 'ranta', 'ranna', 'latu', 'ladu', 'kenttä', 'kentä', 'nuoris', 'nuort', 'nuore', 'skeit', 'frisbee', 'sport', 'swim'] },
    { key: 'schools', unitKey: 'education', name: { fi: 'Päiväkodit ja koulut', sv: 'Daghem och skolor', en: 'Day care and schools' }, hints: ['koulu', 'päiväko', 'oppila', 'opetta', 'esikoul', 'lapsi', 'laps', 'skola', 'school'] },
    { key: 'service', unitKey: 'customer-service', name: { fi: 'Asiointi ja neuvonta', sv: 'Ärenden och rådgivning', en: 'Services and advice' }, hints: ['asioi', 'lomake', 'lomakk', 'neuvon', 'palvelupis', 'digi', 'sovellu', 'päätös', 'päätök', 'service'] },
  ],
  places: [
    { name: { fi: 'Kaupungintalo', sv: 'Stadshuset', en: 'City hall' }, area: 'Keskusta', longitude: 23.5078, latitude: 61.4777 },
    { name: { fi: 'Pirkkalaistori', sv: 'Pirkkalaistori torg', en: 'Pirkkalaistori square' }, area: 'Keskusta', longitude: 23.5109, latitude: 61.4772 },
    { name: { fi: 'Pääkirjasto', sv: 'Huvudbiblioteket', en: 'Main library' }, area: 'Keskusta', longitude: 23.5049, latitude: 61.4789 },
    { name: { fi: 'Nokianvirran silta', sv: 'Bron över Nokianvirta', en: 'Nokianvirta bridge' }, area: 'Keskusta', longitude: 23.5132, latitude: 61.4749 },
    { name: { fi: 'Vihnusjärven uimaranta', sv: 'Vihnusjärvi badstrand', en: 'Vihnusjärvi beach' }, area: 'Vihnus', longitude: 23.5391, latitude: 61.4712 },
    { name: { fi: 'Kerholan urheilualue', sv: 'Kerhola idrottsområde', en: 'Kerhola sports area' }, area: 'Kerhola', longitude: 23.5172, latitude: 61.4858 },
    { name: { fi: 'Harjuniityn koulu', sv: 'Harjuniitty skola', en: 'Harjuniitty school' }, area: 'Harjuniitty', longitude: 23.4711, latitude: 61.4694 },
    { name: { fi: 'Myllyhaan koulu', sv: 'Myllyhaka skola', en: 'Myllyhaka school' }, area: 'Myllyhaka', longitude: 23.4862, latitude: 61.4813 },
    { name: { fi: 'Linnavuori', sv: 'Linnavuori', en: 'Linnavuori' }, area: 'Linnavuori', longitude: 23.4093, latitude: 61.4652 },
    { name: { fi: 'Siuron koski', sv: 'Siuro fors', en: 'Siuro rapids' }, area: 'Siuro', longitude: 23.3417, latitude: 61.4809 },
  ],
  officials: [
    { name: 'Tarja Koskinen', persona: true, units: [{ key: 'technical', lead: true }] },
    { name: 'Ossi Leino', persona: true, units: [{ key: 'sports', lead: true }] },
    { name: 'Pauliina Heikkilä', units: [{ key: 'culture', lead: true }] },
    { name: 'Jukka Aarnio', units: [{ key: 'education', lead: true }] },
    { name: 'Merja Sillanpää', units: [{ key: 'customer-service', lead: true }] },
  ],
  trusted: [{ name: 'Henrik Vuori', persona: true, role: 'moderator' }, { name: 'Sirpa Malin', persona: true, role: 'admin' }],
  organisations: [{ name: 'Nokian Melojat ry', kind: 'association' }, { name: 'Kahvila Virta Oy', kind: 'company', businessId: '2016536-1' }],
  representatives: [{ name: 'Inka Saari', persona: true, represents: 'Nokian Melojat ry' }, { name: 'Toni Lahti', persona: true, represents: 'Kahvila Virta Oy' }],
  residents: [
    { name: 'Eeva Rautanen', persona: true }, { name: 'Niko Salmela', persona: true }, { name: 'Otso Kangas', persona: true, email: 'otso.kangas@ylojarvi.example' },
    ...['Raili Uusitalo', 'Jouni Kettunen', 'Sanna-Mari Ylinen', 'Paavo Ristola', 'Hilkka Jussila', 'Tomi Ojanen', 'Annika Lundén', 'Reijo Pohjola', 'Jenna Kuusisto', 'Kimmo Harjula',
      'Sini Rantanen', 'Aarne Välimäki', 'Mari Tulonen', 'Ilari Saukko', 'Bahar Karimi', 'Vesa Hautala', 'Laura Mesiäinen', 'Pasi Nurminen', 'Elsa Tervo', 'Urho Lepistö'].map((name) => ({ name })),
  ],
} satisfies Omit<Told, 'ideas'>
