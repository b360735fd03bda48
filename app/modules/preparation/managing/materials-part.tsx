import type { View } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { fileKinds } from '../file-kinds.ts'
import type { Managed } from '../manage.server.ts'
import { sizeOf } from '../matter-facts.tsx'
import { fileBytesMost } from '../materials.server.ts'
import { matterWords } from '../texts/index.ts'
import { commonOf, Part } from './part.tsx'

type Its = { its: Managed; view: View }

/** Background: what there is, and three small forms for a file, a picture and a link. */
export function MaterialsPart({ its, view }: Its) {
  const t = matterWords(view.language)
  const m = t.manage.material
  return (
    <Part id="materials" title={t.materials} now={its.materials.length ? t.manage.pieces(its.materials.length) : t.manage.none} icon="download" forms={[]} labels={m.labels} view={view}>
      {its.materials.length > 0 && (
        <ul className="rows card">{its.materials.map((each) => (
          <li key={each.id}><Icon name={each.kind === 'link' ? 'linked' : each.kind === 'picture' ? 'camera' : 'text'} /><div className="t"><a href={each.kind === 'link' ? each.href : view.href(each.href)}>{each.title}</a>
            {each.kind === 'file' && each.fileKind && <p className="meta">{fileKinds[each.fileKind].name}, {sizeOf(each.bytes ?? 0, view)}</p>}</div>
            <ActionForm does="removeMaterial" className="inline"><input type="hidden" name="materialId" value={each.id} /><button type="submit" className="btn small" aria-label={m.removeOf(each.title)}><Icon name="remove" />{m.remove}</button></ActionForm></li>
        ))}</ul>
      )}
      <Add does="file" title={m.file} hint={m.fileHint(sizeOf(fileBytesMost, view))} accept=".pdf,.docx,.xlsx,.pptx,.odt,.ods" view={view} />
      <Add does="picture" title={m.picture} hint={m.pictureHint} accept="image/jpeg,image/png,image/webp,image/gif,image/avif" view={view} />
      <Add does="link" title={m.link} view={view} />
    </Part>
  )
}

function Add({ does, title, hint, accept, view }: { does: 'file' | 'picture' | 'link'; title: string; hint?: string; accept?: string; view: View }) {
  const t = matterWords(view.language)
  const m = t.manage.material
  const common = commonOf(does, view)
  const problem = view.failed?.form === does ? view.failed.problems.file : undefined
  return (
    <details className="fold" open={view.failed?.form === does}>
      <summary>{title}</summary>
      <ActionForm does={does} label={title} {...(does === 'link' ? {} : { upload: true })}>
        <ErrorSummary failed={view.failed} does={does} labels={m.labels} words={t.problems} language={view.language} />
        {does === 'link'
          ? <TextField {...common} name="url" type="url" inputMode="url" label={m.labels.url} />
          : (
            <div className={problem ? 'field wrong' : 'field'}>
              <label htmlFor={`${does}-file`}>{does === 'file' ? m.labels.file : m.labels.picture}</label>
              <p className="hint" id={`${does}-file-hint`}>{hint}</p>
              {problem && <p className="problem" id={`${does}-file-problem`}><Icon name="no" /> {t.problems[problem] ?? t.problems.fileUnknown}</p>}
              <input type="file" id={`${does}-file`} name="file" accept={accept} aria-invalid={problem ? true : undefined} aria-describedby={[`${does}-file-hint`, problem && `${does}-file-problem`].filter(Boolean).join(' ')} />
            </div>
          )}
        <TextField {...common} name="title" label={m.labels.title} max={150} {...(does === 'link' ? {} : { optional: true })} />
        <TextField {...common} name="description" label={does === 'picture' ? m.labels.alternative : m.labels.description} {...(does === 'picture' ? { hint: m.alternativeHint } : { optional: true })} max={300} />
        <p className="actions"><Button icon="plus">{t.manage.add}</Button></p>
      </ActionForm>
    </details>
  )
}
