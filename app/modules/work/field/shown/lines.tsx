import { Section } from '#ui/layout.tsx'
import { Icon } from '#ui/icons.tsx'
import type { FieldOrder } from '../data.ts'
import { ActForm } from './act-form.tsx'
import type { FieldSight } from './sight.ts'

/** What it took, written down at the place: one line at a time, prices come later at a desk. */
export function Lines({ sight, its }: { sight: FieldSight; its: FieldOrder }) {
  const { words: t } = sight
  return (
    <Section id="lines" title={t.lines}>
      {its.lines.length > 0 && <ul className="card rows">{its.lines.map((each) => <li key={each.id}><div className="t"><b>{each.name}</b><small>{t.line.kinds[each.kind]}</small></div><span className="n">{String(each.quantity).replace('.', sight.language === 'en' ? '.' : ',')} {each.measure}</span></li>)}</ul>}
      <details className="fold">
        <summary>{t.line.add}</summary>
        <ActForm sight={sight} order={its} what="line" className="stack" label={t.line.add}>
          <div className="field"><label htmlFor="line-kind">{t.line.kind}</label><select id="line-kind" name="kind">{(['material', 'hours', 'cost'] as const).map((kind) => <option key={kind} value={kind}>{t.line.kinds[kind]}</option>)}</select></div>
          <div className="field"><label htmlFor="line-name">{t.line.name}</label><input id="line-name" name="name" list="line-names" required maxLength={200} autoComplete="off" /></div>
          <datalist id="line-names">{t.line.common.map((each) => <option key={each} value={each} />)}</datalist>
          <div className="side-by-side">
            <div className="field"><label htmlFor="line-quantity">{t.line.quantity}</label><input id="line-quantity" name="quantity" inputMode="decimal" autoComplete="off" /></div>
            <div className="field"><label htmlFor="line-measure">{t.line.measure}</label><input id="line-measure" name="measure" placeholder={t.line.measureHint} maxLength={20} autoComplete="off" /></div>
          </div>
          <button type="submit" className="btn big"><Icon name="plus" />{t.line.add}</button>
        </ActForm>
      </details>
    </Section>
  )
}
