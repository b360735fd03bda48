import { join } from 'node:path'
import type { House } from '#core/context/context.server.ts'
import { forgetDayKeys } from '#core/identity/visitor.server.ts'
import { forgetExpired } from '#core/identity/forget-expired.server.ts'
import { inEveryMunicipality, type Job, startJobs } from '#core/jobs/jobs.server.ts'
import { forgetMail, nextMailAt, sendMail } from '#core/notices/outbox.server.ts'
import { nextPushAt, sendPushes } from '#core/notices/push-outbox.server.ts'
import { mailAtOnce, mailDigests, pushAtOnce, pushDigests } from '#core/notices/rounds.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { makeWaiting } from '#core/files/later.server.ts'
import { startIncomingMail } from '#core/ports/incoming-mail.server.ts'
import { smtpMailer } from '#core/ports/mail.server.ts'
import { vapidFromSecret, webPusher } from '#core/ports/push.server.ts'
import { folderMailbox, startMailboxServer } from '#core/ports/mailbox.server.ts'
import { deliver, type Reaction } from '#core/trail/deliver.server.ts'
import { remindOwners } from '#core/trail/remind.server.ts'
import { forgetMissed } from '#core/trail/searched.server.ts'
import { foldPlaceHeaps, keepOpenTimes, opensNow, runImports } from '#modules/directory/server'
import { forgetConditions } from '#modules/conditions/server'
import { noticeSilent } from '#modules/devices/server'
import { fetchCameras } from '#modules/cameras/server'
import { countUsual, keepCounters } from '#modules/occupancy/server'
import { forgetUnsaid } from '#modules/discussion/server'
import { keepTime, tellOfDisruptions } from '#modules/disruptions/server'
import { askAgain, askPartners, countPaces, foldHeaps, forgetSenders, forwardByItself, knowsReplyAddress, sendForwards, takeAnswer } from '#modules/feedback/server'
import { askModel, bindIdeas, forgetWithReports, readReports, readUnread, relearn, sendWeekly } from '#modules/found/server'
import { eraseUnconfirmed } from '#modules/ideas/server'
import { fetchFeeds, keepAllComing } from '#modules/meetings/server'
import { forgetUnconfirmedSignatures, remindOfInitiatives } from '#modules/initiatives/server'
import { forgetUnconfirmed } from '#modules/notices/server'
import { fetchAwaited, forgetWithReports as forgetOpen311, noteChanges } from '#modules/open311/server'
import { closeHearings, passOnJoint, publishScheduled, tellOfInvitations } from '#modules/preparation/server'
import { forgetVisits } from '#modules/satisfaction/server'
import { eraseUnfinishedVideos, remindOfCaptions, workOnVideos } from '#modules/video/server'
import { forgetFieldActs } from '#modules/work/server'
import type { Installation } from './house.ts'

