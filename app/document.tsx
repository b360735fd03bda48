import type { ReactNode } from 'react'
import type { ShellProps } from '#core/http/serve.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { Shell } from '#ui/shell.tsx'

export type Assets = { script: string; style: string; font?: string; /** of development */ extra?: string }
/** What the shell shows of the person and the installation. */
export type ShellRead = { unread: number; demo: boolean; others: { name: string; address: string }[]; baseUrl: string }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'open-now': React.HTMLAttributes<HTMLElement>
      'live-updates': React.HTMLAttributes<HTMLElement> & { src: string }
      'is-land': React.HTMLAttributes<HTMLElement> & { [data: `data-${string}`]: string | undefined }
    }
  }
}

/** The HTML document of every page. There is no inline script and no inline style: the content security policy forbids both. */
export function makeDocument(assets: Assets): (props: ShellProps) => ReactNode {
  return function Document({ head, view, municipality, status, children, shell }) {
    const read = shell as ShellRead
    const name = inLanguage(municipality.name, view.language)
    const title = head.title === name ? name : `${head.title} · ${name}`
    const query = view.query.toString()
    const here = (language: string) => `${view.base.replace(/(fi|sv|en)$/, language)}${view.path === '/' ? '' : view.path}${query ? `?${query}` : ''}`
    const absolute = (path: string) => new URL(path, read.baseUrl).href
    const me = view.me
    return (
      <html lang={view.language} data-hue={municipality.hue}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <title>{title}</title>
          {head.description && <meta name="description" content={head.description} />}
          {(head.hidden || status !== 200) && <meta name="robots" content="noindex" />}
          <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content="#12171c" media="(prefers-color-scheme: dark)" />
          <meta property="og:title" content={head.title} />
          <meta property="og:site_name" content={name} />
          <meta property="og:type" content="website" />
          {head.description && <meta property="og:description" content={head.description} />}
          <meta property="og:image" content={absolute(head.image ?? '/icon-512.png')} />
          <meta name="turbo-refresh-method" content="morph" />
          <meta name="turbo-refresh-scroll" content="preserve" />
          {assets.font && <link rel="preload" href={assets.font} as="font" type="font/woff2" crossOrigin="" />}
          <link rel="stylesheet" href={assets.style} />
          {municipality.hue !== 238 && <link rel="stylesheet" href={`/theme/${municipality.hue}.css`} />}
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="apple-touch-icon" href="/icon-192.png" />
          <link rel="manifest" href={`${view.base}/manifest.webmanifest`} />
          {municipality.languages.map((language) => <link key={language} rel="alternate" hrefLang={language} href={absolute(here(language))} />)}
          {head.feed && <link rel="alternate" type="application/atom+xml" href={view.base + head.feed} />}
          {assets.extra && <script type="module" src={assets.extra} />}
          <script type="module" src={assets.script} />
          {head.data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify({ '@context': 'https://schema.org', ...head.data }).replaceAll('<', '\\u003c') }} />}
        </head>
        <body data-base={view.base} data-me={me?.id}>
          <Shell facts={{
            municipality: name, language: view.language, languages: municipality.languages, base: view.base, inLanguage: here, place: head.place, wide: head.wide ?? false,
            me: me && { name: me.name, as: me.as?.name, official: me.units.length > 0 || me.admin || me.installationAdmin, moderator: me.moderator || me.admin, admin: me.admin || me.installationAdmin },
            unread: read.unread, demo: read.demo, others: read.others,
          }}>{children}</Shell>
          {(me || head.live) && <live-updates src={`${view.base}/live${head.live ? `?subject=${head.live}` : ''}`} hidden />}
        </body>
      </html>
    )
  }
}
