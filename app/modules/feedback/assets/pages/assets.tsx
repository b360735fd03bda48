import { page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day } from '#core/text/format.ts'
import { Empty, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { kindNames } from '../kinds.ts'
import { assetsOfKind, assetsToKeep } from '../list.server.ts'
import { assetWords } from '../texts/index.ts'

/** The municipality's lamps, rinks, bins and the like, by kind; of one kind each with the address for its code. */
export default page('/admin/assets', {
  read: async (ctx, _params, query) => {
    const kinds = await assetsToKeep(ctx)
    const kind = kinds.find((each) => each.kind === query.get('kind'))?.kind ?? null
    return { kinds, kind, things: kind ? await assetsOfKind(ctx, kind, query.get('after') ?? '') : null, base: ctx.address('') }
  },
  head: (_data, { language }) => ({ title: assetWords(language).title, place: 'desk', hidden: true }),
  view: ({ kinds, kind, things, base }, view) => {
    const { language, query } = view
    const t = assetWords(language)
    const number = (name: string) => Math.max(0, Math.trunc(Number(query.get(name))) || 0)
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.lead}</p></PageHead>
        {query.has('imported') && <Said>{t.imported(kindNames(query.get('imported')!.slice(0, 40), language), number('added'), number('changed'), number('gone'), number('same'))}</Said>}
        {kinds.length === 0 ? <Empty icon="imported" action={<LinkButton kind="main" to={view.href('/admin/assets/import')} icon="imported">{t.importing}</LinkButton>}>{t.none}</Empty> : (
          <>
            <div className="scroller"><table aria-label={t.title}>
              <thead><tr><th scope="col">{t.kind}</th><th scope="col" className="n">{t.count}</th><th scope="col" className="n">{t.goneCount}</th><th scope="col">{t.lastImport}</th></tr></thead>
              <tbody>{kinds.map((each) => <tr key={each.kind}><td><a className="touch" href={view.href(withQuery('/admin/assets', { kind: each.kind }))} aria-current={each.kind === kind ? 'true' : undefined}>{kindNames(each.kind, language)}</a></td><td className="n">{each.here}</td><td className="n">{each.gone}</td><td>{each.at && day(each.at, language, view.now)}</td></tr>)}</tbody>
            </table></div>
            <p className="actions"><LinkButton kind="main" to={view.href('/admin/assets/import')} icon="imported">{t.importing}</LinkButton></p>
          </>
        )}
        {kind && things && (
          <Section title={t.see(kindNames(kind, language))} id="things">
            <p>{t.listLead}</p>
            <ul className="rows">{things.rows.map((each) => (
              <li key={each.id}><div className="t"><a href={view.href(`/feedback/assets/${each.id}`)}>{each.key}{each.name && ` · ${each.name}`}</a><small>{base}{shortPath(kind, each.key)}</small></div></li>
            ))}</ul>
            {things.next && <p className="pager"><LinkButton to={view.href(withQuery('/admin/assets', { kind, after: things.next }))} icon="next">{t.next}</LinkButton></p>}
          </Section>
        )}
      </div>
    )
  },
})

/** The short address of a thing, without its base: what a code on a pole says. */
const shortPath = (kind: string, key: string) => `/feedback/assets/${encodeURIComponent(kind)}/${encodeURIComponent(key)}`
