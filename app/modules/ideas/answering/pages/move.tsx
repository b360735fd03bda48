import { page, readFields } from '#core/http/page.ts'
import { wallClock } from '#core/time/local.ts'
import { ActionForm, Button, Checkbox, Choice, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Empty } from '#ui/layout.tsx'
import { stageIcon } from '#ui/stage.tsx'
import { keepingWords } from '../kept.server.ts'
import { moveForm, moveIdea } from '../move.server.ts'
import { fieldNames, SheetHead } from '../parts.tsx'
import { moveSheet } from '../sheet.server.ts'
import { answeringWords } from '../texts/index.ts'

export default page('/ideas/:ideaId/move', {
  read: (ctx, { ideaId }) => moveSheet(ctx, ideaId),
  forms: {
    move: async (ctx, { ideaId }, form) => {
      const read = readFields(moveForm, form)
      if ('problems' in read) return read
      return keepingWords('to', () => moveIdea(ctx, ideaId, read.input), { to: `/ideas/${ideaId}` })
    },
  },
  head: (sheet, { language }) => ({ title: `${answeringWords(language).move.title}: ${sheet.title}`, place: 'desk', hidden: true }),
  view: (sheet, view) => {
    const t = answeringWords(view.language)
    const common = { does: 'move', failed: view.failed, language: view.language, words: t.problems }
    const chosen = view.failed?.values.to
    return (
      <>
        <SheetHead title={t.move.title} sheet={sheet} view={view} here="move" />
        {sheet.to.length === 0 && <Empty icon="no">{t.move.nowhere}</Empty>}
        {sheet.to.length > 0 && (!sheet.closed || view.failed) && (
          <>
            <ErrorSummary failed={view.failed} does="move" labels={fieldNames(view.language)} words={t.problems} language={view.language} />
            <ActionForm does="move" className="stack moving" label={t.move.title}>
              <input type="hidden" name="from" value={sheet.stage} />
              {sheet.stage === 'experiment' && (
                <fieldset className="card stack"><legend className="visually-hidden">{t.move.learnedTitle}</legend><h2>{t.move.learnedTitle}</h2>
                  <TextArea {...common} name="learned" label={t.move.learned} hint={t.move.learnedHint} rows={6} max={4000} />
                </fieldset>
              )}
              <Choice {...common} name="to" label={t.move.to} value={chosen} options={sheet.to.map((value) => ({ value, label: t.moveTo[value], hint: t.moveHint[value], icon: stageIcon[value] }))} />
              {sheet.to.includes('experiment') && (
                <fieldset className="card stack only-experiment"><legend className="visually-hidden">{t.move.experiment}</legend><h2>{t.move.experiment}</h2>
                  <TextArea {...common} name="toLearn" label={t.move.toLearn} hint={t.move.toLearnHint} rows={3} max={1000} />
                  <TextArea {...common} name="seenFrom" label={t.move.seenFrom} hint={t.move.seenFromHint} rows={3} max={1000} />
                  <TextField {...common} name="endsOn" type="date" label={t.move.endsOn} value={wallClock(new Date(view.now.getTime() + 60 * 86_400_000)).day} />
                </fieldset>
              )}
              <TextArea {...common} name="sentence" label={t.move.sentence} hint={t.move.sentenceHint} rows={4} max={1000} />
              {sheet.to.includes('ended') && <div className="only-ended"><Checkbox name="mayReturn" label={t.move.mayReturn} checked={view.failed?.values.mayReturn === 'on'} /></div>}
              <div className="actions"><Button kind="main" icon="arrow">{t.move.submit}</Button></div>
            </ActionForm>
          </>
        )}
      </>
    )
  },
})
