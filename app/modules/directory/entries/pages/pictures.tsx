import type { Ctx } from '#core/context/context.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import { takePhotos } from '#core/files/form-photos.server.ts'
import { previewPath } from '#core/files/pictures.server.ts'
import { afterWaiting, page, type View } from '#core/http/page.ts'
import { ActionForm, Button, TextField } from '#ui/form.tsx'
import { Empty, Section } from '#ui/layout.tsx'
import { PhotoFields } from '#ui/photo-fields.tsx'
import { EditPage } from '../edit-page.tsx'
import { placeKeeping, serviceKeeping } from '../entry-parts.tsx'
import { addPictures, describePicture, mostPictures, removePicture } from '../pictures.server.ts'
import { keptPlace, keptService } from '../place-form.server.ts'
import type { EntryKind } from '../state.server.ts'
import { entriesWords } from '../texts/index.ts'

type Kept = Awaited<ReturnType<typeof keptPlace>> | Awaited<ReturnType<typeof keptService>>

/** Pictures of an entry, each with what is in it. */
const picturesPage = <P extends '/places/:id/edit/pictures' | '/services/:id/edit/pictures'>(path: P, kind: EntryKind) => {
  const base = kind === 'place' ? '/places' : '/services'
  const kept = async (ctx: Ctx, params: object): Promise<Kept> => (kind === 'place' ? keptPlace : keptService)(ctx, (params as { id: string }).id)
  const back = (params: object) => ({ to: `${base}/${(params as { id: string }).id}/edit/pictures?saved=yes` })
  const which = (form: FormData) => { const its = form.get('picture'); if (typeof its !== 'string') throw new Invalid('picture'); return its }
  return page(path, {
    read: (ctx, params) => kept(ctx, params),
    forms: {
      add: afterWaiting(async (ctx, params, form) => { await kept(ctx, params); return takePhotos(ctx, form) }, async (ctx, params: object, taken) => {
        if (Object.keys(taken.problems).length) return { problems: taken.problems, values: taken.values }
        await addPictures(ctx, kind, (params as { id: string }).id, taken.pictures)
        return back(params)
      }),
      describe: async (ctx, params, form) => { await describePicture(ctx, kind, (params as { id: string }).id, which(form), String(form.get('description') ?? '')); return back(params) },
      remove: async (ctx, params, form) => { await removePicture(ctx, kind, (params as { id: string }).id, which(form)); return back(params) },
    },
    head: (its, { language }) => ({ title: `${entriesWords(language).keep.pictures}: ${its.name}`, place: 'services', hidden: true }),
    view: (its, view) => <Pictures its={its} kind={kind} base={base} view={view as View} />,
  })
}
export const placePictures = picturesPage('/places/:id/edit/pictures', 'place')
export const servicePictures = picturesPage('/services/:id/edit/pictures', 'service')

function Pictures({ its, kind, base, view }: { its: Kept; kind: EntryKind; base: string; view: View }) {
  const t = entriesWords(view.language).keep
  const here = `${base}/${its.id}/edit/pictures`
  return (
    <EditPage title={t.pictures} entry={{ name: its.name, path: `${base}/${its.id}` }} pages={(kind === 'place' ? placeKeeping : serviceKeeping)(its.id, t, { ask: false })} here={here} view={view}>
      {its.pictures.length === 0 ? <Empty icon="camera">{t.noPictures}</Empty> : its.pictures.map((picture) => (
        <section key={picture.id} className="card stack" aria-label={picture.description}>
          <img className="keptpicture" src={view.href(picture.small)} alt={picture.description} width={picture.width} height={picture.height} loading="lazy" />
          <ActionForm does="describe" id={`describe-${picture.id}`}><input type="hidden" name="picture" value={picture.id} />
            <TextField does={`describe-${picture.id}`} name="description" label={t.describe} value={picture.description} failed={undefined} language={view.language} max={300} /></ActionForm>
          <div className="actions"><Button form={`describe-${picture.id}`} icon="check">{t.keepDescription}</Button><ActionForm does="remove"><input type="hidden" name="picture" value={picture.id} /><Button kind="quiet" icon="remove">{t.removePicture}</Button></ActionForm></div>
        </section>
      ))}
      <Section id="add" title={t.addPictures}>
        {its.pictures.length >= mostPictures ? <p className="hint">{t.mostPictures(mostPictures)}</p> : (
          <ActionForm does="add" upload>
            <PhotoFields does="add" failed={view.failed} language={view.language} preview={(token) => view.href(previewPath(token))} />
            <p className="actions"><Button kind="main" icon="check">{t.save}</Button></p>
          </ActionForm>
        )}
      </Section>
    </EditPage>
  )
}
