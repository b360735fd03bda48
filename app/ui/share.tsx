import type { Language } from '#core/text/language.ts'
import { Icon } from './icons.tsx'
import { uiWords } from './texts/index.ts'

/**
 * Shares an address: by the device's own means where a script can ask for them (client/share.ts), else as an address to
 * copy and a mail to send.
 */
export function Share({ title, url, language }: { title: string; url: string; language: Language }) {
  const t = uiWords(language)
  return (
    <details className="menu share" data-share={url} data-title={title}>
      <summary className="btn quiet"><Icon name="share" />{t.share}</summary>
      <div className="card stack tight">
        <label htmlFor="share-address">{t.shareAddress}</label>
        <input id="share-address" readOnly value={url} />
        <p className="actions">
          <button type="button" className="btn small" data-copy={t.copied} hidden>{t.copy}</button>
          <a className="btn small" href={`mailto:?${new URLSearchParams({ subject: title, body: url }).toString().replaceAll('+', '%20')}`}><Icon name="mail" />{t.byMail}</a>
        </p>
        <p role="status" className="hint" />
      </div>
    </details>
  )
}
