import type { View } from '#core/http/page.ts'
import { Icon } from '#ui/icons.tsx'
import type { Talk } from './embed.server.ts'
import { discussionWords } from './texts/index.ts'

// What better-auth and the issuer call it when an identification does not succeed.
const errors: Record<string, 'cancelled' | 'taken' | 'away'> = { access_denied: 'cancelled', account_already_linked_to_different_user: 'taken', away: 'away' }

/** The steps before a comment of an identified resident, each ticked when it is done. Asked at that moment, not before. */
export function Steps({ its, view, kept }: { its: Talk; view: View; /** what was written has come back */ kept: boolean }) {
  const t = discussionWords(view.language).steps
  const done = { signIn: view.me !== null, identify: its.standing === 'may' || its.standing === 'elsewhere', comment: false }
  const next = its.standing === 'elsewhere' ? undefined : (['signIn', 'identify', 'comment'] as const).find((step) => !done[step])
  const error = view.query.get('error')
  return (
    <div className="card ask stack tight" role="group" aria-label={t.title}>
      <b>{t.title}</b>
      <ol className="steps">
        {(['signIn', 'identify', 'comment'] as const).map((step) => (
          <li key={step} className={done[step] ? 'done' : step === next ? 'next' : ''} aria-current={step === next ? 'step' : undefined}>
            {done[step] ? <Icon name="done" /> : <span className="ring" aria-hidden="true" />}<span>{t[step]}{done[step] && <small> {t.done}</small>}{step === next && <small> {t.next}</small>}</span>
          </li>
        ))}
      </ol>
      {error && its.standing === 'identify' && <p className="problem" role="alert"><Icon name="no" /> {t.errors[errors[error] ?? 'failed']}</p>}
      {its.standing === 'elsewhere' ? <p className="problem"><Icon name="no" /> {t.elsewhere(its.municipality)}</p>
        : its.standing === 'may' ? kept && <p>{t.ready}</p>
        : <><p>{t.lead(its.municipality)}</p><p className="hint">{its.identification === null ? t.none : <>{t.kept} {its.identification === 'standIn' && t.standIn}</>}</p></>}
    </div>
  )
}
