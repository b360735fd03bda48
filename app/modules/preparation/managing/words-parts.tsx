import type { View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { PlaceField } from '#modules/ideas/ui'
import { ActionForm, Button, Checkbox, Choice, Select, TextArea, TextField } from '#ui/form.tsx'
import type { Managed } from '../manage.server.ts'
import { matterWords } from '../texts/index.ts'
import { commonOf, Part } from './part.tsx'

type Its = { its: Managed; view: View }

export function WordsPart({ its, view }: Its) {
  const t = matterWords(view.language)
  const common = commonOf('words', view)
  const { subject, its: own } = its.matter
  return (
    <Part id="words" title={t.manage.words} icon="text" forms={['words']} labels={t.form.labels} view={view}>
      <ActionForm does="words" label={t.manage.words}>
        <TextField {...common} name="title" label={t.form.labels.title} value={inLanguage(subject.title, subject.language)} max={150} />
        <TextArea {...common} name="thought" label={t.form.labels.thought} hint={own.state === 'published' ? t.manage.wordsHint : t.form.thoughtHint} value={own.thought} rows={8} max={8000} />
        <p className="actions"><Button icon="check">{t.manage.save}</Button></p>
      </ActionForm>
    </Part>
  )
}

export function ConditionsPart({ its, view }: Its) {
  const t = matterWords(view.language)
  const common = commonOf('conditions', view)
  const { its: own } = its.matter
  const told = (['law', 'money', 'time', 'notOpen'] as const).filter((name) => own[name])
  return (
    <Part id="conditions" title={t.conditions} now={told.length ? told.map((name) => t.condition[name]).join(', ') : t.manage.none} icon="shield" forms={['conditions']} labels={t.form.labels} view={view}>
      <ActionForm does="conditions" label={t.conditions}>
        {(['law', 'money', 'time', 'notOpen'] as const).map((name) => <TextArea key={name} {...common} name={name} label={t.form.labels[name]} hint={t.form.conditionHints[name]} value={own[name]} rows={3} max={2000} optional />)}
        <p className="actions"><Button icon="check">{t.manage.save}</Button></p>
      </ActionForm>
    </Part>
  )
}

export function ReachPart({ its, view }: Its) {
  const t = matterWords(view.language)
  const common = commonOf('reach', view)
  const { subject } = its.matter
  const values = view.failed?.form === 'reach' ? view.failed.values : undefined
  const others = (kind: 'topic' | 'area', value: string) => values ? values[`${kind}s[]`]?.split('\n').includes(value) ?? false : its.audience.some((each) => each.kind === kind && (each.kind === 'area' ? each.area : each.topicId) === value)
  return (
    <Part id="reach" title={t.form.who} now={its.reach === null ? t.manage.reachFew : t.manage.reachMany(its.reach)} icon="people" forms={['reach']} labels={t.form.labels} view={view}>
      <ActionForm does="reach" label={t.form.who}>
        <Select {...common} name="topicId" label={t.form.labels.topicId} optional empty={t.form.noTopic} value={subject.topicId ?? ''} options={its.topics.map((each) => ({ value: each.id, label: each.parentId ? `– ${each.name}` : each.name }))} />
        <Checkbox name="professionals" label={t.form.professionals} checked={values ? values.professionals === 'on' : its.audience.some((each) => each.kind === 'professionals')} />
        <Select {...common} name="area" label={t.form.labels.area} optional empty={t.form.wholeTown} value={subject.area ?? ''} options={its.areas.map((each) => ({ value: each.key, label: each.name }))} />
        <PlaceField does="reach" view={view} label={t.form.labels.place} hint={t.form.placeHint} places={its.places} words={t.problems} optional place={subject.placeName ?? ''} longitude={subject.longitude} latitude={subject.latitude} />
        <details className="fold"><summary>{t.manage.othersToo}</summary>
          <div className="stack">
            <fieldset className="stack tight"><legend>{t.list.topic}</legend>{its.topics.map((each) => <Checkbox key={each.id} name="topics[]" value={each.id} label={each.name} checked={others('topic', each.id)} />)}</fieldset>
            {its.areas.length > 0 && <fieldset className="stack tight"><legend>{t.list.area}</legend>{its.areas.map((each) => <Checkbox key={each.key} name="areas[]" value={each.key} label={each.name} checked={others('area', each.key)} />)}</fieldset>}
          </div>
        </details>
        <p className="actions"><Button icon="check">{t.manage.save}</Button></p>
      </ActionForm>
    </Part>
  )
}

export function QuestionPart({ its, view }: Its) {
  const t = matterWords(view.language)
  const common = commonOf('question', view)
  return (
    <Part id="question" title={t.question.title} now={its.matter.its.ask || t.manage.none} icon="comment" forms={['question']} labels={t.form.labels} view={view}>
      <ActionForm does="question" label={t.question.title}>
        <TextArea {...common} name="ask" label={t.form.labels.ask} hint={t.form.askHint} value={its.matter.its.ask} rows={2} max={500} optional />
        <TextArea {...common} name="choices" label={t.form.labels.choices} hint={t.manage.choicesHint} value={its.choices.map((each) => each.text).join('\n')} rows={5} max={1200} optional />
        <p className="actions"><Button icon="check">{t.manage.save}</Button></p>
      </ActionForm>
    </Part>
  )
}

export function ContactPart({ its, view }: Its) {
  const t = matterWords(view.language)
  const common = commonOf('contact', view)
  const { its: own } = its.matter
  return (
    <Part id="contact" title={t.manage.people} now={its.officials.find((each) => each.id === own.contactPersonId)?.name} icon="person" forms={['contact']} labels={t.form.labels} view={view}>
      <ActionForm does="contact" label={t.manage.people}>
        <Select {...common} name="contactPersonId" label={t.form.labels.contactPersonId} optional empty={t.manage.nobody} value={own.contactPersonId ?? ''} options={[...new Map(its.officials.map((each) => [each.id, { value: each.id, label: each.name }])).values()]} />
        <TextField {...common} name="contact" label={t.form.labels.contact} hint={t.form.contactHint} value={own.contact} max={200} optional />
        <Choice {...common} name="speakers" label={t.form.labels.speakers} value={own.speakers} options={(['anyone', 'signedIn', 'identified'] as const).map((value) => ({ value, label: t.manage.speakers[value], hint: t.manage.speakersHint[value] }))} />
        <p className="actions"><Button icon="check">{t.manage.save}</Button></p>
      </ActionForm>
    </Part>
  )
}

export function CasePart({ its, view }: Its) {
  const t = matterWords(view.language)
  const common = commonOf('case', view)
  const { its: own } = its.matter
  return (
    <Part id="case" title={t.manage.case} now={[own.caseNumber, own.decidingBody].filter(Boolean).join(', ') || t.manage.none} icon="decision" forms={['case']} labels={t.form.labels} view={view}>
      <ActionForm does="case" label={t.manage.case}>
        <TextField {...common} name="caseNumber" label={t.form.labels.caseNumber} hint={t.manage.caseHint} value={own.caseNumber} max={60} optional />
        <TextField {...common} name="decidingBody" label={t.form.labels.decidingBody} value={own.decidingBody} max={120} optional />
        <TextField {...common} name="meetingOn" type="date" label={t.form.labels.meetingOn} value={own.meetingOn ?? ''} optional />
        <p className="actions"><Button icon="check">{t.manage.save}</Button></p>
      </ActionForm>
    </Part>
  )
}
