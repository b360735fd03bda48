import type { ReactNode } from 'react'
import type { Language } from '#core/text/language.ts'
import { Icon, type IconName } from './icons.tsx'
import { uiWords } from './texts/index.ts'

export type FailedForm = { form: string; problems: Record<string, string>; values: Record<string, string> } | undefined

/** A form of the page it stands on. Works as plain HTML; script sends it without leaving the page. */
export function ActionForm({ does, children, className, upload, label, to, id, plain, data }: { /** for scripts: `data-…` attributes */ data?: Record<`data-${string}`, string | undefined>; does: string; children: ReactNode; className?: string; upload?: boolean; label?: string; /** another page's address */ to?: string; id?: string; /** let the browser load the answer */ plain?: boolean }) {
  return (
    <form method="post" action={to} id={id} className={className ?? 'stack'} aria-label={label} {...(plain ? {} : { 'data-turbo': 'true' })} {...(upload ? { encType: 'multipart/form-data' } : {})} {...data} noValidate>
      <input type="hidden" name="_do" value={does} />
      {children}
    </form>
  )
}

export function Button({ children, kind, icon, name, value, pressed, small, form }: { children: ReactNode; kind?: 'main' | 'quiet' | 'danger'; icon?: IconName; name?: string; value?: string; pressed?: boolean; small?: boolean; form?: string }) {
  return <button type="submit" form={form} className={['btn', kind, small && 'small'].filter(Boolean).join(' ')} name={name} value={value} aria-pressed={pressed}>{icon && <Icon name={icon} />}{children}</button>
}

/** What is wrong, on top of the form, each a link to its field. `labels` gives the words of the fields. */
export function ErrorSummary({ failed, does, labels, words, language }: { failed: FailedForm; does: string; labels: Record<string, string>; words?: Record<string, string>; language: Language }) {
  if (failed?.form !== does) return null
  const t = uiWords(language)
  const entries = Object.entries(failed.problems)
  return (
    <div className="summary" role="alert" tabIndex={-1}>
      <b>{t.fixThese(entries.length)}</b>
      <ul>{entries.map(([name, code]) => <li key={name}><a href={`#${does}-${name}`}>{labels[name] ? `${labels[name]}: ` : ''}{words?.[code] ?? t.problems[code] ?? t.problems.invalid}</a></li>)}</ul>
      <p>{t.kept}</p>
    </div>
  )
}

type FieldProps = { does: string; name: string; label: string; hint?: string; failed: FailedForm; value?: string | undefined; optional?: boolean; words?: Record<string, string>; language: Language }

function parts({ does, name, failed, value, hint }: FieldProps) {
  const mine = failed?.form === does ? failed : undefined
  const problem = mine?.problems[name]
  const id = `${does}-${name}`
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined
  return { id, problem, value: mine?.values[name] ?? value ?? '', aria: { 'aria-describedby': described, ...(problem ? { 'aria-invalid': true } : {}) } }
}
function Around({ props, id, problem, children }: { props: FieldProps; id: string; problem: string | undefined; children: ReactNode }) {
  const t = uiWords(props.language)
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{props.label}{props.optional && <small> ({t.optional})</small>}</label>
      {props.hint && <p className="hint" id={`${id}-hint`}>{props.hint}</p>}
      {problem && <p className="problem" id={`${id}-problem`}><Icon name="no" /> {props.words?.[problem] ?? t.problems[problem] ?? t.problems.invalid}</p>}
      {children}
    </div>
  )
}

export function TextField({ type = 'text', autoComplete, list, inputMode, max, autoFocus, ...props }: FieldProps & { type?: 'text' | 'email' | 'url' | 'date' | 'search' | 'number'; autoComplete?: string; list?: string; inputMode?: 'numeric' | 'decimal' | 'url'; max?: number; autoFocus?: boolean }) {
  const { id, problem, value, aria } = parts(props)
  return <Around props={props} id={id} problem={problem}><input id={id} name={props.name} type={type} defaultValue={value} autoComplete={autoComplete} list={list} inputMode={inputMode} maxLength={max} required={!props.optional} {...(autoFocus ? { autoFocus } : {})} {...aria} /></Around>
}
export function TextArea({ rows = 5, max, ...props }: FieldProps & { rows?: number; max?: number }) {
  const { id, problem, value, aria } = parts(props)
  return <Around props={props} id={id} problem={problem}><textarea id={id} name={props.name} rows={rows} defaultValue={value} maxLength={max} required={!props.optional} {...aria} /></Around>
}
export function Select({ options, empty, ...props }: FieldProps & { options: { value: string; label: string }[]; empty?: string }) {
  const { id, problem, value, aria } = parts(props)
  return (
    <Around props={props} id={id} problem={problem}>
      <select id={id} name={props.name} defaultValue={value} {...aria}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((each) => <option key={each.value} value={each.value}>{each.label}</option>)}
      </select>
    </Around>
  )
}
/** One of a few, each a touch target of its own. */
export function Choice({ options, row, ...props }: FieldProps & { options: { value: string; label: string; hint?: string; icon?: IconName }[]; row?: boolean }) {
  const { id, problem, value, aria } = parts(props)
  const t = uiWords(props.language)
  return (
    <fieldset className={problem ? 'field wrong' : 'field'} id={id} aria-describedby={aria['aria-describedby']}>
      <legend>{props.label}{props.optional && <small> ({t.optional})</small>}</legend>
      {props.hint && <p className="hint" id={`${id}-hint`}>{props.hint}</p>}
      {problem && <p className="problem" id={`${id}-problem`}><Icon name="no" /> {props.words?.[problem] ?? t.problems[problem] ?? t.problems.invalid}</p>}
      <div className={row ? 'choices row' : 'choices'}>
        {options.map((each) => (
          <label key={each.value} className="choice"><input type="radio" name={props.name} value={each.value} defaultChecked={value === each.value} />
            {each.icon && <Icon name={each.icon} />}<span>{each.label}{each.hint && <small>{each.hint}</small>}</span></label>
        ))}
      </div>
    </fieldset>
  )
}
export function Checkbox({ name, value = 'on', label, checked, id }: { name: string; value?: string; label: ReactNode; checked?: boolean; id?: string }) {
  return <label className="choice plain"><input type="checkbox" name={name} value={value} defaultChecked={checked} id={id} /><span>{label}</span></label>
}
