import type { View } from '#core/http/page.ts'
import { previewPath } from '#core/files/pictures.server.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, Section } from '#ui/layout.tsx'
import { PhotoFields } from '#ui/photo-fields.tsx'
import { senderPath } from './sender-forms.server.ts'
import type { ShownReport } from './show.server.ts'
import { handlingWords } from './texts/index.ts'

type Its = { its: ShownReport; view: View }
/** Where the sender's doings are: the own link's page, or the report's for who sent it signed in. */
const basePath = ({ token, id }: ShownReport): string => senderPath(token ? { token } : { id })

/** "Was it fixed?", first on the sender's page while it waits: yes and don't know answer here, no goes where more can be told. */
export function FixedCard({ its, view }: Its) {
  if (!its.question || its.state !== 'done') return null
  const t = handlingWords(view.language).fixed
  const to = `${basePath(its)}/fixed`
  if (!its.question.waits) return its.question.last ? <p className="meta"><span><Icon name="check" /> {t.last[its.question.last]}</span> <a className="touch" href={view.href(to)}>{t.thought}</a></p> : null
  return (
    <section className="card ask stack" aria-labelledby="fixed-title" id="fixed">
      <h2 id="fixed-title">{its.question.waits === 2 ? t.titleAgain : t.title}</h2>
      <p>{t.lead}</p>
      <div className="actions">
        <ActionForm does="fixed"><Button kind="main" icon="done" name="answer" value="yes">{t.yes}</Button></ActionForm>
        <LinkButton icon="no" to={view.href(`${to}?answer=no`)}>{t.no}</LinkButton>
        <ActionForm does="fixed"><Button name="answer" value="dontKnow">{t.dontKnow}</Button></ActionForm>
      </div>
    </section>
  )
}

/** What its sender may do to a report. */
export function SenderPowers({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.own
  const { failed, language } = view
  if (!its.may.change) return its.forgotten ? <p className="hint">{t.forgotten}</p> : null
  const common = { failed, language, words: words.problems }
  return (
    <Section title={t.powers} id="powers">
      <details className="fold" open={failed?.form === 'add'}><summary><Icon name="plus" /> {t.add}</summary>
        <ActionForm does="add" upload label={t.add}>
          <ErrorSummary failed={failed} does="add" labels={words.labels} words={words.problems} language={language} />
          <p className="hint">{t.addHint}</p>
          <TextArea {...common} does="add" name="text" label={t.addText} rows={4} max={2000} optional />
          <PhotoFields does="add" failed={failed} language={language} preview={(token) => view.href(previewPath(token))} />
          <p className="actions"><Button kind="main" icon="sent">{t.addSend}</Button></p>
        </ActionForm>
      </details>
      {its.token && <Letters its={its} view={view} />}
      {its.visibility === 'public' && <details className="fold"><summary><Icon name="shield" /> {t.private}</summary><div className="stack"><p>{t.privateHint}</p><ActionForm does="wishPrivate"><p className="actions"><Button icon="hidden">{t.privateDo}</Button></p></ActionForm></div></details>}
      <details className="fold" open={failed?.form === 'takeBack'}><summary><Icon name="remove" /> {t.takeBack}</summary>
        <ActionForm does="takeBack" label={t.takeBack}>
          <ErrorSummary failed={failed} does="takeBack" labels={words.labels} words={words.problems} language={language} />
          <p>{t.takeBackHint}</p><Checkbox name="sure" id="takeBack-sure" label={t.sure} /><p className="actions"><Button kind="danger" icon="remove">{t.takeBackDo}</Button></p>
        </ActionForm>
      </details>
    </Section>
  )
}

/** Letters to a sender without an account: begun and ended with one tap. */
function Letters({ its, view }: Its) {
  const words = handlingWords(view.language), t = words.own
  if (its.mine.mail) return <Card><p><Icon name="mail" /> {t.letters(its.mine.mail)}</p><ActionForm does="stopLetters"><p className="actions"><Button icon="bellOff">{t.stopLetters}</Button></p></ActionForm></Card>
  if (its.mine.person) return null
  return (
    <details className="fold" open={view.failed?.form === 'letters'}><summary><Icon name="mail" /> {t.byMail}</summary>
      <ActionForm does="letters" label={t.byMail}>
        <ErrorSummary failed={view.failed} does="letters" labels={words.labels} words={words.problems} language={view.language} />
        <TextField does="letters" name="email" type="email" label={t.email} hint={t.emailHint} failed={view.failed} value={its.mine.email ?? ''} autoComplete="email" max={254} language={view.language} words={words.problems} />
        <p className="actions"><Button icon="mail">{t.followDo}</Button></p>
      </ActionForm>
    </details>
  )
}
