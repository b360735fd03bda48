import type { View } from '#core/http/page.ts'
import { Icon } from '#ui/icons.tsx'
import { Steps } from '#ui/steps.tsx'
import type { Talk } from './embed.server.ts'
import { discussionWords } from './texts/index.ts'

// What better-auth and the issuer call it when an identification does not succeed.
const errors: Record<string, 'cancelled' | 'taken' | 'away'> = { access_denied: 'cancelled', account_already_linked_to_different_user: 'taken', away: 'away' }

/** The steps before a comment of an identified resident, each ticked when it is done. Asked at that moment, not before. */
export function StepsToSpeak({ its, view, kept }: { its: Talk; view: View; /** what was written has come back */ kept: boolean }) {
  const t = discussionWords(view.language).steps
  const at = view.me === null ? 0 : its.standing === 'may' || its.standing === 'elsewhere' ? 2 : 1
  const error = view.query.get('error')
  return (
    <div className="card ask stack tight" role="group" aria-label={t.title}>
      <b>{t.title}</b>
      <Steps names={[t.signIn, t.identify, t.comment]} at={at} stuck={its.standing === 'elsewhere'} language={view.language} />
      {error && its.standing === 'identify' && <p className="problem" role="alert"><Icon name="no" /> {t.errors[errors[error] ?? 'failed']}</p>}
      {its.standing === 'elsewhere' ? <p className="problem"><Icon name="no" /> {t.elsewhere(its.municipality)}</p>
        : its.standing === 'may' ? kept && <p>{t.ready}</p>
        : <><p>{t.lead(its.municipality)}</p><p className="hint">{its.identification === null ? t.none : <>{t.kept} {its.identification === 'standIn' && t.standIn}</>}</p></>}
    </div>
  )
}
