import type { ReactNode } from 'react'
import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import type { Language } from '#core/text/language.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { Choice, TextArea, TextField } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Card, Fact, LinkButton, PageHead, Prose, Said } from '#ui/layout.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import type { Outcome } from '../schema.server.ts'
import type { Answer } from './answers.server.ts'
import type { Experiment } from './experiment.server.ts'
import type { Sheet } from './sheet.server.ts'
import { answeringWords } from './texts/index.ts'

const outcomeIcon: Record<Outcome, IconName> = { forward: 'developing', exists: 'done', elsewhere: 'routed', notNow: 'clock', no: 'no' }
const outcomeTone: Record<Outcome, string> = { forward: 'is-developing', exists: 'is-service', elsewhere: 'is-quiet', notNow: 'is-quiet', no: 'is-ended' }

/** How an answer ended, as icon and words. */
export function OutcomeMark({ outcome, language }: { outcome: Outcome; language: Language }) {
  return <span className={`stage ${outcomeTone[outcome]}`}><Icon name={outcomeIcon[outcome]} />{answeringWords(language).outcome[outcome]}</span>
}

/** A published answer: outcome, reason, where to go, who said it. */
export function AnswerCard({ answer, view }: { answer: Answer; view: View }) {
  const t = answeringWords(view.language)
  return (
    <article className="card stack tight" id={`answer-${answer.id}`}>
      <p className="meta"><OutcomeMark outcome={answer.outcome} language={view.language} /><time dateTime={answer.at.toISOString()}>{day(answer.at, view.language, view.now)}</time></p>
      <Prose text={answer.reason} />
      {answer.whose && <p><b>{t.answer.passedTo(answer.whose)}</b></p>}
      {answer.url && <p><a href={answer.url} rel="noopener">{t.answer.seeHere} <Icon name="arrow" /></a></p>}
      <p className="meta"><Fact icon="official">{answer.by} · {answer.unit}</Fact></p>
    </article>
  )
}

/** What an experiment asked, and what was learned. */
export function ExperimentCard({ its, view }: { its: Experiment; view: View }) {
  const t = answeringWords(view.language).experiment
  return (
    <article className="card stack tight">
      <p className="meta"><span className="stage is-experiment"><Icon name="experiment" />{its.endedAt ? t.ended(day(its.endedAt, view.language, view.now)) : (its.endsOn < wallClock(view.now).day ? t.overran : t.running)(day(atWallClock(its.endsOn, '12:00:00'), view.language, view.now))}</span></p>
      <dl className="stack tight"><div><dt><b>{t.toLearn}</b></dt><dd>{its.toLearn}</dd></div><div><dt><b>{t.seenFrom}</b></dt><dd>{its.seenFrom}</dd></div>{its.learned && <div><dt><b>{t.learned}</b></dt><dd>{its.learned}</dd></div>}</dl>
    </article>
  )
}

/** The top of an official's page of one idea: what it is, its state, the other pages. */
export function SheetHead({ title, sheet, view, here }: { title: string; sheet: Sheet; view: View; here: 'answer' | 'move' | 'route' }) {
  const t = answeringWords(view.language)
  const to = (what: string) => view.href(`/ideas/${sheet.id}/${what}`)
  return (
    <>
      <PageHead title={title} crumbs={[{ to: view.href('/desk'), name: t.answer.crumb }, { to: view.href(`/ideas/${sheet.id}`), name: sheet.title }]} />
      {sheet.closed && <Said tone="late">{t.problems[sheet.closed]}</Said>}
      <Card label={sheet.title}>
        <h2>{sheet.title}</h2>
        <p className="meta"><StageMark stage={sheet.stage} language={view.language} />{sheet.late && <LateMark language={view.language} />}<Fact icon="support">{t.answer.supports(sheet.supports)}</Fact>{sheet.unit && <Fact icon="organisation">{sheet.unit}</Fact>}{sheet.dueAt && <Fact icon="calendar">{day(sheet.dueAt, view.language, view.now)}</Fact>}</p>
        <Prose text={sheet.text} />
        <p className="actions">
          {here !== 'answer' && sheet.may.answer && <LinkButton to={to('answer')} icon="answered">{t.answer.answer}</LinkButton>}
          {here !== 'move' && sheet.may.move && <LinkButton to={to('move')} icon="arrow">{t.answer.move}</LinkButton>}
          {here !== 'route' && sheet.may.route && <LinkButton to={to('route')} icon="routed">{t.answer.route}</LinkButton>}
        </p>
      </Card>
    </>
  )
}

/** The fields of an answer, for one idea or for many. A link and a "whose" are asked only for the outcome that needs them. */
export function AnswerFields({ does, view, its }: { does: string; view: View; its?: { outcome: Outcome; reason: string; url: string | null; whose: string | null } | null }) {
  const t = answeringWords(view.language)
  const common = { does, failed: view.failed, language: view.language, words: t.problems }
  return (
    <>
      <Choice {...common} name="outcome" label={t.answer.outcome} value={its?.outcome} options={(Object.keys(outcomeIcon) as Outcome[]).map((value) => ({ value, label: t.outcome[value], hint: t.outcomeHint[value], icon: outcomeIcon[value] }))} />
      <Only outcome="exists"><TextField {...common} name="url" type="url" inputMode="url" label={t.answer.url} hint={t.answer.urlHint} value={its?.url ?? undefined} /></Only>
      <Only outcome="elsewhere"><TextField {...common} name="whose" label={t.answer.whose} hint={t.answer.whoseHint} value={its?.whose ?? undefined} max={200} /></Only>
      <TextArea {...common} name="reason" label={t.answer.reason} hint={t.answer.reasonHint} rows={8} max={4000} value={its?.reason} />
    </>
  )
}
const Only = ({ outcome, children }: { outcome: Outcome; children: ReactNode }) => <div className={`only-${outcome}`}>{children}</div>

/** The names of the fields, for the summary of what is to be mended. */
export const fieldNames = (language: Language): Record<string, string> => {
  const { answer, move, route } = answeringWords(language)
  return { outcome: answer.outcome, reason: answer.reason, url: answer.url, whose: answer.whose, to: move.to, sentence: move.sentence, toLearn: move.toLearn, seenFrom: move.seenFrom, endsOn: move.endsOn, learned: move.learned, unitId: route.unit, personId: route.person }
}
