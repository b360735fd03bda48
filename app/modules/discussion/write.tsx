import type { ReactNode } from 'react'
import type { View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ActionForm, Button, Checkbox, Choice, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { LinkButton, Said } from '#ui/layout.tsx'
import type { Talk } from './embed.server.ts'
import { StepsToSpeak } from './steps.tsx'
import { discussionWords } from './texts/index.ts'
import { Voice } from './voice.tsx'

/** Where a mark is put: the fields `place`, `longitude` and `latitude` of a form, with a map for those who have script. */
export type Picker = (does: string, failed: View['failed'], kept: { place?: string; longitude?: string; latitude?: string } | undefined) => ReactNode

type Its = {
  its: Talk; view: View
  /** the part that is spoken of, and the sentences that can be picked from it */ part?: { id: string; title: string; sentences: string[] }
  /** where a place is marked; without one by its name */ picker?: Picker | undefined
}

/** Where one speaks: the form, or what is to be done first, or why it is closed. */
export function Write({ its, view, part, picker }: Its) {
  const t = discussionWords(view.language)
  const failed = view.failed?.form === 'comment' ? view.failed : undefined
  // What its own form cannot show any more is handed back above the whole discussion.
  const homeless = failed && ['closed', 'partGone'].includes(failed.problems.form ?? '') ? failed : undefined
  const mine = !homeless && failed && !failed.values.parentId && (failed.values.partId ?? '') === (part?.id ?? '') ? failed : undefined
  if (homeless && !part) return <HandedBack values={homeless.values} problem={homeless.problems.form!} view={view} />
  if (!its.open) return part ? null : <Closed its={its} view={view} />
  if (its.standing === 'signIn' && !mine) {
    const to = view.href(withQuery('/sign-in', { to: part ? `${withQuery(view.path, { part: part.id })}#part-${part.id}` : view.path }))
    return <div className="invite">{!part && <p>{its.count ? t.signInFirst : t.emptyOpen}</p>}<LinkButton to={to} icon="comment">{part ? t.part.write : t.signIn}</LinkButton></div>
  }
  const kept = !mine && its.written && !its.written.parentId && (its.written.partId ?? '') === (part?.id ?? '') ? its.written : undefined
  return (
    <details className="fold write" open={mine !== undefined || kept !== undefined} id={part && `write-${part.id}`}>
      <summary><Icon name="comment" />{part ? t.part.write : t.write}</summary>
      <Form its={its} view={view} part={part} picker={picker} failed={mine} kept={kept} />
    </details>
  )
}

function Form({ its, view, part, picker, failed: mine, kept }: Pick<Its, 'its' | 'view' | 'picker'> & { part: Its['part'] | undefined; failed: View['failed'] | undefined; kept: Talk['written'] | undefined }) {
  const t = discussionWords(view.language)
  const { language } = view
  const does = part ? `comment-${part.id}` : 'comment'
  const failed = mine && { ...mine, form: does }
  const sent = mine?.values ?? kept
  const common = { does, failed, language, words: t.problems }
  const { does: can } = its.speaks
  const proposes = can.includes('propose') && part !== undefined
  const marks = can.includes('mark')
  // The answer is another address, or another service's: the browser goes there itself, to the right place of it.
  const leaves = part !== undefined || !view.me || its.standing !== 'may'
  const onlyPropose = proposes && !can.includes('comment') && !marks
  return (
    <ActionForm does="comment" label={part ? `${t.part.write}: ${part.title}` : t.write} plain={leaves} data={part ? { 'data-part': part.id } : {}}>
      <input type="hidden" name="sendKey" value={mine?.values.sendKey ?? (part ? `${its.sendKey}.${part.id.slice(-12)}` : its.sendKey)} />
      {part && <input type="hidden" name="partId" value={part.id} />}
      {(kept ?? mine?.values.written) && <input type="hidden" name="written" value={kept?.name ?? mine?.values.written} />}
      {!part && its.count === 0 && <p className="hint">{t.emptyOpen}</p>}
      <ErrorSummary failed={failed} does={does} labels={{ text: t.text, quote: t.part.quote, proposed: t.part.proposed, place: t.part.place, name: t.guests.name, email: t.guests.email }} words={t.problems} language={language} />
      {its.speaks.who === 'identified' && <StepsToSpeak its={its} view={view} kept={kept !== undefined} />}
      {part && <Passage common={common} sentences={part.sentences} value={sent?.quote} language={language} />}
      {proposes && (
        <details className="fold" open={onlyPropose || !!sent?.proposed || mine?.problems.proposed !== undefined}>
          <summary><Icon name="edited" /> <span>{t.part.propose}</span></summary>
          <TextArea {...common} name="proposed" label={t.part.proposed} hint={t.part.proposedHint} value={kept?.proposed} rows={5} max={3000} optional={!onlyPropose} />
        </details>
      )}
      {marks && (
        <details className="fold" open={!can.includes('comment') || !!sent?.place || !!sent?.longitude || mine?.problems.place !== undefined}>
          <summary><Icon name="place" /> <span>{t.part.mark}</span></summary>
          <div className="stack">
            {picker ? picker(does, failed, kept ?? undefined) : <TextField {...common} name="place" label={t.part.place} hint={t.part.placeHint} value={kept?.place} optional max={120} autoComplete="off" />}
          </div>
        </details>
      )}
      <TextArea {...common} name="text" label={onlyPropose ? t.part.reason : t.text} value={kept?.text} rows={4} max={3000} optional={onlyPropose} />
      <Choice {...common} name="stance" label={t.stance} row value={kept?.stance ?? 'neutral'} options={[
        { value: 'for', label: t.stances.for, icon: 'support' }, { value: 'against', label: t.stances.against, icon: 'against' }, { value: 'neutral', label: t.stances.neutral, icon: 'neutral' },
      ]} />
      <Voice its={its} view={view} does={does} />
      {!view.me && its.speaks.who === 'anyone' && <Guest common={common} view={view} />}
      {view.me && <Checkbox name="follow" checked={sent ? sent.follow === 'on' : true} label={t.follow} />}
      <p className="actions"><Button kind="main" icon={its.standing === 'identify' ? 'shield' : 'sent'}>{its.standing === 'identify' ? t.steps.goOn : t.send}</Button></p>
    </ActionForm>
  )
}

type Common = { does: string; failed: View['failed'] | undefined; language: View['language']; words: Record<string, string> }

/** Which sentence of the part; a passage that was selected otherwise is among the choices while it is there. */
function Passage({ common, sentences, value, language }: { common: Common; sentences: string[]; value: string | undefined; language: View['language'] }) {
  const t = discussionWords(language).part
  const all = value && !sentences.includes(value) ? [value, ...sentences] : sentences
  if (all.length === 0) return null
  return <Select {...common} name="quote" label={t.quote} value={value} empty={t.whole} options={all.map((each) => ({ value: each, label: each.length > 90 ? `${each.slice(0, 88).replace(/\s+\S*$/, '')} …` : each }))} />
}

function Guest({ common, view }: { common: Common; view: View }) {
  const t = discussionWords(view.language).guests
  return (
    <div className="stack">
      <p className="hint">{t.lead} <a className="touch" href={view.href(withQuery('/sign-in', { to: view.path }))}>{t.orSignIn}</a></p>
      <TextField {...common} name="name" label={t.name} hint={t.nameHint} optional autoComplete="name" max={80} />
      <TextField {...common} name="email" type="email" label={t.email} hint={t.emailHint} optional autoComplete="email" max={254} />
    </div>
  )
}

/** Why nobody speaks here now, and since when. */
function Closed({ its, view }: { its: Talk; view: View }) {
  if (its.speaks.closedWhy) return <p className="lead">{its.speaks.closedWhy}</p>
  return its.comments.length > 0 ? <p className="lead">{discussionWords(view.language).closed}</p> : null
}

/** What someone was writing when it closed is theirs to take along. */
function HandedBack({ values, problem, view }: { values: Record<string, string>; problem: string; view: View }) {
  const t = discussionWords(view.language)
  return <Said tone="late"><p>{t.problems[problem]} {t.closedKept}</p>{[values.proposed, values.text].filter(Boolean).map((text, i) => <p key={i} className="prose">{text}</p>)}</Said>
}
