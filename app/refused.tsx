import type { View } from '#core/http/page.ts'
import type { Language } from '#core/text/language.ts'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'

const said = (status: number, language: Language) => uiWords(language).refused[status] ?? uiWords(language).refused[status >= 500 ? 500 : 400]!

/** The page of a refusal: what happened and what to do. */
export const refusedPage = {
  refusedTitle: (status: number, _code: string, language: Language) => said(status, language)[0],
  refused: (status: number, _code: string, view: View) => {
    const [title, text] = said(status, view.language)
    return (
      <div className="stack">
        <PageHead title={title} />
        <p className="lead">{text}</p>
        <p className="actions"><LinkButton to={view.href('/')} kind="main">{uiWords(view.language).toHome}</LinkButton><LinkButton to={view.href('/search')} icon="search">{uiWords(view.language).search}</LinkButton></p>
      </div>
    )
  },
}
