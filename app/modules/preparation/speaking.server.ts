import type { Ctx } from '#core/context/context.server.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { endOf } from '#core/time/local.ts'
import { speaking } from '#modules/discussion/server'
import { hasEnded } from './hearing/ends.ts'
import { hearingWords } from './hearing/texts/index.ts'
import { isUnderWay, matterOfRow } from './matter.server.ts'
import { matterWords } from './texts/index.ts'

/** Who may speak of a matter now: its open phase says what one may do, the matter says who. */
speaking('matter', async (ctx: Ctx, subject) => {
  const found = await matterOfRow(ctx, subject)
  const { open, its } = found
  const does = open?.does ?? []
  // A hearing closes by itself when its last day is past, whoever moves the matter on and when.
  const over = open?.hearing === 'yes' && hasEnded(open, ctx.now)
  if (isUnderWay(found) && does.length && !over) return { open: true, who: its.speakers, does }
  const t = matterWords(ctx.language).closed
  const next = found.phases.find((each) => each.state === 'ahead' && each.does.length > 0)
  const closedWhy = !isUnderWay(found) ? t.over : over && open.endsOn ? hearingWords(ctx.language).closedSince(day(endOf(open.endsOn), ctx.language, ctx.now)) : next?.startsOn ? t.until(inLanguage(next.name, ctx.language), day(endOf(next.startsOn), ctx.language, ctx.now)) : t.reading(inLanguage(open?.name, ctx.language))
  return { open: false, who: its.speakers, does, closedWhy }
})
