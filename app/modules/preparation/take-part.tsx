import { z } from 'zod'
import { type Done, fields, type FormHandler, type View } from '#core/http/page.ts'
import { number } from '#core/text/format.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, TextArea } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, Section } from '#ui/layout.tsx'
import { offerHelp, offering, takeOfferBack } from './offers.server.ts'
import { choose } from './question.server.ts'
import type { ShownMatter } from './show.server.ts'
import { matterWords } from './texts/index.ts'

type Its = { its: ShownMatter; view: View; lang?: string | undefined }
type Path = '/matters/:matterId'
type Handler = FormHandler<Path>
const choosing = z.object({ choiceId: z.string().max(40).default('') })

/** The forms of a matter's page that people take part with: a quick choice, an offer of help, taking it back. */
export const helpForms: Record<'choose' | 'offer' | 'takeBack', Handler> = {
  choose: fields<typeof choosing, Path>(choosing, async (ctx, { matterId }, { choiceId }): Promise<Done> => {
    await choose(ctx, matterId, choiceId)
    return { to: `/matters/${matterId}#question` }
  }),
  offer: fields<typeof offering, Path>(offering, async (ctx, { matterId }, input): Promise<Done> => await offerHelp(ctx, matterId, input) ?? { to: `/matters/${matterId}#help` }),
  takeBack: async (ctx, { matterId }) => { await takeOfferBack(ctx, matterId); return { to: `/matters/${matterId}#help` } },
}

/** What is asked: quick choices as buttons, how they have gone as a table with bars, and the open answer as a comment. */
export function Question({ its, view, lang }: Its) {
  const t = matterWords(view.language).question
  const { choices, total, mine } = its.choices
  if (!its.ask) return null
  const open = its.may.choose && choices.length > 0
  return (
    <Section id="question" title={t.title}>
      <Card tone="ask">
        <p className="title" lang={lang}>{its.ask}</p>
        {open && view.me && !view.me.as && (
          <ActionForm does="choose" label={t.title}>
            <div className="options">{choices.map((each) => <button key={each.id} type="submit" className="btn" name="choiceId" value={mine === each.id ? '' : each.id} aria-pressed={mine === each.id} lang={lang}>{mine === each.id && <Icon name="check" />}{each.text}</button>)}</div>
            <p className="hint">{mine ? t.change : t.one}</p>
          </ActionForm>
        )}
        {open && !view.me && <><ul className="bullets" lang={lang}>{choices.map((each) => <li key={each.id}>{each.text}</li>)}</ul><p><LinkButton kind="main" to={view.href(`/sign-in?to=/matters/${its.id}`)}>{t.signIn}</LinkButton></p></>}
        {open && view.me?.as && <p className="hint">{t.ownName}</p>}
        {choices.length > 0 && (total === null ? <p className="hint">{t.few}</p> : <Results its={its} view={view} lang={lang} total={total} />)}
        {its.talk.open && <p><a className="touch" href="#discussion">{t.openAnswer}</a></p>}
      </Card>
    </Section>
  )
}

function Results({ its, view, lang, total }: Its & { total: number }) {
  const t = matterWords(view.language).question
  return (
    <table className="results">
      <caption>{t.total(total)}</caption>
      <thead className="visually-hidden"><tr><th scope="col">{t.choice}</th><th scope="col">{t.count}</th></tr></thead>
      <tbody>{its.choices.choices.map((each) => (
        <tr key={each.id}><th scope="row" lang={lang}>{each.text}<progress max={total} value={each.count ?? 0} aria-hidden="true" /></th><td className="n">{number(each.count ?? 0, view.language)} <small>{Math.round(((each.count ?? 0) / total) * 100)} %</small></td></tr>
      ))}</tbody>
    </table>
  )
}

/** "Would you take a bigger part?": who is in, my own offer and what became of it, and the form. */
export function TakePart({ its, view }: Its) {
  const t = matterWords(view.language)
  const { helpers, mine } = its.help
  if (!its.may.offer && helpers.length === 0 && !mine) return null
  const common = { does: 'offer', failed: view.failed, language: view.language, words: t.problems }
  return (
    <Section id="help" title={t.help.title}>
      {helpers.length > 0 && <div className="stack tight"><p>{t.help.in}</p><ul className="filters">{helpers.map((each) => <li key={each.id}><span className="stage is-service"><Icon name={each.byOrganisation ? 'organisation' : 'person'} />{each.who}</span></li>)}</ul></div>}
      {mine && mine.state !== 'new' && <Card tone="done"><p><b>{mine.state === 'accepted' ? t.help.accepted : t.help.thanked}</b></p><p>{mine.reply}</p></Card>}
      {mine && <div className="stack tight"><p className="meta">{mine.state === 'new' ? t.help.waits : t.help.yours}</p><blockquote>{mine.text}</blockquote><ActionForm does="takeBack"><p><Button small icon="remove">{t.help.takeBack}</Button></p></ActionForm></div>}
      {its.may.offer && (!mine || mine.state === 'new') && (view.me
        ? (
          <details className="fold" open={view.failed?.form === 'offer'}>
            <summary><Icon name="heart" /> {mine ? t.help.mend : t.help.offer}</summary>
            <ActionForm does="offer" label={t.help.offer}>
              <ErrorSummary failed={view.failed} does="offer" labels={{ text: t.help.how }} words={t.problems} language={view.language} />
              <TextArea {...common} name="text" label={t.help.how} hint={view.me.as ? t.help.howHintAs(view.me.as.name) : t.help.howHint} rows={3} max={1500} value={mine?.text} />
              <Checkbox name="shown" label={t.help.shown} checked={view.failed?.form === 'offer' ? view.failed.values.shown === 'on' : mine?.shown ?? false} />
              <p className="actions"><Button icon="sent">{t.help.send}</Button></p>
            </ActionForm>
          </details>
        )
        : <p><LinkButton icon="heart" to={view.href(`/sign-in?to=/matters/${its.id}`)}>{t.help.signIn}</LinkButton></p>)}
    </Section>
  )
}
