import { Island } from '#core/http/island.server.tsx'
import type { View } from '#core/http/page.ts'
import { PlaceField } from '#modules/ideas/ui'
import { ActionForm, Button, Checkbox, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import Reach from './islands/reach.tsx'
import type { ToBegin } from './new.server.ts'
import { matterWords } from './texts/index.ts'

const later = { conditions: ['law', 'money', 'time', 'notOpen'], question: ['ask', 'choices'], more: ['place', 'longitude', 'latitude', 'templateId', 'contact', 'unitId'] } as const

/** The form of a new matter: two texts and whom it concerns; everything else is folded away until it is wanted. */
export function MatterForm({ its, view }: { its: ToBegin; view: View<'send'> }) {
  const t = matterWords(view.language)
  const f = t.form
  const { failed, language } = view
  const now = { ...its.values, ...failed?.values }
  const common = { does: 'send', failed, language, words: t.problems }
  const at = (name: string) => ({ ...common, name, value: its.values[name] })
  const open = (names: readonly string[]) => names.some((name) => (now[name] && name !== 'unitId') || failed?.problems[name])
  return (
    <ActionForm does="send" className="stack wide" label={f.title} data={its.draft ? {} : { 'data-draft': 'matter', ...(failed ? { 'data-failed': '' } : {}), 'data-words': JSON.stringify({ sent: t.device.sent, stuck: t.device.stuck, open: t.device.open }) }}>
      {!its.draft && <DraftNotes view={view} />}
      <ErrorSummary failed={failed} does="send" labels={f.labels} words={t.problems} language={language} />
      <input type="hidden" name="sendKey" value={failed?.values.sendKey || its.sendKey} />
      {its.draft && <input type="hidden" name="matterId" value={its.draft} />}
      {(its.idea ?? now.ideaId) && <input type="hidden" name="ideaId" value={its.idea?.id ?? now.ideaId} />}
      <div className="stack">
        <TextField {...at('title')} label={f.labels.title} hint={f.titleHint} max={150} autoComplete="off" autoFocus />
        <TextArea {...at('thought')} label={f.labels.thought} hint={f.thoughtHint} rows={6} max={8000} />
      </div>
      <fieldset className="stack">
        <legend><h2>{f.who}</h2></legend>
        <Select {...at('topicId')} label={f.labels.topicId} optional empty={f.noTopic} options={its.topics.map((each) => ({ value: each.id, label: each.parentId ? `– ${each.name}` : each.name }))} />
        <Select {...at('area')} label={f.labels.area} optional empty={f.wholeTown} options={its.areas.map((each) => ({ value: each.key, label: each.name }))} />
        <Checkbox name="professionals" label={f.professionals} checked={now.professionals === 'on'} />
        {its.units.length > 1 && <Select {...at('unitId')} label={f.labels.unitId} value={its.values.unitId ?? (its.whole ? '' : its.ownUnit)} {...(its.whole ? { empty: f.topicsUnit, optional: true } : {})} options={its.units.map((each) => ({ value: each.id, label: each.name }))} />}
      </fieldset>
      <div className="stack tight">
        <h2>{f.later}</h2>
        <p className="hint">{f.laterHint}</p>
        <details className="fold" open={open(later.question)}>
          <summary><Icon name="comment" /> {f.questionFold}</summary>
          <div className="stack">
            <TextArea {...at('ask')} label={f.labels.ask} hint={f.askHint} rows={2} max={500} optional />
            <TextArea {...at('choices')} label={f.labels.choices} hint={f.choicesHint} rows={4} max={1200} optional />
          </div>
        </details>
        <details className="fold" open={open(later.conditions)}>
          <summary><Icon name="shield" /> {f.conditionsFold}</summary>
          <div className="stack">{later.conditions.map((name) => <TextArea key={name} {...at(name)} label={f.labels[name]} hint={f.conditionHints[name]} rows={2} max={2000} optional />)}</div>
        </details>
        <details className="fold" open={open(later.more)}>
          <summary><Icon name="place" /> {f.moreFold}</summary>
          <div className="stack">
            <PlaceField does="send" view={view} label={f.labels.place} hint={f.placeHint} places={its.places} words={t.problems} optional place={its.values.place ?? ''} longitude={its.values.longitude ? Number(its.values.longitude) : null} latitude={its.values.latitude ? Number(its.values.latitude) : null} />
            <TextField {...at('contact')} label={f.labels.contact} hint={f.contactHint} max={200} optional />
            {(its.templates.length > 1 || !its.draft) && <Select {...at('templateId')} label={f.labels.templateId} hint={f.templateHint(its.templates[0]!.phases.join(' → '))} {...(its.draft ? { empty: f.templateKept } : {})} options={its.templates.map((each) => ({ value: each.id, label: each.name }))} />}
          </div>
        </details>
      </div>
      <div className="stack tight">
        <p className="actions"><Button kind="main" icon="next" name="next" value="review">{f.review}</Button><Button kind="quiet" name="next" value="draft">{f.saveDraft}</Button></p>
        <Island of={Reach} props={{ source: view.href('/matters/reach'), words: { none: f.reach.next, few: f.reach.few, many: f.reach.many, asking: f.reach.asking, failed: f.reach.failed, publish: f.publishNow } }} />
        <p className="hint">{f.publicNote}</p>
      </div>
    </ActionForm>
  )
}

/** What client/drafts.ts shows when it has something to say; without script nothing. */
function DraftNotes({ view }: { view: View }) {
  const t = matterWords(view.language).device
  return (
    <>
      <div className="said quiet" role="status" data-draft-restored hidden><Icon name="restored" /><div className="stack tight"><p>{t.restored}</p><p><button type="button" className="btn small" data-draft-clear>{t.clear}</button></p></div></div>
      <div className="said quiet" role="status" data-draft-queued hidden><Icon name="clock" /><p>{t.queued}</p></div>
    </>
  )
}
