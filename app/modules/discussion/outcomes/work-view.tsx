import { day } from '#core/text/format.ts'
import type { View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ActionForm, Button, Checkbox, Choice, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, LinkButton, Prose, Said, Section } from '#ui/layout.tsx'
import { Because, Proposal } from '../comment-parts.tsx'
import { discussionWords } from '../texts/index.ts'
import type { ToTell, Work } from './work.server.ts'

type Its = { its: Work; view: View }

/** Where an official tells what became of what was said: narrow, choose, say why. Works by keyboard and on a phone. */
export function OutcomeWork({ its, view }: Its) {
  const t = discussionWords(view.language).outcomes
  const done = view.query.get('done')
  return (
    <div className="stack wide">
      {done !== null && !view.failed && <Said>{t.done(Number(done) || 0)}</Said>}
      {its.share.total > 0 && <p className="lead">{t.shareLong(its.share.answered, its.share.total)}</p>}
      <Narrow its={its} view={view} />
      {its.narrowed.group && <p>{t.thisGroup} <a href={view.href(withQuery(view.path, { show: 'all' }))}>{t.backToAll}</a></p>}
      {its.comments.length === 0 ? <Empty icon="done">{its.share.total > 0 && its.share.answered === its.share.total && its.narrowed.show === 'waiting' ? t.allTold : t.empty}</Empty> : <Mark its={its} view={view} />}
      {its.groups.length > 0 && <Groups its={its} view={view} />}
    </div>
  )
}

const addressOf = ({ show, part, stance, theme, q, group }: Work['narrowed']) => ({ show: show === 'waiting' ? undefined : show, part, stance, theme, q, group })

function Narrow({ its: { narrowed, parts, themes }, view }: Its) {
  const words = discussionWords(view.language), t = words.outcomes
  const { language } = view
  const common = { does: 'narrow', failed: undefined, language, optional: false }
  return (
    <>
      <nav className="filters" aria-label={t.show}>
        {(['waiting', 'told', 'all'] as const).map((show) => <a key={show} className="chip" href={view.href(withQuery(view.path, { ...addressOf({ ...narrowed, show, group: '' }) }))} aria-current={narrowed.show === show && !narrowed.group ? 'true' : undefined}>{t[show]}</a>)}
      </nav>
      <details className="fold" open={!!(narrowed.part || narrowed.stance || narrowed.theme || narrowed.q)}>
      <summary><Icon name="filter" /> {t.narrow}</summary>
      <form method="get" className="stack">
        {narrowed.show !== 'waiting' && <input type="hidden" name="show" value={narrowed.show} />}
        {parts.length > 0 && <Select {...common} name="part" label={t.part} value={narrowed.part} empty={t.anyPart} options={[...parts.map((part) => ({ value: part.id, label: part.title })), { value: 'none', label: t.noPart }]} />}
        <Select {...common} name="stance" label={t.stance} value={narrowed.stance} empty={t.anyStance} options={(['for', 'against', 'neutral'] as const).map((value) => ({ value, label: words.stances[value] }))} />
        {themes.length > 0 && <Select {...common} name="theme" label={t.theme} value={narrowed.theme} empty={t.anyTheme} options={themes.map((value) => ({ value, label: value }))} />}
        <TextField {...common} name="q" label={t.search} type="search" value={narrowed.q} max={200} />
        <p className="actions"><Button icon="filter">{t.narrow}</Button></p>
      </form>
      </details>
    </>
  )
}

