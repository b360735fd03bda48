import type { View } from '#core/http/page.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { ActionForm, Button, Choice, TextArea, TextField } from '#ui/form.tsx'
import type { Managed } from '../manage.server.ts'
import { matterWords } from '../texts/index.ts'
import { commonOf, Part } from './part.tsx'

type Its = { its: Managed; view: View }

/** What was decided, told in plain words. */
export function DecisionPart({ its, view }: Its) {
  const t = matterWords(view.language)
  const m = t.manage.decision
  const common = commonOf('decide', view)
  const { its: own } = its.matter
  return (
    <Part id="decision" title={t.decision} now={own.decision ? m.told : t.manage.none} icon="decision" forms={['decide']} labels={{ decision: m.text, decisionUrl: m.url }} view={view}>
      <ActionForm does="decide" label={t.decision}>
        <TextArea {...common} name="decision" label={m.text} hint={m.textHint} value={own.decision} rows={5} max={4000} />
        <TextField {...common} name="decisionUrl" type="url" inputMode="url" label={m.url} hint={m.urlHint} value={own.decisionUrl} optional />
        <p className="actions"><Button icon="decision">{own.decision ? t.manage.save : m.submit}</Button></p>
      </ActionForm>
    </Part>
  )
}

/** How a matter ends: ready, over, taken back; or a draft thrown away. */
export function EndsPart({ its, view }: Its) {
  const t = matterWords(view.language).manage.ends
  const { its: own, subject } = its.matter
  if (own.state !== 'published') {
    return (
      <Part id="ends" title={t.discardTitle} icon="remove" forms={['discard']} labels={{}} view={view}>
        <p>{t.discardText}</p>
        <ActionForm does="discard"><p className="actions"><Button kind="danger" icon="remove">{t.discard}</Button></p></ActionForm>
      </Part>
    )
  }
  return (
    <>
      {isOpen(subject.stage) && (
        <Part id="close" title={t.closeTitle} icon="done" forms={['close']} labels={{ outcome: t.outcome, sentence: t.sentence }} view={view}>
          <ActionForm does="close" label={t.closeTitle}>
            <Choice {...commonOf('close', view)} name="outcome" label={t.outcome} options={[{ value: 'service', label: t.service, hint: t.serviceHint, icon: 'done' }, { value: 'ended', label: t.ended, hint: t.endedHint, icon: 'no' }]} />
            <TextArea {...commonOf('close', view)} name="sentence" label={t.sentence} hint={t.sentenceHint} rows={3} max={1000} />
            <p className="actions"><Button icon="done">{t.close}</Button></p>
          </ActionForm>
        </Part>
      )}
      <Part id="withdraw" title={t.withdrawTitle} icon="remove" forms={['withdraw']} labels={{ sentence: t.why }} view={view}>
        <p>{t.withdrawText}</p>
        <ActionForm does="withdraw" label={t.withdrawTitle}>
          <TextArea {...commonOf('withdraw', view)} name="sentence" label={t.why} hint={t.sentenceHint} rows={3} max={1000} />
          <p className="actions"><Button kind="danger" icon="remove">{t.withdraw}</Button></p>
        </ActionForm>
      </Part>
    </>
  )
}
