import type { Ctx } from '#core/context/context.server.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { day } from '#core/text/format.ts'
import { wallClock } from '#core/time/local.ts'
import { z } from 'zod'
import { ActionForm, Button, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { Card, Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { can } from '../permissions.ts'
import { meetingChoices, showMeeting, type ShownMeeting } from '../show.server.ts'
import { meetingWords } from '../texts/index.ts'
import { addMeeting, cancelMeeting, changeMeeting, meetingForm, removeMeeting } from '../write-meeting.server.ts'
import { uiWords } from '#ui/texts/index.ts'
import { writableMeeting } from '../meeting.server.ts'

/** A new meeting of one of my bodies. */
export const newMeeting = page('/meetings/new', {
  read: async (ctx) => { allow(ctx, can.begin); return meetingChoices(ctx) },
  forms: { add: fields(meetingForm, async (ctx, _params, input) => { const done = await addMeeting(ctx, input); return 'problems' in done ? done : { to: `/meetings/${done.id}` } }) },
  head: (_data, { language }) => ({ title: meetingWords(language).form.newMeeting, place: 'participate', hidden: true }),
  view: (bodies, view) => {
    const t = meetingWords(view.language)
    return (
      <>
        <PageHead title={t.form.newMeeting} crumbs={[{ to: view.href('/meetings'), name: t.meetings }]} />
        {bodies.length === 0 ? <Empty icon="calendar" action={view.me?.admin || view.me?.installationAdmin ? <LinkButton to={view.href('/admin/meetings')}>{t.admin.title}</LinkButton> : undefined}>{t.admin.noBodies}</Empty> : <Form does="add" bodies={bodies} view={view} />}
      </>
    )
  },
})

async function edited(ctx: Ctx, id: string) {
  await writableMeeting(ctx, id, { lock: false })
  return showMeeting(ctx, id)
}

/** Changing a meeting's day, place and links; cancelling a public one, deleting one that nobody has seen. */
export const editMeeting = page('/meetings/:meetingId/edit', {
  read: (ctx, { meetingId }) => edited(ctx, meetingId),
  forms: {
    change: fields(meetingForm, async (ctx, { meetingId }, input) => { await changeMeeting(ctx, meetingId!, input); return { to: `/meetings/${meetingId}?saved=1` } }),
    cancel: fields(z.object({ why: z.string().trim().min(3, 'tooShort').max(300, 'tooLong') }), async (ctx, { meetingId }, { why }) => { await cancelMeeting(ctx, meetingId!, why); return { to: `/meetings/${meetingId}` } }),
    remove: async (ctx, { meetingId }) => { await removeMeeting(ctx, meetingId); return { to: '/meetings' } },
  },
  head: (its, view) => ({ title: `${meetingWords(view.language).editMeeting}: ${its.body}`, place: 'participate', hidden: true }),
  view: (its, view) => {
    const t = meetingWords(view.language)
    const { language, failed } = view
    return (
      <>
        <PageHead title={t.editMeeting} crumbs={[{ to: view.href('/meetings'), name: t.meetings }, { to: view.href(`/meetings/${its.id}`), name: `${its.body} ${day(its.startsAt, language, view.now)}` }]} />
        <Form does="change" its={its} bodies={[]} view={view} />
        {its.published && its.state === 'coming' && (
          <Card tone="late" label={t.form.cancelMeeting}>
            <h2>{t.form.cancelMeeting}</h2><p>{t.form.cancelText}</p>
            <ErrorSummary failed={failed} does="cancel" labels={{ why: t.form.why }} words={t.problems} language={language} />
            <ActionForm does="cancel"><TextField does="cancel" name="why" label={t.form.why} max={300} failed={failed} words={t.problems} language={language} /><p className="actions"><Button kind="danger" icon="no">{t.form.cancelMeeting}</Button></p></ActionForm>
          </Card>
        )}
        {!its.published && <Card tone="late" label={t.form.remove}><p>{t.form.removeText}</p><div className="actions"><ActionForm does="remove"><Button kind="danger" icon="remove">{t.form.remove}</Button></ActionForm></div></Card>}
      </>
    )
  },
})

function Form({ does, its, bodies, view }: { does: 'add' | 'change'; its?: ShownMeeting; bodies: { value: string; label: string }[]; view: View }) {
  const { language, failed } = view
  const t = meetingWords(language)
  const f = t.form
  const at = its && wallClock(its.startsAt)
  const field = { does, failed, language, words: t.problems }
  return (
    <>
      <ErrorSummary failed={failed} does={does} labels={{ bodyId: f.body, day: f.day, time: f.time, place: f.where, agendaUrl: f.agendaUrl, minutesUrl: f.minutesUrl }} words={t.problems} language={language} />
      <ActionForm does={does}>
        {!its && <Select {...field} name="bodyId" label={f.body} options={bodies} {...(bodies.length === 1 ? { value: bodies[0]!.value } : { empty: f.chooseBody })} />}
        <div className="pairs"><TextField {...field} name="day" type="date" label={f.day} value={at?.day} /><TextField {...field} name="time" label={f.time} hint={f.timeHint} max={5} value={at && !its.dayOnly ? `${Number(at.time.slice(0, 2))}.${at.time.slice(3, 5)}` : undefined} /></div>
        <TextField {...field} name="place" label={f.where} max={120} optional value={its?.place} />
        <div className="pairs"><TextField {...field} name="agendaUrl" type="url" inputMode="url" label={f.agendaUrl} max={500} optional value={its?.agendaUrl} /><TextField {...field} name="minutesUrl" type="url" inputMode="url" label={f.minutesUrl} max={500} optional value={its?.minutesUrl} /></div>
        <p className="actions"><Button kind="main" icon="check">{its ? f.save : f.saveDraft}</Button><LinkButton kind="quiet" to={view.href(its ? `/meetings/${its.id}` : '/meetings')}>{uiWords(language).cancel}</LinkButton></p>
      </ActionForm>
    </>
  )
}