function Mark({ its, view }: Its) {
  const words = discussionWords(view.language), t = words.outcomes
  const { failed, language } = view
  const mine = failed?.form === 'mark' ? failed : undefined
  const common = { does: 'mark', failed, language, words: words.problems }
  const picked = new Set((mine?.values['ids[]'] ?? '').split('\n').map((each) => each.split('~')[0]))
  const group = its.groups.find((each) => each.id === its.narrowed.group)
  return (
    <ActionForm does="mark" className="stack wide telling" label={t.title}>
      <ErrorSummary failed={failed} does="mark" labels={{ outcome: t.outcome, why: t.whyLabel, theme: t.themeLabel }} words={words.problems} language={language} />
      <input type="hidden" name="until" value={its.until} />
      <ul className="stack" id="mark-ids">{its.comments.map((comment) => <Line key={comment.id} comment={comment} picked={picked.has(comment.id)} view={view} />)}</ul>
      {its.next && <nav className="pager"><LinkButton to={view.href(withQuery(view.path, { ...addressOf(its.narrowed), after: its.next }))}>{words.more}</LinkButton></nav>}
      {its.matching > its.comments.length && <Checkbox name="every" checked={mine?.values.every === 'on'} label={t.everyMatching(Math.min(its.matching, 2000))} />}
      <p className="to-word"><a className="btn main" href="#word"><Icon name="answered" />{t.toWord}</a></p>
      <Section title={t.word} id="word">
        <p className="hint">{t.wordHint}</p>
        {its.groups.length > 0 && <Select {...common} name="into" label={t.into} optional value="" empty={t.intoNew} options={its.groups.filter((each) => each.id !== its.narrowed.group).map((each) => ({ value: each.id, label: [each.theme, t.names[each.outcome], cut(each.why)].filter(Boolean).join(' · ') }))} />}
        <Choice {...common} name="outcome" label={t.outcome} value={group?.outcome} options={[{ value: 'used', label: t.names.used, icon: 'done' }, { value: 'partly', label: t.names.partly, icon: 'check' }, { value: 'not', label: t.names.not, icon: 'no' }]} />
        <TextArea {...common} name="why" label={t.whyLabel} hint={t.whyHint} value={group?.why} rows={3} max={1000} />
        <TextField {...common} name="theme" label={t.themeLabel} hint={t.themeHint} value={group?.theme} optional max={80} list="themes" autoComplete="off" />
        <datalist id="themes">{its.themes.map((theme) => <option key={theme} value={theme} />)}</datalist>
        <p className="actions"><Button kind="main" icon="sent">{t.tell}</Button></p>
      </Section>
    </ActionForm>
  )
}

function Line({ comment, picked, view }: { comment: ToTell; picked: boolean; view: View }) {
  const words = discussionWords(view.language), t = words.outcomes
  const name = comment.author || (comment.kind === 'guest' ? words.guest : words.someone)
  const id = `pick-${comment.id}`
  return (
    <li className="card told">
      <label className="tick"><input type="checkbox" name="ids[]" id={id} value={`${comment.id}~${comment.word?.id ?? ''}`} defaultChecked={picked} aria-label={t.select(name)} aria-describedby={`${id}-text`} /></label>
      <div className="stack tight">
        <p className="meta small"><b>{name}</b>{comment.stance !== 'neutral' && <span>{words.stances[comment.stance]}</span>}{comment.part && <span><Icon name="text" /> {comment.part}</span>}{comment.reply && <span>{t.ofReply}</span>}
          <span><time dateTime={comment.at.toISOString()}>{day(comment.at, view.language, view.now)}</time></span></p>
        {comment.quote && !comment.proposed && <blockquote className="passage"><p>{comment.quote}</p></blockquote>}
        {comment.proposed && <Proposal before={comment.quote ?? ''} after={comment.proposed} changed={false} view={view} />}
        <div id={`${id}-text`}><Prose text={comment.text || comment.proposed || ''} /></div>
        {comment.place && <p className="meta small"><span><Icon name="place" /> {comment.place}</span></p>}
        {comment.word && <Because outcome={comment.word.outcome} why={comment.word.why} view={view} />}
        <p className="meta small"><a href={view.href(comment.path)}>{words.hear.toComment}</a></p>
      </div>
    </li>
  )
}

function Groups({ its, view }: Its) {
  const t = discussionWords(view.language).outcomes
  return (
    <Section title={t.groups} id="groups">
      <ul className="card rows">
        {its.groups.map((group) => (
          <li key={group.id}><div className="t">{group.theme && <b>{group.theme}</b>}<Because outcome={group.outcome} why={group.why} view={view} /><small>{t.inGroup(group.count)}</small>
            <a href={view.href(withQuery(view.path, { group: group.id }))} aria-label={`${t.open}: ${group.theme || cut(group.why)}`}>{t.open}</a></div></li>
        ))}
      </ul>
    </Section>
  )
}
const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 58)}…` : text)
