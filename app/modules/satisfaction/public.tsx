import type { View } from '#core/http/page.ts'
import { ActionForm } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import { Faces } from './faces.tsx'
import type { Listed } from './questions.server.ts'
import { satisfactionWords } from './texts/index.ts'

/** Questions on the page of what they are about: one tap answers, and the answer's own page says thanks. */
export function AskCards({ asked, view }: { asked: Listed[]; view: View }) {
  if (asked.length === 0) return null
  const t = satisfactionWords(view.language)
  return (
    <Section id="ask" title={t.title}>
      {asked.map((each) => (
        <div key={each.id} className="card stack tight"><h3><a className="touch" href={view.href(`/ask/${each.code}`)}>{each.name}</a></h3>
          <ActionForm does="face" to={view.href(`/ask/${each.code}`)} label={each.name}><Faces language={view.language} /></ActionForm></div>
      ))}
    </Section>
  )
}
