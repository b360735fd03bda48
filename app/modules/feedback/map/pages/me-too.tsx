import { visitorOf } from '#core/identity/visitor.server.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { page } from '#core/http/page.ts'
import { followOf, followSubject, unfollowSubject } from '#core/trail/follow.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { stageSign } from '#core/trail/kind.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { stateRules } from '../../states.ts'
import { visibleReport } from '../../own.server.ts'
import { can } from '../../permissions.ts'
import { saidMeToo, sayMeToo, withdrawMeToo } from '../me-too.server.ts'
import { cardsOf } from '../report-cards.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { mapWords } from '../texts/index.ts'

/** Who asks, for "me too": the person, or the day's key of the visitor. */
const whoAsks = (ctx: Ctx, request: Request, id: string) => (ctx.actor.kind === 'person' ? Promise.resolve(ctx.actor.id) : visitorOf(ctx, request, `me too ${id}`))
const reportOf = async (ctx: Ctx, id: string) => { const its = await visibleReport(ctx, id); if (its.visibility !== 'public') throw new NotFound(); return its }

/** "I have met the same": counted here, thanked for here, and followed from here. Other pages' buttons post to it. */
export default page('/feedback/:reportId/me-too', {
  read: async (ctx, { reportId }, query) => {
    await reportOf(ctx, reportId)
    const [card] = await cardsOf(ctx, [reportId])
    if (!card) throw new NotFound()
    const me = ctx.actor.kind === 'person' ? ctx.actor : null
    return { card, said: me ? await saidMeToo(ctx, reportId, me.id) : query.has('said'), thanks: query.has('said'), follows: me ? (await followOf(ctx, me.id, reportId)) !== null : false }
  },
  forms: {
    meToo: async (ctx, { reportId }, _form, { request }) => { await sayMeToo(ctx, reportId, await whoAsks(ctx, request, reportId)); return { to: `/feedback/${reportId}/me-too?said=1` } },
    withdraw: async (ctx, { reportId }) => { await withdrawMeToo(ctx, reportId); return { to: `/feedback/${reportId}/me-too` } },
    follow: async (ctx, { reportId }) => { const me = allow(ctx, can.follow, await reportOf(ctx, reportId)); await followSubject(ctx, me, reportId, 'supporter'); return { to: `/feedback/${reportId}/me-too?said=1` } },
    unfollow: async (ctx, { reportId }) => { const me = allow(ctx, can.follow, await reportOf(ctx, reportId)); await unfollowSubject(ctx, me, reportId); return { to: `/feedback/${reportId}/me-too?said=1` } },
  },
  head: (_data, { language }) => ({ title: mapWords(language).meToo.title, place: 'participate', hidden: true }),
  view({ card, said, thanks, follows }, view) {
    const t = mapWords(view.language).meToo
    const open = stateRules[card.state].open
    return (
      <div className="stack">
        <PageHead title={t.title} crumbs={[{ to: view.href('/feedback'), name: mapWords(view.language).list.title }]} />
        {thanks && <Said>{t.thanks(card.meToos)}</Said>}
        <Card><h2><a className="touch" href={view.href(`/feedback/${card.id}`)} lang={card.lang}>{card.title}</a></h2>
          <p className="meta"><StageMark stage={card.stage} sign={stageSign('report', card.stage, view.language)} language={view.language} /><span>{t.count(card.meToos)}</span></p></Card>
        {!said && open && <><p>{t.what}</p><ActionForm does="meToo"><Button kind="main" icon="people">{t.say}</Button></ActionForm></>}
        {!said && !open && <><p>{t.closed}</p><p className="actions"><LinkButton kind="main" icon="plus" to={view.href('/feedback/new')}>{mapWords(view.language).list.report}</LinkButton></p></>}
        {said && (
          <section className="stack tight" aria-labelledby="next-title">
            <h2 id="next-title">{t.next}</h2>
            {view.me ? (follows ? <><p>{t.following}</p><ActionForm does="unfollow"><Button small icon="bellOff">{t.unfollow}</Button></ActionForm></> : <><p>{t.followWhy}</p><ActionForm does="follow"><Button icon="follow">{t.follow}</Button></ActionForm></>)
              : <><p>{t.followGuest}</p><p className="actions"><LinkButton icon="follow" to={view.href(`/follow/${card.id}`)}>{t.follow}</LinkButton><LinkButton kind="quiet" to={view.href(`/sign-in?to=${encodeURIComponent(`/feedback/${card.id}/me-too?said=1`)}`)}>{t.signIn}</LinkButton></p></>}
            {view.me && <ActionForm does="withdraw"><Button kind="quiet" small>{t.withdraw}</Button></ActionForm>}
          </section>
        )}
      </div>
    )
  },
})
