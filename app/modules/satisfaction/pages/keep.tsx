import type { Ctx } from '#core/context/context.server.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { ago, dayAndTime, number } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, TextField } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { percent, range, Results } from '../faces.tsx'
import { addKiosk, endKiosk, kioskName, kiosksOf } from '../kiosks.server.ts'
import { can } from '../permissions.ts'
import { QuestionForm, type Choices, choicesOf } from '../question-form.tsx'
import { closeQuestion, keepQuestion, openQuestion, questionForm, resultsOf, weeksOf } from '../questions.server.ts'
import { satisfactionWords } from '../texts/index.ts'
import { reportFromAnswer, wordsOf } from '../to-report.server.ts'

type P = { code: string }

async function read(ctx: Ctx, { code }: P, query: URLSearchParams) {
  const its = await openQuestion(ctx, code)
  allow(ctx, can.keep, its)
  const [results, weeks, words, kiosks, choices] = await Promise.all([resultsOf(ctx, [its.id]), weeksOf(ctx, its.id), wordsOf(ctx, its.id), kiosksOf(ctx, its.id), choicesOf(ctx, its.subjectId)])
  const made = /^[\w-]{32}$/.test(query.get('kiosk') ?? '') ? ctx.address(`/ask/kiosk/${query.get('kiosk')}`) : null
  return { its, name: inLanguage(its.name ?? {}, ctx.language), result: results.get(its.id) ?? null, weeks, words, kiosks, choices, made, reported: query.has('reported') }
}

/** What a unit does with its question: what was answered and said, the poster, the kiosks, closing. */
export default page('/ask/:code/keep', {
  read,
  forms: {
    change: fields(questionForm, async (ctx, { code }: P, its) => { await keepQuestion(ctx, its, code) }),
    close: (ctx, { code }) => closeQuestion(ctx, code, true),
    open: (ctx, { code }) => closeQuestion(ctx, code, false),
    kiosk: fields(kioskName, async (ctx, { code }: P, { name }) => ({ to: `/ask/${code}/keep?kiosk=${(await addKiosk(ctx, code, name)).secret}#kiosks` })),
    endKiosk: (ctx, { code }, form) => endKiosk(ctx, code, String(form.get('kiosk') ?? '')),
    report: async (ctx, { code }, form) => { await reportFromAnswer(ctx, code, String(form.get('answer') ?? '')); return { to: `/ask/${code}/keep?reported#said` } },
  },
  head: ({ name }, { language }) => ({ title: `${satisfactionWords(language).keep}: ${name}`, hidden: true, place: 'desk' }),
  view: (data, view) => <Keep data={data} view={view} />,
})

function Keep({ data: { its, name, result, weeks, words, kiosks, choices, made, reported }, view }: { data: Awaited<ReturnType<typeof read>> & { choices: Choices }; view: View<'change' | 'close' | 'open' | 'kiosk' | 'endKiosk' | 'report'> }) {
  const t = satisfactionWords(view.language)
  return (
    <div className="stack wide">
      <PageHead title={name} crumbs={[{ to: view.href('/ask'), name: t.title }]}><p className="meta"><span>{t.about[its.about]}</span><span>{its.code}</span></p></PageHead>
      {its.closedAt && <Said tone="late">{t.isClosed}</Said>}
      <p className="actions">
        <LinkButton to={view.href(`/ask/${its.code}`)} icon="face4">{t.page}</LinkButton>
        <LinkButton to={view.href(`/ask/${its.code}/poster`)} icon="poster">{t.poster}</LinkButton>
        <LinkButton to={view.href(`/ask/${its.code}/poster?size=a5`)} icon="poster">{t.posterA5}</LinkButton>
      </p>
      <Section id="results" title={`${t.results}: ${t.lastYear.toLowerCase()}`}>{result ? <Results its={result} language={view.language} /> : <p className="hint">{t.few}</p>}</Section>
      {weeks.length > 1 && (
        <Section id="weeks" title={t.weeks}>
          <table className="card table"><thead><tr><th>{t.week}</th><th>{t.share}</th><th>{t.number}</th></tr></thead>
            <tbody>{weeks.map((week) => <tr key={week.monday}><td>{week.monday.split('-').reverse().map(Number).slice(0, 2).join('.')}.</td><td>{week.happy && `${percent(week.happy.share, view.language)} (${range(week.happy, view.language)})`}</td><td>{number(week.number, view.language)}</td></tr>)}</tbody></table>
        </Section>
      )}
      <Section id="said" title={t.said}>
        {reported && <Said>{t.reportMade}</Said>}
        {words.length === 0 ? <p className="hint">{t.nothingSaid}</p> : (
          <ul className="card rows">
            {words.map((each) => (
              <li key={each.id}><div className="t"><p className="meta"><span><Icon name={`face${each.value}` as IconName} /> {t.faces[each.value - 1]}</span><time dateTime={each.at.toISOString()}>{dayAndTime(each.at, view.language, view.now)}</time></p><p className="prose">{each.words}</p>
                {each.reportId ? <p><a className="touch" href={view.href(`/feedback/${each.reportId}`)}>{t.isReport}</a></p> : its.categoryId && <ActionForm does="report"><input type="hidden" name="answer" value={each.id} /><p><Button small icon="report">{t.makeReport}</Button></p></ActionForm>}</div></li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="kiosks" title={t.kiosks}>
        <p className="hint">{t.kiosksLead}</p>
        {made && <Said>{t.kioskAddress} <a href={made}>{made}</a></Said>}
        {kiosks.length === 0 ? <p className="hint">{t.noKiosks}</p> : (
          <ul className="card rows">{kiosks.map((each) => <li key={each.id}><div className="t"><b>{each.name}</b><p className="meta"><span>{each.heardAt ? t.heard(ago(each.heardAt, view.language, view.now)) : t.neverHeard}</span></p></div><ActionForm does="endKiosk"><input type="hidden" name="kiosk" value={each.id} /><Button small kind="quiet" icon="close">{t.endKiosk}</Button></ActionForm></li>)}</ul>
        )}
        <ActionForm does="kiosk"><TextField does="kiosk" name="name" label={t.form.labels.name!} hint={t.kioskHint} failed={view.failed} language={view.language} max={60} /><p className="actions"><Button icon="plus">{t.addKiosk}</Button></p></ActionForm>
      </Section>
      <details className="fold" open={view.failed?.form === 'change'}><summary>{t.form.change}</summary><QuestionForm does="change" choices={choices} its={its} view={view} /></details>
      <ActionForm does={its.closedAt ? 'open' : 'close'}><p className="actions"><Button kind="quiet" icon={its.closedAt ? 'restored' : 'close'}>{its.closedAt ? t.open : t.close}</Button></p></ActionForm>
    </div>
  )
}
