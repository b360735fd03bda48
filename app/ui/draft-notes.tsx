import type { Language } from '#core/text/language.ts'
import type { FailedForm } from './form.tsx'
import { Icon } from './icons.tsx'
import { uiWords } from './texts/index.ts'

/** What a form says of itself to client/drafts.ts, which keeps what is written in it on the device under `name` until it is sent. */
export function draftData(name: string, failed: FailedForm, language: Language): Record<`data-${string}`, string> {
  const { sent, stuck, open } = uiWords(language).draft
  return { 'data-draft': name, ...(failed ? { 'data-failed': '' } : {}), 'data-words': JSON.stringify({ sent, stuck, open }) }
}

/** What client/drafts.ts shows when it has something to say; without script nothing. */
export function DraftNotes({ language }: { language: Language }) {
  const t = uiWords(language).draft
  return (
    <>
      <div className="said quiet" role="status" data-draft-restored hidden><Icon name="restored" /><div className="stack tight"><p>{t.restored}</p><p><button type="button" className="btn small" data-draft-clear>{t.clear}</button></p></div></div>
      <div className="said quiet" role="status" data-draft-queued hidden><Icon name="clock" /><p>{t.queued}</p></div>
    </>
  )
}
