import type { View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { ActionForm, Button, Checkbox, Select, TextArea, TextField } from '#ui/form.tsx'
import { Card } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'
import type { Managed } from '../manage.server.ts'
import type { Phase } from '../matter.server.ts'
import { dayLater } from '../phase-dates.ts'
import { PhaseLine } from '../phase-line.tsx'
import { doings, phaseStages } from '../templates.server.ts'
import { matterWords } from '../texts/index.ts'
import { commonOf, Part } from './part.tsx'

type Its = { its: Managed; view: View }

/** The phases: the move to another one with a public sentence first, then each phase's own form, and a new one. */
export function PhasesPart({ its, view }: Its) {
  const t = matterWords(view.language)
  const { phases, open } = its.matter
  const labels = t.manage.phaseLabels
  return (
    <Part id="phases" title={t.phases} now={open ? inLanguage(open.name, view.language) : t.manage.phasesAhead(phases.length)} icon="routed" forms={['move', 'editPhase', 'addPhase']} labels={{ ...labels, to: t.manage.move.to, sentence: t.manage.move.sentence }} view={view}>
      {open && <Move its={its} view={view} open={open} />}
      <PhaseLine phases={phases} view={view} />
      {phases.filter((each) => each.state !== 'over').map((each) => <OnePhase key={each.id} phase={each} its={its} view={view} />)}
      <details className="fold" open={view.failed?.form === 'addPhase'}>
        <summary>{t.manage.addPhase}</summary>
        <ActionForm does="addPhase" label={t.manage.addPhase}><PhaseFields does="addPhase" view={view} /><p className="actions"><Button icon="plus">{t.manage.add}</Button></p></ActionForm>
      </details>
    </Part>
  )
}

function Move({ its, view, open }: Its & { open: Phase }) {
  const t = matterWords(view.language).manage.move
  const common = commonOf('move', view)
  const { phases } = its.matter
  const next = phases.find((each) => each.position > open.position)
  const today = wallClock(view.now).day
  return (
    <Card tone="ask" label={t.title}>
      <ActionForm does="move" label={t.title}>
        <h3>{t.title}</h3>
        <input type="hidden" name="from" value={open.id} />
        <Select {...common} name="to" label={t.to} value={next?.id ?? ''} options={phases.filter((each) => each.id !== open.id).map((each) => ({ value: each.id, label: inLanguage(each.name, view.language) }))} />
        <TextField {...common} name="endsOn" type="date" label={t.endsOn} hint={t.endsHint} value={next?.endsOn && next.endsOn > today ? next.endsOn : dayLater(today, 30)} />
        <TextArea {...common} name="sentence" label={t.sentence} hint={t.sentenceHint} rows={3} max={1000} />
        <p className="actions"><Button kind="main" icon="arrow">{t.submit}</Button></p>
      </ActionForm>
    </Card>
  )
}

function OnePhase({ phase, its, view }: Its & { phase: Phase }) {
  const t = matterWords(view.language).manage
  const name = inLanguage(phase.name, view.language)
  const ahead = its.matter.phases.filter((each) => each.state === 'ahead')
  const at = ahead.findIndex((each) => each.id === phase.id)
  const mine = view.failed?.form === 'editPhase' && view.failed.values.phaseId === phase.id
  const small = (does: string, label: string, icon: 'remove' | 'restored' | 'next' | 'arrow') => <ActionForm does={does}><input type="hidden" name="phaseId" value={phase.id} /><Button small icon={icon}>{label}</Button></ActionForm>
  return (
    <details className="fold" open={mine}>
      <summary>{name}</summary>
      <div className="stack">
        <ActionForm does="editPhase" label={name}>
          <input type="hidden" name="phaseId" value={phase.id} />
          <PhaseFields does="editPhase" view={mine ? view : withoutFailed(view)} phase={phase} />
          <p className="actions"><Button icon="check">{t.save}</Button></p>
        </ActionForm>
        {phase.state === 'ahead' && <div className="actions">{at > 0 && small('earlier', t.earlier, 'restored')}{at < ahead.length - 1 && small('later', t.later, 'arrow')}{its.matter.phases.length > 1 && small('removePhase', t.removePhase, 'remove')}</div>}
      </div>
    </details>
  )
}
const withoutFailed = (view: View): View => { const { failed: _failed, ...rest } = view; return rest }

function PhaseFields({ does, view, phase }: { does: string; view: View; phase?: Phase }) {
  const t = matterWords(view.language)
  const l = t.manage.phaseLabels
  const common = commonOf(does, view)
  const values = view.failed?.form === does ? view.failed.values : undefined
  return (
    <>
      <TextField {...common} name="name" label={l.name} value={phase ? inLanguage(phase.name, view.language) : ''} max={60} />
      <div className="pairs"><TextField {...common} name="startsOn" type="date" label={l.startsOn} value={phase?.startsOn ?? ''} optional /><TextField {...common} name="endsOn" type="date" label={l.endsOn} value={phase?.endsOn ?? ''} optional /></div>
      <fieldset className="stack tight"><legend>{l.does}</legend>{doings.map((each) => <Checkbox key={each} name="does[]" value={each} label={t.manage.does[each]} checked={values ? values['does[]']?.split('\n').includes(each) ?? false : phase?.does.includes(each) ?? each === 'comment'} />)}
        <Checkbox name="hearing" label={t.manage.hearing} checked={values ? values.hearing === 'on' : phase?.hearing === 'yes'} /></fieldset>
      <Select {...common} name="stage" label={l.stage} hint={t.manage.stageHint} value={phase?.stage ?? 'developing'} options={phaseStages.map((value) => ({ value, label: uiWords(view.language).stage[value] }))} />
    </>
  )
}
