import { Invalid } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Empty, Section } from '#ui/layout.tsx'
import { addServiceAt, findEntries, removeServiceAt } from '../channels.server.ts'
import { EditPage } from '../edit-page.tsx'
import { placeKeeping } from '../entry-parts.tsx'
import { keptPlace } from '../place-form.server.ts'
import { entriesWords } from '../texts/index.ts'

const at = (id: string) => `/places/${id}/edit/services`
const serviceIn = (form: FormData) => { const its = form.get('service'); if (typeof its !== 'string') throw new Invalid('service'); return its }

/** Which services are had at a place. */
export default page('/places/:placeId/edit/services', {
  read: async (ctx, { placeId }, query) => {
    const place = await keptPlace(ctx, placeId)
    const q = (query.get('q') ?? '').slice(0, 100)
    return { place, q, found: (await findEntries(ctx, 'service', q)).filter((each) => !place.services.some((its) => its.id === each.id)) }
  },
  forms: {
    add: async (ctx, { placeId }, form) => { await addServiceAt(ctx, placeId, serviceIn(form)); return { to: at(placeId) } },
    remove: async (ctx, { placeId }, form) => { await removeServiceAt(ctx, placeId, serviceIn(form)); return { to: at(placeId) } },
  },
  head: ({ place }, { language }) => ({ title: `${entriesWords(language).keep.here}: ${place.name}`, place: 'services', hidden: true }),
  view({ place, q, found }, view) {
    const t = entriesWords(view.language).keep
    const form = (does: 'add' | 'remove', id: string) => <ActionForm does={does} className="inline"><input type="hidden" name="service" value={id} /><Button small {...(does === 'remove' ? { kind: 'quiet' as const } : {})} icon={does === 'remove' ? 'remove' : 'plus'}>{does === 'remove' ? t.remove : t.choose}</Button></ActionForm>
    return (
      <EditPage title={t.here} entry={{ name: place.name, path: `/places/${place.id}` }} pages={placeKeeping(place.id, t, { ask: false })} here={at(place.id)} view={view}>
        {place.services.length === 0 ? <Empty icon="list">{t.noServicesHere}</Empty> : <ul className="card rows">{place.services.map((each) => <li key={each.id}><div className="t"><a href={view.href(`/services/${each.id}`)}>{each.name}</a></div>{form('remove', each.id)}</li>)}</ul>}
        <Section id="add" title={t.addService}>
          <form method="get" action={view.href(at(place.id))} className="stack tight" role="search"><label htmlFor="find-service">{t.labels.service}</label><p className="hint" id="find-service-hint">{t.hints.service}</p>
            <div className="searchbox"><input id="find-service" name="q" type="search" defaultValue={q} maxLength={100} aria-describedby="find-service-hint" /><button type="submit" className="btn">{t.find}</button></div></form>
          {q && (found.length === 0 ? <p role="status">{t.problems.notFound}</p> : <ul className="card rows">{found.map((each) => <li key={each.id}><div className="t"><b>{each.name}</b><small>{each.detail}</small></div>{form('add', each.id)}</li>)}</ul>)}
        </Section>
      </EditPage>
    )
  },
})
