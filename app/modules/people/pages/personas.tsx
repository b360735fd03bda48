import { z } from 'zod'
import { fields, page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import type { Persona } from '#core/identity/accounts.server.ts'
import { actingCookie } from '#core/identity/acting.server.ts'
import { carryCookies } from '#core/identity/cookies.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { inLanguage, type Language } from '#core/text/language.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Empty, PageHead } from '#ui/layout.tsx'
import { peopleWords } from '../texts/index.ts'
import { safeTo } from '../to.ts'

/** What someone of the demonstration is, in words. */
function rolesOf(who: Persona, language: Language): string[] {
  const t = peopleWords(language).personas.role
  const found = [
    ...who.units.map((unit) => t.official(inLanguage(unit.name, language), unit.lead)),
    ...who.represents.map((its) => t[its.kind](its.name)),
    ...(who.roles.includes('moderator') ? [t.moderator] : []), ...(who.roles.includes('admin') ? [t.admin] : []), ...(who.installationAdmin ? [t.installationAdmin] : []),
  ]
  return found.length ? found : [t.resident]
}

/** One-tap sign-in as someone made up. The address exists only in the demonstration. */
export default page('/personas', {
  read: async (ctx, _params, query) => ({ people: await signInOf(ctx).personasOf(ctx.scope.municipalityId), to: safeTo(query.get('to')) }),
  forms: {
    be: fields(z.object({ who: z.uuid(), to: z.string().optional().transform(safeTo) }), async (ctx, _params, { who, to }, more) => {
      const signIn = signInOf(ctx)
      const cookies = await signIn.enterAsPersona(who, more.request.headers)
      if (!cookies) throw new NotFound()
      if (ctx.actor.kind === 'person' && ctx.actor.sessionId) await signIn.endSession(ctx.actor.id, { id: ctx.actor.sessionId })
      carryCookies(cookies, more.headers)
      more.headers.append('set-cookie', actingCookie(ctx, '', null, signIn.secure))
      return { to }
    }),
  },
  head: (_data, { language }) => ({ title: peopleWords(language).personas.title, hidden: true, place: 'me' }),
  view: ({ people, to }, view) => {
    const t = peopleWords(view.language).personas
    return (
      <div className="stack">
        <PageHead title={t.title}><p className="lead">{t.lead}</p></PageHead>
        {people.length === 0 ? <Empty icon="people">{t.none}</Empty> : (
          <ul className="card rows">
            {people.map((who) => (
              <li key={who.id}>
                <div className="t"><b>{who.name}</b>{rolesOf(who, view.language).map((role) => <small key={role}>{role}</small>)}</div>
                {view.me?.id === who.id ? <small>{t.you}</small>
                  : <ActionForm does="be" plain className="inline" label={t.be(who.name)}><input type="hidden" name="to" value={to} /><Button name="who" value={who.id} small>{t.be(who.name.split(' ')[0]!)}</Button></ActionForm>}
              </li>
            ))}
          </ul>
        )}
        <p><a className="touch" href={view.href(withQuery('/sign-in', { to: to === '/' ? null : to }))}>{t.ownWay}</a></p>
      </div>
    )
  },
})
