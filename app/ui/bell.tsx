import type { Language } from '#core/text/language.ts'
import { Icon } from './icons.tsx'
import { uiWords } from './texts/index.ts'

/** The bell of the top bar with how many red dots wait. The live stream replaces it by its id. */
export function Bell({ unread, base, language }: { unread: number; base: string; language: Language }) {
  const t = uiWords(language)
  return <a className="iconbutton" href={`${base}/me/notices`} id="bell" aria-label={unread ? `${t.notices}, ${t.newNotices(unread)}` : t.notices}><Icon name="bell" />{unread > 0 && <span className="badge" aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}</a>
}
