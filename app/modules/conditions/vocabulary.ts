import type { Language } from '#core/text/language.ts'
import type { IconName } from '#ui/icons.tsx'

// What is observed at each kind of place, in one table: read it as the list it is. Hours are how long a word is worth
// believing after it was seen; when they are over, nobody knows. Where they come from (reference/services.md, 1C, from public
// outdoor-sports services in Finland): ski tracks satisfactory after 7 days and unknown after 10, blue-green algae 24 h, bathing
// places 5 days; outdoor ice there 10 days, which is too long for ice that a thaw takes in a night: ours is 3. What an
// access-control system says of a room holds 2 h. Closed does not age there; here it holds half a year and says since when.

type Words = Record<Language, string>
/** Who says it. */
export type Source = 'worker' | 'sensor' | 'access'
/** What a value means for somebody who is about to leave home. */
export type Quality = 'good' | 'satisfactory' | 'unusable' | 'warning' | 'unknown'
/** A word that a property may have. `hours`: known so long. `agesTo`: after so many hours it is told as another one of the property's words. */
export type Value = { name: Words; quality: Quality; hours: number; agesTo?: { hours: number; value: string }; /** told with the day since when: "suljettu la 14.11. alkaen" */ since?: true }
/** A number: its unit, what can be true at all, for how many hours it is known, and what it is like below each limit. */
export type Measure = { unit: string; min: number; max: number; decimals: number; hours: number; bands: { below: number; name: Words; quality: Quality }[] }
/** One thing that a place is like. The primary one is what a list shows, and what "good" is asked of. */
export type Property = { key: string; name: Words; icon: IconName; primary?: true; values: Record<string, Value>; measure?: Measure }
/** A kind of care that is taken of a place. `hours`: how long a list tells it. `wish`: people may ask to hear of it. */
type Maintenance = { key: string; name: Words; icon: IconName; hours: number; wish?: Words }
type KindConditions = { properties: Property[]; maintenance: Maintenance[]; /** has a season that begins and ends */ seasonal?: true }

const day = 24, long = 183 * day
const w = (fi: string, sv: string, en: string): Words => ({ fi, sv, en })
const value = (name: Words, quality: Quality, hours: number, more: Pick<Value, 'agesTo' | 'since'> = {}): Value => ({ name, quality, hours, ...more })
const ages = (hours: number, to: string) => ({ agesTo: { hours, value: to } })
const words = (key: string, name: Words, icon: IconName, values: Record<string, Value>, primary?: true): Property => ({ key, name, icon, values, ...(primary ? { primary } : {}) })

const closed = value(w('suljettu', 'stängd', 'closed'), 'unusable', long, { since: true })
const snowless = value(w('ei lunta', 'ingen snö', 'no snow'), 'unusable', 30 * day, { since: true })
const broken = (hours = 14 * day) => value(w('rikki', 'sönder', 'broken'), 'warning', hours)
const works = (hours = 14 * day) => value(w('toimii', 'fungerar', 'works'), 'good', hours)
const slippery = value(w('liukas', 'hal', 'slippery'), 'warning', day)

