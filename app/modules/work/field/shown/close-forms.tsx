import { useState } from 'react'
import { Icon } from '#ui/icons.tsx'
import type { FieldOrder } from '../data.ts'
import { ActForm } from './act-form.tsx'
import type { FieldSight } from './sight.ts'

const said = (fields: FormData) => ['ready', 'sentence'].some((name) => String(fields.get(name) ?? '').trim() !== '')

/** The ways in which work ends: done with a ready sentence, own words or a photo; cannot, with its reason; someone else's. */
export function CloseForms({ sight, its }: { sight: FieldSight; its: FieldOrder }) {
  const { words: t } = sight
  const [chosen, choose] = useState(false)
  const proof = its.pictures.some((each) => each.role === 'after')
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="done-title" id="done">
        <h2 id="done-title">{t.done.title}</h2><p className="hint">{t.done.hint}</p>
        <ActForm sight={sight} order={its} what="done" upload className="stack" needs={(fields) => (said(fields) || chosen || proof ? null : { field: 'sentence', words: t.done.proof })}>
          <label className="btn big camera"><Icon name={chosen ? 'check' : 'camera'} />{chosen ? t.done.chosen : t.done.photo}
            <input type="file" name="photo" accept="image/*" capture="environment" {...(sight.act ? { className: 'visually-hidden', onChange: (event: React.ChangeEvent<HTMLInputElement>) => choose(!!event.currentTarget.files?.length) } : {})} /></label>
          <div className="ready two">{t.done.ready.map((each) => <button key={each} type="submit" className="btn big" name="ready" value={each}>{each}</button>)}</div>
          <div className="field"><label htmlFor="done-sentence">{t.done.own}</label><textarea id="done-sentence" name="sentence" rows={2} maxLength={1000} {...(proof ? {} : { 'aria-describedby': 'done-proof' })} /></div>
          {!proof && !chosen && <p className="hint" id="done-proof">{t.done.proof}</p>}
          <button type="submit" className="btn main big"><Icon name="done" />{t.done.send}</button>
        </ActForm>
      </section>
      <details className="fold">
        <summary>{t.cannot.button}</summary>
        <ActForm sight={sight} order={its} what="cannot" className="stack" needs={(fields) => (said(fields) ? null : { field: 'sentence', words: t.problems.reasonNeeded! })} label={t.cannot.title}>
          <p className="hint">{t.cannot.hint}</p>
          <div className="ready">{t.cannot.ready.map((each) => <button key={each} type="submit" className="btn big" name="ready" value={each}>{each}</button>)}</div>
          <div className="field"><label htmlFor="cannot-sentence">{t.cannot.own}</label><textarea id="cannot-sentence" name="sentence" rows={2} maxLength={1000} /></div>
          <button type="submit" className="btn danger big">{t.cannot.send}</button>
        </ActForm>
      </details>
      <details className="fold">
        <summary>{t.wrongUnit.button}</summary>
        <ActForm sight={sight} order={its} what="wrongUnit" className="stack" label={t.wrongUnit.title}>
          <p><b>{t.wrongUnit.title}</b></p><p className="hint">{t.wrongUnit.hint}</p>
          <div className="ready">
            <button type="submit" className="btn big" name="unitId" value="">{t.wrongUnit.unknown}</button>
            {sight.data.units.filter((each) => each.id !== its.unitId).map((each) => <button key={each.id} type="submit" className="btn big" name="unitId" value={each.id}>{each.name}</button>)}
          </div>
        </ActForm>
      </details>
    </div>
  )
}
