import { nowSource } from '../right-now.ts'
import { wishKind } from '../wishes/registry.ts'
import { openAt } from './engine.ts'
import { hoursOf } from './hours.server.ts'
import { openWords } from './open-words.ts'

/** Whether a place is open, among what it is like right now; of a place without hours nothing is said. */
nowSource({
  name: 'open', order: 0,
  async read(ctx, placeIds) {
    const its = await hoursOf(ctx, placeIds)
    return new Map([...its].map(([id, hours]) => {
      const now = openAt(hours.periods, hours.exceptions, ctx.now)
      const said = openWords(now, ctx.now, ctx.language)
      return [id, [{ key: 'open', words: said.words, tone: said.tone, icon: said.icon, at: ctx.now, until: now.until, data: { state: now.state, open: now.open, until: now.until?.toISOString() ?? null, next: now.next?.toISOString() ?? null } }]]
    }))
  },
})

wishKind({
  key: 'opens', order: 30, fits: ({ hasHours }) => hasHours, quietHours: 1,
  name: { fi: 'se avautuu', sv: 'platsen öppnar', en: 'it opens' },
  said: { fi: (place) => `${place} on nyt auki`, sv: (place) => `${place} har nu öppet`, en: (place) => `${place} is open now` },
})
