import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Invalid, isProblems } from '#core/errors/errors.ts'
import { type Done, page, readFields, type View } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { readWhere } from '#modules/feedback/server'
import { WhereField } from '#modules/feedback/ui'
import { ActionForm, Button, Checkbox, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, PageHead } from '#ui/layout.tsx'
import { crewsOf } from '../crews.server.ts'
import { formDay, makeOrder, orderTitle } from '../make-order.server.ts'
import { alsoNearby, type Candidate, candidates } from '../near.server.ts'
import { can } from '../permissions.ts'
import { workWords } from '../texts/index.ts'

const many = z.union([z.string(), z.array(z.string())]).optional().transform((its) => (its === undefined || its === '' ? [] : [its].flat()))
const schema = z.object({
  title: orderTitle, instructions: z.string().trim().max(4000).default(''), unitId: z.string('required').min(1).max(40), crewId: z.string().max(40).optional().transform((its) => its || undefined), priority: z.coerce.number('required').int().min(0).max(3),
  dueOn: formDay, plannedFor: formDay, checklist: z.string().max(4000).default(''), sentence: z.string().trim().max(1000).default(''), reports: many, private: z.literal('on').optional(),
})

/** What a new order may be made of: the reports that were asked for, those near them, the asker's units and their crews. */
async function readNew(ctx: Ctx, query: URLSearchParams) {
  const me = allow(ctx, can.read)
  const all = await unitsOf(ctx)
  const units = me.admin || me.installationAdmin ? all : all.filter((each) => me.units.some((mine) => mine.id === each.id))
  const ids = query.getAll('reports').flatMap((each) => each.split(',')).filter(Boolean)
  const chosen = await candidates(ctx, ids)
  return { units, chosen, near: await alsoNearby(ctx, chosen), crews: await crewsOf(ctx, units.map((each) => each.id)), gone: new Set(ids).size - chosen.length }
}
type Data = Awaited<ReturnType<typeof readNew>>

export default page('/work/new', {
  read: (ctx, _params, query) => readNew(ctx, query),
  forms: {
    make: async (ctx, _params, form): Promise<Done> => {
      const read = readFields(schema, form)
      if ('problems' in read) return { ...read, values: { reports: form.getAll('reports').join(' ') } }
      const where = await readWhere(ctx, form)
      if (isProblems(where)) return where
      const { checklist, private: hidden, ...its } = read.input
      try {
        const { id } = await makeOrder(ctx, { ...its, ...where, place: where.address ?? where.place, checklist: checklist.split('\n'), private: hidden === 'on' })
        return { to: `/work/${id}?done=made` }
      } catch (cause) {
        if (cause instanceof Conflict || cause instanceof Invalid) return { problems: { [cause.code === 'farAway' ? 'where' : cause.code === 'otherUnit' ? 'crewId' : 'reports']: cause.code }, values: { reports: its.reports.join(' ') } }
        throw cause
      }
    },
  },
  head: (_data, { language }) => ({ title: workWords(language).make.title, place: 'desk', hidden: true }),
  view: (data, view) => {
    const words = workWords(view.language)
    const t = words.make
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/work'), name: words.works }]}><p className="lead">{t.lead}</p></PageHead>
        {data.gone > 0 && !view.failed && <Card tone="late"><p>{t.gone}</p></Card>}
        <Form data={data} view={view} />
      </>
    )
  },
})