/** What each module does when something has happened (its reactions.server.ts), and by the clock. */
const reactions: Reaction[] = [tellThem, tellOfDisruptions, { name: 'forward', on: ['feedback.sent'], does: forwardByItself }, bindIdeas]
const digests = async (house: House, stopping: AbortSignal) => { await mailDigests(house, stopping); await pushDigests(house, stopping) }
const jobsOf = (each: (operation: Parameters<typeof inEveryMunicipality>[1]) => (house: Parameters<Job['does']>[0]) => Promise<void>, failed: (what: string) => (cause: unknown, which?: string) => void): Job[] => [
  { name: 'digest', cron: '0 8 * * *', does: digests },
  { name: 'close-hearings', cron: '*/10 * * * *', does: each(closeHearings) },
  { name: 'keep-disruptions', cron: '* * * * *', does: each(keepTime) },
  { name: 'remind-owners', cron: '*/10 * * * *', does: each(remindOwners) },
  { name: 'publish-matters', cron: '* * * * *', does: (house) => publishScheduled(house, failed('a scheduled matter')) },
  { name: 'fetch-meetings', cron: '*/10 * * * *', does: (house) => fetchFeeds(house, {}, failed('a feed of meetings')) },
  { name: 'keep-coming', cron: '5 * * * *', does: each(keepAllComing) },
  { name: 'erase-unconfirmed', cron: '20 * * * *', does: each(async (ctx) => { await eraseUnconfirmed(ctx); await forgetUnconfirmed(ctx); await forgetUnsaid(ctx) }) },
  { name: 'keep-open-times', cron: '* * * * *', does: (house, stopping) => keepOpenTimes(house, failed('open times'), stopping) },
  { name: 'tell-of-openings', cron: '* * * * *', does: each(opensNow) },
  { name: 'send-forwards', cron: '* * * * *', does: (house) => sendForwards(house, {}, failed('a forwarding')) },
  { name: 'ask-partners', cron: '*/5 * * * *', does: (house) => askPartners(house, {}, failed('a partner')) },
  { name: 'remind-of-captions', cron: '*/10 * * * *', does: each(remindOfCaptions) },
  { name: 'erase-unfinished-videos', cron: '25 * * * *', does: each(eraseUnfinishedVideos) },
  { name: 'work-on-videos', cron: '* * * * *', does: (house) => workOnVideos(house, failed('a video')) },
  { name: 'fetch-open311-photos', cron: '* * * * *', does: (house) => fetchAwaited(house, {}, failed('a photo of Open311')) },
  { name: 'note-open311-changes', cron: '*/10 * * * *', does: each(noteChanges) },
  { name: 'remind-of-initiatives', cron: '10 8 * * *', does: each(async (ctx) => { await forgetUnconfirmedSignatures(ctx); await remindOfInitiatives(ctx) }) },
  { name: 'make-waiting-pictures', cron: '* * * * *', does: makeWaiting },
  { name: 'forget-visits', cron: '10 0 * * *', does: each(async (ctx) => { await forgetVisits(ctx); await forgetDayKeys(ctx) }) },
  { name: 'fold-heaps', cron: '15 * * * *', does: each(async (ctx) => { await foldHeaps(ctx); await foldPlaceHeaps(ctx) }) },
  { name: 'count-paces', cron: '30 3 * * *', does: each(countPaces) },
  { name: 'ask-again', cron: '*/10 * * * *', does: each(askAgain) },
  { name: 'forget-senders', cron: '35 3 * * *', does: each(async (ctx) => { await forgetSenders(ctx); await forgetOpen311(ctx) }) },
  { name: 'ask-language-model', cron: '* * * * *', does: (house, stopping) => askModel(house, failed('the language model'), stopping) },
  { name: 'learn-of-found', cron: '15 3 * * *', does: each(async (ctx) => { await forgetWithReports(ctx); await relearn(ctx); await readUnread(ctx) }) },
  { name: 'send-found', cron: '0 8 * * 1', does: each(sendWeekly) },
  { name: 'forget-field-acts', cron: '45 3 * * *', does: each(forgetFieldActs) },
  { name: 'forget-conditions', cron: '55 3 * * *', does: each(forgetConditions) },
  { name: 'notice-silent-devices', cron: '*/10 * * * *', does: each(noticeSilent) },
  { name: 'forget-missed-searches', cron: '55 3 * * *', does: each(forgetMissed) },
  { name: 'keep-counters', cron: '*/5 * * * *', does: (house, stopping) => keepCounters(house, failed('a counter'), stopping) },
  { name: 'count-usual', cron: '10 3 * * *', does: each(countUsual) },
  { name: 'fetch-cameras', cron: '* * * * *', does: (house, stopping) => fetchCameras(house, {}, failed('cameras'), stopping) },
  { name: 'bring-from-registers', cron: '* * * * *', does: (house, stopping) => runImports(house, { stopping }, failed('an import')) },
  { name: 'forget-mail', cron: '40 3 * * *', does: forgetMail },
  { name: 'forget-sign-ins', cron: '50 3 * * *', does: forgetExpired },
]

/**
 * The work behind the pages: events to notices, notices to mail, mail to the mail server, jobs by the clock. Runs in the
 * same process as the pages or in several of its own; `more` are jobs of the demonstration. It sleeps until the database calls, and looks by itself now and then.
 */
