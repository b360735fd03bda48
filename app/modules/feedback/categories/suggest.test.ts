import { expect, test } from 'vitest'
import { town } from '../../../../tests/town.ts'
import { categories } from '../../../../demo/ylojarvi/categories.ts'
import { rankCategories } from './rank.ts'
import { starterCategories } from './starter/index.ts'
import { suggestCategories } from './suggest.server.ts'

const offered = categories.map((each) => ({ id: each.key, name: each.name, keywords: each.keywords }))

/**
 * What people write when something is wrong, each with the key of the category that it means in the demonstration's set.
 * Every other one (from the first) is for tuning the words, the rest only measure: 
 */
const sentences: [text: string, key: string][] = [
  ['Iso kuoppa Kuruntiellä bussipysäkin kohdalla, auto jysähtää joka kerta', 'pothole'],
  ['Asfaltissa on halkeama, johon pyörän rengas jää kiinni', 'pothole'],
  ['Soppeentien alussa monttu keskellä ajokaistaa', 'pothole'],
  ['Reunakivi on irronnut ja makaa jalkakäytävällä', 'pothole'],
  ['Routa on nostanut pyörätien pinnan niin että siinä voi kaatua', 'pothole'],
  ['Päällyste murenee risteyksessä ja kivet lentelevät', 'pothole'],
  ['Tie on aivan reikiä täynnä, vanne meni rikki', 'pothole'],
  ['Kadussa syvä painauma suojatien vieressä', 'pothole'],
  ['Jalkakäytävä on peilijäässä eikä sitä ole hiekoitettu', 'winter'],
  ['Meidän katua ei ole aurattu kolmeen päivään', 'winter'],
  ['Aura jätti ison lumivallin pihatien eteen', 'winter'],
  ['Liukastuin koulun edessä, tie on tosi liukas', 'winter'],
  ['Polanne kadulla niin syvä että pohja ottaa kiinni', 'winter'],
  ['Lunta on nilkkoihin asti pyörätiellä aamulla seitsemältä', 'winter'],
  ['Hiekoitus puuttuu alamäestä Vuorentaustassa', 'winter'],
  ['Kevyen liikenteen väylä kolaamatta ja sohjoinen', 'winter'],
  ['Katuvalo ei pala Elotiellä', 'light'],
  ['Koko tie on pimeänä, kaikki lamput sammuneet', 'light'],
  ['Valaisin vilkkuu koko yön makuuhuoneen ikkunan edessä', 'light'],
  ['Lyhtypylväs on vinossa auton törmäyksen jäljiltä', 'light'],
  ['Lamppu pimeänä kirjaston pysäköintipaikalla', 'light'],
  ['Kävelytie metsän läpi on ilman valoa jo toista viikkoa', 'light'],
  ['Valot palavat keskellä päivää Mikkolantiellä', 'light'],
  ['Katulampun kupu on rikki ja roikkuu johdon varassa', 'light'],
  ['Stop-merkki on kääntynyt väärään suuntaan', 'sign'],
  ['Nopeusrajoituskyltti puuttuu koulun kohdalta', 'sign'],
  ['Liikennevalot eivät vaihdu lainkaan vihreälle Kuruntien risteyksessä', 'sign'],
  ['Suojatien maalaus on kulunut pois', 'sign'],
  ['Kadunnimikyltti on pudonnut maahan', 'sign'],
  ['Väistämisvelvollisuutta osoittava kolmio on oksien takana', 'sign'],
  ['Opastekyltti uimahallille näyttää väärään suuntaan', 'sign'],
  ['Joku on ajanut liikennemerkin nurin', 'sign'],
  ['Alikulussa on puoli metriä vettä', 'underpass'],
  ['Tiellä lainehtii sulamisvesi eikä jalankulkija pääse ohi', 'underpass'],
  ['Valtava lammikko pyörätiellä aina sateella', 'underpass'],
  ['Alikäytävä tulvii taas', 'underpass'],
  ['Keinun ketju on poikki leikkipuistossa', 'playground'],
  ['Liukumäessä on terävä reuna, lapsi sai haavan', 'playground'],
  ['Kiipeilytelineestä puuttuu puola', 'playground'],
  ['Puistonpenkki on lahonnut', 'playground'],
  ['Hiekkalaatikossa ei ole enää hiekkaa', 'playground'],
  ['Penkistä on lauta irti torilla', 'playground'],
  ['Myrskyssä kaatunut kuusi on kävelypolun päällä', 'tree'],
  ['Pensasaita peittää näkyvyyden risteyksessä', 'tree'],
  ['Iso oksa roikkuu kadun yllä', 'tree'],
  ['Nurmikkoa ei ole leikattu koko kesänä', 'tree'],
  ['Puu kaatumassa meidän tontille kunnan metsästä', 'tree'],
  ['Jättipalsami leviää ojan varressa', 'tree'],
  ['Roskis on aivan täynnä uimarannalla', 'litter'],
  ['Metsään on viety vanha sohva ja jätesäkkejä', 'litter'],
  ['Lasinsirpaleita pyörätiellä', 'litter'],
  ['Roska-astia pursuaa ja linnut levittävät roskia', 'litter'],
  ['Koirankakkaa polun varsi täynnä', 'litter'],
  ['Pysäköintipaikalla on roskia ja tupakantumppeja joka puolella', 'litter'],
  ['Koirapuiston portti ei mene kiinni', 'dogpark'],
  ['Koirapuiston aidassa on reikä, koira pääsi karkuun', 'dogpark'],
  ['Uimarannan laituri on irti', 'beach'],
  ['Rannalla on sinilevää', 'beach'],
  ['Laiturin portaat ovat liukkaat ja yksi askelma poikki', 'beach'],
  ['Uimapaikan pukukopista puuttuu ovi', 'beach'],
  ['Ladulla ei ole latu-uraa ollenkaan', 'track'],
  ['Luistelukentän jää on täynnä railoja', 'track'],
  ['Kaukalon laita on rikki', 'track'],
  ['Milloin kenttä jäädytetään?', 'track'],
  ['Valaistun ladun lamput ovat sammuneet', 'track'],
  ['Pururadan sillalla on kuoppa', 'track'],
  ['Frisbeegolfradalla kori on kaatunut', 'track'],
  ['Koripallotelineen verkko on repeytynyt', 'track'],
  ['Hanasta tulee ruskeaa vettä', 'waterleak'],
  ['Kadun reunasta pulppuaa vettä, varmaan putkirikko', 'waterleak'],
  ['Meille ei tule vettä lainkaan', 'waterleak'],
  ['Vedenpaine on todella heikko tänä aamuna', 'waterleak'],
  ['Vesijohto vuotaa tien alla', 'waterleak'],
  ['Juomavesi maistuu kloorille', 'waterleak'],
  ['Viemäri haisee pahalta kadulla', 'sewer'],
  ['Sadevesikaivon kansi kolisee kun autot ajavat yli', 'sewer'],
  ['Oja on tukossa ja vesi nousee pihalle', 'sewer'],
  ['Kaivon ritilä puuttuu', 'sewer'],
  ['Tierumpu on romahtanut', 'sewer'],
  ['Hulevedet valuvat tontillemme', 'sewer'],
  ['Koulun ulko-ovi ei mene lukkoon', 'building'],
  ['Liikuntahallin vessa on epäkunnossa', 'building'],
  ['Kirjaston hissi ei toimi', 'building'],
  ['Päiväkodin katto vuotaa', 'building'],
  ['Terveysaseman rampin kaide on irti', 'building'],
  ['Uimahallin pukuhuoneessa on todella kylmä', 'building'],
  ['Bussikatos ja aita on töhritty', 'vandalism'],
  ['Koulun seinään on maalattu graffiti', 'vandalism'],
  ['Alikulun seinät spreijattu täyteen tageja', 'vandalism'],
  ['Joku on potkinut lehtihyllyn hajalle, ilkivaltaa', 'vandalism'],
  ['Kirjaston henkilökunta oli todella ystävällistä, kiitos', 'service'],
  ['Jonotin puhelimessa tunnin enkä saanut vastausta', 'service'],
  ['Hakemukseni päätös on viipynyt kolme kuukautta', 'service'],
  ['Virkailija kohteli minua töykeästi', 'service'],
  ['Valtatiellä 3 on kuoppa Ylöjärven liittymässä', 'stateroad'],
  ['Kantatie 65 auraamatta', 'stateroad'],
  ['Maantien varressa on kaatunut puu', 'stateroad'],
  ['Moottoritien ramppi on liukas', 'stateroad'],
  ['Nysse ajoi pysäkin ohi', 'bus'],
  ['Bussi 80 on aina myöhässä', 'bus'],
  ['Pysäkin aikataulu puuttuu', 'bus'],
  ['Linja-auton kuljettaja ei pysähtynyt', 'bus'],
  ['Sähköt ovat poikki koko kylästä', 'power'],
  ['Sähkökatko on kestänyt jo kaksi tuntia', 'power'],
  ['Muuntajasta kuuluu kova humina', 'power'],
  ['Sähkölinja on poikki metsässä', 'power'],
  ['Talo palaa Soppeenmäessä', 'danger'],
  ['Kolari risteyksessä, joku loukkaantui', 'danger'],
  ['Kadulla haisee kaasu', 'danger'],
  ['Sähköjohto roikkuu maassa koulun pihalla', 'danger'],
  ['Gatlyktan utanför skolan är släckt', 'light'],
  ['Det är halt på trottoaren och ingen har sandat', 'winter'],
  ['Djup grop i vägen vid busshållplatsen', 'pothole'],
  ['Papperskorgen vid stranden är full', 'litter'],
  ['The street light outside our house is broken', 'light'],
  ['Big pothole on the main street', 'pothole'],
  ['Swing is broken at the playground', 'playground'],
  ['The pavement is icy and has not been gritted', 'winter'],
]

