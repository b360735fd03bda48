import type { View } from '#core/http/page.ts'
import { Card, Fact, PageHead, Prose, Said } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import type { readSheet } from '../sheet.server.ts'
import { mergingWords } from '../texts/index.ts'

type Sheet = Awaited<ReturnType<typeof readSheet>>

/** The top of the merging and dividing pages: the idea itself, and why nothing can be done when so. */
export function SheetTop({ title, lead, sheet, view }: { title: string; lead: string; sheet: Sheet; view: View }) {
  const t = mergingWords(view.language)
  const stop = sheet.closed ?? (sheet.experiment ? 'experimentRunning' : null)
  return (
    <>
      <PageHead title={title} crumbs={[{ to: view.href(`/ideas/${sheet.id}`), name: sheet.title }]}><p className="lead">{lead}</p></PageHead>
      {stop && <Said tone="late">{t.problems[stop]}</Said>}
      <Card label={t.merge.this}><h2>{sheet.title}</h2>
        <p className="meta"><StageMark stage={sheet.stage} language={view.language} /><Fact icon="support">{t.merge.supporters(sheet.supports)}</Fact></p>
        <Prose text={sheet.text} /></Card>
    </>
  )
}
