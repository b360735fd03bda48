import type { Language } from '#core/text/language.ts'

/** A kind of place. `lipas`: type codes of sports places (api.lipas.fi, CC BY 4.0) that are of this kind. */
export type PlaceKind = { name: Record<Language, string>; icon: string; group: 'sports' | 'culture' | 'children' | 'care' | 'nature' | 'everyday'; lipas?: number[] }

/** The kinds of places of a Finnish municipality, in the order of lists: what conditions, filters and icons go by. */
export const placeKinds: ReadonlyMap<string, PlaceKind> = new Map(Object.entries<PlaceKind>({
  library: { name: { fi: 'Kirjasto', sv: 'Bibliotek', en: 'Library' }, icon: 'library', group: 'culture' },
  swimmingHall: { name: { fi: 'Uimahalli', sv: 'Simhall', en: 'Swimming hall' }, icon: 'swim', group: 'sports', lipas: [3110, 3120, 3130] },
  sportsHall: { name: { fi: 'Liikuntahalli', sv: 'Idrottshall', en: 'Sports hall' }, icon: 'hall', group: 'sports', lipas: [2140, 2150, 2210, 2220, 2225, 2230, 2240, 2250, 2260, 2270, 2280, 2290, 2295, 2320, 2330, 2340, 2350, 2370, 2380] },
  gym: { name: { fi: 'Kuntosali', sv: 'Gym', en: 'Gym' }, icon: 'gym', group: 'sports', lipas: [2110, 2120, 2130] },
  iceHall: { name: { fi: 'Jäähalli', sv: 'Ishall', en: 'Ice hall' }, icon: 'rink', group: 'sports', lipas: [2510, 2520, 2530] },
  rink: { name: { fi: 'Luistelukenttä', sv: 'Skridskobana', en: 'Outdoor rink' }, icon: 'rink', group: 'sports', lipas: [1510, 1520, 1530, 1540, 1550, 1560] },
  skiTrack: { name: { fi: 'Latu', sv: 'Skidspår', en: 'Ski track' }, icon: 'ski', group: 'sports', lipas: [4402, 4440] },
  sledHill: { name: { fi: 'Pulkkamäki', sv: 'Pulkbacke', en: 'Sledding hill' }, icon: 'sled', group: 'children', lipas: [1190] },
  beach: { name: { fi: 'Uimaranta', sv: 'Badstrand', en: 'Beach' }, icon: 'beach', group: 'nature', lipas: [3220, 3230] },
  winterSwimming: { name: { fi: 'Talviuintipaikka', sv: 'Vinterbadplats', en: 'Winter swimming place' }, icon: 'swim', group: 'nature', lipas: [3240] },
  sportsField: { name: { fi: 'Kenttä', sv: 'Plan', en: 'Sports field' }, icon: 'field', group: 'sports', lipas: [1150, 1160, 1180, 1210, 1220, 1310, 1320, 1330, 1340, 1350, 1360, 1370, 1380, 1390, 1395] },
  outdoorGym: { name: { fi: 'Ulkokuntosali', sv: 'Utegym', en: 'Outdoor gym' }, icon: 'gym', group: 'sports', lipas: [1120, 1130, 1140] },
  trail: { name: { fi: 'Reitti', sv: 'Led', en: 'Trail' }, icon: 'trail', group: 'nature', lipas: [4401, 4403, 4404, 4405, 4406, 4411, 4412] },
  playground: { name: { fi: 'Leikkipuisto', sv: 'Lekpark', en: 'Playground' }, icon: 'play', group: 'children' },
  park: { name: { fi: 'Puisto', sv: 'Park', en: 'Park' }, icon: 'park', group: 'nature', lipas: [101, 102, 103, 104, 106, 107, 109, 112, 1110] },
  dogPark: { name: { fi: 'Koirapuisto', sv: 'Hundpark', en: 'Dog park' }, icon: 'dog', group: 'nature' },
  campfire: { name: { fi: 'Laavu tai tulipaikka', sv: 'Vindskydd eller eldplats', en: 'Shelter or campfire place' }, icon: 'fire', group: 'nature', lipas: [206, 301] },
  carpetWash: { name: { fi: 'Matonpesupaikka', sv: 'Mattvättplats', en: 'Carpet-washing place' }, icon: 'carpet', group: 'everyday' },
  dayCare: { name: { fi: 'Päiväkoti', sv: 'Daghem', en: 'Day-care centre' }, icon: 'daycare', group: 'children' },
  school: { name: { fi: 'Koulu', sv: 'Skola', en: 'School' }, icon: 'school', group: 'children' },
  youthCentre: { name: { fi: 'Nuorisotila', sv: 'Ungdomsgård', en: 'Youth centre' }, icon: 'people', group: 'children' },
  culture: { name: { fi: 'Kulttuuritila', sv: 'Kulturlokal', en: 'Cultural venue' }, icon: 'culture', group: 'culture' },
  museum: { name: { fi: 'Museo', sv: 'Museum', en: 'Museum' }, icon: 'culture', group: 'culture' },
  healthStation: { name: { fi: 'Terveysasema', sv: 'Hälsostation', en: 'Health station' }, icon: 'health', group: 'care' },
  servicePoint: { name: { fi: 'Palvelupiste', sv: 'Servicepunkt', en: 'Service point' }, icon: 'desk', group: 'everyday' },
  recycling: { name: { fi: 'Kierrätys- tai jäteasema', sv: 'Återvinnings- eller avfallsstation', en: 'Recycling or waste station' }, icon: 'recycling', group: 'everyday' },
  clubhouse: { name: { fi: 'Kerhotila', sv: 'Klubblokal', en: 'Clubroom' }, icon: 'people', group: 'culture' },
  other: { name: { fi: 'Muu paikka', sv: 'Annan plats', en: 'Other place' }, icon: 'place', group: 'everyday', lipas: [] },
}))
/** The kind of a sports place by its LIPAS type code. */
export const kindOfLipas = (code: number): string => [...placeKinds].find(([, its]) => its.lipas?.includes(code))?.[0] ?? 'other'
