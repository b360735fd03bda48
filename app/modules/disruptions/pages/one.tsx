import { z } from 'zod'
import { Conflict, isProblems } from '#core/errors/errors.ts'
import { Island } from '#core/http/island.server.tsx'
import { type Done, type FormHandler, page, readFields, type View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { saidBy } from '#core/text/said.ts'
import { wallClock } from '#core/time/local.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Fact, LinkButton, PageHead, Prose, Said, Section } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { StageMark } from '#ui/stage.tsx'
import { Trail } from '#ui/trail.tsx'
import { stageSign } from '#core/trail/kind.ts'
import { endDisruption, reopenDisruption, updateDisruption } from '../change.server.ts'
import { EndFields } from '../end-fields.tsx'
import { endForm, endOfForm, onFields } from '../form.server.ts'
import ShapeMap from '../islands/shape-map.tsx'
import { disruptionKinds, isGrave, severities } from '../kinds.ts'
import { severityOf } from '../make.server.ts'
import { whenOf } from '../rows.tsx'
import { type ShownDisruption, showDisruption } from '../show.server.ts'
import { disruptionWords } from '../texts/index.ts'

const seen = { version: z.coerce.number().int().optional() }
const sentence = z.string().trim().max(1000).default('')
type Handler = FormHandler<'/disruptions/:disruptionId'>
/** What was written stays on the page when somebody else was first. */
const kept = (field: string, does: Handler): Handler => async (ctx, params, form, more) => {
  try { return await does(ctx, params, form, more) } catch (cause) {
    if (cause instanceof Conflict) return { problems: { [field]: cause.code } }
    throw cause
  }
}
const changing = (schema: z.ZodObject, does: (ctx: Parameters<Handler>[0], id: string, its: never, end: { endsAt?: Date | null; nextWordAt?: Date | null }) => Promise<unknown>, say: string): Handler => kept('sentence', async (ctx, { disruptionId }, form): Promise<Done> => {
  const read = readFields(schema, form)
  if ('problems' in read) return read
  const end = 'ends' in read.input ? endOfForm(read.input as z.infer<typeof endForm>, ctx.now, wallClock(ctx.now).day) : {}
  const ends = String(form.get('ends'))
  if ('problems' in end) return { problems: onFields(end.problems, ends) }
  const done = await does(ctx, disruptionId, read.input as never, end)
  return isProblems(done) ? { problems: onFields(done.problems, ends) } : { to: `/disruptions/${disruptionId}?done=${say}` }
})
const tellForm = endForm.extend({ sentence, instead: z.string().trim().max(600).optional(), severity: severityOf.optional(), ...seen })
const reopenForm = endForm.extend({ sentence, ...seen })
const overForm = z.object({ sentence, ...seen })

/** A disruption: what has happened, where, until when, what to do meanwhile; below it what has been told, newest first. */
export default page('/disruptions/:disruptionId', {
  read: (ctx, { disruptionId }) => showDisruption(ctx, disruptionId),
  forms: {
    tell: changing(tellForm, (ctx, id, { version, ends: _ends, ...its }: z.infer<typeof tellForm>, end) => updateDisruption(ctx, id, { sentence: its.sentence, instead: its.instead, severity: its.severity, ...end }, { version }), 'updated'),
    end: changing(overForm, (ctx, id, { version, ...its }: z.infer<typeof overForm>) => endDisruption(ctx, id, its, { version }), 'ended'),
    reopen: changing(reopenForm, (ctx, id, { version, sentence: why }: z.infer<typeof reopenForm>, end) => reopenDisruption(ctx, id, { sentence: why, ...end }, { version }), 'reopened'),
  },
  head: ({ its }, view) => ({ title: its.title, description: [whenOf(its, view), its.lead].filter(Boolean).join(' · '), place: 'services', live: its.id, wide: true }),
  view: (data, view) => {
    const { its } = data
    const words = disruptionWords(view.language), t = words.one
    const said = saidBy(words.done, view.query.get('done'))
    const stage = its.state === 'over' ? 'ended' : its.state === 'on' ? 'developing' : 'idea'
    const lang = its.language === view.language ? undefined : its.language
    return (
      <>
        {said && !view.failed && <Said>{said}</Said>}
        <PageHead title={its.title} lang={its.titleLang} crumbs={[{ to: view.href('/disruptions'), name: words.title }]}>
          <p className="meta"><StageMark stage={stage} sign={stageSign('disruption', stage, view.language)} language={view.language} /><Fact icon={disruptionKinds[its.kind].icon}>{disruptionKinds[its.kind].name[view.language]}</Fact>{isGrave(its.severity) && <span className="stage is-late"><Icon name="danger" />{words.severity[its.severity][0]}</span>}</p>
          <p className="lead when">{whenOf(its, view)}</p>
        </PageHead>
        <div className="beside trailing">
          <div className="stack">
            <Trail items={data.trail} owed={{ owner: its.unit || null, dueAt: null, late: false, answered: true }} stage={stage} language={view.language} now={view.now} next={its.state !== 'over' && its.nextWordAt && its.nextWordAt > view.now ? words.nextWord(dayAndTime(its.nextWordAt, view.language, view.now)) : null} />
            {its.state !== 'over' && <p className="actions"><LinkButton icon={data.follows ? 'bell' : 'follow'} to={view.href(`/follow/${its.id}`)}>{data.follows ? t.following : t.follow}</LinkButton></p>}
          </div>
          <div className="stack wide">
            <p>{its.lead}</p>
            {its.text && <Prose text={its.text} lang={lang} />}
            {(its.instead.text || its.instead.name) && its.state !== 'over' && (
              <Card tone="ask" label={t.instead}><h2>{t.instead}</h2>{its.instead.text && <p lang={lang}>{its.instead.text}</p>}{its.instead.name && <p><Icon name="place" /> <span lang={lang}>{its.instead.name}</span></p>}
                {its.instead.point && <p><a className="touch" href={`https://www.openstreetmap.org/directions?to=${its.instead.point.latitude.toFixed(5)}%2C${its.instead.point.longitude.toFixed(5)}`} rel="noopener">{t.wayThere}</a></p>}</Card>
            )}
            <section className="card stack tight" aria-label={t.facts}><dl className="facts">
              {its.place && <div className="fact"><dt>{t.where}</dt><dd>{its.whole ? words.make.whole : its.place}</dd></div>}
              <div className="fact"><dt>{t.began[its.state === 'coming' ? 1 : 0]}</dt><dd>{dayAndTime(its.startsAt, view.language, view.now)}</dd></div>
              {its.unit && <div className="fact"><dt>{t.unit}</dt><dd>{its.unit}</dd></div>}
              {data.closed.length > 0 && <div className="fact"><dt>{t.closes}</dt><dd>{data.closed.map((each, i) => <span key={each.path}>{i > 0 && ', '}<a href={view.href(each.path)}>{each.name}</a></span>)}</dd></div>}
            </dl></section>
            {its.parts.length > 0 && <Section title={words.map}><Island of={ShapeMap} props={{ source: view.href('/map-data'), shapes: [{ id: its.id, title: its.title, parts: its.parts.map(({ kind, corners, metres }) => ({ kind, corners, metres })) }], base: view.base, words: words.shown }} /></Section>}
            {data.keep && <Keep data={data} keep={data.keep} view={view} />}
            <Linked links={data.links} view={view} />
            <p className="meta"><a href={view.href(`/disruptions/${its.id}/cap.xml`)}>CAP 1.2</a></p>
          </div>
        </div>
      </>
    )
  },
})

/** What the unit's officials do: tell more, end, open again. */
function Keep({ data: { its }, keep, view }: { data: ShownDisruption; keep: { version: number }; view: View }) {
  const words = disruptionWords(view.language), t = words.keep
  const failed = (does: string) => view.failed?.form === does
  const version = <input type="hidden" name="version" value={keep.version} />
  const field = (does: string) => ({ does, failed: view.failed, language: view.language, words: words.problems })
  const summary = (does: string) => <ErrorSummary failed={view.failed} does={does} labels={{ sentence: t.sentence, ends: words.make.ends, nextDay: words.make.nextDay, nextTime: words.make.nextTime, endDay: words.make.endDay, endTime: words.make.endTime }} words={words.problems} language={view.language} />
  const hours = disruptionKinds[its.kind].hours
  if (its.state === 'over' && its.endedAt === null) return null
  return (
    <section className="stack" aria-label={t.title}>
      {its.state === 'over' ? (
        <details className="fold" open={failed('reopen')}><summary>{t.reopen}</summary>
          <ActionForm does="reopen" label={t.reopen}>{summary('reopen')}{version}
            <TextArea {...field('reopen')} name="sentence" label={t.sentence} hint={t.reopenHint} rows={2} max={1000} optional />
            <EndFields does="reopen" hours={hours} from={view.now} value="unknown" view={view} />
            <p className="actions"><Button kind="main" icon="disruption">{t.reopen}</Button></p></ActionForm>
        </details>
      ) : (
        <>
          <details className="fold" open={failed('tell')}><summary>{t.tell}</summary>
            <ActionForm does="tell" label={t.tell}>{summary('tell')}{version}
              <TextArea {...field('tell')} name="sentence" label={t.sentence} hint={t.sentenceHint} rows={2} max={1000} optional />
              <EndFields does="tell" hours={hours} from={view.now} value="kept" kept={its.endsAt ? words.ends(dayAndTime(its.endsAt, view.language, view.now)) : t.asItWas} view={view} />
              <TextField {...field('tell')} name="instead" label={words.make.instead} value={its.instead.text} max={600} optional />
              <Choice {...field('tell')} name="severity" label={words.make.severity} value={its.severity} options={severities.map((value) => ({ value, label: words.severity[value][0] }))} />
              <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p></ActionForm>
          </details>
          <details className="fold" open={failed('end')}><summary>{its.state === 'coming' ? t.callOff : t.end}</summary>
            <ActionForm does="end" label={t.end}>{summary('end')}{version}
              <TextArea {...field('end')} name="sentence" label={t.sentence} hint={t.endHint} rows={2} max={1000} optional />
              <p className="actions"><Button kind="main" icon="done">{its.state === 'coming' ? t.callOff : t.end}</Button></p></ActionForm>
          </details>
        </>
      )}
    </section>
  )
}
