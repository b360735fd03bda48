import { type FailedForm } from './form.tsx'
import { Icon } from './icons.tsx'
import { uiWords } from './texts/index.ts'
import type { Language } from '#core/text/language.ts'

type Its = { does: string; failed: FailedForm; language: Language; /** where a photo that was taken in already is seen, by its token */ preview(token: string): string; /** the places of the form: `form-photos` (core/files) takes the first four */ places?: readonly number[] }
const all = [1, 2, 3, 4] as const

/** Has the form a photo already, or one that did not fit? */
export const hasPhotos = (failed: FailedForm): boolean => all.some((n) => failed?.values[`kept${n}`] || failed?.problems[`photo${n}`])

/** Places for at most four photos, each with a description. A photo that was taken in stays when the form is shown again. With script an empty place is seen when the one before it is used. */
export function PhotoFields({ places = all, ...its }: Its) {
  return <>{places.map((n) => <Photo key={n} n={n} {...its} />)}</>
}

/** One place for a photo: an empty file field, or the photo that was already taken in. */
function Photo({ n, does, failed, language, preview }: Its & { n: number }) {
  const { photos: t, problems } = uiWords(language)
  const values = failed?.form === does ? failed.values : {}
  const kept = values[`kept${n}`]
  const problem = failed?.form === does ? failed.problems[`photo${n}`] : undefined
  const id = `${does}-photo${n}`
  return (
    <div className={kept ? 'photo used' : problem ? 'photo used field wrong' : 'photo'} data-photo>
      {kept
        ? <><input type="hidden" name={`kept${n}`} value={kept} /><img src={preview(kept)} alt={values[`alt${n}`] || t.kept(n)} width={160} height={120} /><label className="choice plain"><input type="checkbox" name={`drop${n}`} value="1" /><span>{t.remove}</span></label></>
        : (
          <div className="field">
            <label htmlFor={id}>{t.photo(n)}</label>
            {problem && <p className="problem" id={`${id}-problem`}><Icon name="no" /> {problems[problem]}</p>}
            <input type="file" id={id} name={`photo${n}`} accept="image/jpeg,image/png,image/webp,image/gif,image/avif" aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-problem` : undefined} />
            <img data-preview alt="" width={160} height={120} hidden />
          </div>
        )}
      <div className="field described">
        <label htmlFor={`${does}-alt${n}`}>{t.description}</label>
        <p className="hint" id={`${does}-alt${n}-hint`}>{t.descriptionHint}</p>
        <input id={`${does}-alt${n}`} name={`alt${n}`} maxLength={300} defaultValue={values[`alt${n}`] ?? ''} aria-describedby={`${does}-alt${n}-hint`} />
      </div>
    </div>
  )
}