const lights = words('lights', w('Valot', 'Belysning', 'Lights'), 'lamp', { on: value(w('toimivat', 'fungerar', 'work'), 'good', 30 * day), partly: value(w('osa pimeänä', 'delvis släckt', 'partly dark'), 'warning', 7 * day), off: value(w('eivät pala', 'ur funktion', 'out of order'), 'warning', 7 * day) })
const equipment = words('equipment', w('Välineet', 'Redskap', 'Equipment'), 'play', { fine: value(w('kunnossa', 'i skick', 'in order'), 'good', 30 * day), broken: value(w('jokin rikki', 'något är sönder', 'something is broken'), 'warning', 30 * day) })
const use = words('use', w('Tilanne', 'Läge', 'Status'), 'open', {
  free: value(w('vapaana', 'ledig', 'free'), 'good', 2), inUse: value(w('käytössä', 'i bruk', 'in use'), 'satisfactory', 2), reserved: value(w('varattu', 'reserverad', 'reserved'), 'unusable', 2), closed,
}, true)
const ground = (primary?: true) => words('ground', w('Alue', 'Området', 'Grounds'), 'park', {
  good: value(w('kunnossa', 'i skick', 'in good order'), 'good', 5 * day, ages(2 * day, 'fair')), fair: value(w('kohtalainen', 'hyggligt', 'fair'), 'satisfactory', 7 * day), snowy: value(w('luminen', 'snöigt', 'snowy'), 'satisfactory', day), muddy: value(w('kurainen', 'lerigt', 'muddy'), 'satisfactory', 3 * day), slippery: value(w('liukas', 'halt', 'slippery'), 'warning', day), closed: { ...closed, name: w('suljettu', 'stängt', 'closed') },
}, primary)
const trackValues = {
  groomed: value(w('juuri ajettu', 'nyspårat', 'just groomed'), 'good', 10 * day, ages(day, 'good')), good: value(w('hyvä', 'bra', 'good'), 'good', 10 * day, ages(7 * day, 'satisfactory')), satisfactory: value(w('tyydyttävä', 'nöjaktigt', 'satisfactory'), 'satisfactory', 10 * day), poor: value(w('huono', 'dåligt', 'poor'), 'warning', 10 * day),
  littered: value(w('roskainen', 'skräpigt', 'littered'), 'warning', 5 * day), snowmaking: value(w('lumetetaan', 'konstsnö läggs', 'snow is being made'), 'unusable', 7 * day), event: value(w('kilpailukäytössä', 'reserverat för tävling', 'reserved for a race'), 'unusable', day), snowless: { ...snowless }, closed: { ...closed, name: w('suljettu', 'stängt', 'closed') },
}
const water = (hours: number, primary?: true): Property => ({ key: 'water', name: w('Vesi', 'Vatten', 'Water'), icon: 'thermometer', values: {}, ...(primary ? { primary } : {}), measure: {
  unit: '°C', min: -2, max: 45, decimals: 1, hours, bands: [{ below: 4, name: w('jääkylmää', 'iskallt', 'ice cold'), quality: 'satisfactory' }, { below: 14, name: w('kylmää', 'kallt', 'cold'), quality: 'satisfactory' }, { below: 18, name: w('viileää', 'svalt', 'cool'), quality: 'good' }, { below: 24, name: w('sopivaa', 'behagligt', 'pleasant'), quality: 'good' }, { below: 46, name: w('lämmintä', 'varmt', 'warm'), quality: 'good' }],
} })

const cared = (key: string, name: Words, icon: IconName, hours: number, wish?: Words): Maintenance => ({ key, name, icon, hours, ...(wish ? { wish } : {}) })
const iced = cared('iced', w('Jäädytetty', 'Spolad', 'Iced'), 'rink', 2 * day, w('jää on jäädytetty', 'isen har spolats', 'the ice has been resurfaced'))
const ploughed = cared('ploughed', w('Aurattu', 'Plogad', 'Ploughed'), 'snow', 2 * day), sanded = cared('sanded', w('Hiekoitettu', 'Sandad', 'Sanded'), 'trail', 2 * day), cleaned = cared('cleaned', w('Siivottu', 'Städad', 'Cleaned'), 'done', 2 * day)
const groomed = cared('groomed', w('Latu ajettu', 'Spåret draget', 'Groomed'), 'ski', 3 * day, w('latu on ajettu', 'spåret har dragits', 'the track has been groomed')), raked = cared('raked', w('Haravoitu', 'Krattad', 'Raked'), 'beach', 3 * day)
const watered = cared('watered', w('Kasteltu', 'Vattnad', 'Watered'), 'field', day), inspected = cared('inspected', w('Tarkastettu', 'Granskad', 'Inspected'), 'done', 30 * day), tested = cared('tested', w('Vesi tutkittu', 'Vattnet undersökt', 'Water tested'), 'done', 14 * day)

