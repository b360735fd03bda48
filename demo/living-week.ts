import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'
import { bell, numbers } from './numbers.ts'

/** A place as the generator knows it. */
export type LivePlace = { key: string; kind: string }
export type Seen = { place: string; at: Date; property: string; value: string | null; number: number | null; source: 'worker' | 'sensor' }
export type Cared = { place: string; at: Date; what: string }
export type Week = { seen: Seen[]; cared: Cared[]; /** places whose season is over for now */ resting: string[] }

const seed = 1122
/** Between which days of the year a kind is in season; a winter's begins in autumn. */
const seasons: Record<string, [from: string, until: string]> = { rink: ['11-10', '03-25'], skiTrack: ['11-15', '04-10'], sledHill: ['11-20', '04-01'], winterSwimming: ['10-15', '04-30'], beach: ['06-01', '08-31'], carpetWash: ['05-15', '09-30'] }
const inSeason = (kind: string, day: string): boolean => {
  const its = seasons[kind], of = day.slice(5)
  return !its || (its[0] <= its[1] ? of >= its[0] && of <= its[1] : of >= its[0] || of <= its[1])
}
/** How often each is visited: the first rink every day; the village far away waits longest, so that some of what is shown is not known. */
const visited: Record<string, number> = { 'raikka-rink': 1, 'viljakkala-rink': 0.04, 'kuru-rink': 0.5, 'kuru-track': 0.5 }

/**
 * What the keepers of places and their sensors noted in the week before the telling, the same for the same day: each morning and
 * evening of their rounds, by the weather of the day. Nothing is later than `now`.
 */
export function livingWeek(places: LivePlace[], now: Date): Week {
  const seen: Seen[] = [], cared: Cared[] = []
  const resting = places.filter((each) => !inSeason(each.kind, wallClock(now).day)).map((each) => each.key)
  for (let back = 8; back >= 0; back--) {
    const { day } = wallClock(addLocalDays(now, -back))
    const random = numbers(seed + Number(day.replaceAll('-', '')))
    const snow = random() < 0.3, cold = random() < 0.8
    for (const place of places) {
      const luck = random(), minutes = Math.floor(random() * 50), deep = bell(random)
      if (resting.includes(place.key) || luck > (visited[place.key] ?? 0.9)) continue
      const at = (time: string) => new Date(atWallClock(day, `${time}:00`).getTime() + minutes * 60_000)
      const says = (time: string, property: string, value: string) => seen.push({ place: place.key, at: at(time), property, value, number: null, source: 'worker' })
      const measures = (time: string, property: string, number: number) => seen.push({ place: place.key, at: at(time), property, value: null, number, source: 'sensor' })
      const cares = (time: string, what: string) => cared.push({ place: place.key, at: at(time), what })
      switch (place.kind) {
        case 'rink':
          if (snow) { says('06:30', 'ice', 'snowy'); cares('08:00', 'ploughed'); says('08:05', 'ice', 'fair') }
          if (cold) { cares('17:40', 'iced'); says('18:30', 'ice', luck < 0.7 ? 'good' : 'fair') } else says('15:00', 'ice', 'soft')
          says('15:30', 'lights', 'on'); break
        case 'skiTrack': cares('05:30', 'groomed'); says('06:00', 'classic', snow ? 'good' : 'groomed'); says('06:00', 'skating', cold ? 'groomed' : 'poor'); says('15:30', 'lights', 'on'); break
        case 'sledHill': says('10:00', 'slope', cold ? 'icy' : 'good'); break
        case 'winterSwimming': cares('06:00', 'opened'); says('06:10', 'hole', 'open'); if (cold) { cares('06:20', 'sanded'); says('06:20', 'stairs', 'clear') } measures('06:00', 'water', Math.round((1.2 + deep * 0.3) * 10) / 10); break
        case 'beach': measures('09:00', 'water', Math.round((18 + deep * 1.5) * 10) / 10); says('10:00', 'algae', luck < 0.8 ? 'none' : 'little'); says('10:00', 'bathing', 'fine'); cares('07:00', 'raked'); break
        case 'swimmingHall': says('06:00', 'pools', 'open'); measures('06:00', 'water', Math.round((27 + deep * 0.2) * 10) / 10); cares('05:00', 'cleaned'); break
        case 'carpetWash': says('10:00', 'use', luck < 0.5 ? 'free' : 'queue'); says('08:00', 'mangle', 'works'); break
        case 'playground': case 'park': case 'dogPark': if (snow) cares('09:00', 'ploughed'); break
        case 'trail': says('11:00', 'passable', snow ? 'fair' : 'good'); break
        case 'campfire': if (back % 4 === 0) cares('12:00', 'stocked'); says('12:05', 'firewood', back < 3 ? 'enough' : 'little'); says('09:00', 'fire', 'allowed'); break
        case 'recycling': says('10:30', 'containers', luck < 0.7 ? 'room' : 'nearlyFull'); break
        case 'library': says('09:30', 'printers', 'works'); break
      }
    }
  }
  const past = <T extends { at: Date }>(all: T[]) => all.filter((each) => each.at <= now).sort((a, b) => a.at.getTime() - b.at.getTime())
  return { seen: past(seen), cared: past(cared), resting }
}

/** How a place fills through a day: peaks as hour, width in hours and share of the capacity, on workdays and at weekends. */
type Curve = { workdays: [hour: number, width: number, share: number][]; weekends: [hour: number, width: number, share: number][]; open: [from: number, until: number] }
export const curves: Record<string, Curve> = {
  'swimming-hall': { workdays: [[8, 1.2, 0.35], [13, 1.5, 0.3], [18, 1.4, 0.78]], weekends: [[13.5, 1.8, 0.92]], open: [6, 21] },
  'swim-gym': { workdays: [[7, 0.9, 0.45], [17.5, 1.3, 0.85]], weekends: [[12, 2, 0.5]], open: [6, 21] },
  leija: { workdays: [[12, 1.5, 0.3], [16, 1.6, 0.55]], weekends: [[12.5, 1.4, 0.45]], open: [8, 20] },
  'raikka-rink': { workdays: [[10, 1.2, 0.25], [17.8, 1.5, 0.75]], weekends: [[13.5, 2, 0.95]], open: [8, 22] },
}
/** How many people are at a place at a moment: its curve with the luck of the day and of the quarter, the same each time it is asked. Whole people, never below zero. */
export function insideAt(place: string, capacity: number, at: Date): number {
  const its = curves[place]!, { day, time } = wallClock(at)
  const hour = Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60
  if (hour < its.open[0] || hour >= its.open[1]) return 0
  const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
  const key = Number(day.replaceAll('-', '')) + place.length * 7
  const ofDay = 1 + bell(numbers(seed + key)) * 0.12, ofQuarter = bell(numbers(seed + key * 100 + Math.floor(hour * 4))) * 0.03
  const share = its[weekend ? 'weekends' : 'workdays'].reduce((sum, [peak, width, high]) => sum + high * Math.exp(-((hour - peak) ** 2) / (2 * width ** 2)), 0)
  return Math.max(0, Math.min(Math.round(capacity * 1.05), Math.round(capacity * (share * ofDay + ofQuarter))))
}
