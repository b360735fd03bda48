import type { Ctx } from '#core/context/context.server.ts'
import type { Problems } from '#core/errors/errors.ts'
import { type PictureProblem, pictureOfToken, type StoredPicture, storePicture } from './pictures.server.ts'

export type Described = StoredPicture & { description: string }

/** The places for photos in a form (`PhotoFields` of #ui/photo-fields.tsx): `photo1` is a file, `kept1` the token of one sent before, `alt1` its description, `drop1` leaves it out. */
const photoPlaces = [1, 2, 3, 4] as const

/**
 * Takes the photos of a form in. What was taken is in `values` as tokens, so that a form which is shown again has kept
 * them: a browser cannot fill a file field again. Storing is outside the transaction; what is never sent is swept later.
 */
export async function takePhotos(ctx: Ctx, form: FormData): Promise<{ pictures: Described[]; problems: Problems; values: Record<string, string> }> {
  const pictures: Described[] = [], problems: Problems = {}, values: Record<string, string> = {}
  for (const n of photoPlaces) {
    values[`kept${n}`] = ''
    values[`drop${n}`] = ''
    if (form.get(`drop${n}`)) { values[`alt${n}`] = ''; continue }
    const file = form.get(`photo${n}`), kept = form.get(`kept${n}`)
    const stored = file instanceof File && file.size > 0 ? await storePicture(ctx, new Uint8Array(await file.arrayBuffer()), n)
      : typeof kept === 'string' && kept ? pictureOfToken(ctx, kept) : null
    if (stored === null) continue
    if (typeof stored === 'string') { problems[`photo${n}`] = stored satisfies PictureProblem; continue }
    const description = String(form.get(`alt${n}`) ?? '').replace(/\s+/g, ' ').trim().slice(0, 300)
    pictures.push({ ...stored, description })
    values[`kept${n}`] = stored.token
  }
  return { pictures, problems, values }
}