export async function startWorker(installation: Installation, more: Job[] = []): Promise<{ stop(): Promise<void> }> {
  const { database, log, settings } = installation
  const standIn = settings.SMTP_URL ? undefined : await startMailboxServer(installation.mailbox ?? folderMailbox(join(settings.DATA_DIR, 'mailbox')))
  const mailer = smtpMailer(standIn?.url ?? settings.SMTP_URL!, settings.MAIL_FROM)
  const ear = settings.MAIL_IN_PORT && installation.replyAddress ? startIncomingMail({ port: settings.MAIL_IN_PORT, knows: (address) => knowsReplyAddress(installation, address), take: (letter) => takeAnswer(installation, letter), onError: (cause) => log.error(cause, 'incoming mail') }) : undefined
  const failed = (what: string) => (cause: unknown, which?: string) => log.error(cause, which ? `${what}: ${which}` : what)

  const stopping = new AbortController()
  const events = loop(async () => {
    // What is done together waits for its next turn when it fails; each municipality's own delivery does not wait for it.
    await Promise.all([passOnJoint(installation), tellOfInvitations(installation)]).catch(failed('joint matters'))
    const { events: done } = await deliver(installation, [...reactions, readReports(installation)], failed('a reaction failed'))
    await pushAtOnce(installation)
    await mailAtOnce(installation, stopping.signal)
    return done > 0 ? 0 : 20_000
  }, failed('delivery'))
  const outbox = loop(async () => {
    const { sent, failed: refused } = await sendMail(installation, mailer)
    if (refused > 0) log.warn({ refused }, 'the mail server did not take all mail; it is tried again')
    if (sent > 0) return 0
    const next = await nextMailAt(installation)
    return next ? Math.min(Math.max(next.getTime() - installation.clock().getTime(), 1000), 60_000) : 60_000
  }, failed('mail'))
  const { BASE_URL, MAIL_FROM } = settings
  const pusher = webPusher(installation.vapid ?? vapidFromSecret(installation.secret), BASE_URL.startsWith('https:') ? BASE_URL : `mailto:${/<([^>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM}`)
  const pushes = loop(async () => {
    const { sent, failed: refused } = await sendPushes(installation, pusher)
    if (refused > 0) log.warn({ refused }, 'push services did not take all messages')
    if (sent > 0) return 0
    const next = await nextPushAt(installation)
    return next ? Math.min(Math.max(next.getTime() - installation.clock().getTime(), 1000), 60_000) : 60_000
  }, failed('push'))
  const stopListening = [database.listen('nousu_events', events.wake), database.listen('nousu_mail', outbox.wake), database.listen('nousu_push', pushes.wake)]

  const each = (operation: Parameters<typeof inEveryMunicipality>[1]) => (house: Parameters<Job['does']>[0]) => inEveryMunicipality(house, operation, failed('a job'))
  let jobs: Awaited<ReturnType<typeof startJobs>> | undefined
  const starting = startJobs(installation, [...jobsOf(each, failed), ...more], failed('jobs'), stopping.signal).then(async (its) => { jobs = its; await digests(installation, stopping.signal) }).catch(failed('jobs'))
  return {
    async stop() {
      stopping.abort()
      for (const stop of stopListening) stop()
      await Promise.all([events.stop(), outbox.stop(), pushes.stop(), starting.then(() => jobs?.stop())])
      mailer.close()
      await standIn?.close()
      await (await ear?.catch(() => undefined))?.close()
    },
  }
}

/** Does a piece of work again and again: `work` says how long to sleep after it, `wake` ends the sleep, a failure lengthens it. */
function loop(work: () => Promise<number>, onError: (cause: unknown) => void) {
  let stopped = false, called = false, failures = 0
  let rise = () => {}
  const running = (async () => {
    while (!stopped) {
      called = false
      let sleep: number
      try { sleep = await work(); failures = 0 } catch (cause) { if (stopped) break; onError(cause); sleep = Math.min(1000 * 2 ** failures++, 60_000) }
      if (called && failures === 0) continue
      if (sleep > 0 && !stopped) await new Promise<void>((resolve) => { const timer = setTimeout(resolve, sleep); rise = () => { clearTimeout(timer); resolve() } })
    }
  })()
  return {
    wake: () => { called = true; if (failures === 0) rise() },
    async stop() { stopped = true; rise(); await running },
  }
}
