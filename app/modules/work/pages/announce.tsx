import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, isProblems, NotFound } from '#core/errors/errors.ts'
import { type Done, page, type PageDef, readFields, type View } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { wallClock } from '#core/time/local.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { categoriesOf, readWhere } from '#modules/feedback/server'
import { WhereField } from '#modules/feedback/ui'
import { z } from 'zod'
import { ActionForm, Button, Checkbox, Choice, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { PageHead } from '#ui/layout.tsx'
import { announceForm, announceWorks, changeAnnouncement } from '../announce.server.ts'
import { can } from '../permissions.ts'
import { type ShownOrder, showOrder } from '../show.server.ts'
import { workWords } from '../texts/index.ts'

async function readForm(ctx: Ctx, its: ShownOrder | null) {
  const me = allow(ctx, can.read)
  const all = await unitsOf(ctx)
  return { its, units: me.admin || me.installationAdmin ? all : all.filter((each) => me.units.some((mine) => mine.id === each.id)), categories: await categoriesOf(ctx) }
}
type Data = Awaited<ReturnType<typeof readForm>>
const answersSent = (form: FormData) => ({ answersSent: form.getAll('answers').join(' ') })

/** Works or an outage that people are told of before they report it. */
export const announce = page('/work/announce', {
  read: (ctx) => readForm(ctx, null),
  forms: {
    announce: async (ctx, _params, form): Promise<Done> => {
      const read = readFields(announceForm.extend({ unitId: z.string('required').min(1).max(40) }), form)
      if ('problems' in read) return { ...read, values: answersSent(form) }
      const where = await readWhere(ctx, form)
      if (isProblems(where)) return where
      const done = await announceWorks(ctx, { ...read.input, ...where, place: where.address ?? where.place })
      return isProblems(done) ? { ...done, values: answersSent(form) } : { to: `/work/${done.id}?done=announced` }
    },
  },
  head: (_data, { language }) => ({ title: workWords(language).announcing.title, place: 'desk', hidden: true }),
  view: (data, view) => <Announce data={data} view={view} />,
})

export const changeAnnounced: PageDef<'/work/:orderId/announcement', Data, 'announce'> = page('/work/:orderId/announcement', {
  read: async (ctx, { orderId }) => {
    const its = await showOrder(ctx, orderId)
    if (!its.inside?.may.plan || !its.announced) throw new NotFound()
    return readForm(ctx, its)
  },
  forms: {
    announce: async (ctx, { orderId }, form): Promise<Done> => {
      const read = readFields(announceForm.extend({ version: z.coerce.number().int().optional() }), form)
      if ('problems' in read) return { ...read, values: answersSent(form) }
      const where = await readWhere(ctx, form)
      if (isProblems(where)) return where
      const { version, ...its } = read.input
      try {
        const done = await changeAnnouncement(ctx, orderId, { ...its, ...where, place: where.address ?? where.place }, { version })
        return isProblems(done) ? { ...done, values: answersSent(form) } : { to: `/work/${orderId}?done=announced` }
      } catch (cause) {
        if (cause instanceof Conflict) return { problems: { announcement: cause.code }, values: answersSent(form) }
        throw cause
      }
    },
  },
  head: ({ its }, { language }) => ({ title: `${workWords(language).announcing.change}: ${its!.title}`, place: 'desk', hidden: true }),
  view: (data, view) => <Announce data={data} view={view} />,
})

function Announce({ data: { its, units, categories }, view }: { data: Data; view: View<'announce'> }) {
  const words = workWords(view.language)
  const t = words.announcing
  const field = { does: 'announce', failed: view.failed, language: view.language, words: words.problems }
  const [from, to] = [its?.announced && wallClock(its.announced.startsAt), its?.announced && wallClock(its.announced.endsAt)]
  const clock = (time: string) => `${Number(time.slice(0, 2))}.${time.slice(3, 5)}`
  const title = its ? t.change : t.title
  const answers = view.failed ? view.failed.values.answersSent?.split(' ') ?? [] : its?.inside?.answers ?? []
  return (
    <>
      <PageHead title={title} crumbs={[{ to: view.href('/work'), name: words.works }, ...(its ? [{ to: view.href(`/work/${its.id}`), name: words.reference(its.reference) }] : [])]}><p className="lead">{t.lead}</p></PageHead>
      <ErrorSummary failed={view.failed} does="announce" labels={{ kind: t.kind, title: t.name, announcement: t.text, startDay: t.startDay, startTime: t.startTime, endDay: t.endDay, endTime: t.endTime, metres: t.metres, where: words.make.where, unitId: t.unit }} words={words.problems} language={view.language} />
      <ActionForm does="announce" className="stack wide" label={title}>
        {its?.inside && <input type="hidden" name="version" value={its.inside.version} />}
        <div className="stack">
          <Choice {...field} name="kind" label={t.kind} value={its && its.kind !== 'task' ? its.kind : 'works'} options={(['works', 'outage'] as const).map((value) => ({ value, label: t.kinds[value], hint: t.kindHints[value] }))} />
          <TextField {...field} name="title" label={t.name} hint={t.nameHint} value={its?.title} max={140} />
          <TextArea {...field} name="announcement" label={t.text} hint={t.textHint} value={its?.announced?.text} rows={4} max={2000} />
          {!its && (units.length > 1 ? <Select {...field} name="unitId" label={t.unit} options={units.map((each) => ({ value: each.id, label: each.name }))} /> : <input type="hidden" name="unitId" value={units[0]?.id ?? ''} />)}
          <div className="pairs"><TextField {...field} name="startDay" type="date" label={t.startDay} value={from?.day ?? wallClock(view.now).day} /><TextField {...field} name="startTime" label={t.startTime} hint={t.timeHint} value={from ? clock(from.time) : clock(wallClock(view.now).time)} max={5} /></div>
          <div className="pairs"><TextField {...field} name="endDay" type="date" label={t.endDay} value={to?.day} /><TextField {...field} name="endTime" label={t.endTime} hint={t.timeHint} value={to ? clock(to.time) : undefined} max={5} /></div>
          <WhereField does="announce" view={view} failed={view.failed} {...(its?.point ? { values: { ...its.point, ...(its.place ? { place: its.place } : {}) } } : {})} />
          <TextField {...field} name="metres" type="number" label={t.metres} hint={t.metresHint} value={String(its?.announced?.metres ?? 500)} max={5} />
          <details className="fold" open={answers.length > 0}><summary>{t.answers}</summary><fieldset className="field"><legend className="visually-hidden">{t.answers}</legend><p className="hint">{t.answersHint}</p><div className="choices">{categories.map((each) => <Checkbox key={each.id} name="answers" value={each.key} label={each.name} checked={answers.includes(each.key)} />)}</div></fieldset></details>
        </div>
        <p className="actions"><Button kind="main" icon="sent">{its ? t.save : t.submit}</Button></p>
      </ActionForm>
    </>
  )
}
