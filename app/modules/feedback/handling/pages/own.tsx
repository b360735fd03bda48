import { addressOf } from '#core/http/asker-address.server.ts'
import { Island } from '#core/http/island.server.tsx'
import { fields, page } from '#core/http/page.ts'
import { saidBy } from '#core/text/said.ts'
import { Icon } from '#ui/icons.tsx'
import { LinkButton, Said } from '#ui/layout.tsx'
import GuestPush from '../../islands/guest-push.tsx'
import { askForMail, askForPush, deviceForm, endPush, guestFollows, mailForm } from '../../sending/guest-follow.server.ts'
import { sendingWords } from '../../sending/texts/index.ts'
import { ReportBody } from '../page-parts.tsx'
import { FixedCard } from '../sender-parts.tsx'
import { senderForms } from '../sender-forms.server.ts'
import { stopLetters } from '../sender.server.ts'
import { showOwn } from '../show.server.ts'
import { handlingWords } from '../texts/index.ts'

export default page('/feedback/own/:token', {
  read: async (ctx, { token }) => ({ ...await showOwn(ctx, token), hear: await guestFollows(ctx, token) }),
  forms: {
    ...senderForms<'/feedback/own/:token'>(({ token }) => ({ token })),
    letters: fields(mailForm, async (ctx, { token }, input, { request }) => {
      const wrong = await askForMail(ctx, String(token), input, addressOf(request))
      return wrong ?? { to: `/feedback/own/${token}?said=letters` }
    }),
    device: fields(deviceForm, (ctx, { token }, input) => askForPush(ctx, String(token), input)),
    endDevice: fields(deviceForm.pick({ endpoint: true, auth: true }), (ctx, { token }, input) => endPush(ctx, String(token), input)),
    stopLetters: async (ctx, { token }) => { await stopLetters(ctx, { token }); return { to: `/feedback/own/${token}?said=stopped` } },
  },
  head: (its) => ({ title: its.title, place: 'participate', live: its.id, wide: true, hidden: true }),
  view(its, view) {
    const t = handlingWords(view.language).own
    const push = sendingWords(view.language).thanks
    const said = saidBy(t.saved, view.query.get('said'))
    return (
      <>
        {/* the address is the key: it is told to no other site */}
        <meta name="referrer" content="same-origin" />
        {said && !view.failed && <Said>{said}</Said>}
        <p className="iconed hint"><Icon name="key" /><span>{t.lead}</span></p>
        <FixedCard its={its} view={view} />
        <ReportBody its={its} view={view} />
        {its.hear.pushKey && its.may.change && !its.mine.person && <Island of={GuestPush} props={{ vapid: its.hear.pushKey, base: view.base, marks: its.hear.devices, words: { lead: push.pushLead, on: push.pushOn, isOn: push.pushIsOn, off: push.pushOff, denied: push.pushDenied, failed: push.pushFailed, working: push.pushWorking } }} />}
        {its.visibility === 'public' && <p className="actions"><LinkButton kind="quiet" to={view.href(`/feedback/${its.id}`)}>{t.publicPage}</LinkButton></p>}
      </>
    )
  },
})
