import { renderToString } from 'react-dom/server'
import { resource } from '#core/http/page.ts'
import { readForm } from '#core/http/serve.server.ts'
import { categoriesOf } from '../categories/categories.server.ts'
import { CategoryPart } from './category-part.tsx'
import { sortingOf } from './screens.server.ts'
import { sendingWords } from './texts/index.ts'

/**
 * The part of the form that sorts a report, drawn anew for what is written and chosen by now. A POST, though it changes
 * nothing: what people write belongs into no address, which logs and histories keep.
 */
export const suggestResource = resource('/feedback/suggest', {
  async post(ctx, _params, request) {
    const form = await readForm(request)
    const values = Object.fromEntries([...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    for (const key of new Set(form.keys())) if (key.endsWith('[]')) values[key] = form.getAll(key).join('\n')
    const sorting = await sortingOf(ctx, { ...values, text: values.text ?? '' }, values.chosen === '1')
    const view = { language: ctx.language }
    return new Response(renderToString(
      <div data-name={sorting.chosen?.name ?? ''} data-said={sorting.chosen ? sendingWords(ctx.language).suggested(sorting.chosen.name) : ''}>
        <CategoryPart sorting={sorting} categories={await categoriesOf(ctx)} view={view} failed={{ form: 'send', problems: {}, values }} />
      </div>), { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } })
  },
})
