import { page, type View } from '#core/http/page.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { PageHead, Section } from '#ui/layout.tsx'
import { ToldField, Version } from '../acts.tsx'
import { arrangeForms } from '../forms.server.ts'
import { alsoNearby, candidates, ordersNear } from '../near.server.ts'
import { type Inside, type ShownOrder, showOrder } from '../show.server.ts'
import { workWords } from '../texts/index.ts'

/** An order with what it could be arranged with: other open orders near it, and reports near it that are in none. */
async function readArranging(ctx: Ctx, orderId: string) {
  const its = await showOrder(ctx, orderId)
  const { inside } = its
  if (!inside || (!inside.may.plan && !inside.may.pass)) throw new NotFound()
  const mine = inside.may.plan && !its.closed
  const orders = mine && its.unitId ? await ordersNear(ctx, its.unitId, its.point, { metres: 2000, not: its.id, most: 8 }) : []
  const near = mine ? await alsoNearby(ctx, await candidates(ctx, inside.reports.map((each) => each.id))) : []
  return { its, inside, orders, near, mine }
}
type Data = Awaited<ReturnType<typeof readArranging>>

export default page('/work/:orderId/arrange', {
  read: (ctx, { orderId }) => readArranging(ctx, orderId),
  forms: arrangeForms,
  head: ({ its }, { language }) => ({ title: `${workWords(language).arrange.title}: ${its.title}`, place: 'desk', hidden: true }),
  view: (data, view) => {
    const { its, inside, mine } = data
    const t = workWords(view.language)
    return (
      <>
        <PageHead title={t.arrange.title} crumbs={[{ to: view.href('/work'), name: t.works }, { to: view.href(`/work/${its.id}`), name: t.reference(its.reference) }]} />
        {its.closed ? <p>{t.arrange.openOnly}</p> : (
          <div className="stack wide">
            {inside.may.pass && <WrongUnit its={its} inside={inside} view={view} />}
            {mine && <Take data={data} view={view} />}
            {mine && <Split its={its} inside={inside} view={view} />}
            {mine && <Merge data={data} view={view} />}
          </div>
        )}
      </>
    )
  },
})

function WrongUnit({ its, inside, view }: { its: ShownOrder; inside: Inside; view: View }) {
  const { arrange: t, says, problems, acts } = workWords(view.language)
  return (
    <Section title={t.wrongUnit} id="pass">
      <p className="hint">{t.wrongUnitHint}</p>
      <ErrorSummary failed={view.failed} does="pass" labels={{ sentence: acts.sentence }} words={problems} language={view.language} />
      <ActionForm does="pass" label={t.wrongUnit} className="card stack">
        <Version inside={inside} />
        <ToldField does="pass" says={says.pass} first view={view} its={its} hearing={inside.hearing} optional />
        <div className="actions">{inside.units.map((each) => <Button key={each.id} name="unitId" value={each.id} icon="routed">{t.passTo(each.name)}</Button>)}</div>
      </ActionForm>
    </Section>
  )
}

function Take({ data: { its, near }, view }: { data: Data; view: View }) {
  const { arrange: t, says, metresAway, problems, inside: words, make } = workWords(view.language)
  return (
    <Section title={t.take} id="take">
      {near.length === 0 ? <p className="hint">{t.noneToTake}</p> : (
        <>
          <p className="hint">{t.takeHint}</p>
          <ErrorSummary failed={view.failed} does="take" labels={{ reports: words.reports }} words={problems} language={view.language} />
          <ActionForm does="take" label={t.take} className="card stack">
            <div id="take-reports" className="choices">{near.map((each) => <Checkbox key={each.id} name="reports" value={each.id} label={<>{each.title}<small>{[each.reference, each.place, each.metres === null ? null : metresAway(each.metres), each.private ? words.privateReport : null].filter(Boolean).join(' · ')}</small></>} />)}</div>
            {its.visibility === 'public' && near.some((each) => each.private) && <p className="hint">{make.privateWarning}</p>}
            {its.state !== 'new' && <ToldField does="take" says={says.take} first view={view} its={its} hearing={near.length} optional />}
            <p className="actions"><Button icon="linked">{t.submitTake}</Button></p>
          </ActionForm>
        </>
      )}
    </Section>
  )
}

function Split({ its, inside, view }: { its: ShownOrder; inside: Inside; view: View }) {
  const { arrange: t, make, problems, inside: words } = workWords(view.language)
  if (inside.reports.length + inside.items.length === 0) return null
  return (
    <Section title={t.split} id="split">
      <p className="hint">{t.splitHint}</p>
      <ErrorSummary failed={view.failed} does="split" labels={{ title: t.splitTitle }} words={problems} language={view.language} />
      <ActionForm does="split" label={t.split} className="card stack">
        <Version inside={inside} />
        <TextField does="split" name="title" label={t.splitTitle} hint={make.nameHint} value={its.title} max={140} failed={view.failed} language={view.language} words={problems} />
        {inside.reports.length > 0 && <fieldset className="field"><legend>{words.reports}</legend><div className="choices">{inside.reports.map((each) => <Checkbox key={each.id} name="reports" value={each.id} label={<>{each.title}<small>{each.reference}</small></>} />)}</div></fieldset>}
        {inside.items.length > 0 && <fieldset className="field"><legend>{words.checklist}</legend><div className="choices">{inside.items.map((each) => <Checkbox key={each.id} name="items" value={each.id} label={each.text} />)}</div></fieldset>}
        <p className="actions"><Button icon="split">{t.submitSplit}</Button></p>
      </ActionForm>
    </Section>
  )
}

function Merge({ data: { its, inside, orders }, view }: { data: Data; view: View }) {
  const { arrange: t, says, metresAway, problems } = workWords(view.language)
  return (
    <Section title={t.merge} id="merge">
      <p className="hint">{t.mergeHint}</p>
      <ErrorSummary failed={view.failed} does="merge" labels={{ other: t.otherOrder }} words={problems} language={view.language} />
      <ActionForm does="merge" label={t.merge} className="card stack">
        <Version inside={inside} />
        {inside.hearing > 0 && its.state === 'new' && <ToldField does="merge" says={says.merge} first view={view} its={its} hearing={inside.hearing} optional />}
        {orders.length === 0 ? <p className="hint">{t.noneNear}</p> : orders.map((each) => (
          <div key={each.id} className="stack tight"><p><a className="touch" href={view.href(`/work/${each.id}`)}>{each.title}</a>{Number.isSafeInteger(each.metres) && each.metres < 100_000 && <small> · {metresAway(each.metres)}</small>}</p><p className="actions"><Button name="into" value={each.id} icon="merged">{t.mergeInto(each.reference)}</Button></p></div>
        ))}
        <details className="unfold" open={view.failed?.form === 'merge'}><summary>{t.otherOrder}</summary><div className="stack tight">
          <TextField does="merge" name="other" label={t.otherOrder} failed={view.failed} language={view.language} words={problems} max={300} optional />
          <p className="actions"><button type="submit" className="btn"><Icon name="merged" />{t.submitMerge}</button></p>
        </div></details>
      </ActionForm>
    </Section>
  )
}
