import type { Language } from '#core/text/language.ts'
import { number } from '#core/text/format.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import type { Result } from './questions.server.ts'
import { satisfactionWords } from './texts/index.ts'
import type { Share } from './wilson.ts'

/** The values of the faces, from the unhappiest, as people read a scale. */
export const faces = [1, 2, 3, 4, 5] as const

/** Five faces with their words, each a button that answers at once. The form around it says what it does. */
export function Faces({ language, chosen }: { language: Language; chosen?: number | undefined }) {
  const t = satisfactionWords(language)
  return (
    <div className="faces">
      {faces.map((value) => <button key={value} type="submit" className={`face f${value}`} name="value" value={value} aria-pressed={chosen === undefined ? undefined : chosen === value}><Icon name={`face${value}` as IconName} /><span>{t.faces[value - 1]}</span></button>)}
    </div>
  )
}

const sign = (language: Language) => (language === 'en' ? '%' : '\u00a0%')
const percent = (share: number, language: Language) => number(Math.round(share * 100), language) + sign(language)
/** The interval of a share with one sign, as it is written: 56–71 %. */
export const range = (its: Share, language: Language) => `${number(Math.round(its.low * 100), language)}–${number(Math.round(its.high * 100), language)}${sign(language)}`

/** What has been answered: the share of the happy with its interval, and each face as a bar with its words. */
export function Results({ its, language }: { its: Result; language: Language }) {
  const t = satisfactionWords(language)
  return (
    <div className="stack tight">
      {its.happy && <p><b>{t.happy(percent(its.happy.share, language), range(its.happy, language))}</b><br /><small className="hint">{t.answers(its.number)}. {t.uncertain}</small></p>}
      <ul className="facebars">
        {[...faces].reverse().map((value) => {
          const count = its.faces[value - 1]!
          return <li key={value}><Icon name={`face${value}` as IconName} /><span>{t.faceCount(t.faces[value - 1]!, count, percent(count / its.number, language))}</span><svg className="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width={Math.round((count / Math.max(its.number, 1)) * 100)} height="8" /></svg></li>
        })}
      </ul>
    </div>
  )
}
export { percent }
