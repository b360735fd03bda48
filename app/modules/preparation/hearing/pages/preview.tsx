import { page, resource } from '#core/http/page.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { keyOf } from '#core/files/pictures.server.ts'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead, Prose, Section } from '#ui/layout.tsx'
import { PhaseLine } from '../../phase-line.tsx'
import { SectionBody } from '../hearing.tsx'
import { previewed, showPreview } from '../preview.server.ts'
import { sectionsOf } from '../sections.server.ts'
import { hearingWords } from '../texts/index.ts'

/** A draft for who has its secret link: to read, nothing else. */
export default page('/matters/:matterId/preview/:token', {
  read: (ctx, { matterId, token }) => showPreview(ctx, matterId, token),
  head: ({ title }, { language }) => ({ title: `${hearingWords(language).preview.banner}: ${title}`, place: 'participate', hidden: true }),
  view(its, view) {
    const all = hearingWords(view.language), t = all.preview
    const lang = its.language === view.language ? undefined : its.language
    const told = (['notOpen', 'law', 'money', 'time'] as const).filter((name) => its.conditions[name])
    return (
      <div className="stack wide">
        <Card tone="ask"><p><Icon name="hidden" /> <b>{t.banner}</b></p><p>{its.published ? t.published : t.text}</p>{its.published && <p><LinkButton to={view.href(`/matters/${its.id}`)}>{t.toMatter}</LinkButton></p>}</Card>
        <PageHead title={its.title} lang={lang} />
        <Section title={t.thought} id="thought"><Prose text={its.thought} lang={lang} /></Section>
        {its.ask && <Section title={t.ask} id="ask"><Prose text={its.ask} lang={lang} /></Section>}
        {told.map((name) => <Section key={name} title={t[name]} id={name}><Prose text={its.conditions[name]} lang={lang} /></Section>)}
        <PhaseLine phases={its.phases} view={view} />
        {its.sections.length > 0 && <Section title={all.document} id="document">{its.sections.map((section) => <article key={section.id} className="card stack heard"><SectionBody section={section} view={view} lang={lang} pictures={its.pictures} /></article>)}</Section>}
      </div>
    )
  },
})

/** A picture of the document, for who has the link: of a draft nobody else sees it. */
export const previewPicture = resource('/matters/:matterId/preview/:token/pictures/:file', {
  get: async (ctx, { matterId, token, file }) => {
    await previewed(ctx, matterId, token)
    const id = /^([0-9a-f-]{36})\.webp$/.exec(file)?.[1]
    if (!isId(id) || !(await sectionsOf(ctx, matterId)).some((each) => each.picture?.id === id)) throw new NotFound()
    const bytes = await ctx.storage.get(keyOf(ctx, id))
    if (!bytes) throw new NotFound()
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/webp', 'x-content-type-options': 'nosniff', 'content-disposition': 'inline', 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' } })
  },
})
