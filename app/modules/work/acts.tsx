import type { ReactNode } from 'react'
import type { View } from '#core/http/page.ts'
import { previewPath } from '#core/files/pictures.server.ts'
import { day, withoutStop } from '#core/text/format.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Card, LinkButton, Section } from '#ui/layout.tsx'
import { PhotoFields } from '#ui/photo-fields.tsx'
import type { Inside, ShownOrder } from './show.server.ts'
import { workWords } from './texts/index.ts'

type Its = { its: ShownOrder; inside: Inside; view: View }

/** What can be done to an order now: the usual next step open, the others folded. Each says how many senders hear of it. */
export function Acts({ its, inside, view }: Its) {
  const t = workWords(view.language).acts
  const { state } = its
  const common = { its, inside, view }
  const order: ('plan' | 'begin' | 'done' | 'cannot')[] = state === 'new' ? ['plan', 'begin', 'done', 'cannot'] : state === 'planned' ? ['begin', 'done', 'plan', 'cannot'] : ['done', 'plan', 'cannot']
  const drawn = {
    plan: <Plan key="plan" {...common} title={state === 'new' ? t.plan : t.replan} folded={order[0] !== 'plan'} />, begin: <Begin key="begin" {...common} folded={order[0] !== 'begin'} />,
    done: <Finish key="done" {...common} folded={order[0] !== 'done'} />, cannot: <Cannot key="cannot" {...common} />,
  }
  return (
    <Section title={t.title} id="acts">
      {inside.reopened.length > 0 && <Reopened {...common} />}
      {its.closed ? <Reopen {...common} /> : order.map((each) => drawn[each])}
      {!its.closed && inside.hearing > 0 && <Tell {...common} />}
    </Section>
  )
}

/** A form of an act, open as the next step or folded; open too when it was sent and something is missing, or a ready sentence was chosen. */
function Act({ does, title, icon, folded, view, children }: { does: string; title: string; icon: IconName; folded: boolean; view: View; children: ReactNode }) {
  if (!folded) return <Card tone="ask" label={title}><h3 id={does}><Icon name={icon} /> {title}</h3>{children}</Card>
  return <details className="fold" id={does} open={view.failed?.form === does || view.query.get('say')?.startsWith(`${does}.`)}><summary><Icon name={icon} /> {title}</summary><div className="stack">{children}</div></details>
}
const main = { kind: 'main' as const }
const words = (view: View) => workWords(view.language).problems

