import type { ReactNode } from 'react'
import type { Language } from '#core/text/language.ts'
import { Bell } from './bell.tsx'
import { Icon, type IconName } from './icons.tsx'
import { uiWords } from './texts/index.ts'

export type Place = 'home' | 'services' | 'participate' | 'community' | 'me' | 'desk'
export type ShellFacts = {
  municipality: string
  language: Language
  languages: Language[]
  base: string
  /** the same page in another language */ inLanguage(language: Language): string
  place: Place | undefined
  me: { name: string; as?: string | undefined; official: boolean; moderator: boolean; admin: boolean } | null
  unread: number
  demo: boolean
  others: { name: string; address: string }[]
  wide: boolean
}

const icons: Record<Place, IconName> = { home: 'home', services: 'place', participate: 'comment', community: 'people', me: 'me', desk: 'inbox' }
const paths: Record<Place, string> = { home: '', services: '/services', participate: '/participate', community: '/community', me: '/me', desk: '/desk' }

/** The one frame of every page: who and where I am above, the five places and "Sano tai tee" below (a rail at the left from 64 rem). */
export function Shell({ facts, children }: { facts: ShellFacts; children: ReactNode }) {
  const t = uiWords(facts.language)
  const { base, me } = facts
  const link = (place: Place, extra = '') => (
    <a key={place} href={base + paths[place] || '/'} className={extra} aria-current={facts.place === place ? 'page' : undefined}><Icon name={icons[place]} />{t.places[place]}</a>
  )
  return (
    <>
      <a className="skip" href="#main">{t.toContent}</a>
      <header className="top">
        <a className="brand" href={base || '/'}><span className="emblem" aria-hidden="true">{facts.municipality[0]}</span><b>{facts.municipality}</b></a>
        <span className="grow" />
        <details className="menu lang"><summary aria-label={`${t.languageSwitch}: ${facts.language.toUpperCase()}`}>{facts.language.toUpperCase()}</summary>
          <ul>{facts.languages.map((language) => <li key={language}><a href={facts.inLanguage(language)} hrefLang={language} lang={language} aria-current={language === facts.language ? 'true' : undefined}>{{ fi: 'Suomi', sv: 'Svenska', en: 'English' }[language]}</a></li>)}</ul>
        </details>
        <a className="iconbutton" href={`${base}/search`} aria-label={t.search}><Icon name="search" /></a>
        {me
          ? <Bell unread={facts.unread} base={base} language={facts.language} />
          : <a className="btn small" href={`${base}/sign-in`}>{t.signIn}</a>}
      </header>
      {me?.as && <aside className="acting"><Icon name="organisation" /> {t.actsAs(me.as)}</aside>}
      <nav className="bar" aria-label={t.mainMenu}>
        {link('home')}{link('services')}
        <a className="say" href={`${base}/say`}><i><Icon name="plus" /></i>{t.say}</a>
        {link('participate')}{link('community', 'rail-only')}{link('me')}
        {me?.official && link('desk', 'rail-only')}
      </nav>
      <main id="main" className={facts.wide ? 'shell wide' : 'shell'} tabIndex={-1}>{children}</main>
      <footer className="foot shell">
        <p><b>Nousu</b> · {t.footer}</p>
        <ul className="meta">
          {me?.official && <li><a href={`${base}/desk`}>{t.places.desk}</a></li>}
          <li><a href={`${base}/community`}>{t.places.community}</a></li>
          {me?.moderator && <li><a href={`${base}/moderation`}>{t.places.moderation}</a></li>}
          {me?.admin && <li><a href={`${base}/admin`}>{t.places.admin}</a></li>}
          <li><a href={`${base}/moderation/statistics`}>{t.moderationLog}</a></li>
          <li><a href={`${base}/open-data`}>{t.openData}</a></li>
          {facts.others.map((each) => <li key={each.address}><a href={each.address}>{each.name}</a></li>)}
          {facts.demo && <li><a href={`${base}/personas`}>{t.demoPeople}</a></li>}
        </ul>
      </footer>
    </>
  )
}
