import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'
import { bell, numbers, oneOf } from './numbers.ts'
import { atPlace, ideaLike, kinds, type Said, type ToldKind } from './ylojarvi/reports/kinds.ts'

/** Somewhere a report can be of: a door, or a place that people know by name. */
export type Spot = { longitude: number; latitude: number; area: string | null; /** street and number */ address?: string; /** a known place's name */ place?: string }
export type ToldReport = {
  key: string; category: string; text: string; spot: Spot; sentAt: Date; /** of the people who live here, else a visitor */ by: string | null
  meToos: number; picture?: string
  steps: { state: 'planned' | 'underWay' | 'done' | 'cannot' | 'received'; at: Date; sentence?: string; after?: string }[]
  fixed?: { answer: 'yes' | 'no' | 'dontKnow'; at: Date }
  /** of which work order */ order?: string
}
export type ToldOrder = { key: string; title: string; category: string; spot: Spot; madeAt: Date; steps: { state: 'planned' | 'underWay' | 'done'; at: Date; sentence?: string; after?: string }[]; outage?: { announcement: string; startsAt: Date; endsAt: Date; metres: number }; plannedFor?: Date; checklist: string[]; priority: number }

const minute = 60_000, hour = 60 * minute, day = 24 * hour

/**
 * A year of a town's reports up to `now`: the same every time from the same seed, spots and people, with the seasons, a
 * water main that breaks, a storm and the first snow. What would lie in the future has not happened yet.
 */
