import type { ReactNode } from 'react'
import type { View } from '#core/http/page.ts'
import { PageHead, Said } from '#ui/layout.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { entriesWords } from './texts/index.ts'

/** A page on which an entry is kept: what was saved, the way to its other pages, and this page's form. */
export function EditPage({ title, entry, pages, here, children, view }: { title: string; entry: { name: string; path: string }; pages: { path: string; name: string; icon: IconName }[]; /** this page's own path */ here: string; children: ReactNode; view: View }) {
  const t = entriesWords(view.language).keep
  const saved = view.failed ? null : view.query.get('saved')
  return (
    <div className="stack wide">
      <PageHead title={title} crumbs={[{ to: view.href(entry.path), name: entry.name }]} />
      <nav aria-label={t.nav}><ul className="filters slide">{pages.map((each) => <li key={each.path}><a className="chip" href={view.href(each.path)} aria-current={each.path === here ? 'page' : undefined}><Icon name={each.icon} />{each.name}</a></li>)}</ul></nav>
      {saved !== null && <Said>{saved === 'waits' ? t.savedWaits : t.saved} <a href={view.href(entry.path)}>{t.toPage}</a></Said>}
      {children}
    </div>
  )
}
/** Where a form goes back to when it has saved. */
export const savedAt = (path: string, { waits }: { waits: boolean }) => ({ to: `${path}?saved=${waits ? 'waits' : 'yes'}` })
