import type { Language } from '#core/text/language.ts'
import { Section } from './layout.tsx'
import { StageMark, type StageName, type StageSign } from './stage.tsx'
import { uiWords } from './texts/index.ts'

type Link = { id: string; title: string; stage: StageName; sign?: StageSign | undefined; kind: 'grewOutOf' | 'mergedInto' | 'splitFrom' | 'answers' | 'concerns'; direction: 'from' | 'to'; what: string; path: string }

/** The things that a thing belongs together with, each with how; nothing when there are none. */
export function Linked({ links, view }: { links: Link[]; view: { language: Language; href(path: string): string } }) {
  if (links.length === 0) return null
  const t = uiWords(view.language).linked
  return (
    <Section id="linked" title={t.title}>
      <ul className="card rows">
        {links.map((link) => (
          <li key={link.id + link.kind}><div className="t"><small>{t[link.kind][link.direction]} · {link.what}</small><a href={view.href(link.path)}>{link.title}</a><p className="meta"><StageMark stage={link.stage} sign={link.sign} language={view.language} /></p></div></li>
        ))}
      </ul>
    </Section>
  )
}
