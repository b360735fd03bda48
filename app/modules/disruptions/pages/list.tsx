import { Island } from '#core/http/island.server.tsx'
import { fields, page, type View } from '#core/http/page.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { saidBy } from '#core/text/said.ts'
import { areasOf } from '#core/trail/facets.server.ts'
import { ActionForm, Button, Checkbox } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { chooseForm, chooseHowToHear, howIHear } from '../choice.server.ts'
import { currentDisruptions, type Disruption } from '../current.server.ts'
import ShapeMap from '../islands/shape-map.tsx'
import { disruptionKinds, isDisruptionKind, kindKeys } from '../kinds.ts'
import { can } from '../permissions.ts'
import { DisruptionRow } from '../rows.tsx'
import { disruptionWords } from '../texts/index.ts'

async function readList(ctx: Ctx, query: URLSearchParams) {
  const kind = query.get('kind'), area = query.get('area')?.slice(0, 100) || null
  const [all, areas, hear] = [await currentDisruptions(ctx), await areasOf(ctx), await howIHear(ctx)]
  const chosen = isDisruptionKind(kind) ? kind : null
  return { found: all.filter((each) => (!chosen || each.kind === chosen) && (!area || each.whole || each.areas.includes(area))), kind: chosen, area, areas, hear, mayMake: may(ctx, can.begin) }
}
type Data = Awaited<ReturnType<typeof readList>>

/** What does not work as usual: now, coming, and over within a week, as a list and on a map. */
export default page('/disruptions', {
  read: (ctx, _params, query) => readList(ctx, query),
  forms: { hear: fields(chooseForm, async (ctx, _params, its) => { await chooseHowToHear(ctx, its); return { to: '/disruptions?done=chosen#hear' } }) },
  head: ({ area, kind }, { language }) => ({ title: disruptionWords(language).title, description: disruptionWords(language).lead, place: 'services', wide: true, feed: `/disruptions.atom${narrowing(kind, area)}` }),
  view: (data, view) => {
    const t = disruptionWords(view.language)
    const { found } = data
    const said = saidBy(t.done, view.query.get('done'))
    const of = (state: Disruption['state']) => found.filter((each) => each.state === state)
    const mapped = found.filter((each) => each.state !== 'over' && each.parts.length > 0)
    const part = (state: Disruption['state'], name: string) => { const its = of(state); return its.length > 0 && <Section key={state} id={state} title={name}><ul className="card rows">{its.map((each) => <DisruptionRow key={each.id} its={each} view={view} />)}</ul></Section> }
    return (
      <>
        {said && <Said>{said}</Said>}
        <PageHead title={t.title}><p className="lead">{t.lead}</p>{data.mayMake && <p className="actions"><LinkButton kind="main" icon="plus" to={view.href('/disruptions/new')}>{t.make.title}</LinkButton></p>}</PageHead>
        <Narrow data={data} view={view} />
        <div className={mapped.length > 0 ? 'mapped' : 'stack'}>
          <div className="stack wide">
            {of('on').length === 0 && <Empty icon="done">{data.area || data.kind ? t.noneNarrowed : t.none}</Empty>}
            {part('on', t.now)}{part('coming', t.coming)}{part('over', t.lately)}
          </div>
          {mapped.length > 0 && <Section title={t.map}><Island of={ShapeMap} props={{ source: view.href('/map-data'), base: view.base, words: t.shown, shapes: mapped.map((each) => ({ id: each.id, title: each.title, path: each.path, parts: each.parts.map(({ kind, corners, metres }) => ({ kind, corners, metres })) })) }} /></Section>}
        </div>
        {data.hear ? <Hear hear={data.hear} view={view} /> : !view.me && <p className="meta"><a href={view.href(`/sign-in?to=${encodeURIComponent('/disruptions')}`)}><Icon name="bell" /> {t.hear.guest}</a></p>}
        <p className="meta"><a href={view.href(`/disruptions.atom${narrowing(data.kind, data.area)}`)}>Atom</a><a href={view.href('/disruptions.json')}>JSON</a><a href={view.href('/disruptions.geojson')}>GeoJSON</a><a href={view.href('/disruptions/cap.atom')}>CAP 1.2</a></p>
      </>
    )
  },
})
function narrowing(kind: string | null, area: string | null): string {
  const text = new URLSearchParams({ ...(kind ? { kind } : {}), ...(area ? { area } : {}) }).toString()
  return text && `?${text}`
}

function Narrow({ data: { kind, area, areas }, view }: { data: Data; view: View }) {
  const t = disruptionWords(view.language)
  return (
    <form method="get" action={view.href('/disruptions')} className="pairs narrows" aria-label={t.narrow}>
      <div className="field"><label htmlFor="narrow-kind">{t.kind}</label><select id="narrow-kind" name="kind" defaultValue={kind ?? ''}><option value="">{t.allKinds}</option>{kindKeys.map((each) => <option key={each} value={each}>{disruptionKinds[each].name[view.language]}</option>)}</select></div>
      <div className="field"><label htmlFor="narrow-area">{t.area}</label><span className="search-line"><select id="narrow-area" name="area" defaultValue={area ?? ''}><option value="">{t.allAreas}</option>{areas.map((each) => <option key={each.key} value={each.key}>{each.name}</option>)}</select><button type="submit" className="btn">{t.show}</button></span></div>
      {area && <p className="meta"><a href={view.href(`/follow/area/${encodeURIComponent(area)}`)}><Icon name="follow" /> {t.followArea(areas.find((each) => each.key === area)?.name ?? area)}</a></p>}
    </form>
  )
}

function Hear({ hear, view }: { hear: NonNullable<Data['hear']>; view: View }) {
  const t = disruptionWords(view.language).hear
  return (
    <details className="fold" id="hear" open={view.query.get('done') === 'chosen'}><summary><Icon name="bell" /> {t.title}</summary>
      <ActionForm does="hear" label={t.title}>
        <p className="hint">{t.lead}</p>
        <fieldset className="field"><legend className="visually-hidden">{t.title}</legend>
          <Checkbox name="push" label={t.push} checked={hear.push} /><Checkbox name="mail" label={t.mail} checked={hear.mail} /><Checkbox name="home" label={<>{t.home}{!hear.hasHome && <small> {t.noHome}</small>}</>} checked={hear.home} />
        </fieldset>
        <p className="hint">{t.night}</p>
        <p className="actions"><Button kind="main">{t.save}</Button><LinkButton to={view.href('/me/places')} icon="place">{t.places}</LinkButton><LinkButton to={view.href('/me/follows')} icon="bell">{t.devices}</LinkButton></p>
      </ActionForm>
    </details>
  )
}
