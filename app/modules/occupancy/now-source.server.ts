import { inLanguage } from '#core/text/language.ts'
import { type NowFact, nowSource, wishKind } from '#modules/directory/server'
import { type Crowd, crowdOf } from './crowd.server.ts'
import { occupancyWords } from './texts/index.ts'

const tones = { quiet: 'good', normal: 'good', busy: 'fair', full: 'poor' } as const

nowSource({
  name: 'occupancy', order: 30,
  async read(ctx, placeIds) {
    const t = occupancyWords(ctx.language)
    const factOf = (its: Crowd, first: boolean): NowFact => {
      const words = its.band ? t.bands[its.band] : t.notKnown
      return {
        key: 'occupancy', words: its.roomId ? `${inLanguage(its.name, ctx.language)}: ${words.toLocaleLowerCase(ctx.language)}` : words, tone: its.band ? tones[its.band] : 'unknown', icon: 'people', at: its.at, until: its.until, ...(first ? { primary: true } : {}),
        data: { band: its.band, share: its.share, shareStep: its.band ? its.step : null, comparedWithUsual: its.against, room: its.roomId },
      }
    }
    const found = new Map<string, NowFact[]>()
    for (const [placeId, its] of Map.groupBy(await crowdOf(ctx, placeIds), (each) => each.placeId)) {
      const told = its.filter((each) => each.state !== 'closed')
      if (told.length > 0) found.set(placeId, told.map((each, i) => factOf(each, i === 0)))
    }
    return found
  },
})

wishKind({
  key: 'quiet', order: 30, quietHours: 4, fits: ({ facts }) => facts.includes('occupancy'),
  name: { fi: 'siellä on hiljaista', sv: 'det är lugnt där', en: 'it is quiet there' },
  said: { fi: (place) => `${place}: nyt on hiljaista`, sv: (place) => `${place}: nu är det lugnt`, en: (place) => `${place}: it is quiet now` },
})
