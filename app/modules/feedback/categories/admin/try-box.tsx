import { Island } from '#core/http/island.server.tsx'
import type { View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { Section } from '#ui/layout.tsx'
import TryWords from '../../islands/try-words.tsx'
import type { Sought } from '../rank.ts'
import { keepWords } from './texts/index.ts'

/** "Try it": what would a sender's words suggest? Its answer without script comes from the address (`try`). */
export function TryBox({ sought, view, editing = '' }: { sought: Sought[]; view: View; /** the category whose keywords are on the same page */ editing?: string }) {
  const t = keepWords(view.language)
  return (
    <Section title={t.tryIt} id="try-it">
      <Island of={TryWords} props={{ categories: sought.map(({ id, name, keywords }) => ({ id, name, keywords })), names: Object.fromEntries(sought.map((each) => [each.id, inLanguage(each.name, view.language)])), editing, said: (view.query.get('try') ?? '').slice(0, 2000), words: { label: t.tryLabel, hint: t.tryHint, send: t.trySend, sure: t.trySure, nothing: t.nothing, because: t.because('#') } }} />
    </Section>
  )
}
