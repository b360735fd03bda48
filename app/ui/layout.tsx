import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

/** The heading of a page, with what leads to it above and its facts below. */
export function PageHead({ title, lang, crumbs, children }: { title: string; /** of the title, when another than the page's */ lang?: string | undefined; crumbs?: { to: string; name: string }[]; children?: ReactNode }) {
  return (
    <header className="stack tight">
      {crumbs && <p className="meta crumbs">{crumbs.map((each) => <span key={each.to}><a href={each.to}>{each.name}</a> <span aria-hidden="true">›</span></span>)}</p>}
      <h1 lang={lang}>{title}</h1>
      {children}
    </header>
  )
}
export function Section({ title, more, id, children }: { title: string; more?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="stack part" aria-labelledby={id ? `${id}-title` : undefined} id={id}>
      <div className="sectionhead"><h2 id={id ? `${id}-title` : undefined}>{title}</h2>{more}</div>
      {children}
    </section>
  )
}
export const Card = ({ children, tone, label }: { children: ReactNode; tone?: 'ask' | 'late' | 'done'; label?: string }) =>
  <section className={tone ? `card stack ${tone}` : 'card stack'} aria-label={label}>{children}</section>

/** An empty place says what belongs there and offers the first step. */
export const Empty = ({ icon, children, action }: { icon: IconName; children: ReactNode; action?: ReactNode }) =>
  <div className="empty"><Icon name={icon} /><p>{children}</p>{action}</div>

/** A piece of a meta line: an icon and a word. */
export const Fact = ({ icon, children }: { icon: IconName; children: ReactNode }) => <span><Icon name={icon} /> {children}</span>

export const LinkButton = ({ to, kind, icon, children }: { to: string; kind?: 'main' | 'quiet'; icon?: IconName; children: ReactNode }) =>
  <a className={kind ? `btn ${kind}` : 'btn'} href={to}>{icon && <Icon name={icon} />}{children}</a>

/** Said once after something was done; read aloud by screen readers. */
export const Said = ({ children, tone = 'done' }: { children: ReactNode; tone?: 'done' | 'late' }) =>
  <div className={`said ${tone}`} role="status"><Icon name={tone === 'done' ? 'done' : 'no'} /><div>{children}</div></div>

/** A text as its writer's paragraphs; no markup is understood, addresses become links. */
export function Prose({ text, lang }: { text: string; lang?: string | undefined }) {
  return <div className="prose" lang={lang}>{text.trim().split(/\n\s*\n/).map((paragraph, i) => <p key={i}>{linked(paragraph)}</p>)}</div>
}
const address = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/
function linked(text: string): ReactNode[] {
  return text.split(address).map((part, i) => (i % 2 ? <a key={i} href={part} rel="ugc nofollow noopener">{part}</a> : part))
}
