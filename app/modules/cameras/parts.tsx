import type { View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import type { Shown } from './show.server.ts'
import { cameraWords } from './texts/index.ts'

/** A camera's picture with when it was taken, or why there is none; who answers for it and the privacy text are always beside it. */
export function CameraPicture({ its, view, mayKeep, alone }: { its: Shown; view: View; mayKeep: boolean; /** on its own page: with why, and for whom */ alone?: boolean }) {
  const t = cameraWords(view.language)
  return (
    <figure className="place-camera stack tight">
      {its.state === 'shown' ? (
        <><img src={view.href(its.path)} alt={its.shows} width={its.width} height={its.height} loading="lazy" decoding="async" />
          <figcaption className="meta"><b>{its.name}</b><time dateTime={its.takenAt!.toISOString()}>{t.taken(dayAndTime(its.takenAt!, view.language, view.now))}</time></figcaption></>
      ) : <><p className="place-camera-none"><Icon name="cctv" /> {its.state === 'rests' ? t.rests(its.restsUntil!) : its.state === 'old' ? t.old : t.noneYet}</p><figcaption className="meta"><b>{its.name}</b></figcaption></>}
      {alone && <dl className="facts"><dt>{t.why}</dt><dd>{its.purpose}</dd><dt>{t.controller}</dt><dd>{its.controller}</dd></dl>}
      <p className="meta">{!alone && <span>{its.purpose}</span>}<a className="touch" href={its.privacyUrl} rel="noopener">{t.privacy} ({t.outside})</a></p>
      {mayKeep && <ActionForm does="off" to={view.href('/admin/cameras')} className="stack tight"><input type="hidden" name="camera" value={its.id} /><p className="actions"><Button small icon="hidden">{t.offNow}</Button></p></ActionForm>}
    </figure>
  )
}
