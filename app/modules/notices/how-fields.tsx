import type { View } from '#core/http/page.ts'
import type { Rhythm } from '#core/trail/follow.server.ts'
import { Checkbox, Choice } from '#ui/form.tsx'
import { rhythms } from './followable.server.ts'
import { noticesWords } from './texts/index.ts'

/** When and where notices come: the rhythm, and the channels besides the app. */
export function HowFields({ does, value, label, hint, view }: { does: string; value: { rhythm: Rhythm; byMail: boolean; byPush: boolean }; label: string; hint?: string; view: View }) {
  const t = noticesWords(view.language)
  return (
    <>
      <Choice does={does} name="rhythm" label={label} {...(hint ? { hint } : {})} value={value.rhythm} failed={view.failed} language={view.language} options={rhythms.map((each) => ({ value: each, label: t.rhythm[each], hint: t.rhythmHint[each] }))} />
      <fieldset className="field"><legend>{t.channels}</legend>
        <Checkbox name="mail" label={t.byMail} checked={value.byMail} /><Checkbox name="push" label={t.byPush} checked={value.byPush} />
      </fieldset>
    </>
  )
}
