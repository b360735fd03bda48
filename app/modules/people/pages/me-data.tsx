import { z } from 'zod'
import { day } from '#core/text/format.ts'
import { fields, page, resource } from '#core/http/page.ts'
import { actingCookie } from '#core/identity/acting.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { ActionForm, Button, Checkbox } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { deleteAccount } from '../leave.server.ts'
import { showMyData } from '../my-data.server.ts'
import { peopleWords } from '../texts/index.ts'

/** All of it as JSON, to keep or to take elsewhere (GDPR articles 15 and 20). */
export const myDataJson = resource('/me/data.json', {
  get: async (ctx) => {
    const { onlyRepresentativeOf: _, ...mine } = await showMyData(ctx)
    return new Response(JSON.stringify({ municipality: ctx.municipality.name, at: ctx.now, ...mine }, null, 2), { headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="nousu-${ctx.municipality.slug}.json"`, 'cache-control': 'private, no-store' } })
  },
})

export default page('/me/data', {
  read: showMyData,
  forms: {
    remove: fields(z.object({ sure: z.literal('on', 'mustAgree') }), async (ctx, _params, _input, more) => {
      await deleteAccount(ctx, more.house)
      const { forget, secure } = signInOf(ctx)
      more.headers.append('set-cookie', forget())
      more.headers.append('set-cookie', actingCookie(ctx, '', null, secure))
      return { to: '/sign-in?left=1' }
    }),
  },
  head: (_data, { language }) => ({ title: peopleWords(language).data.title, hidden: true, place: 'me' }),
  view: ({ account, profile, held, onlyRepresentativeOf }, view) => {
    const words = peopleWords(view.language), t = words.data
    const { homeLongitude, homeLatitude } = profile
    const facts = {
      name: profile.name, email: profile.email, language: words.me.languages[profile.language], birthDate: account?.birthDate, homeMunicipalityCode: account?.homeMunicipalityCode, home: homeLatitude !== null && homeLongitude !== null ? `${homeLatitude}, ${homeLongitude}` : null,
      assurance: account?.assurance ? t.level[account.assurance] : null, createdAt: account && day(account.createdAt, view.language, view.now),
    }
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/me'), name: words.me.title }]}><p className="lead">{t.lead}</p></PageHead>
        <Section title={t.account} id="account">
          <dl className="facts card">{(Object.keys(facts) as (keyof typeof facts)[]).map((name) => <Fact key={name} name={t.facts[name]} value={facts[name] ?? t.nothing} />)}</dl>
        </Section>
        <div className="stack">
          {Object.entries(held).filter(([, rows]) => rows.length > 0).map(([name, rows]) => (
            <details key={name} className="fold"><summary>{t.what[name] ?? name} ({rows.length})</summary>
              <ul className="rows">{rows.slice(0, 50).map((row, i) => <li key={i}><div className="t">{Object.entries(row).filter(([, value]) => value !== null && value !== '').map(([key, value]) => <span key={key}>{value instanceof Date ? day(value, view.language, view.now) : String(value)}</span>)}</div></li>)}</ul>
            </details>
          ))}
          <p className="actions"><LinkButton to={view.href('/me/data.json')} icon="download">{t.download}</LinkButton></p>
        </div>
        <Section title={t.remove} id="remove">
          <Card>
            <p>{t.removeLead}</p>
            <h3>{t.goesTitle}</h3><ul className="bullets">{t.goes.map((each) => <li key={each}>{each}</li>)}</ul>
            <h3>{t.staysTitle}</h3><ul className="bullets">{t.stays.map((each) => <li key={each}>{each}</li>)}</ul>
            {onlyRepresentativeOf.length > 0 && <Said tone="late">{t.alone(onlyRepresentativeOf.join(', '))}</Said>}
            <ActionForm does="remove" plain>
              {view.failed?.form === 'remove' && <p className="problem" role="alert" id="remove-sure-problem"><Icon name="no" /> {t.mustAgree}</p>}
              <Checkbox name="sure" label={t.sure} id="remove-sure" />
              <div className="actions"><Button kind="danger" icon="remove">{t.removeNow}</Button></div>
            </ActionForm>
          </Card>
        </Section>
      </div>
    )
  },
})

const Fact = ({ name, value }: { name: string; value: string }) => <><dt>{name}</dt><dd>{value}</dd></>
