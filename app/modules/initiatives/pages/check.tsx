import type { Ctx } from '#core/context/context.server.ts'
import { fields, page, readFields, type View } from '#core/http/page.ts'
import { day, number } from '#core/text/format.ts'
import { decisionOn, decisionWords } from '#modules/meetings/server'
import { ActionForm, Button, Choice, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead, Prose, Said, Section } from '#ui/layout.tsx'
import { acceptInitiative, handBack, returning } from '../checking/check.server.ts'
import { changeMeasures, decideInitiative, decision, measuring, registerInitiative, registration } from '../deciding/decide.server.ts'
import { filePlaces, readFiles } from '../deciding/files.server.ts'
import { StateMark, stateName } from '../parts.tsx'
import { outcomes } from '../schema.server.ts'
import { toManage } from '../show.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** What the officer works with, and the decision that a body has made, when it was brought here from its agenda. */
const shown = async (ctx: Ctx, id: string, item: string | null) => ({ ...await toManage(ctx, id, 'check'), brought: await decisionOn(ctx, item, id) })
type At = { initiativeId: string }
type Its = Awaited<ReturnType<typeof shown>>
type Forms = 'accept' | 'back' | 'register' | 'decide' | 'measures'
const saved = (id: string) => ({ to: `/initiatives/${id}/check?saved=1` })

/** The officer's page: checking before publication, and after sending the registry's record, the decision and what was done. */
export default page('/initiatives/:initiativeId/check', {
  read: (ctx, { initiativeId }, query) => shown(ctx, initiativeId, query.get('item')),
  forms: {
    accept: async (ctx, { initiativeId }) => (await acceptInitiative(ctx, initiativeId)) ?? saved(initiativeId),
    back: fields(returning, async (ctx, { initiativeId }: At, input) => { await handBack(ctx, initiativeId, input); return saved(initiativeId) }),
    register: fields(registration, async (ctx, { initiativeId }: At, input) => { await registerInitiative(ctx, initiativeId, input); return saved(initiativeId) }),
    decide: async (ctx, { initiativeId }, form) => {
      const read = readFields(decision, form), files = await readFiles(form)
      if ('problems' in read || Object.keys(files.problems).length) return { problems: { ...('problems' in read ? read.problems : {}), ...files.problems } }
      return (await decideInitiative(ctx, initiativeId, read.input, files.files)) ?? { to: `/initiatives/${initiativeId}` }
    },
    measures: fields(measuring, async (ctx, { initiativeId }: At, input) => (await changeMeasures(ctx, initiativeId, input)) ?? saved(initiativeId)),
  },
  head: ({ title }, { language }) => ({ title: `${initiativeWords(language).officer.title}: ${title}`, hidden: true, place: 'desk' }),
  view(its, view) {
    const words = initiativeWords(view.language)
    const t = words.check
    const { row, acts } = its
    const accepting = acts.includes('accept'), returns = acts.includes('returnForFixing')
    const crumbs = [{ to: view.href('/initiatives'), name: words.initiatives }, { to: view.href(`/initiatives/${its.id}`), name: its.title }]
    return (
      <div className="stack wide">
        <PageHead title={accepting ? t.title : words.officer.title} crumbs={crumbs}><p className="meta"><StateMark state={stateName(row)} view={view} />{row.sentAt && its.subject.dueAt && <span><Icon name="clock" /> {t.dueBy(day(its.subject.dueAt, view.language, view.now))}</span>}</p>{accepting && <p className="lead">{t.lead}</p>}</PageHead>
        {view.query.has('saved') && !view.failed && <Said>{t.saved}</Said>}
        {!accepting && !returns && !row.sentAt && <><p>{t.nothing}</p><p className="actions"><LinkButton to={view.href(`/initiatives/${its.id}`)}>{words.back}</LinkButton></p></>}
        {row.fix === 'review' && <Card label={t.mended}><p className="meta">{t.mended}</p><h2>{row.fixTitle}</h2><Prose text={row.fixText ?? ''} /></Card>}
        {(accepting || returns) && <Card label={t.now}>{row.fix === 'review' && <p className="meta">{t.now}</p>}<h2>{its.title}</h2><Prose text={row.text} /><p className="meta">{its.author ? words.authorOf(its.author.name) : words.hiddenAuthor}<span>{words.membershipNames[row.authorMembership]}</span></p>{row.contact && <p className="hint">{t.contact}: {row.contact}</p>}</Card>}
        {accepting && <ActionForm does="accept"><ErrorSummary failed={view.failed} does="accept" labels={{}} words={words.problems} language={view.language} /><p className="actions"><Button kind="main" icon="done">{row.fix === 'review' ? t.acceptFix : t.accept}</Button></p></ActionForm>}
        {(accepting || returns) && (
          <ActionForm does="back">
            <ErrorSummary failed={view.failed} does="back" labels={{ why: t.why }} language={view.language} />
            <TextArea does="back" name="why" label={t.why} hint={returns && row.state === 'published' ? t.backOpen : t.backText} rows={3} max={1000} failed={view.failed} language={view.language} />
            <p className="actions"><Button icon="edited">{t.back}</Button></p>
          </ActionForm>
        )}
        {acts.includes('register') && <Register its={its} view={view} />}
        {acts.includes('decide') && <Decide its={its} view={view} />}
        {row.decidedAt && (
          <Section id="measures" title={t.measures}>
            <ActionForm does="measures"><TextArea does="measures" name="measures" label={t.measures} hint={t.measuresHint} rows={4} max={2000} value={row.measures} failed={view.failed} optional language={view.language} /><p className="actions"><Button kind="main" icon="done">{t.saveMeasures}</Button></p></ActionForm>
          </Section>
        )}
      </div>
    )
  },
})

