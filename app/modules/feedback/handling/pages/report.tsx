import { page } from '#core/http/page.ts'
import { visitorOf } from '#core/identity/visitor.server.ts'
import { saidBy } from '#core/text/said.ts'
import { Said } from '#ui/layout.tsx'
import { sayMeToo } from '../../map/me-too.server.ts'
import { GoneBody, ReportBody } from '../page-parts.tsx'
import { FixedCard } from '../sender-parts.tsx'
import { senderForms } from '../sender-forms.server.ts'
import { followReport, unfollowReport } from '../sender.server.ts'
import { showReport } from '../show.server.ts'
import { handlingWords } from '../texts/index.ts'

export default page('/feedback/:id', {
  read: (ctx, { id }) => showReport(ctx, id),
  forms: {
    meToo: async (ctx, { id }, _form, { request }) => {
      await sayMeToo(ctx, id, ctx.actor.kind === 'person' ? ctx.actor.id : await visitorOf(ctx, request, `me too ${id}`))
      return { to: `/feedback/${id}?said=meToo` }
    },
    follow: (ctx, { id }) => followReport(ctx, id),
    unfollow: (ctx, { id }) => unfollowReport(ctx, id),
    ...senderForms<'/feedback/:id'>(({ id }) => ({ id })),
  },
  head(its, { language, href }) {
    const t = handlingWords(language)
    if (its.gone) return { title: t.gone[its.gone], place: 'participate', hidden: true }
    const image = its.visibility === 'public' && (its.after[0] ?? its.before[0])
    return { title: its.title, description: its.visibility === 'public' ? its.summary : '', place: 'participate', live: its.id, wide: true, hidden: its.visibility !== 'public', feed: '/feedback.atom', ...(image ? { image: href(image.large) } : {}) }
  },
  view(its, view) {
    const said = saidBy(handlingWords(view.language).own.saved, view.query.get('said'))
    if (its.gone) return <GoneBody its={its} view={view} />
    return <>{said && !view.failed && <Said>{said}</Said>}{its.mine.sent && <FixedCard its={its} view={view} />}<ReportBody its={its} view={view} /></>
  },
})
