import { distance } from '#core/text/format.ts'
import type { Language } from '#core/text/language.ts'
import type { Similar } from '#core/trail/similar.server.ts'
import { Icon } from '#ui/icons.tsx'
import { Fact } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { ideaWords } from '../texts/index.ts'
import { proposingWords } from './texts/index.ts'

/** What a list of alike ideas needs of each. */
export type Alike = Pick<Similar, 'id' | 'title' | 'stage' | 'supports' | 'metres'>

/** The form outside the writing form that "support this" buttons send: one form cannot stand in another. */
const supportForm = 'support-instead'
export const SupportForm = () => <form id={supportForm} method="post" hidden><input type="hidden" name="_do" value="support" /></form>

/** Ideas like the one being written: each with its state, to be read or supported in one tap. */
export function AlikeList({ found, language, href }: { found: (Alike & { open: boolean })[]; language: Language; href(path: string): string }) {
  const t = proposingWords(language)
  return (
    <ul className="rows alike-list">
      {found.map((each) => (
        <li key={each.id}><div className="t">
          <a href={href(`/ideas/${each.id}`)}>{each.title}</a>
          <p className="meta"><StageMark stage={each.stage} language={language} /><Fact icon="support">{ideaWords(language).supports(each.supports)}</Fact>{each.metres !== null && <Fact icon="place">{t.away(distance(each.metres, language))}</Fact>}</p>
          {each.open && <p><button className="btn small" form={supportForm} formAction={href(`/ideas/${each.id}`)} aria-label={t.supportWhat(each.title)}><Icon name="support" />{t.supportThis}</button></p>}
        </div></li>
      ))}
    </ul>
  )
}