const half = (which: 0 | 1) => sentences.filter((_each, i) => i % 2 === which)
function accuracy(of: typeof sentences) {
  const wrong: string[] = []
  let first = 0, three = 0
  for (const [text, key] of of) {
    const ranked = rankCategories(text, offered)
    if (ranked[0]?.id === key) first++
    else wrong.push(`${text} → ${ranked.slice(0, 3).map((each) => `${each.id} (${each.words.join(', ')})`).join('; ') || 'nothing'}, meant ${key}`)
    if (ranked.slice(0, 3).some((each) => each.id === key)) three++
  }
  return { first: first / of.length, three: three / of.length, wrong, of: of.length }
}
const percent = (part: number) => `${(part * 100).toFixed(1)} %`

test('what people write suggests what they mean: in the half that the words were never tuned with', () => {
  const tuned = accuracy(half(0)), held = accuracy(half(1))
  console.log(`categories suggested: first of ${held.of} held ${percent(held.first)}, among three ${percent(held.three)}; of ${tuned.of} tuned ${percent(tuned.first)}, ${percent(tuned.three)}`)
  expect(sentences.length).toBeGreaterThanOrEqual(60)
  expect(held.first).toBeGreaterThanOrEqual(0.85)
  expect(held.three).toBeGreaterThanOrEqual(0.95)
})