/** How many hear, the sentence itself, and ready ones that fill it in (links, so that they work without script). */
export function ToldField({ does, says, view, its, hearing, label, hint, first, optional }: { does: string; says: string[]; view: View; its: { id: string }; hearing: number; label?: string; hint?: string; /** the first ready sentence is there to begin with */ first?: boolean; optional?: boolean }) {
  const t = workWords(view.language).acts
  const asked = view.query.get('say')?.split('.')
  const chosen = asked?.[0] === does ? Number(asked[1]) : first ? 0 : -1
  return (
    <div className="stack tight">
      <p><Icon name="bell" /> <b>{t.hears(hearing)}</b></p>
      <TextArea does={does} name="sentence" label={label ?? t.sentence} hint={hint ?? t.sentenceHint} failed={view.failed} value={says[chosen] ?? ''} language={view.language} words={words(view)} rows={3} max={1000} optional={optional ?? false} />
      <details className="unfold"><summary>{t.ready}</summary><ul className="stack tight">{says.map((each, at) => at !== chosen && <li key={each}><a className="touch" href={view.href(`${pathOf(view, its)}?say=${does}.${at}#${does}`)}>{each}</a></li>)}</ul></details>
    </div>
  )
}
const pathOf = (view: View, its: { id: string }) => (view.path.startsWith(`/work/${its.id}`) ? view.path.split(/[?#]/)[0]! : `/work/${its.id}`)
export const Version = ({ inside }: { inside: Pick<Inside, 'version'> }) => <input type="hidden" name="version" value={inside.version} />

function Plan({ its, inside, view, title, folded }: Its & { title: string; folded: boolean }) {
  const { acts: t, says } = workWords(view.language)
  const field = { does: 'plan', failed: view.failed, language: view.language, words: words(view) }
  const on = its.plannedFor ? [says.planOn(`${withoutStop(day(atWallClock(its.plannedFor, '12:00:00'), view.language, view.now))}.`)] : []
  return (
    <Act does="plan" title={title} icon="calendar" folded={folded} view={view}>
      <ErrorSummary failed={view.failed} does="plan" labels={{ plannedFor: t.planned, dueOn: t.due, crewId: t.crew, sentence: t.sentence }} words={words(view)} language={view.language} />
      <ActionForm does="plan" label={title}>
        <Version inside={inside} />
        <div className="pairs"><TextField {...field} name="plannedFor" type="date" label={t.planned} value={its.plannedFor ?? undefined} optional /><TextField {...field} name="dueOn" type="date" label={t.due} value={inside.dueAt ? wallClock(inside.dueAt).day : undefined} optional /></div>
        {inside.crews.length > 0 && <Select {...field} name="crewId" label={t.crew} value={inside.crewId ?? ''} empty={t.noCrew} optional options={inside.crews.map((each) => ({ value: each.id, label: each.name }))} />}
        <ToldField does="plan" says={[...on, ...says.plan]} first={its.state === 'new'} view={view} its={its} hearing={inside.hearing} optional />
        <p className="actions"><Button {...(folded ? {} : main)} icon="calendar">{t.submitPlan}</Button></p>
      </ActionForm>
    </Act>
  )
}

function Begin({ its, inside, view, folded }: Its & { folded: boolean }) {
  const { acts: t, says } = workWords(view.language)
  return (
    <Act does="begin" title={t.begin} icon="developing" folded={folded} view={view}>
      <ErrorSummary failed={view.failed} does="begin" labels={{ sentence: t.sentence }} words={words(view)} language={view.language} />
      <ActionForm does="begin" label={t.begin}>
        <Version inside={inside} />
        <ToldField does="begin" says={says.begin} first view={view} its={its} hearing={inside.hearing} optional />
        <p className="actions"><Button {...(folded ? {} : main)} icon="developing">{t.submitBegin}</Button></p>
      </ActionForm>
    </Act>
  )
}

function Finish({ its, inside, view, folded }: Its & { folded: boolean }) {
  const { acts: t, says } = workWords(view.language)
  const unticked = inside.items.filter((each) => !each.doneAt).length
  return (
    <Act does="done" title={t.done} icon="done" folded={folded} view={view}>
      <ErrorSummary failed={view.failed} does="done" labels={{ sentence: t.sentence }} words={words(view)} language={view.language} />
      <p className="hint">{t.doneProof}</p>
      {unticked > 0 && <p className="problem"><Icon name="list" /> {t.unticked(unticked)}</p>}
      <ActionForm does="done" label={t.done} upload>
        <Version inside={inside} />
        <ToldField does="done" says={says.done} view={view} its={its} hearing={inside.hearing} optional />
        <PhotoFields does="done" failed={view.failed} language={view.language} places={[1, 2]} preview={(token) => view.href(previewPath(token))} />
        <p className="actions"><Button {...(folded ? {} : main)} icon="done">{t.submitDone}</Button></p>
      </ActionForm>
    </Act>
  )
}

function Cannot({ its, inside, view }: Its) {
  const { acts: t, says } = workWords(view.language)
  return (
    <Act does="cannot" title={t.cannot} icon="no" folded view={view}>
      <ErrorSummary failed={view.failed} does="cannot" labels={{ sentence: t.reason }} words={words(view)} language={view.language} />
      <ActionForm does="cannot" label={t.cannot}>
        <Version inside={inside} />
        <ToldField does="cannot" says={says.cannot} label={t.reason} hint={t.reasonHint} view={view} its={its} hearing={inside.hearing} />
        <p className="actions"><Button kind="danger" icon="no">{t.submitCannot}</Button></p>
      </ActionForm>
    </Act>
  )
}

/** "Closed but not fixed": who says so, and both ways on. */
function Reopened({ inside, view }: Its) {
  const t = workWords(view.language).inside
  return (
    <Card tone="late" label={t.reopened(inside.reopened.length)}>
      <p><b>{t.reopened(inside.reopened.length)}</b><br />{t.reopenedHint}</p>
      <ul className="stack tight">{inside.reopened.map((each) => <li key={each.id}><a className="touch" href={view.href(`/feedback/${each.id}/handle`)}>{each.title}</a></li>)}</ul>
      <p className="actions"><LinkButton icon="plus" to={view.href(`/work/new?${new URLSearchParams(inside.reopened.map((each) => ['reports', each.id]))}`)}>{t.newFromOpen}</LinkButton></p>
    </Card>
  )
}

function Reopen({ its, inside, view }: Its) {
  const { acts: t, says } = workWords(view.language)
  const hearing = its.state === 'cannot' ? inside.reports.length : inside.hearing
  return (
    <Act does="reopen" title={t.reopen} icon="restored" folded={inside.reopened.length === 0} view={view}>
      <ErrorSummary failed={view.failed} does="reopen" labels={{ sentence: t.sentence }} words={words(view)} language={view.language} />
      <ActionForm does="reopen" label={t.reopen}>
        <Version inside={inside} />
        <ToldField does="reopen" says={says.reopen} first view={view} its={its} hearing={hearing} optional />
        {inside.reports.some((each) => !each.open) && <Checkbox name="reopen" label={t.all} checked={its.state === 'cannot'} />}
        <p className="actions"><Button icon="restored">{t.submitReopen}</Button></p>
      </ActionForm>
    </Act>
  )
}

function Tell({ its, inside, view }: Its) {
  const { acts: t, says } = workWords(view.language)
  return (
    <Act does="tell" title={t.tell} icon="bell" folded view={view}>
      <ErrorSummary failed={view.failed} does="tell" labels={{ sentence: t.sentence }} words={words(view)} language={view.language} />
      <ActionForm does="tell" label={t.tell}>
        <ToldField does="tell" says={says.tell} view={view} its={its} hearing={inside.hearing} />
        <p className="actions"><Button icon="sent">{t.submitTell}</Button></p>
      </ActionForm>
    </Act>
  )
}
