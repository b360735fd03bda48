import type { View } from '#core/http/page.ts'
import { LinkButton, Prose } from '#ui/layout.tsx'
import { Icon } from '#ui/icons.tsx'
import type { Category } from './categories.server.ts'
import { categoryWords } from './texts/index.ts'

/** What stops a report before it is written: call now, or whose matter it is and how they are reached. Nothing for a category without one. */
export function StopperCard({ category: { stopper, name }, view }: { category: Pick<Category, 'stopper' | 'name'>; view: Pick<View, 'language'> }) {
  if (!stopper) return null
  const t = categoryWords(view.language)
  const danger = stopper.kind === 'danger'
  const phone = stopper.phone?.trim()
  return (
    <section className={danger ? 'card stack late stopper' : 'card stack ask stopper'} aria-label={danger ? t.danger : t.notOurs(name)} role={danger ? 'alert' : undefined}>
      <h2 className="iconed"><Icon name={danger ? 'danger' : 'routed'} /><span>{danger ? t.danger : t.notOurs(name)}</span></h2>
      <Prose text={stopper.text} />
      <p className="actions">
        {phone && <LinkButton to={`tel:${phone.replace(/[^\d+]/g, '')}`} kind="main" icon="phone">{t.call(phone)}</LinkButton>}
        {stopper.url && <LinkButton to={stopper.url} icon="next">{t.site(new URL(stopper.url).host.replace(/^www\./, ''))}</LinkButton>}
      </p>
      {stopper.sendable && <p>{t.sendable}</p>}
    </section>
  )
}
