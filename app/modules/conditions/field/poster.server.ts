import { posterOf } from '#core/documents/poster.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { inLanguage } from '#core/text/language.ts'
import { readPlaces } from './read-places.server.ts'
import { placesFieldWords } from './texts/index.ts'

/** A poster for the wall of a place: its code opens the field view at that place, for who keeps it. `?place=` its id, `?size=a5`. */
export default resource('/field/places/poster', {
  async get(ctx, _params, request) {
    const query = new URL(request.url).searchParams, only = query.get('place') ?? ''
    const its = (await readPlaces(ctx, { only })).places.find((each) => each.id === only)
    if (!its) throw new NotFound()
    const t = placesFieldWords(ctx.language).posterText, size = query.get('size') === 'a5' ? 'A5' : 'A4'
    const bytes = await posterOf({ title: its.name, lead: t.lead, address: ctx.address(withQuery('/field/places', { place: its.id })), scan: t.scan, or: t.or, small: t.small, author: inLanguage(ctx.municipality.name ?? {}, ctx.language), language: ctx.language, date: ctx.now, size })
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${size.toLowerCase()}.pdf"`, 'cache-control': 'private, no-store' } })
  },
})
