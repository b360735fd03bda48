import { addressOf } from '#core/http/asker-address.server.ts'
import { Island } from '#core/http/island.server.tsx'
import { fields, page, type View } from '#core/http/page.ts'
import { day, withoutStop } from '#core/text/format.ts'
import { ActionForm, Button, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { Share } from '#ui/share.tsx'
import { paceWords } from '../../categories/pace-words.ts'
import GuestPush from '../../islands/guest-push.tsx'
import { askForMail, askForPush, deviceForm, endPush, mailForm } from '../guest-follow.server.ts'
import { type Sent, showThanks } from '../thanks.server.ts'
import { sendingWords } from '../texts/index.ts'

/** What a sender gets at once: the reference, the own link, the promise, and the choice of being told. */
export default page('/feedback/thanks/:token', {
  read: (ctx, { token }) => showThanks(ctx, token),
  forms: {
    mail: fields(mailForm, (ctx, { token }, input, { request }) => askForMail(ctx, token!, input, addressOf(request))),
    device: fields(deviceForm, (ctx, { token }, input) => askForPush(ctx, token!, input)),
    endDevice: fields(deviceForm.pick({ endpoint: true, auth: true }), (ctx, { token }, input) => endPush(ctx, token!, input)),
  },
  head: (its, { language }) => ({ title: its.hidden ? sendingWords(language).thanks.hidden : sendingWords(language).thanks.title, place: 'participate', hidden: true }),
  view(its, view) {
    const { thanks: t } = sendingWords(view.language)
    const { language } = view
    return (
      <div className="stack wide" data-draft-sent="feedback">
        <PageHead title={its.hidden ? t.hidden : t.title} />
        {its.hidden && <p className="lead">{t.hiddenText}</p>}
        <Card tone="done">
          <dl className="facts"><dt>{t.reference}</dt><dd><b className="reference">{its.reference}</b> <small className="hint">{t.referenceHint}</small></dd></dl>
          {its.dueAt && <p className="iconed"><Icon name="clock" /><span>{t.promise(withoutStop(day(its.dueAt, language, view.now)), its.unit)} {its.pace && paceWords(its.pace, language)}</span></p>}
        </Card>
        <Card tone="ask">
          <h2>{t.own}</h2>
          <p>{t.ownText}</p>
          <p className="own-link"><a href={its.link}>{its.link}</a></p>
          <div className="actions"><LinkButton kind="main" icon="next" to={view.href(`/feedback/own/${its.token}`)}>{t.open}</LinkButton><Share title={`${t.own} ${its.reference}`} url={its.link} language={language} /></div>
        </Card>
        {its.mine ? <p>{t.mine}</p> : <Hear its={its} view={view} />}
        <p className="actions"><LinkButton icon="plus" to={view.href('/feedback/new')}>{t.another}</LinkButton><LinkButton kind="quiet" icon="map" to={view.href('/feedback')}>{t.all}</LinkButton></p>
      </div>
    )
  },
})

/** By mail, on this device, or neither. */
function Hear({ its, view }: { its: Sent; view: View<'mail' | 'device' | 'endDevice'> }) {
  const { thanks: t, email, emailHint, problems } = sendingWords(view.language)
  return (
    <Section title={t.hear} id="hear">
      {its.byMail ? <Said>{t.mailOn}</Said> : (
        <ActionForm does="mail">
          <TextField does="mail" name="email" type="email" label={email} hint={emailHint} failed={view.failed} words={problems} language={view.language} autoComplete="email" max={254} />
          <p className="actions"><Button icon="mail">{t.mail}</Button></p>
        </ActionForm>
      )}
      {its.pushKey && <Island of={GuestPush} props={{ vapid: its.pushKey, base: view.base, marks: its.devices, words: { lead: t.pushLead, on: t.pushOn, isOn: t.pushIsOn, off: t.pushOff, denied: t.pushDenied, failed: t.pushFailed, working: t.pushWorking } }} />}
      <p className="hint">{t.neither}</p>
    </Section>
  )
}
