import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { addressOf } from '#core/http/asker-address.server.ts'
import { fields, page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead } from '#ui/layout.tsx'
import { Steps } from '#ui/steps.tsx'
import { mySignature } from '../deciding/decide.server.ts'
import { initiativeOf } from '../open.server.ts'
import { askToSign, guestSigning } from '../signing/by-mail.server.ts'
import { IdentifyPart } from '../signing/identify-part.tsx'
import { identification, identifyFor } from '../signing/identify.server.ts'
import { signInitiative, signing } from '../signing/sign.server.ts'
import { initiativeWords } from '../texts/index.ts'
import { groundsOf } from '../write-form.tsx'

type At = { initiativeId: string }
async function toSign(ctx: Ctx, id: string, query: URLSearchParams) {
  const its = await initiativeOf(ctx, id)
  if (its.subject.visibility !== 'public' || !its.row.collective) throw new NotFound()
  const referendum = its.row.kind === 'referendum'
  return { id, title: inLanguage(its.subject.title, ctx.language), referendum, open: its.acts.has('join'), signed: await mySignature(ctx, id), identification: await identification(ctx, referendum), asked: query.has('asked') }
}

/** Joining: an ordinary initiative by filling in a name, one for a referendum after the step of identification, which comes back here. */
export default page('/initiatives/:initiativeId/sign', {
  read: (ctx, { initiativeId }, query) => toSign(ctx, initiativeId, query),
  forms: {
    identify: async (ctx, { initiativeId }, _form, more) => {
      if (!(await initiativeOf(ctx, initiativeId)).acts.has('join')) throw new Conflict('notNow')
      return identifyFor(ctx, `/initiatives/${initiativeId}/sign`, more)
    },
    sign: fields(signing, async (ctx, { initiativeId }: At, input) => (await signInitiative(ctx, initiativeId, input)) ?? { to: `/initiatives/${initiativeId}` }),
    mail: fields(guestSigning, async (ctx, { initiativeId }: At, input, more) => (await askToSign(ctx, initiativeId, input, addressOf(more.request))) ?? { to: `/initiatives/${initiativeId}/sign?asked=1` }),
  },
  head: ({ title }, { language }) => ({ title: `${initiativeWords(language).sign.title}: ${title}`, place: 'participate', hidden: true }),
  view(its, view) {
    const { language, failed } = view
    const words = initiativeWords(language)
    const t = words.sign
    const head = <PageHead title={t.title} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }, { to: view.href(`/initiatives/${its.id}`), name: its.title }]} />
    const back = <p className="actions"><LinkButton to={view.href(`/initiatives/${its.id}`)}>{t.toInitiative}</LinkButton></p>
    if (its.signed) return <>{head}<Card tone="done"><p><Icon name="done" /> <b>{t.done}</b> {its.signed.shown ? t.signedShown : t.signedHidden}</p></Card>{back}</>
    if (!its.open) return <>{head}<p className="lead">{t.closed}</p>{back}</>
    if (its.asked) return <>{head}<Card tone="done"><h2>{t.mailSent}</h2><p><Icon name="mail" /> {t.mailSentText}</p></Card>{back}</>
    const { needed, done } = its.identification
    const steps = needed && <Steps names={[words.steps.start, words.steps.identify, words.steps.sign]} at={done ? 2 : 1} language={view.language} />
    if (needed && !done) return <>{head}{steps}<IdentifyPart its={its.identification} lead={words.steps.identifyLead} view={view} /></>
    const does = view.me ? 'sign' as const : 'mail' as const
    const common = { does, failed, language, words: words.problems }
    return (
      <>
        {head}{steps}
        {needed && view.me && <p className="meta"><Icon name="shield" /> {words.steps.identified(view.me.name)}</p>}
        <p className="lead">{t.lead}</p>
        <ActionForm does={does} plain={!view.me}>
          <ErrorSummary failed={failed} does={does} labels={{ name: t.name, membership: t.ground, email: t.email }} words={words.problems} language={language} />
          {view.me?.as ? <><p>{t.asOrganisation(view.me.as.name)}</p><input type="hidden" name="name" value={view.me.as.name} /><input type="hidden" name="membership" value="community" /></> : (
            <>
              <TextField {...common} name="name" label={t.name} hint={t.nameHint} value={view.me?.name} max={80} autoComplete="name" />
              {!its.referendum && <Choice {...common} name="membership" label={t.ground} value="resident" options={groundsOf(language)} />}
            </>
          )}
          <Choice {...common} name="shown" label={t.shown} value="no" options={[{ value: 'no', label: t.shownNo }, { value: 'yes', label: t.shownYes }]} />
          {!view.me && <TextField {...common} name="email" type="email" label={t.email} hint={t.emailHint} max={254} autoComplete="email" />}
          <p className="actions"><Button kind="main" icon="sign">{view.me ? t.send : t.sendMail}</Button></p>
          {!view.me && <p><a className="touch" href={view.href(withQuery('/sign-in', { to: `/initiatives/${its.id}/sign` }))}>{t.orSignIn}</a></p>}
        </ActionForm>
      </>
    )
  },
})
