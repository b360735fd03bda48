import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { View } from '#core/http/page.ts'
import { unit } from '#core/identity/schema.server.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { ownToken, type Panel, reportPanel } from '#modules/feedback/server'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton } from '#ui/layout.tsx'
import { Hits } from './hits.tsx'
import { mayWriteNow } from './own-idea.server.ts'
import { consent, reading } from './schema.server.ts'
import { foundWords } from './texts/index.ts'
import { mayJudge } from './whose.server.ts'

type Row = { reading: typeof reading.$inferSelect; consent: typeof consent.$inferSelect | null; unit: Parameters<typeof inLanguage>[0] }
async function rowOf(ctx: Ctx, reportId: string): Promise<Row | null> {
  const [row] = await ctx.db.select({ reading, consent, unit: unit.name }).from(reading)
    .leftJoin(consent, and(eq(consent.municipalityId, reading.municipalityId), eq(consent.reportId, reading.reportId)))
    .leftJoin(unit, and(eq(unit.municipalityId, consent.municipalityId), eq(unit.id, consent.unitId)))
    .where(and(eq(reading.municipalityId, ctx.scope.municipalityId), eq(reading.reportId, reportId)))
  return row ?? null
}

/**
 * On the officials' page: probably an idea, with its sentence and why; or quietly whether there is one. On the sender's own
 * page, and on the report's page for its signed-in sender: the question.
 */
const panel: Panel = {
  name: 'found', on: ['own', 'page', 'handle'],
  async read(ctx, its, on) {
    if (on === 'handle') {
      if (!(await mayJudge(ctx, its))) return null
      const row = await rowOf(ctx, its.id)
      return (view) => <ForOfficials id={its.id} row={row} view={view} />
    }
    const token = its.own ?? (ctx.actor.kind === 'person' && its.authorPersonId === ctx.actor.id ? ownToken(ctx, its.id) : null)
    const row = token && await rowOf(ctx, its.id)
    if (!row || !row.consent || (row.consent.answer && row.consent.answer !== 'named') || row.consent.bornAt) return null
    return (view) => <ForSender token={token} unitName={inLanguage(row.unit, view.language)} view={view} />
  },
}
reportPanel(panel)

function ForSender({ token, unitName, view }: { token: string; unitName: string; view: View }) {
  const t = foundWords(view.language).answer
  return (
    <Card tone="ask" label={t.title}>
      <h2>{t.title}</h2><p>{t.asked(unitName)}</p>
      <p className="actions"><LinkButton kind="main" icon="idea" to={view.href(`/found/answer/${token}`)}>{t.ask}</LinkButton></p>
    </Card>
  )
}

function ForOfficials({ id, row, view }: { id: string; row: Row | null; view: View }) {
  const t = foundWords(view.language)
  const path = `/found/report/${id}`
  const asked = row?.consent
  if (asked?.bornAt) return <Card tone="done" label={t.becameIdea}><p><Icon name="idea" /> <b>{t.becameIdea}</b></p><p className="actions"><LinkButton to={view.href(`/ideas/${asked.ideaId}`)} icon="next">{t.toIdea}</LinkButton></p></Card>
  if (asked) {
    const said = asked.answer === 'no' ? t.saidNo : mayWriteNow({ consent: asked }, view.now) ? t.silent : t.askedUntil(day(asked.until, view.language, view.now))
    return <Card label={t.title}><p><Icon name="idea" /> {said}</p>{asked.answer !== 'no' && <p className="actions"><LinkButton to={view.href(path)} icon="edited">{t.open}</LinkButton></p>}</Card>
  }
  if (row?.reading.state === 'rejected') return <Card label={t.title}><p>{t.wasRejected}</p><ActionForm does="undo" to={view.href(path)} className="inline"><Button small icon="restored">{t.undo}</Button></ActionForm></Card>
  const likely = row?.reading.likely ? row.reading : null
  const buttons = (
    <div className="actions">
      <ActionForm does="ask" to={view.href(path)} className="inline"><Button {...(likely ? { kind: 'main' as const } : {})} icon="idea">{t.ask}</Button></ActionForm>
      {likely && <ActionForm does="reject" to={view.href(path)} className="inline"><Button icon="no">{t.reject}</Button></ActionForm>}
      <LinkButton to={view.href(path)} kind="quiet">{t.open}</LinkButton>
    </div>
  )
  if (!likely) return <details className="fold"><summary><Icon name="idea" />{t.quiet}</summary><div className="stack tight"><p className="hint">{t.askHint}</p>{buttons}</div></details>
  return (
    <Card tone="ask" label={t.probably[likely.kind ?? 'idea']}>
      <h2><Icon name={likely.kind === 'need' ? 'need' : 'idea'} /> {t.probably[likely.kind ?? 'idea']}</h2>
      <blockquote>{likely.sentence}</blockquote>
      <details className="views"><summary><Icon name="list" />{t.why}</summary><Hits hits={likely.hits} language={view.language} /></details>
      <p className="hint">{t.askHint}</p>
      {buttons}
    </Card>
  )
}
