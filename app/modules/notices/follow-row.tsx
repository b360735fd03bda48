import type { View } from '#core/http/page.ts'
import { ago, distance } from '#core/text/format.ts'
import type { Follow } from '#core/trail/follow.server.ts'
import { ActionForm, Button, Checkbox } from '#ui/form.tsx'
import { Fact } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { rhythms } from './followable.server.ts'
import { noticesWords } from './texts/index.ts'

/** One thing that I follow: its name, why, how it is told, and the change of that. */
export function FollowRow({ its, view }: { its: Follow; view: View }) {
  const t = noticesWords(view.language)
  const { target } = its
  const name = target.name ?? t.hiddenTitle
  const said = `${t.rhythm[its.rhythm]}${its.rhythm === 'inApp' || its.byMail || its.byPush ? '' : `, ${t.rhythm.inApp.toLowerCase()}`}`
  return (
    <div className="t">
      {target.kind === 'near' ? <a href={view.href('/me/places')}>{name}</a> : <a href={view.href(target.path)}>{name}</a>}
      {target.kind === 'subject' && <p className="meta"><StageMark stage={target.stage} language={view.language} sign={target.sign} /><Fact icon="clock">{t.movedAt(ago(target.movedAt, view.language, view.now))}</Fact><span>{t.why[its.why]}</span></p>}
      {target.kind === 'near' && <p className="meta"><Fact icon="place">{t.around(distance(target.metres, view.language))}</Fact></p>}
      <details className="unfold">
        <summary aria-label={`${said}: ${name}`}>{said}</summary>
        <div className="stack">
          <ActionForm does="one" label={`${t.change}: ${name}`}>
            <input type="hidden" name="follow" value={its.id} />
            <div className="choices">
              {rhythms.map((each) => <label key={each} className="choice"><input type="radio" name="rhythm" value={each} defaultChecked={each === its.rhythm} /><span>{t.rhythm[each]}</span></label>)}
            </div>
            <fieldset className="field"><legend>{t.channels}</legend><Checkbox name="mail" label={t.byMail} checked={its.byMail} /><Checkbox name="push" label={t.byPush} checked={its.byPush} /></fieldset>
            <p className="actions"><Button small>{t.change}</Button></p>
          </ActionForm>
          <ActionForm does="stop" className="inline"><input type="hidden" name="follow" value={its.id} /><Button small kind="danger" icon="bellOff">{t.stop}</Button></ActionForm>
        </div>
      </details>
    </div>
  )
}