function Register({ its: { row }, view }: { its: Its; view: View<Forms> }) {
  const t = initiativeWords(view.language).check
  const common = { does: 'register', failed: view.failed, language: view.language }
  return (
    <Section id="register" title={t.register}>
      <ActionForm does="register">
        <TextField {...common} name="caseNumber" label={t.caseNumber} hint={t.caseNumberHint} value={row.caseNumber ?? ''} max={60} optional autoComplete="off" />
        <Choice {...common} name="ofCouncil" label={t.council} value={row.ofCouncil ? 'yes' : 'no'} row options={[{ value: 'yes', label: t.councilYes }, { value: 'no', label: t.councilNo }]} />
        <p className="actions"><Button icon="done">{t.record}</Button></p>
      </ActionForm>
    </Section>
  )
}

function Decide({ its: { row, brought }, view }: { its: Its; view: View<Forms> }) {
  const words = initiativeWords(view.language)
  const t = words.check
  const common = { does: 'decide', failed: view.failed, language: view.language, words: words.problems }
  return (
    <Section id="decide" title={t.decide}>
      <ActionForm does="decide" upload>
        <ErrorSummary failed={view.failed} does="decide" labels={{ outcome: t.outcome, decision: t.decision, url: t.url, measures: t.measures, ...Object.fromEntries(filePlaces.map((n) => [`file${n}`, t.file(n)])) }} words={words.problems} language={view.language} />
        <Choice {...common} name="outcome" label={t.outcome} options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))} />
        <TextArea {...common} name="decision" label={t.decision} hint={t.decisionHint} rows={7} max={5000} value={brought ? decisionWords(brought).slice(0, 5000) : undefined} />
        <TextArea {...common} name="measures" label={t.measures} hint={t.measuresHint} rows={3} max={2000} value={row.measures} optional />
        <TextField {...common} name="url" type="url" inputMode="url" label={t.url} optional max={500} value={brought?.url} />
        {filePlaces.map((n) => {
          const problem = view.failed?.form === 'decide' ? view.failed.problems[`file${n}`] : undefined
          return <div className={problem ? 'field wrong' : 'field'} key={n}><label htmlFor={`decide-file${n}`}>{t.file(n)}</label>{problem && <p className="problem"><Icon name="no" /> {words.problems[problem]}</p>}<input type="file" id={`decide-file${n}`} name={`file${n}`} accept="application/pdf" /></div>
        })}
        <p className="hint">{t.publishText(number(row.signers, view.language))}</p>
        <p className="actions"><Button kind="main" icon="sent">{t.publish}</Button></p>
      </ActionForm>
    </Section>
  )
}
