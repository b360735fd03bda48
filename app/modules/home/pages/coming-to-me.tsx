import { page } from '#core/http/page.ts'
import { Empty, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { comingHere, comingToMe } from '../coming.server.ts'
import { ComingRows } from '../coming-rows.tsx'
import { homeWords } from '../texts/index.ts'

/** What is coming that touches me; for a guest, or when nothing does, what is coming in the municipality. */
export default page('/coming-to-me', {
  read: async (ctx) => {
    const touching = ctx.actor.kind === 'person' ? await comingToMe(ctx, ctx.actor.id) : null
    return { touching, here: touching?.length ? [] : await comingHere(ctx) }
  },
  head: ({ touching }, { language }) => ({ title: touching ? homeWords(language).comingToMe : homeWords(language).comingHere, description: homeWords(language).comingGuest, place: 'home' }),
  view({ touching, here }, view) {
    const t = homeWords(view.language)
    const follow = <LinkButton icon="follow" to={view.href('/topics')}>{t.chooseFollows}</LinkButton>
    return (
      <>
        <PageHead title={touching ? t.comingToMe : t.comingHere}>
          <p className="lead">{touching ? t.comingLead : t.comingGuest}</p>
          <p className="actions">{follow}<LinkButton icon="calendar" to={view.href('/meetings')}>{t.meetings}</LinkButton></p>
        </PageHead>
        {touching && touching.length > 0 && <ComingRows lines={touching} view={view} />}
        {touching?.length === 0 && <Empty icon="calendar" action={follow}>{t.nothingToMe}</Empty>}
        {here.length > 0 && (touching ? <Section id="here" title={t.whole}><ComingRows lines={here} view={view} /></Section> : <ComingRows lines={here} view={view} />)}
        {!touching && here.length === 0 && <Empty icon="calendar">{t.nothingComing}</Empty>}
      </>
    )
  },
})
