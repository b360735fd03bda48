import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { ActionForm, Button, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Fact } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import type { Managed } from '../manage.server.ts'
import type { Offer } from '../offers.server.ts'
import { matterWords } from '../texts/index.ts'
import { commonOf, Part } from './part.tsx'

type Its = { its: Managed; view: View }

/** Who has offered to take a bigger part; each is accepted or thanked with a word. */
export function OffersPart({ its, view }: Its) {
  const t = matterWords(view.language).manage.offers
  const waiting = its.offers.filter((each) => each.state === 'new').length
  return (
    <Part id="offers" title={t.title} now={its.offers.length ? t.now(its.offers.length, waiting) : matterWords(view.language).manage.none} icon="heart" forms={['answerOffer']} labels={{ reply: t.reply }} view={view}>
      {its.offers.length === 0 && <p className="hint">{t.empty}</p>}
      {its.offers.map((each) => <OneOffer key={each.id} offer={each} view={view} />)}
    </Part>
  )
}
function OneOffer({ offer, view }: { offer: Offer; view: View }) {
  const t = matterWords(view.language).manage.offers
  const mine = view.failed?.form === 'answerOffer' && view.failed.values.offerId === offer.id
  const { failed: _failed, ...calm } = view
  const common = commonOf('answerOffer', mine ? view : calm)
  return (
    <Card label={offer.who || t.nameless}>
      <p className="meta"><Fact icon={offer.byOrganisation ? 'organisation' : 'person'}>{offer.who || t.nameless}</Fact><Fact icon="calendar">{day(offer.at, view.language, view.now)}</Fact>{offer.state !== 'new' && <span className="stage is-service">{t.state[offer.state]}</span>}<span>{offer.shown ? t.shown : t.notShown}</span></p>
      <blockquote>{offer.text}</blockquote>
      {offer.reply && <p><Icon name="answered" /> {offer.reply}</p>}
      <details className="fold" open={mine || offer.state === 'new'}>
        <summary>{offer.state === 'new' ? t.answer : t.change}</summary>
        <ActionForm does="answerOffer" label={t.answer}>
          <input type="hidden" name="offerId" value={offer.id} />
          <TextArea {...common} name="reply" label={t.reply} hint={t.replyHint} value={offer.reply} rows={2} max={1000} />
          <p className="actions"><Button kind="main" icon="check" name="state" value="accepted">{t.accept}</Button><Button icon="heart" name="state" value="thanked">{t.thank}</Button></p>
        </ActionForm>
      </details>
    </Card>
  )
}

/** The ideas that the matter grew out of, those that say the same, and a field for any other by its address. */
export function IdeasPart({ its, view }: Its) {
  const t = matterWords(view.language).manage.ideas
  return (
    <Part id="ideas" title={t.title} now={its.origins.length ? t.now(its.origins.length) : matterWords(view.language).manage.none} icon="idea" forms={['linkIdea']} labels={{ idea: t.address }} view={view}>
      {its.origins.length > 0 && <ul className="rows card">{its.origins.map((each) => (
        <li key={each.id}><div className="t"><a href={view.href(subjectPath(each.kind, each.id))}>{each.title}</a></div><ActionForm does="unlinkIdea" className="inline"><input type="hidden" name="ideaId" value={each.id} /><button type="submit" className="btn small" aria-label={t.unlinkOf(each.title)}><Icon name="remove" />{t.unlink}</button></ActionForm></li>
      ))}</ul>}
      {its.alike.length > 0 && (
        <div className="stack tight"><h3>{t.alike}</h3>
          <ul className="rows card">{its.alike.map((each) => (
            <li key={each.id}><div className="t"><a href={view.href(`/ideas/${each.id}`)}>{each.title}</a><p className="meta"><StageMark stage={each.stage} language={view.language} /></p></div><ActionForm does="linkIdea" className="inline"><input type="hidden" name="idea" value={each.id} /><button type="submit" className="btn small" aria-label={t.linkOf(each.title)}><Icon name="plus" />{t.link}</button></ActionForm></li>
          ))}</ul></div>
      )}
      <ActionForm does="linkIdea" label={t.address}><TextField {...commonOf('linkIdea', view)} name="idea" label={t.address} hint={t.addressHint} max={500} /><p className="actions"><Button icon="linked">{t.link}</Button></p></ActionForm>
    </Part>
  )
}
