import type { ReactNode } from 'react'
import type { View } from '#core/http/page.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Said } from '#ui/layout.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { matterWords } from '../texts/index.ts'

/** What the fields of a form share. */
export const commonOf = (does: string, view: View) => ({ does, failed: view.failed, language: view.language, words: matterWords(view.language).problems })

/** A part of managing a matter, folded until it is wanted: open when something in it is to be mended, or was just kept. */
export function Part({ id, title, now, icon, forms, labels, view, children }: { id: string; title: string; /** what it is now, in a few words */ now?: string | undefined; icon: IconName; /** the forms in it */ forms: string[]; labels: Record<string, string>; view: View; children: ReactNode }) {
  const t = matterWords(view.language)
  const kept = view.query.get('kept') === id && !view.failed
  const failed = view.failed && forms.includes(view.failed.form) ? view.failed : undefined
  return (
    <details className="fold part" id={id} open={kept || !!failed || view.query.get('open') === id}>
      <summary><Icon name={icon} /> <span><b>{title}</b>{now && <small className="meta"> {now}</small>}</span></summary>
      <div className="stack">
        {kept && <Said>{t.manage.kept}</Said>}
        {failed && <ErrorSummary failed={failed} does={failed.form} labels={labels} words={t.problems} language={view.language} />}
        {children}
      </div>
    </details>
  )
}
