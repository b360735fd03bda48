import { posterOf } from '#core/documents/poster.server.ts'
import { resource } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { can } from '../permissions.ts'
import { openQuestion } from '../questions.server.ts'
import { satisfactionWords } from '../texts/index.ts'

/** The poster of a question, in the language of its address, for printing. */
export const poster = resource('/ask/:code/poster', {
  get: async (ctx, { code }, request) => {
    const its = await openQuestion(ctx, code)
    allow(ctx, can.keep, its)
    const t = satisfactionWords(ctx.language)
    const size = new URL(request.url).searchParams.get('size') === 'a5' ? 'A5' : 'A4'
    const bytes = await posterOf({
      title: inLanguage(its.name ?? {}, ctx.language), lead: inLanguage(its.prompt, ctx.language) || t.prompt, address: ctx.address(`/ask/${its.code}?from=poster`), scan: t.posterText.scan, or: t.posterText.or, small: t.posterText.nothing,
      author: inLanguage(ctx.municipality.name ?? {}, ctx.language), language: ctx.language, date: ctx.now, size,
    })
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${its.code}-${size.toLowerCase()}.pdf"`, 'cache-control': 'private, no-store' } })
  },
})
