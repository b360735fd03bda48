import { fields, page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { ActionForm, Button, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Card, LinkButton, PageHead } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { editedItem, newItem as newItemForm } from '../show.server.ts'
import { meetingWords } from '../texts/index.ts'
import { addItem, changeItem, decideItem, decisionForm, itemForm, putBack, takeOff } from '../write-item.server.ts'

type Choices = Awaited<ReturnType<typeof newItemForm>>
type Edited = Awaited<ReturnType<typeof editedItem>>
const crumbs = (its: Choices, view: View) => [{ to: view.href('/meetings'), name: meetingWords(view.language).meetings }, { to: view.href(`/meetings/${its.meeting.id}`), name: `${its.meeting.body} ${day(its.meeting.startsAt, view.language, view.now)}` }]

/** A new item at the end of an agenda. */
export const newItem = page('/meetings/:meetingId/items/new', {
  read: (ctx, { meetingId }) => newItemForm(ctx, meetingId),
  forms: { add: fields(itemForm, async (ctx, { meetingId }, input) => { await addItem(ctx, meetingId!, input); return { to: `/meetings/${meetingId}?saved=1` } }) },
  head: (_its, { language }) => ({ title: meetingWords(language).form.newItem, place: 'participate', hidden: true }),
  view: (its, view) => <><PageHead title={meetingWords(view.language).form.newItem} crumbs={crumbs(its, view)} /><Form does="add" its={its} view={view} /></>,
})

/** An item's words, and whether it is on the agenda. */
export const editItem = page('/meetings/items/:itemId/edit', {
  read: (ctx, { itemId }) => editedItem(ctx, itemId),
  forms: {
    change: fields(itemForm, async (ctx, { itemId }, input) => { await changeItem(ctx, itemId!, input); return { to: `/meetings/items/${itemId}` } }),
    takeOff: async (ctx, { itemId }) => { const { meeting } = await editedItem(ctx, itemId); await takeOff(ctx, itemId); return { to: `/meetings/${meeting.id}` } },
    putBack: async (ctx, { itemId }) => { await putBack(ctx, itemId); return { to: `/meetings/items/${itemId}` } },
  },
  head: (its, { language }) => ({ title: `${meetingWords(language).edit}: ${its.title}`, place: 'participate', hidden: true }),
  view: (its, view) => {
    const t = meetingWords(view.language)
    return (
      <>
        <PageHead title={t.edit} crumbs={[...crumbs(its, view), { to: view.href(`/meetings/items/${its.id}`), name: its.title }]}>{its.fromFeed && <p className="hint">{t.form.fromFeed}</p>}</PageHead>
        <Form does="change" its={its} now={its} view={view} />
        {its.gone
          ? <Card tone="ask" label={t.form.putBack}><div className="actions"><ActionForm does="putBack"><Button icon="restored">{t.form.putBack}</Button></ActionForm></div></Card>
          : !its.decided && <Card tone="late" label={t.form.takeOff}><p>{its.meeting.published ? t.form.takeOffText : t.form.eraseText}</p><div className="actions"><ActionForm does="takeOff"><Button kind="danger" icon="remove">{its.meeting.published ? t.form.takeOff : t.form.erase}</Button></ActionForm></div></Card>}
      </>
    )
  },
})

/** What the meeting decided. */
export const decide = page('/meetings/items/:itemId/decide', {
  read: (ctx, { itemId }) => editedItem(ctx, itemId),
  forms: { decide: fields(decisionForm, async (ctx, { itemId }, input) => { await decideItem(ctx, itemId!, input); return { to: `/meetings/items/${itemId}` } }) },
  head: (its, { language }) => ({ title: `${meetingWords(language).decide}: ${its.title}`, place: 'participate', hidden: true }),
  view: (its, view) => {
    const { language, failed } = view
    const t = meetingWords(language)
    const field = { does: 'decide', failed, language, words: t.problems }
    return (
      <>
        <PageHead title={its.decided ? t.mendDecision : t.decide} crumbs={[...crumbs(its, view), { to: view.href(`/meetings/items/${its.id}`), name: its.title }]} />
        <ErrorSummary failed={failed} does="decide" labels={{ decision: t.form.decision, decisionUrl: t.form.decisionUrl }} words={t.problems} language={language} />
        <ActionForm does="decide">
          <TextArea {...field} name="decision" label={t.form.decision} hint={t.form.decisionHint} rows={6} value={its.decision} optional />
          <TextField {...field} name="decisionUrl" type="url" inputMode="url" label={t.form.decisionUrl} max={500} value={its.decisionUrl} optional />
          <p className="actions"><Button kind="main" icon="decision">{t.form.keepDecision}</Button><LinkButton kind="quiet" to={view.href(`/meetings/items/${its.id}`)}>{uiWords(language).cancel}</LinkButton></p>
        </ActionForm>
      </>
    )
  },
})

function Form({ does, its, now, view }: { does: 'add' | 'change'; its: Choices; now?: Edited; view: View }) {
  const { language, failed } = view
  const t = meetingWords(language)
  const f = t.form
  const field = { does, failed, language, words: t.problems }
  return (
    <>
      <ErrorSummary failed={failed} does={does} labels={{ title: f.title, sign: f.sign, text: f.presented, url: f.url, caseNumber: f.number, topicId: f.topic, place: f.place, matterId: f.matter }} words={t.problems} language={language} />
      <ActionForm does={does}>
        <TextField {...field} name="title" label={f.title} hint={f.titleHint} max={250} value={now?.title} />
        <TextArea {...field} name="text" label={f.presented} hint={f.presentedHint} rows={8} value={now?.text} optional />
        <div className="pairs"><TextField {...field} name="sign" label={f.sign} max={20} value={now?.sign} optional /><TextField {...field} name="caseNumber" label={f.number} hint={f.numberHint} max={60} value={now?.caseNumber} optional /></div>
        {its.matters.length > 0 && <Select {...field} name="matterId" label={f.matter} options={its.matters} empty={f.noMatter} value={now?.matterId} optional />}
        <div className="pairs"><Select {...field} name="topicId" label={f.topic} options={its.topics} empty={f.anyTopic} value={now?.topicId} optional /><TextField {...field} name="place" label={f.place} hint={f.placeHint} max={120} value={now?.place} optional /></div>
        <TextField {...field} name="url" type="url" inputMode="url" label={f.url} max={500} value={now?.url} optional />
        <p className="actions"><Button kind="main" icon="check">{now ? f.save : f.add}</Button><LinkButton kind="quiet" to={view.href(now ? `/meetings/items/${now.id}` : `/meetings/${its.meeting.id}`)}>{uiWords(language).cancel}</LinkButton></p>
      </ActionForm>
    </>
  )
}