export function yearOfReports(spots: Spot[], people: string[], now: Date, seed = 2016): { reports: ToldReport[]; orders: ToldOrder[] } {
  const random = numbers(seed), reports: ToldReport[] = [], orders: ToldOrder[] = []
  const at = (sentAt: Date, clock = true) => { // people write mornings and evenings
    if (!clock) return sentAt
    const local = wallClock(sentAt).day, h = oneOf(random, [6, 7, 7, 8, 8, 9, 10, 12, 13, 15, 16, 16, 17, 17, 18, 19, 20, 21])
    return atWallClock(local, `${String(h).padStart(2, '0')}:${String(Math.floor(random() * 60)).padStart(2, '0')}:00`)
  }
  const where = (spot: Spot) => (spot.address ? `${/^.*?\d+/.exec(spot.address)![0]}:n kohdalla` : atPlace(spot.place!))
  const fitting = new Map(kinds.map((kind) => { const some = spots.filter((spot) => (kind.places ? spot.place && kind.places.test(spot.place) : spot.address)); return [kind.category, some.length ? some : spots] }))
  /** what was said of each and is done about just that */ const answered = new Map<ToldReport, string>()
  const tell = (kind: ToldKind, spot: Spot): { text: string; done?: string } => {
    const fits = kind.says.filter(([, , at]) => !at || at.test(spot.place ?? '')), [says, done] = oneOf<Said>(random, fits), end = oneOf(random, kind.ends)
    return { text: `${says.replace('{at}', where(spot))} ${end}`.trim(), ...(done ? { done } : {}) }
  }
  const write = (kind: ToldKind, sentAt: Date, spot: Spot, more: Partial<ToldReport> = {}): ToldReport => {
    const told = tell(kind, spot)
    const its: ToldReport = {
      key: `${kind.category}-${reports.length}`, category: kind.category, text: told.text, spot, sentAt, by: random() < 0.3 ? oneOf(random, people) : null, steps: [],
      meToos: kind.category === 'service' ? 0 : Math.max(0, Math.floor(bell(random) * 1.6 - 0.6)), ...(kind.picture && random() < 0.4 ? { picture: kind.picture } : {}), ...more,
    }
    reports.push(its)
    if (told.done) answered.set(its, told.done)
    return its
  }
  const finish = (kind: ToldKind, its: ToldReport) => {
    const took = kind.days * Math.exp(0.7 * bell(random)) * day, done = new Date(its.sentAt.getTime() + took), no = kind.cannot && random() < 0.07
    const begun = new Date(its.sentAt.getTime() + took * (0.15 + random() * 0.4))
    if (!no && took > day / 2) its.steps.push({ state: random() < 0.5 ? 'planned' : 'underWay', at: begun })
    its.steps.push(no ? { state: 'cannot', at: done, sentence: oneOf(random, kind.cannot!) } : { state: 'done', at: done, sentence: answered.get(its) ?? oneOf(random, kind.done), ...(its.picture && kind.after ? { after: kind.after } : {}) })
    if (!no && its.by && random() < 0.7) its.fixed = { answer: random() < 0.86 ? 'yes' : random() < 0.5 ? 'no' : 'dontKnow', at: new Date(done.getTime() + (0.1 + random() * 3) * day) }
    if (its.fixed?.answer === 'no') { // closed but not fixed: it comes back, and is done anew
      its.steps.push({ state: 'received', at: its.fixed.at })
      its.steps.push({ state: 'done', at: new Date(its.fixed.at.getTime() + (1 + random() * 4) * day), sentence: 'Kävimme uudelleen, ja nyt se on kunnossa. Kiitos, että kerroit.' })
    }
  }

  // ---- the year as it goes, by its seasons
  for (const kind of kinds) {
    const whole = kind.months.reduce((sum, each) => sum + each, 0)
    for (let back = 364; back >= 0; back--) {
      const its = addLocalDays(now, -back), month = Number(wallClock(its).day.slice(5, 7)) - 1
      const expected = (kind.year * kind.months[month]!) / whole / 30.4
      for (let left = expected; left > 0; left--) if (random() < Math.min(1, left)) finish(kind, write(kind, at(its), oneOf(random, fitting.get(kind.category)!)))
    }
  }
  // ---- many of the same near each other at the same time become one work order
  const together = Map.groupBy(reports, (its) => `${its.category} ${its.spot.area} ${Math.floor(its.sentAt.getTime() / (12 * day))}`)
  for (const [key, some] of together) {
    const kind = kinds.find((each) => each.category === some[0]!.category)!
    if (some.length < 3 || !kind.order || some.length > 12) continue
    const last = Math.max(...some.map((its) => its.sentAt.getTime())), begun = new Date(last + (0.2 + random()) * day), done = new Date(begun.getTime() + (0.3 + random() * kind.days * 0.6) * day), sentence = oneOf(random, kind.done)
    orders.push({ key, title: `${kind.order}, ${some[0]!.spot.area ?? ''}`, category: kind.category, spot: some[0]!.spot, madeAt: new Date(last + 2 * hour), priority: 1, checklist: [], steps: [{ state: 'planned', at: new Date(last + 3 * hour) }, { state: 'underWay', at: begun }, { state: 'done', at: done, sentence, ...(kind.after ? { after: kind.after } : {}) }] })
    for (const its of some) Object.assign(its, { order: key, fixed: its.by && random() < 0.6 ? { answer: 'yes', at: new Date(done.getTime() + (0.2 + random() * 2) * day) } : undefined, steps: [{ state: 'planned', at: new Date(last + 3 * hour) }, { state: 'underWay', at: begun }, { state: 'done', at: done, sentence, ...(kind.after ? { after: kind.after } : {}) }] })
  }

  // ---- what everyone remembers
  const near = (area: string) => spots.filter((spot) => spot.area === area)
  const kindOf = (category: string) => kinds.find((each) => each.category === category)!
  const burst = (area: string, category: string, key: string, title: string, from: Date, howMany: number, within: number, texts: string[], steps: ToldOrder['steps'], more: Partial<ToldOrder> = {}) => {
    const its = near(area).length ? near(area) : spots, spot = its[0]!
    orders.push({ key, title, category, spot, madeAt: new Date(from.getTime() + 40 * minute), priority: 3, checklist: [], steps, ...more })
    for (let n = 0; n < howMany; n++) {
      const sentAt = new Date(from.getTime() + (n / howMany) ** 1.4 * within)
      // one that came when the work had begun is told so a moment after it came
      write(kindOf(category), sentAt, oneOf(random, its), { text: oneOf(random, texts), order: key, meToos: n < 2 ? 9 - n * 4 : Math.floor(random() * 3), steps: steps.map((step) => ({ ...step, at: new Date(Math.max(step.at.getTime(), sentAt.getTime() + 4 * minute)) })) })
    }
  }
  const breaks = atWallClock(wallClock(addLocalDays(now, -41)).day, '05:38:00'), plus = (from: Date, hours: number) => new Date(from.getTime() + hours * hour)
  burst('Soppeenmäki', 'waterleak', 'main-break', 'Runkovesijohdon rikko, Soppeenmäki', breaks, 17, 4 * hour,
    ['Vesi ei tule ollenkaan.', 'Hanasta tulee ilmaa ja vähän ruskeaa.', 'Tie on joki. Kaunis, mutta joki.', 'Suihku loppui kesken shampoon.', 'Onko muillakin vesi poikki?', 'Asfaltti kohoilee ja vettä pulppuaa.'],
    [{ state: 'underWay', at: plus(breaks, 1) }, { state: 'done', at: plus(breaks, 9.3), sentence: 'Runkojohto korjattiin kello 14.55. Juoksuttakaa kylmää vettä, kunnes se kirkastuu.' }],
    { outage: { announcement: 'Runkovesijohto on rikki Soppeenmäessä. Vesi on poikki noin 400 taloudesta. Varavettä saa koulun pihalta.', startsAt: breaks, endsAt: plus(breaks, 9.3), metres: 900 }, checklist: ['Venttiilit kiinni', 'Varavesipiste koululle', 'Putken osa vaihdettu', 'Huuhtelu ja näyte'] })
  const snow = atWallClock(firstSnow(now), '05:50:00')
  for (const [area, n] of [['Kirkonkylä', 16], ['Siivikkala', 11], ['Vuorentausta', 13], ['Elovainio', 9]] as const)
    burst(area, 'winter', `first-snow-${area}`, `Ensilumi: auraus ja hiekoitus, ${area}`, snow, n, 9 * hour, ['Talvi yllätti, tiedän. Auraa odotellaan kuin kuuta nousevaa.', 'Kesärenkaat ja ensilumi. En minä, naapuri.', 'Mäki on peili.', 'Koululaiset kahlaavat polviaan myöten.', 'Auravalli nousi portin eteen heti kun sain sen lapioitua.', 'Kevyen liikenteen väylä unohtui.'],
      [{ state: 'underWay', at: plus(snow, 2) }, { state: 'done', at: plus(snow, 13 + random() * 8), sentence: 'Kadut aurattiin ja mäet hiekoitettiin. Ensi kerralla aloitamme tästä.', after: 'ice-after' }])
  const storm = atWallClock(`${Number(wallClock(now).day.slice(0, 4)) - (wallClock(now).day.slice(5) > '08-14' ? 0 : 1)}-08-12`, '19:20:00')
  burst('Keijärvi', 'tree', 'storm', 'Elokuun myrskyn puut, Keijärvi', storm, 14, 15 * hour, ['Puu on poikki pururadalla.', 'Kuusi makaa tiellä, ja autot kiertävät ojan kautta.', 'Oksia on kaikkialla.', 'Mänty kaatui laiturin päälle. Laituri voitti.'], [{ state: 'planned', at: plus(storm, 14) }, { state: 'underWay', at: plus(storm, 20) }, { state: 'done', at: plus(storm, 60), sentence: 'Kulkutiet raivattiin. Rungot jäävät metsään lahoamaan.', after: 'tree-after' }])

  // ---- the last days: ideas among the faults, and today's work
  for (const [n, each] of ideaLike.entries()) write({ ...(kinds.find((kind) => kind.category === each.category) ?? kindOf('sign')), category: each.category }, new Date(now.getTime() - (n * 8 + 3) * hour), oneOf(random, fitting.get(each.category) ?? spots), { text: each.text, by: n % 2 ? oneOf(random, people) : null, meToos: n % 3 })
  for (const [n, [category, title, list, says]] of ([
    ['pothole', 'Paikkaa kuopat', ['Kylmämassa mukaan', 'Varoitusmerkki tielle', 'Tiivistys ja kuva'], ['Iso kuoppa']], ['light', 'Vaihda lamput', ['Nostokori', 'Uusi lamppu', 'Sulake tarkastettu'], ['Katuvalo on pimeänä', 'Kaksi valoa on pimeänä']],
    ['litter', 'Hae sohva ja tyhjennä astia', ['Kuormalava', 'Astian kansi'], ['Hylätty sohva', 'Roska-astia pursuaa', 'Sohva kastuu']], ['sign', 'Nosta kaatunut merkki', ['Betonia 40 l', 'Vatupassi'], ['Liikennemerkki on kaatunut']], ['tree', 'Raivaa oksat kulkutieltä', ['Moottorisaha', 'Merkkinauha'], ['Oksia on kulkutiellä', 'Iso oksa roikkuu kulkutien päällä']],
  ] as const).entries()) {
    const key = `today-${category}`, spot = oneOf(random, fitting.get(category)!), made = addLocalDays(now, -2), kind = kindOf(category)
    orders.push({ key, title: `${title}, ${spot.area ?? ''}`, category, spot, madeAt: made, plannedFor: now, priority: n === 0 ? 2 : 1, checklist: [...list], steps: [{ state: 'planned', at: plus(made, 2) }] })
    for (let i = 0; i <= n % 3; i++) write(kind, new Date(made.getTime() - (i + 3) * 5 * hour), spot, { text: `${says[i % says.length]} ${where(spot)}.`, order: key, meToos: i === 0 ? 4 : 0, ...(kind.picture ? { picture: kind.picture } : {}), steps: [{ state: 'planned', at: plus(made, 2) }] })
  }
  const past = (when: Date) => when < now
  return {
    reports: reports.filter((its) => past(its.sentAt)).map((its) => ({ ...its, steps: its.steps.filter((step) => past(step.at)), ...(its.fixed && past(its.fixed.at) ? {} : { fixed: undefined }) })) as ToldReport[],
    orders: orders.filter((its) => past(its.madeAt)).map((its) => ({ ...its, steps: its.steps.filter((step) => past(step.at)) })),
  }
}

/** The latest ninth of November before now. */
function firstSnow(now: Date): string {
  const today = wallClock(now).day, year = Number(today.slice(0, 4))
  return today > `${year}-11-10` ? `${year}-11-09` : `${year - 1}-11-09`
}