/** What each kind of place has. A kind that is not here has nothing to observe. */
export const vocabulary: Readonly<Record<string, KindConditions>> = {
  rink: { seasonal: true, maintenance: [iced, ploughed, cleaned], properties: [
    words('ice', w('Jää', 'Isen', 'Ice'), 'rink', {
      good: value(w('hyvä', 'bra', 'good'), 'good', 3 * day, ages(day, 'fair')), fair: value(w('kohtalainen', 'hygglig', 'fair'), 'satisfactory', 3 * day), bumpy: value(w('epätasainen', 'ojämn', 'bumpy'), 'satisfactory', 3 * day), soft: value(w('pehmeä', 'mjuk', 'soft'), 'warning', day), snowy: value(w('lumen peitossa', 'snötäckt', 'covered in snow'), 'unusable', day), freezing: value(w('jäätyy vielä', 'fryser ännu', 'still freezing'), 'unusable', 2 * day), none: value(w('ei jäätä', 'ingen is', 'no ice'), 'unusable', 30 * day, { since: true }), closed,
    }, true), lights] },
  iceHall: { maintenance: [iced, cleaned], properties: [words('use', use.name, 'open', { public: value(w('yleisöluistelu', 'skridskoåkning för allmänheten', 'public skating'), 'good', 2), ...use.values }, true)] },
  skiTrack: { seasonal: true, maintenance: [groomed, cared('snowmade', w('Lumetettu', 'Konstsnö lagd', 'Snow made'), 'ski', 5 * day)], properties: [
    words('classic', w('Perinteinen', 'Klassiskt', 'Classic'), 'ski', trackValues, true), words('skating', w('Luistelu', 'Fristil', 'Skating'), 'ski', trackValues),
    lights, words('dogs', w('Koirat', 'Hundar', 'Dogs'), 'dog', { allowed: value(w('tervetulleita', 'välkomna', 'welcome'), 'good', long), no: value(w('ei ladulle', 'inte i spåret', 'not on the track'), 'satisfactory', long) })] },
  sledHill: { seasonal: true, maintenance: [ploughed, inspected], properties: [words('slope', w('Mäki', 'Backen', 'Slope'), 'sled', { good: value(w('hyvä', 'bra', 'good'), 'good', 5 * day, ages(2 * day, 'fair')), fair: value(w('kohtalainen', 'hygglig', 'fair'), 'satisfactory', 5 * day), icy: value(w('jäinen ja nopea', 'isig och snabb', 'icy and fast'), 'warning', 2 * day), soft: value(w('pehmeä', 'mjuk', 'soft'), 'satisfactory', 2 * day), snowless, closed }, true), lights] },
  beach: { seasonal: true, maintenance: [raked, cleaned, tested], properties: [
    water(5 * day, true), words('algae', w('Sinilevä', 'Blågrönalger', 'Blue-green algae'), 'water', { none: value(w('ei havaittu', 'inga observerade', 'none seen'), 'good', day), little: value(w('hieman', 'lite', 'some'), 'warning', day), much: value(w('runsaasti', 'rikligt', 'a lot'), 'unusable', day), veryMuch: value(w('erittäin runsaasti', 'mycket rikligt', 'a great deal'), 'unusable', day) }),
    words('bathing', w('Uiminen', 'Bad', 'Bathing'), 'swim', { fine: value(w('vesi on kunnossa', 'vattnet är bra', 'the water is fine'), 'good', 5 * day), advisedAgainst: value(w('ei suositella', 'rekommenderas inte', 'not recommended'), 'warning', 5 * day), forbidden: value(w('kielletty', 'förbjudet', 'forbidden'), 'unusable', 14 * day, { since: true }) }),
    words('safety', w('Valvonta', 'Övervakning', 'Supervision'), 'people', { lifeguard: value(w('uimavalvoja paikalla', 'badvakt på plats', 'a lifeguard is here'), 'good', 4), none: value(w('ei uimavalvojaa', 'ingen badvakt', 'no lifeguard'), 'satisfactory', 30 * day) })] },
  winterSwimming: { seasonal: true, maintenance: [cared('opened', w('Avanto avattu', 'Vaken öppnad', 'Hole opened'), 'swim', 2 * day), sanded, cleaned], properties: [
    words('hole', w('Avanto', 'Vaken', 'Hole'), 'swim', { open: value(w('auki', 'öppen', 'open'), 'good', 3 * day), thin: value(w('ohuessa riitteessä', 'tunn ishinna', 'a thin skin of ice'), 'satisfactory', day), frozen: value(w('jäässä', 'frusen', 'frozen over'), 'unusable', 2 * day), closed }, true),
    words('stairs', w('Portaat', 'Trappan', 'Stairs'), 'trail', { clear: value(w('sulat', 'isfri', 'clear'), 'good', day), iced: value(w('jäiset', 'isig', 'icy'), 'warning', day) }), water(5 * day)] },
  swimmingHall: { maintenance: [cleaned, tested], properties: [
    words('pools', w('Altaat', 'Bassängerna', 'Pools'), 'swim', { open: value(w('kaikki käytössä', 'alla i bruk', 'all in use'), 'good', 3 * day), partly: value(w('osa suljettu', 'delvis stängda', 'some closed'), 'warning', 3 * day), closed: { ...closed, name: w('suljettu', 'stängda', 'closed') } }, true),
    { key: 'lanes', name: w('Vapaita ratoja', 'Lediga banor', 'Lanes free'), icon: 'swim', values: {}, measure: { unit: '', min: 0, max: 30, decimals: 0, hours: 2, bands: [{ below: 1, name: w('ei yhtään', 'inga', 'none'), quality: 'unusable' }, { below: 2, name: w('yksi', 'en', 'one'), quality: 'satisfactory' }, { below: 31, name: w('tilaa on', 'det finns plats', 'there is room'), quality: 'good' }] } }, water(2 * day)] },
  sportsHall: { maintenance: [cleaned, inspected], properties: [use, lights] },
  gym: { maintenance: [cleaned, inspected], properties: [use, equipment] },
  sportsField: { maintenance: [ploughed, watered, raked, cleaned], properties: [use, words('surface', w('Pinta', 'Underlaget', 'Surface'), 'field', { good: value(w('hyvä', 'bra', 'good'), 'good', 7 * day, ages(3 * day, 'fair')), fair: value(w('kohtalainen', 'hyggligt', 'fair'), 'satisfactory', 7 * day), wet: value(w('märkä', 'vått', 'wet'), 'satisfactory', day), frozen: value(w('jäässä', 'fruset', 'frozen'), 'warning', 3 * day), snowy: value(w('luminen', 'snöigt', 'snowy'), 'unusable', 3 * day) }), lights] },
  outdoorGym: { maintenance: [inspected, ploughed, cleaned], properties: [ground(true), equipment] },
  playground: { maintenance: [ploughed, sanded, inspected, cleaned], properties: [ground(true), equipment, lights] },
  park: { maintenance: [ploughed, sanded, cleaned], properties: [ground(true), lights] },
  dogPark: { maintenance: [ploughed, sanded, cleaned], properties: [ground(true), words('fence', w('Aita ja portti', 'Stängsel och port', 'Fence and gate'), 'dog', { fine: value(w('kunnossa', 'i skick', 'in order'), 'good', 30 * day), broken: broken(30 * day) }), lights] },
  trail: { maintenance: [ploughed, sanded, cared('cleared', w('Raivattu', 'Röjd', 'Cleared'), 'trail', 14 * day), inspected], properties: [words('passable', w('Reitti', 'Leden', 'Trail'), 'trail', { good: value(w('hyväkuntoinen', 'i gott skick', 'in good order'), 'good', 14 * day, ages(7 * day, 'fair')), fair: value(w('kuljettavissa', 'framkomlig', 'passable'), 'satisfactory', 14 * day), wet: value(w('märkä', 'blöt', 'wet'), 'satisfactory', 3 * day), slippery, fallenTrees: value(w('kaatuneita puita', 'omkullfallna träd', 'fallen trees'), 'warning', 14 * day), closed }, true), lights] },
  campfire: { maintenance: [cared('stocked', w('Polttopuut täydennetty', 'Ved påfylld', 'Firewood stocked'), 'fire', 7 * day), cleaned, inspected], properties: [
    words('firewood', w('Polttopuut', 'Ved', 'Firewood'), 'fire', { enough: value(w('riittävästi', 'det finns', 'enough'), 'good', 7 * day, ages(3 * day, 'little')), little: value(w('vähissä', 'lite kvar', 'running low'), 'satisfactory', 7 * day), none: value(w('loppu', 'slut', 'none left'), 'unusable', 7 * day) }, true),
    words('fire', w('Avotuli', 'Öppen eld', 'Open fire'), 'fire', { allowed: value(w('sallittu', 'tillåten', 'allowed'), 'good', day), forbidden: value(w('kielletty metsäpalovaroituksen takia', 'förbjuden på grund av skogsbrandsvarning', 'forbidden: forest fire warning'), 'warning', 2 * day) })] },
  carpetWash: { seasonal: true, maintenance: [cleaned, inspected], properties: [
    words('use', w('Pesupaikat', 'Tvättplatser', 'Washing places'), 'carpet', { free: value(w('vapaita on', 'det finns lediga', 'some are free'), 'good', 3), queue: value(w('jonoa', 'kö', 'a queue'), 'satisfactory', 2), closed: { ...closed, name: w('suljettu', 'stängda', 'closed') } }, true), words('mangle', w('Mankeli', 'Mangeln', 'Mangle'), 'carpet', { works: works(), broken: broken() }), words('taps', w('Vesi', 'Vatten', 'Water'), 'water', { works: value(w('tulee', 'finns', 'on'), 'good', 14 * day), off: value(w('ei tule', 'saknas', 'off'), 'unusable', 7 * day) })] },
  library: { maintenance: [cleaned], properties: [words('quietRoom', w('Hiljainen huone', 'Tysta rummet', 'Quiet room'), 'library', { free: use.values.free!, inUse: use.values.inUse!, reserved: use.values.reserved! }, true), words('printers', w('Tulostus', 'Utskrift', 'Printing'), 'text', { works: works(7 * day), broken: broken(3 * day) })] },
  recycling: { maintenance: [cared('emptied', w('Tyhjennetty', 'Tömd', 'Emptied'), 'recycling', 7 * day), cleaned], properties: [words('containers', w('Astiat', 'Kärlen', 'Containers'), 'recycling', { room: value(w('tilaa on', 'det finns plats', 'there is room'), 'good', 3 * day), nearlyFull: value(w('melkein täynnä', 'nästan fulla', 'nearly full'), 'satisfactory', 2 * day), full: value(w('täynnä', 'fulla', 'full'), 'unusable', 3 * day), closed: { ...closed, name: w('suljettu', 'stängda', 'closed') } }, true)] },
}

/** What is observed at this kind of place, the primary first; none for a kind without conditions. */
export const propertiesOf = (kind: string): Property[] => (Object.hasOwn(vocabulary, kind) ? vocabulary[kind]!.properties : [])
export const propertyOf = (kind: string, key: string): Property | undefined => propertiesOf(kind).find((its) => its.key === key)
/** What care is taken of this kind of place. */
export const maintenanceOf = (kind: string): Maintenance[] => (Object.hasOwn(vocabulary, kind) ? vocabulary[kind]!.maintenance : [])
/** Does this kind have a season that begins and ends? */
export const isSeasonal = (kind: string): boolean => (Object.hasOwn(vocabulary, kind) && vocabulary[kind]!.seasonal) ?? false