const sort = (id: string, ...keywords: string[]) => ({ id, name: null, keywords })
const first = (text: string, ...among: ReturnType<typeof sort>[]) => rankCategories(text, among)[0]

test('a beginning finds every form, a whole word its other forms, a compound its parts, and dots may be left out', () => {
  for (const text of ['kuoppa', 'Kuoppia!', 'kuopat,', 'KUOPAN']) expect(first(text, sort('a', 'kuop'))?.id, text).toBe('a')
  for (const text of ['lampun', 'lamppuja', 'lamput']) expect(first(text, sort('a', 'lamppu'))?.id, text).toBe('a')
  expect(first('pihakatuvalaistus', sort('a', 'valais'))?.id).toBe('a')
  expect(first('paallyste irtoaa', sort('a', 'päällyst'))?.id).toBe('a')
  expect(first('kattolamppu', sort('a', 'lam'))).toBeUndefined()
})
test('words of a phrase are found together in any order, and not apart', () => {
  expect(first('tiellä on paljon vettä', sort('a', 'vettä tie'))?.id).toBe('a')
  expect(first('vettä', sort('a', 'vettä tie'))).toBeUndefined()
  expect(first('vettä tuli hanasta koko yön, ja aamulla huomasin että tie', sort('a', 'vettä tie'))).toBeUndefined()
})
test('what only says where says less than what is there', () => {
  for (const text of ['kuoppa pysäkin jälkeen', 'kuoppa ennen pysäkkiä', 'pysäkin eteen tullut kuoppa', 'kuoppa pysäkin vieressä', 'pysäkillä on kuoppa']) expect(first(text, sort('bus', 'pysäk'), sort('pothole', 'kuop'))?.id, text).toBe('pothole')
})
test('=word is that very word, -word counts for nothing', () => {
  expect(first('puuttuu', sort('a', '=puu'))).toBeUndefined()
  expect(first('puu kaatui', sort('a', '=puu'))?.id).toBe('a')
  expect(first('liitin valokuvan', sort('a', 'valo', '-valokuv'))).toBeUndefined()
  expect(first('valokuvan mukaan valo ei pala', sort('a', 'valo', '-valokuv'))?.id).toBe('a')
})
test('a tie is given in the order of the categories and is not sure; a clear one is', () => {
  const tied = rankCategories('kuoppa ja lamppu', [sort('a', 'kuoppa'), sort('b', 'lamppu')])
  expect(tied.map((each) => [each.id, each.sure])).toEqual([['a', false], ['b', false]])
  expect(first('syvä kuoppa', sort('a', 'kuoppa'), sort('b', 'lamppu'))).toMatchObject({ id: 'a', sure: true, words: ['kuoppa'] })
})
test('a word counts once for a category however many keywords find it, and a shared keyword is shared', () => {
  expect(rankCategories('bussi kuoppa', [sort('bus', 'bus', 'buss', 'bussi'), sort('pothole', 'kuoppa')])[0]!.id).toBe('pothole')
  expect(rankCategories('kenttä', [sort('a', 'kenttä'), sort('b', 'kenttä', 'jää')])[0]!.score).toBeLessThan(first('kenttä', sort('a', 'kenttä'))!.score)
})
test('nothing known, nothing at all and a very long text suggest quietly', () => {
  for (const text of ['', '   ', '!!! ???', 'xyzzy', '\ud83d']) expect(rankCategories(text, offered), text).toEqual([])
  const began = performance.now()
  rankCategories('kuoppa tiellä '.repeat(100_000), offered)
  expect(performance.now() - began).toBeLessThan(500)
})
test('the starting set alone knows the usual things', () => {
  const starting = starterCategories.map((each) => ({ id: each.key, name: each.name, keywords: each.keywords }))
  for (const [text, key] of [['Katuvalo ei pala', 'light'], ['Kuoppa tiessä', 'pothole'], ['Tie on liukas', 'winter'], ['Keinu on rikki', 'playground'], ['Roskis on täynnä', 'litter'], ['Kolari, joku loukkaantui', 'danger']] as const) expect(rankCategories(text, starting)[0]?.id, text).toBe(key)
  for (const each of starterCategories) for (const text of [each.name, each.group, each.description, each.notice, each.autoAnswer, each.stopper?.text, ...each.questions?.flatMap((one) => [one.label, one.hint, ...one.options?.map((option) => option.name) ?? []]) ?? []]) if (text) expect(Object.keys(text).sort(), each.key).toEqual(['en', 'fi', 'sv'])
})
test('only what is offered here is suggested, to anyone', async () => {
  const t = await town()
  expect(await t.guest.sees(suggestCategories, 'Iso monttu tiessä')).toEqual([{ id: t.categories.road, sure: true }])
  const there = await town({ house: t.house, name: 'Naapurila' })
  expect((await there.guest.sees(suggestCategories, 'Iso monttu tiessä')).map((each) => each.id)).toEqual([there.categories.road])
})
