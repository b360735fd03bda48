import { eq, and } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { View } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { stageSign } from '#core/trail/kind.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { type Panel, reportPanel } from '#modules/feedback/server'
import { ActionForm, Button } from '#ui/form.tsx'
import { Fact, LinkButton, Section } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { alsoNearby, candidates, type NearOrder, ordersNear } from './near.server.ts'
import { can } from './permissions.ts'
import { order, orderReport } from './schema.server.ts'
import { orderRules } from './states.ts'
import { reportCount } from './take-reports.server.ts'
import { workWords } from './texts/index.ts'

/** The order a report is in, or null. */
async function orderOf(ctx: Ctx, reportId: string) {
  const [row] = await ctx.db.select({ id: order.id, reference: order.reference, state: order.state, title: subject.title, stage: subject.stage, visibility: subject.visibility, ownerUnitId: subject.ownerUnitId }).from(orderReport)
    .innerJoin(order, and(eq(order.municipalityId, orderReport.municipalityId), eq(order.id, orderReport.orderId)))
    .innerJoin(subject, and(eq(subject.municipalityId, order.municipalityId), eq(subject.id, order.id)))
    .where(and(eq(orderReport.municipalityId, ctx.scope.municipalityId), eq(orderReport.reportId, reportId)))
  return row ? { ...row, title: inLanguage(row.title, ctx.language), sign: stageSign('workOrder', row.stage, ctx.language), open: orderRules[row.state].open } : null
}

/** On a report's public pages: the work it is part of, when everyone may see that. */
async function publicPart(ctx: Ctx, reportId: string) {
  const its = await orderOf(ctx, reportId)
  if (!its || its.visibility !== 'public') return null
  const others = (await reportCount(ctx, its.id)) - 1
  return (view: View) => {
    const t = workWords(view.language).panel
    return <p className="meta"><Fact icon="developing"><a href={view.href(`/work/${its.id}`)}>{others > 0 ? t.inWork(others) : t.inWorkAlone}</a></Fact><StageMark stage={its.stage} sign={its.sign} language={view.language} /></p>
  }
}

/** On the officials' page of a report: which order it is in, or what can be made of it. */
const officialPart: Panel['read'] = async (ctx, { id, ownerUnitId }) => {
  if (!ownerUnitId || !may(ctx, can.plan, { ownerUnitId })) return null
  const [its, [mine]] = [await orderOf(ctx, id), await candidates(ctx, [id])]
  const count = its ? await reportCount(ctx, its.id) : 0
  const free = mine && (!its || !its.open) ? mine : null // one that is open again may go to other work than the first time
  const nearby = free ? await alsoNearby(ctx, [free]) : []
  const orders = free ? await ordersNear(ctx, ownerUnitId, free.point, { most: 3, ...(its ? { not: its.id } : {}) }) : []
  if (!its && !free) return null
  return (view: View) => {
    const t = workWords(view.language).panel
    return (
      <Section title={t.title} id="work">
        {its && (
          <ul className="card rows"><li><div className="t">
            <small>{t.inOrder} · {its.reference}</small><a href={view.href(`/work/${its.id}`)}>{its.title}</a>
            <p className="meta"><StageMark stage={its.stage} sign={its.sign} language={view.language} /><Fact icon="inbox">{t.reports(count)}</Fact></p>
          </div></li></ul>
        )}
        {its && free && <p>{t.openAgain}</p>}
        {free && (
          <div className="card stack">
            <p className="actions"><LinkButton kind="main" icon="plus" to={view.href(`/work/new?reports=${id}`)}>{t.make}</LinkButton></p>
            {nearby.length > 0 && <p className="hint">{t.nearby(nearby.length)}</p>}
            {orders.length > 0 && <><h3>{t.orAdd}</h3>{orders.map((each) => <AddTo key={each.id} its={each} reportId={id} hides={free.private && !each.private} view={view} />)}</>}
          </div>
        )}
      </Section>
    )
  }
}

function AddTo({ its, reportId, hides, view }: { its: NearOrder; reportId: string; /** taking it makes a public order private */ hides: boolean; view: View }) {
  const t = workWords(view.language)
  return (
    <ActionForm does="take" to={view.href(`/work/${its.id}`)} className="stack tight">
      <input type="hidden" name="reports" value={reportId} />
      <p><a className="touch" href={view.href(`/work/${its.id}`)}>{its.title}</a></p>
      <p className="meta"><StageMark stage={its.stage} sign={its.sign} language={view.language} />{Number.isSafeInteger(its.metres) && its.metres < 100_000 && <Fact icon="place">{t.metresAway(its.metres)}</Fact>}</p>
      {hides && <p className="hint">{t.make.privateWarning}</p>}
      <p className="actions"><Button icon="linked">{t.panel.addTo(its.reference)}</Button></p>
    </ActionForm>
  )
}

reportPanel({ name: 'work', first: true, shows: '/work/', on: ['page', 'own', 'handle'], read: (ctx, its, on) => (on === 'handle' ? officialPart(ctx, its, on) : publicPart(ctx, its.id)) })
