import { page, readFields } from '#core/http/page.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextArea } from '#ui/form.tsx'
import { Empty } from '#ui/layout.tsx'
import { keepingWords } from '../../answering/kept.server.ts'
import { mergeIdeas, merging } from '../merge.server.ts'
import { readMergeSheet } from '../sheet.server.ts'
import { mergingWords } from '../texts/index.ts'
import { SheetTop } from './head.tsx'

export default page('/ideas/:ideaId/merge', {
  read: (ctx, { ideaId }, query) => readMergeSheet(ctx, ideaId, query),
  forms: {
    merge: async (ctx, { ideaId }, form) => {
      const read = readFields(merging, form)
      if ('problems' in read) return read
      return keepingWords('other', () => mergeIdeas(ctx, ideaId, read.input), { to: `/ideas/${ideaId}` })
    },
  },
  head: (sheet, { language }) => ({ title: `${mergingWords(language).merge.title}: ${sheet.title}`, place: 'desk', hidden: true }),
  view: (sheet, view) => {
    const t = mergingWords(view.language)
    const common = { does: 'merge', failed: view.failed, language: view.language, words: t.problems }
    const given = view.failed?.values.other || view.query.get('other') || undefined
    return (
      <>
        <SheetTop title={t.merge.title} lead={t.merge.lead} sheet={sheet} view={view} />
        {!sheet.closed && (
          <>
            <form method="get" className="stack tight" role="search">
              <div className="field"><label htmlFor="q">{t.merge.search}</label><p className="hint" id="q-hint">{t.merge.searchHint}</p><input id="q" name="q" type="search" defaultValue={sheet.q} maxLength={100} aria-describedby="q-hint" /></div>
              <div className="actions"><Button icon="search">{t.merge.find}</Button></div>
            </form>
            {sheet.candidates.length === 0 && <Empty icon="search">{t.merge.nothing}</Empty>}
            <ErrorSummary failed={view.failed} does="merge" labels={{ other: t.merge.choose, stays: t.merge.stays, sentence: t.merge.sentence }} words={t.problems} language={view.language} />
            {sheet.candidates.length > 0 && (
              <ActionForm does="merge" label={t.merge.title}>
                <Choice {...common} name="other" label={sheet.q ? t.merge.found : t.merge.similar} hint={t.merge.choose} value={given}
                  options={sheet.candidates.map((each) => ({ value: each.id, label: each.title, hint: `${t.merge.supporters(each.supports)}. ${each.summary}` }))} />
                <Choice {...common} name="stays" label={t.merge.stays} value="other"
                  options={[{ value: 'other', label: t.merge.staysOther, hint: t.merge.staysOtherHint }, { value: 'this', label: t.merge.staysThis, hint: t.merge.staysThisHint }]} />
                <TextArea {...common} name="sentence" label={t.merge.sentence} hint={t.merge.sentenceHint} rows={3} max={1000} optional />
                <div className="actions"><Button kind="main" icon="merged">{t.merge.submit}</Button></div>
              </ActionForm>
            )}
          </>
        )}
      </>
    )
  },
})
