import type { View } from '#core/http/page.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { Checkbox, type FailedForm, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { kindNames, knownKinds } from '../../assets/kinds.ts'
import type { CategoryKept } from '../keep.server.ts'
import { labelsIn } from './labels.ts'
import { categoryIcons } from './parts.ts'
import type { Choices } from './read.server.ts'
import { keepWords } from './texts/index.ts'

type Its = { view: View; does: string; failed?: FailedForm; its?: CategoryKept | undefined; choices: Choices }
const field = ({ view, does, failed }: Pick<Its, 'view' | 'does' | 'failed'>) => ({ does, failed: failed ?? view.failed, language: view.language, words: keepWords(view.language).problems })

/** A text in three languages: `nameFi`, `nameSv`, `nameEn`. The first is asked for unless `optional`. */
export function Three({ name, value, max, long, hint, optional, ...its }: Pick<Its, 'view' | 'does' | 'failed'> & { name: string; value?: Translated | null | undefined; max: number; long?: boolean; hint?: string; optional?: boolean }) {
  const labels = labelsIn(its.view.language)
  const common = field(its)
  const one = (language: 'Fi' | 'Sv' | 'En', must: boolean) => {
    const props = { ...common, name: `${name}${language}`, label: labels[`${name}${language}`]!, value: value?.[language.toLowerCase() as 'fi' | 'sv' | 'en'], max, optional: !must, ...(language === 'Fi' && hint ? { hint } : {}) }
    return long ? <TextArea {...props} rows={3} /> : <TextField {...props} />
  }
  return <>{one('Fi', !optional)}<div className="pairs">{one('Sv', false)}{one('En', false)}</div></>
}

/** What a category is called, whose it is and how it looks in the list. */
export function Basics({ its, choices, ...more }: Its) {
  const { view } = more
  const t = keepWords(view.language)
  const common = field(more)
  const mine = common.failed?.form === more.does ? common.failed : undefined
  const icon = mine?.values.icon ?? its?.icon ?? 'place'
  return (
    <>
      <Three {...more} name="name" value={its?.name} max={60} />
      <div className="pairs">
        <Select {...common} name="unitId" label={t.labels.unitId!} value={its?.unitId} options={choices.units.map((each) => ({ value: each.id, label: each.name }))} />
        <Select {...common} name="topicId" label={t.labels.topicId!} value={its?.topicId ?? ''} optional empty={t.noTopic} options={choices.topics.map((each) => ({ value: each.id, label: each.parentId ? `– ${each.name}` : each.name }))} />
      </div>
      <details className="fold" open={!!mine?.problems.groupFi}><summary>{t.texts.group}{its?.group && `: ${inLanguage(its.group, view.language)}`}</summary><Three {...more} name="group" value={its?.group} max={60} hint={t.hints.group} optional /></details>
      <details className="fold"><summary><Icon name={icon as IconName} /> {t.labels.icon}: {t.icons[icon as keyof typeof t.icons] ?? t.icons.place}</summary><fieldset className="field"><legend className="visually-hidden">{t.labels.icon}</legend>
        <div className="choices row">{categoryIcons.map((each) => <label key={each} className="choice"><input type="radio" name="icon" value={each} defaultChecked={each === icon} /><Icon name={each} /><span>{t.icons[each]}</span></label>)}</div>
      </fieldset></details>
    </>
  )
}

export function Words({ its, ...more }: Omit<Its, 'choices'>) {
  const t = keepWords(more.view.language)
  return <TextArea {...field(more)} name="keywords" label={t.labels.keywords!} hint={t.hints.keywords} value={its?.keywords.join('\n')} rows={8} optional />
}

/** When it is promised, how urgent it is, who sees it, what is said at once and where it goes. */
export function PromiseFields({ its, choices, ...more }: Its & { its: CategoryKept }) {
  const { view } = more
  const { language } = view
  const t = keepWords(language)
  const common = field(more)
  const mine = common.failed?.form === more.does ? common.failed : undefined
  const kinds = [...new Set([...choices.kinds, ...knownKinds, ...(its.assetKind ? [its.assetKind] : [])])]
  const number = (name: 'promisedDays' | 'duplicateMetres' | 'forgetAfterMonths') => <TextField {...common} name={name} label={t.labels[name]!} hint={t.hints[name]} inputMode="numeric" max={4} value={String(its[name])} />
  return (
    <>
      <div className="pairs">{number('promisedDays')}<Select {...common} name="priority" label={t.labels.priority!} value={String(its.priority)} options={t.priorities.map((label, i) => ({ value: String(i), label }))} /></div>
      <div className="pairs">{number('duplicateMetres')}{number('forgetAfterMonths')}</div>
      <Checkbox name="private" label={<>{t.labels.private}. {t.hints.private}</>} checked={mine ? mine.values.private === 'on' : its.private} />
      <Select {...common} name="assetKind" label={t.labels.assetKind!} hint={t.hints.assetKind} value={its.assetKind ?? ''} optional empty={t.noKind} options={kinds.map((kind) => ({ value: kind, label: kindNames(kind, language) }))} />
      {choices.partners.length > 0 && <Select {...common} name="partnerId" label={t.labels.partnerId!} value={its.partnerId ?? ''} optional empty={t.noPartner} options={choices.partners.map((each) => ({ value: each.id, label: each.name }))} />}
      <Three {...more} name="autoAnswer" value={its.autoAnswer} max={1000} long hint={t.hints.autoAnswer} optional />
    </>
  )
}

/** What is told instead of the form. */
export function StopperFields({ its, choices, ...more }: Its & { its: CategoryKept }) {
  const t = keepWords(more.view.language)
  const common = field(more)
  const { stopper } = its
  return (
    <>
      <Select {...common} name="stopperKind" label={t.labels.stopperKind!} hint={t.hints.stopper} value={stopper?.kind ?? ''} options={[{ value: '', label: t.noStopper }, { value: 'danger', label: t.danger }, { value: 'notOurs', label: t.notOurs }]} />
      <Three {...more} name="stopperText" value={stopper?.text} max={500} long optional />
      <div className="pairs"><TextField {...common} name="phone" label={t.labels.phone!} hint={t.hints.phone} value={stopper?.phone} optional max={25} /><TextField {...common} name="url" type="url" label={t.labels.url!} value={stopper?.url} optional max={500} /></div>
      {choices.partners.length > 0 && <Select {...common} name="stopperPartnerId" label={t.labels.stopperPartnerId!} hint={t.hints.stopperPartner} value={stopper?.partnerId ?? ''} optional empty={t.noPartner} options={choices.partners.map((each) => ({ value: each.id, label: each.name }))} />}
    </>
  )
}
