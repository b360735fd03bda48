import type { View } from '#core/http/page.ts'
import { Checkbox, Choice, type FailedForm, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Fact, Section } from '#ui/layout.tsx'
import { AssetField } from '../assets/asset-field.tsx'
import { kindIcon } from '../assets/kinds.ts'
import { KnownList } from '../map/known-list.tsx'
import type { ToWrite } from './new.server.ts'
import type { Screen } from './screens.server.ts'
import { behalfChannels } from './send.server.ts'
import { sendingWords } from './texts/index.ts'

type Its = { its: ToWrite; screen: Screen; view: View<'send'>; failed: NonNullable<FailedForm> }

/** The last screen: what is already known there, what is about to be sent and to whom it shows, and who wants to hear. */
export function LastPart({ its, screen: { chosen, known, assets, place, step }, view, failed }: Its) {
  const t = sendingWords(view.language)
  const { values } = failed
  const photos = [1, 2, 3, 4].filter((n) => values[`kept${n}`]).length
  return (
    <>
      {known.length > 0 && (
        <Card tone="ask">
          <h2 tabIndex={-1} data-step-title>{t.known}</h2>
          <p>{t.knownLead}</p>
          <KnownList known={known} view={view as View} form="me-too" />
          <p><b>{t.knownNone}</b></p>
        </Card>
      )}
      {chosen && step === 'send' && (
        <div className="card stack tight">
          {known.length > 0 ? <h2>{t.check}</h2> : <h2 tabIndex={-1} data-step-title>{t.check}</h2>}
          <p className="prose">{values.text}</p>
          <p className="meta"><Fact icon={chosen.icon}>{chosen.name}</Fact><Fact icon="place">{place ?? t.noPlaceGiven}</Fact>{photos > 0 && <Fact icon="camera">{t.photos(photos)}</Fact>}</p>
        </div>
      )}
      {step === 'send' && chosen?.assetKind ? (
        <details className="fold" open={!!(values.assetId || failed.problems.assetId)} hidden={assets.length === 0 && !failed.problems.assetId}>
          <summary><Icon name={kindIcon(chosen.assetKind)} /> {t.pick(assets.length)}</summary>
          <div><AssetField kind={chosen.assetKind} near={assets} view={view} does="send" failed={failed} /></div>
        </details>
      ) : <input type="hidden" name="assetId" value={values.assetId ?? ''} />}
      <div className="stack tight">
        {chosen?.private ? <p className="meta"><Fact icon="hidden">{t.privateCategory}</Fact></p> : <p className="meta"><Fact icon="language">{t.public}</Fact></p>}
        {chosen?.private ? <input type="hidden" name="private" value={values.private ?? ''} /> : <Checkbox name="private" label={t.privateWish} checked={values.private === 'on'} />}
      </div>
      <Who its={its} months={chosen?.forgetAfterMonths} view={view} failed={failed} />
    </>
  )
}

/** Who sends it: asked of nobody who is known already. */
function Who({ its, months, view, failed }: Pick<Its, 'its' | 'view' | 'failed'> & { months: number | undefined }) {
  const t = sendingWords(view.language)
  const { values, problems } = failed
  const common = { does: 'send', failed, language: view.language, words: t.problems, optional: true }
  const contact = (
    <>
      <TextField {...common} name="name" label={t.name} autoComplete={view.me ? 'off' : 'name'} max={80} />
      <TextField {...common} name="phone" label={t.phone} hint={t.phoneHint} inputMode="numeric" autoComplete={view.me ? 'off' : 'tel'} max={30} />
    </>
  )
  const email = <TextField {...common} name="email" type="email" label={t.email} hint={t.emailHint} autoComplete={view.me ? 'off' : 'email'} max={254} />
  const shown = <Checkbox name="shown" label={t.shown} checked={values.shown === 'on'} />
  if (!view.me) {
    return (
      <Section title={t.hear}>
        <p className="hint">{t.hearLead}{months !== undefined && ` ${t.kept(months)}`}</p>
        {email}
        <details className="fold" open={!!(values.name || values.phone || problems.name || problems.phone)}>
          <summary><Icon name="person" /> {t.more}</summary>
          <div className="stack">{contact}{shown}</div>
        </details>
        <p><a className="touch" href={view.href('/sign-in?to=/feedback/new')}>{t.signIn}</a></p>
      </Section>
    )
  }
  return (
    <div className="stack">
      <p className="meta"><Fact icon="person">{t.knownSender(view.me.as?.name ?? view.me.name)}</Fact></p>
      {shown}
      {its.behalf && (
        <details className="fold" open={!!values.behalf}>
          <summary><Icon name="phone" /> {t.behalf}</summary>
          <div className="stack">
            <Choice {...common} name="behalf" label={t.behalf} hint={months === undefined ? t.behalfHint : `${t.behalfHint} ${t.kept(months)}`} value="" options={[{ value: '', label: t.behalfNot }, ...behalfChannels.map((each) => ({ value: each, label: t.channels[each] }))]} />
            {contact}{email}
          </div>
        </details>
      )}
    </div>
  )
}
