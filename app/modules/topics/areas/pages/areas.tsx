import { Island } from '#core/http/island.server.tsx'
import { fields, page, type View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Empty, Fact, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import AreaDrawing from '../../islands/area-drawing.tsx'
import { AreaMap } from '../area-map.tsx'
import { drawnAll } from '../drawing.ts'
import { areaForm, type AreaRow, areasToKeep, keepArea } from '../keep.server.ts'
import { bordersText } from '../read-shape.ts'
import { areaWords } from '../texts/index.ts'

/** The municipality's areas in order. */
export default page('/admin/areas', {
  read: (ctx) => areasToKeep(ctx),
  forms: { add: fields(areaForm, async (ctx, _params, input) => { const made = await keepArea(ctx, null, input); return 'problems' in made ? made : { to: `/admin/areas?saved=${made.subjects}` } }) },
  head: (_data, { language }) => ({ title: areaWords(language).title, place: 'desk', hidden: true }),
  view: (areas, view) => {
    const { language, failed, query } = view
    const t = areaWords(language)
    const number = (name: string) => Math.max(0, Math.trunc(Number(query.get(name)) || 0))
    const map = drawnAll(areas.flatMap(({ key, name, shape }) => (shape ? [{ key, name: inLanguage(name, language), shape }] : [])))
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.lead}</p><p className="actions"><LinkButton icon="imported" to={view.href('/admin/areas/import')}>{t.importing}</LinkButton></p></PageHead>
        {!failed && query.has('saved') && <Said>{t.saved(number('saved'))}</Said>}{!failed && query.has('removed') && <Said>{t.removed}</Said>}{!failed && query.has('imported') && <Said>{t.imported(number('imported'), number('subjects'))}</Said>}
        {map && <AreaMap its={map} label={t.mapOfAll} />}
        {areas.length === 0 ? <Empty icon="map">{t.none}</Empty> : (
          <ul className="card rows">{areas.map((each) => <li key={each.key}><div className="t"><a href={view.href(`/admin/areas/${encodeURIComponent(each.key)}`)}>{inLanguage(each.name, language)}</a><p className="meta"><Fact icon={each.shape ? 'done' : 'place'}>{each.shape ? t.hasBorders : t.noBorders}</Fact></p></div></li>)}</ul>
        )}
        <Section id="add" title={t.add}>
          <ErrorSummary failed={failed} does="add" labels={t.labels} words={t.problems} language={language} />
          <ActionForm does="add"><AreaFields does="add" view={view} /><p className="actions"><Button kind="main" icon="plus">{t.add}</Button></p></ActionForm>
        </Section>
      </div>
    )
  },
})

/** Names and borders of one area: the borders as text, and with script drawn on a map. */
export function AreaFields({ does, view, its }: { does: string; view: View; its?: AreaRow }) {
  const t = areaWords(view.language)
  const field = { does, failed: view.failed, language: view.language, words: t.problems }
  return (
    <>
      <TextField {...field} name="nameFi" label={t.labels.nameFi!} value={its?.name?.fi} max={60} {...(its ? { hint: t.keyHint(its.key) } : {})} />
      <div className="pairs"><TextField {...field} name="nameSv" label={t.labels.nameSv!} value={its?.name?.sv} optional max={60} /><TextField {...field} name="nameEn" label={t.labels.nameEn!} value={its?.name?.en} optional max={60} /></div>
      <TextArea {...field} name="shape" label={t.labels.shape!} hint={t.shapeHint} value={its ? bordersText(its.shape) : ''} rows={5} optional />
      <Island of={AreaDrawing} props={{ source: view.href('/map-data'), field: `${does}-shape`, words: { ...t.map, ...t.draw } }} />
    </>
  )
}