function Form({ data: { units, chosen, near, crews }, view }: { data: Data; view: View<'make'> }) {
  const words = workWords(view.language)
  const t = words.make
  const field = { does: 'make', failed: view.failed, language: view.language, words: words.problems }
  const first = chosen[0]
  const suggested = first && (first.private ? first.category : chosen.length + near.length > 1 ? [first.category, first.place].filter(Boolean).join(', ') : first.title)
  const unit = units.find((each) => each.id === first?.unitId) ?? units[0]
  const open = ['plannedFor', 'dueOn', 'crewId', 'checklist', 'sentence'].some((name) => view.failed?.problems[name] || view.failed?.values[name])
  return (
    <ActionForm does="make" className="stack wide" label={t.title}>
      <ErrorSummary failed={view.failed} does="make" labels={{ title: t.name, instructions: t.instructions, reports: t.reports, unitId: t.unit, crewId: t.crew, dueOn: t.due, plannedFor: t.planned, checklist: t.checklist, where: t.where, priority: t.urgency }} words={words.problems} language={view.language} />
      <div className="stack">
        {chosen.some((each) => each.private) && <Card tone="late" label={t.privateWarning}><p><Icon name="hidden" /> {t.privateWarning}</p></Card>}
        {chosen.length > 0 && <fieldset className="field" id="make-reports"><legend>{t.reports}</legend><div className="choices">{chosen.map((each) => <Pick key={each.id} its={each} view={view} checked={each.orderId === null} />)}</div></fieldset>}
        {near.length > 0 && <fieldset className="field"><legend>{t.nearby(near.length)}</legend><div className="choices">{near.map((each) => <Pick key={each.id} its={each} view={view} checked={false} />)}</div></fieldset>}
        <TextField {...field} name="title" label={t.name} hint={t.nameHint} value={suggested} max={140} />
        <TextArea {...field} name="instructions" label={t.instructions} hint={t.instructionsHint} rows={3} max={4000} optional />
        {units.length > 1 ? <Select {...field} name="unitId" label={t.unit} value={unit?.id} options={units.map((each) => ({ value: each.id, label: each.name }))} /> : <input type="hidden" name="unitId" value={unit?.id ?? ''} />}
        <Select {...field} name="priority" label={t.urgency} value={String(Math.max(1, ...chosen.map((each) => each.priority)))} options={words.priority.map((label, value) => ({ value: String(value), label }))} />
      </div>
      <details className="fold" open={open}>
        <summary><Icon name="calendar" /> {t.fold}</summary>
        <div className="stack">
          <div className="pairs"><TextField {...field} name="plannedFor" type="date" label={t.planned} optional /><TextField {...field} name="dueOn" type="date" label={t.due} optional /></div>
          {crews.length > 0 && <Select {...field} name="crewId" label={t.crew} empty={t.noCrew} optional options={crews.map((each) => ({ value: each.id, label: units.length > 1 ? `${each.name} (${units.find((its) => its.id === each.unitId)?.name ?? ''})` : each.name }))} />}
          <TextArea {...field} name="checklist" label={t.checklist} hint={t.checklistHint} rows={3} max={4000} optional />
          {chosen.length > 0 && <TextArea {...field} name="sentence" label={t.sentence} hint={t.plannedHint} value={words.says.plan[0]} rows={2} max={1000} optional />}
        </div>
      </details>
      {(chosen.length === 0 || view.failed?.problems.where) ? <WhereField does="make" view={view} failed={view.failed} /> : (
        <details className="fold"><summary><Icon name="place" /> {t.where}</summary><div className="stack"><p className="hint">{t.whereHint}</p><WhereField does="make" view={view} failed={view.failed} /></div></details>
      )}
      {!chosen.some((each) => each.private) && <Checkbox name="private" label={t.hidden} checked={view.failed?.values.private === 'on'} />}
      <p className="actions"><Button kind="main" icon="plus">{t.submit}</Button></p>
    </ActionForm>
  )
}

function Pick({ its, view, checked }: { its: Candidate; view: View; checked: boolean }) {
  const words = workWords(view.language)
  const sent = view.failed?.values.reports?.split(' ')
  return <Checkbox name="reports" value={its.id} checked={sent ? sent.includes(its.id) : checked} label={<>{its.title}<small>{[its.reference, its.category, its.place, its.metres === null ? null : words.metresAway(its.metres), its.private ? words.private : null, its.orderId ? words.make.inOrder : null].filter(Boolean).join(' · ')}</small></>} />
}
