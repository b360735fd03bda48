import type { Language } from '#core/text/language.ts'
import { Icon } from './icons.tsx'
import { uiWords } from './texts/index.ts'

/** The steps of what is being done, each ticked when it is behind. `at` is the one to do next; nothing is next when something stands in between. */
export function Steps({ names, at, stuck = false, row = false, language }: { names: string[]; at: number; stuck?: boolean; /** on one line, for a form of a few screens */ row?: boolean; language: Language }) {
  const t = uiWords(language).steps
  return (
    <ol className={row ? 'steps row' : 'steps'} aria-label={t.title}>
      {names.map((name, i) => {
        const next = i === at && !stuck
        return (
          <li key={name} className={i < at ? 'done' : next ? 'next' : ''} aria-current={next ? 'step' : undefined}>
            {i < at ? <Icon name="done" /> : <span className="ring" aria-hidden="true" />}<span>{name}{i < at && <small> {t.done}</small>}{next && <small> {t.next}</small>}</span>
          </li>
        )
      })}
    </ol>
  )
}
