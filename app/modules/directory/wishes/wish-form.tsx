import type { View } from '#core/http/page.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, TextField } from '#ui/form.tsx'
import { LinkButton } from '#ui/layout.tsx'
import type { Wishes } from './offered.server.ts'
import { wishWords } from './texts/index.ts'

/** Following a place with what is to be told at once: on the place's page and on a page of its own, whose forms it uses. */
export function WishForm({ its, view }: { its: Wishes; view: View }) {
  const t = wishWords(view.language)
  const to = view.href(`/places/${its.placeId}/follow`)
  // What was chosen stays chosen when the address has to be mended.
  const sent = view.failed?.form === 'mail' ? (view.failed.values['when[]'] ?? '').split('\n') : null
  const boxes = its.offered.length > 0 && (
    <fieldset className="field"><legend>{t.tellWhen}</legend>
      {its.offered.map((each) => <Checkbox key={each.key} name="when[]" value={each.key} label={each.name} checked={sent?.includes(each.key) ?? each.chosen} />)}
      <p className="hint">{t.newsToo}</p>
    </fieldset>
  )
  if (!view.me) return (
    <ActionForm does="mail" to={to} label={t.title}>
      <ErrorSummary failed={view.failed} does="mail" labels={{ email: t.email }} language={view.language} />
      {boxes}
      <TextField does="mail" name="email" type="email" label={t.email} hint={t.emailHint} autoComplete="email" failed={view.failed} language={view.language} />
      <p className="actions"><Button icon="follow">{t.byMail}</Button><LinkButton to={view.href(`/sign-in?to=${encodeURIComponent(`/places/${its.placeId}/follow`)}`)} kind="quiet">{t.signIn}</LinkButton></p>
    </ActionForm>
  )
  return (
    <>
      <ActionForm does="keep" to={to} label={t.title}>
        {boxes}
        <p className="actions"><Button icon="follow" {...(its.following ? {} : { kind: 'main' as const })}>{its.following ? t.save : t.follow}</Button></p>
      </ActionForm>
      {its.following && (
        <div className="actions"><ActionForm does="stop" to={to} className="inline" plain><Button kind="quiet" small icon="bellOff">{t.stop}</Button></ActionForm><a className="touch" href={view.href(`/follow/${its.placeId}`)}>{t.how}</a></div>
      )}
    </>
  )
}
