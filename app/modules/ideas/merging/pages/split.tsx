import { page, readFields, type View } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { keepingWords } from '../../answering/kept.server.ts'
import { readSheet } from '../sheet.server.ts'
import { splitIdea, splitting } from '../split.server.ts'
import { mergingWords } from '../texts/index.ts'
import { SheetTop } from './head.tsx'

const numbers = [1, 2, 3, 4]

export default page('/ideas/:ideaId/split', {
  read: (ctx, { ideaId }) => readSheet(ctx, ideaId),
  forms: {
    split: async (ctx, { ideaId }, form) => {
      const read = readFields(splitting, form)
      if ('problems' in read) return read
      return keepingWords('sentence', () => splitIdea(ctx, ideaId, read.input), { to: `/ideas/${ideaId}` })
    },
  },
  head: (sheet, { language }) => ({ title: `${mergingWords(language).split.title}: ${sheet.title}`, place: 'desk', hidden: true }),
  view: (sheet, view) => {
    const t = mergingWords(view.language)
    const labels = Object.fromEntries(numbers.flatMap((n) => [[`title${n}`, `${t.split.part(n)}, ${t.split.partTitle}`], [`text${n}`, `${t.split.part(n)}, ${t.split.partText}`]]))
    const more = numbers.slice(2).some((n) => view.failed?.values[`title${n}`] || view.failed?.values[`text${n}`])
    return (
      <>
        <SheetTop title={t.split.title} lead={t.split.lead} sheet={sheet} view={view} />
        {(!sheet.closed || view.failed) && (
          <ActionForm does="split" label={t.split.title}>
            <ErrorSummary failed={view.failed} does="split" labels={{ ...labels, sentence: t.split.sentence }} words={words(t)} language={view.language} />
            <Part number={1} view={view} /><Part number={2} view={view} />
            <details className="fold" open={more}><summary>{t.split.more}</summary><div className="stack"><Part number={3} view={view} optional /><Part number={4} view={view} optional /></div></details>
            <TextArea does="split" failed={view.failed} language={view.language} words={words(t)} name="sentence" label={t.split.sentence} hint={t.split.sentenceHint} rows={3} max={1000} />
            <div className="actions"><Button kind="main" icon="split">{t.split.submit}</Button></div>
          </ActionForm>
        )}
      </>
    )
  },
})

function Part({ number, view, optional }: { number: number; view: View; optional?: boolean }) {
  const t = mergingWords(view.language)
  const field = { does: 'split', failed: view.failed, language: view.language, words: words(t), ...(optional ? { optional } : {}) }
  return (
    <fieldset className="card stack"><legend className="visually-hidden">{t.split.part(number)}</legend><h2>{t.split.part(number)}</h2>
      <TextField {...field} name={`title${number}`} label={t.split.partTitle} max={150} />
      <TextArea {...field} name={`text${number}`} label={t.split.partText} rows={4} max={5000} />
    </fieldset>
  )
}
/** Here an empty field is to be filled, while on the merging page an idea is to be chosen. */
const words = (t: ReturnType<typeof mergingWords>) => ({ ...t.problems, required: t.fill })
