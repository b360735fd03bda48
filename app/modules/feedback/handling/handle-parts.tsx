import type { View } from '#core/http/page.ts'
import { day, dayAndTime, distance } from '#core/text/format.ts'
import { saidBy } from '#core/text/said.ts'
import { ActionForm, Button, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Fact, LinkButton, PageHead, Prose, Said, Section } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { Trail } from '#ui/trail.tsx'
import { notShown } from '../panels.ts'
import { AnswerForm, MoveForm, PassForm } from './handle-forms.tsx'
import { Photos } from './page-parts.tsx'
import type { Handling } from './read-handling.server.ts'
import { handlingWords } from './texts/index.ts'

type Its = { its: Handling; view: View }

/** Everything that is done to a report, for who handles it; for another unit's official only where it goes. */
export function HandleBody({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.officials
  const { language, now } = view
  const said = saidBy(t.done, view.query.get('said'))
  const stale = view.failed?.problems.seen === 'changedMeanwhile'
  const cover = its.mine && its.live ? `/feedback/${its.id}` : null
  const place = [its.place, its.address].filter((each, i, all) => each && all.indexOf(each) === i).join(', ')
  return (
    <>
      {said && !view.failed && <Said>{said}</Said>}
      {stale && <Card tone="late" label={t.changed}><p><b>{t.changed}</b> {its.trail[0]?.what}{its.trail[0]?.sentence && <>: ”{its.trail[0].sentence}”</>}{its.latest && <> {t.changedBy(its.latest.who)}, {dayAndTime(its.latest.at, language, now)}.</>}</p><p>{t.changedText}</p></Card>}
      <PageHead title={its.title} lang={its.lang} crumbs={[{ to: view.href('/feedback/inbox'), name: words.inbox.title }]}>
        <p className="meta">
          <StageMark stage={its.stage} language={language} sign={its.sign} />
          {its.owed.late && <LateMark language={language} />}
          {its.priority >= 2 && <span className="stage is-late"><Icon name="clock" />{t.priorities[its.priority]}</span>}
          {its.visibility === 'private' && <span className="stage is-quiet"><Icon name="hidden" />{words.inbox.privateMark}</span>}
          <Fact icon={its.category.icon}>{its.category.name}</Fact>
          {place && <Fact icon="place">{place}</Fact>}
          <Fact icon="calendar"><time dateTime={its.sentAt.toISOString()}>{dayAndTime(its.sentAt, language, now)}</time></Fact>
          <Fact icon="key">{words.reference} {its.reference}</Fact>
          <Fact icon="inbox">{t.channel[its.channel]}</Fact>
          {its.visibility === 'public' && <span><a href={view.href(`/feedback/${its.id}`)}>{t.publicPage}</a></span>}
        </p>
      </PageHead>
      <div className="beside trailing">
        <div className="stack">
          <Trail items={its.trail} owed={its.owed} stage={its.stage} language={language} now={now} />
          {its.mine && its.whole && <Sender its={its} view={view} />}
        </div>
        <div className="stack wide">
          {!its.live && <Card tone="ask"><p><Icon name={its.visibility === 'hidden' ? 'hidden' : 'remove'} /> <b>{its.visibility === 'hidden' ? words.hiddenWaits : words.withdrawn}</b></p></Card>}
          {!its.mine && <Card tone="ask"><p>{t.notMine}</p></Card>}
          <section className="stack" aria-label={words.what}><Prose text={its.text} lang={its.textLang} />
            {its.lines.length > 0 && <dl className="facts">{its.lines.map((line) => <div key={line.label} className="fact"><dt>{line.label}</dt><dd>{line.value}</dd></div>)}</dl>}
            {its.meToos > 0 && <p className="count"><Icon name="support" /> {words.meToos(its.meToos)}</p>}</section>
          <Photos pictures={its.before} title={words.before} view={view} cover={cover} />
          <Photos pictures={its.after} title={words.after} view={view} cover={cover} />
          {its.whole && its.whole.additions.length > 0 && <Section title={t.additions}>{its.whole.additions.map((each) => <Card key={each.id}><Prose text={each.text} /><p className="meta"><Fact icon="calendar">{day(each.at, language, now)}</Fact></p></Card>)}</Section>}
          {its.mine && its.live && <div className="stack" id="doings"><AnswerForm its={its} view={view} /><MoveForm its={its} view={view} /><Near its={its} view={view} /><Settings its={its} view={view} /></div>}
          {its.mayPass && <PassForm its={its} view={view} />}
          {its.panels.map((panel) => <div key={panel.name}>{panel.draw(view)}</div>)}
          {its.mine && <Notes its={its} view={view} />}
          <Linked links={notShown(its.links, its.panels)} view={view} />
        </div>
      </div>
    </>
  )
}

/** Who sent it and how they are reached. */
function Sender({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.officials
  const { sender, answers } = its.whole!
  return (
    <Section title={t.sender} id="sender">
      <Card>
        {its.forgotten ? <p>{t.forgotten}</p> : !sender?.name && !sender?.email && !sender?.phone ? <p>{t.noSender}</p> : (
          <ul className="stack tight">
            {sender.name && <li className="iconed"><Icon name="person" /><span>{sender.name}{sender.shown && <small className="hint"> {t.nameShown}</small>}</span></li>}
            {sender.email && <li className="iconed"><Icon name="mail" /><a className="touch" href={`mailto:${sender.email}`}>{sender.email}</a></li>}
            {sender.phone && <li className="iconed"><Icon name="comment" /><a className="touch" href={`tel:${sender.phone.replace(/[^\d+]/g, '')}`}>{sender.phone}</a></li>}
          </ul>
        )}
        {sender?.byOfficial && <p className="hint">{t.byOfficial}</p>}
        {answers.length > 0 && <><h3>{t.fixedAnswers}</h3><ul className="stack tight">{answers.map((each) => <li key={`${each.time}-${each.round}`}><b>{words.fixed[each.answer]}</b> · {day(each.at, view.language, view.now)}{each.words && <><br />{each.words}</>}</li>)}</ul></>}
      </Card>
    </Section>
  )
}

/** Reports of the same category near by, each mergeable with one tap; and by reference. */
function Near({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.officials
  if (!its.open && its.whole!.merged.length === 0) return null
  const failed = view.failed?.form === 'merge'
  return (
    <details className="fold" id="merge" open={failed}><summary><Icon name="merged" /> {t.merge}{its.near.length > 0 && ` (${its.near.length})`}</summary>
      <div className="stack">
        {its.open && <p className="hint">{t.mergeHint}</p>}
        {its.open && (its.near.length === 0 ? <p>{t.noNear}</p> : (
          <ul className="rows">{its.near.map((each) => (
            <li key={each.id}><div className="t"><a href={view.href(`/feedback/${each.id}`)}>{each.title}</a>
              <p className="meta">{each.metres !== null && <Fact icon="place">{distance(each.metres, view.language)}</Fact>}<Fact icon="calendar">{day(each.at, view.language, view.now)}</Fact><span>{words.state[each.state as keyof typeof words.state]}</span></p>
              <ActionForm does="merge"><input type="hidden" name="into" value={each.id} /><p className="actions"><Button small icon="merged">{t.mergeDo}</Button></p></ActionForm></div></li>
          ))}</ul>
        ))}
        {its.open && (
          <ActionForm does="merge" label={t.mergeBy}>
            <ErrorSummary failed={view.failed} does="merge" labels={words.labels} words={words.problems} language={view.language} />
            <TextField does="merge" name="into" label={t.into} hint={t.intoHint} failed={view.failed} words={words.problems} language={view.language} max={20} autoComplete="off" />
            <p className="actions"><Button icon="merged">{t.mergeBy}</Button></p>
          </ActionForm>
        )}
        {its.whole!.merged.length > 0 && <p className="meta"><b>{t.merged}</b> {its.whole!.merged.map((each) => <a key={each.id} className="touch" href={view.href(`/feedback/${each.id}/handle`)}>{each.reference}</a>)}</p>}
      </div>
    </details>
  )
}

/** How urgent it is and who sees it. */
function Settings({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.officials
  return (
    <details className="fold" id="settings"><summary><Icon name="settings" /> {t.visibility} · {t.priority}</summary>
      <div className="stack">
        <p>{its.visibility === 'public' ? t.publicNow : t.privateNow}</p>
        <div className="actions">
          <ActionForm does="privacy"><Button icon={its.visibility === 'public' ? 'hidden' : 'restored'} name="to" value={its.visibility === 'public' ? 'private' : 'public'}>{its.visibility === 'public' ? t.makePrivate : t.makePublic}</Button></ActionForm>
          {view.me?.moderator && its.visibility === 'public' && <LinkButton kind="quiet" icon="shield" to={view.href(`/moderation/things/${its.id}`)}>{t.hide}</LinkButton>}
        </div>
        <ActionForm does="priority" label={t.priority}>
          <Select does="priority" name="priority" label={t.priority} failed={view.failed} language={view.language} value={String(its.priority)} options={t.priorities.map((label, n) => ({ value: String(n), label }))} />
          <p className="actions"><Button>{t.setPriority}</Button></p>
        </ActionForm>
      </div>
    </details>
  )
}

/** What colleagues write of it for each other. */
function Notes({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.officials
  return (
    <Section title={t.notes} id="notes">
      <p className="hint">{t.notesHint}</p>
      {its.whole!.notes.map((each) => <Card key={each.id}><Prose text={each.text} /><p className="meta">{each.by && <Fact icon="person">{each.by}</Fact>}<Fact icon="calendar">{dayAndTime(each.at, view.language, view.now)}</Fact></p></Card>)}
      <ActionForm does="note" label={t.note}>
        <ErrorSummary failed={view.failed} does="note" labels={words.labels} words={words.problems} language={view.language} />
        <TextArea does="note" name="text" label={t.note} rows={3} max={2000} failed={view.failed} words={words.problems} language={view.language} />
        <p className="actions"><Button icon="edited">{t.noteDo}</Button></p>
      </ActionForm>
    </Section>
  )
}
