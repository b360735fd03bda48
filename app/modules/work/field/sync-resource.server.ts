import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { Invalid, isProblems, type Mended } from '#core/errors/errors.ts'
import { readFields, resource } from '#core/http/page.ts'
import { readForm } from '#core/http/serve.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { type FieldAct, fieldAct } from './act.server.ts'
import { photosOf } from './photos.server.ts'
import { type Taken, takeAct, takenBefore } from './sync.server.ts'

/** A photo that a phone has made smaller is a third of a megabyte; one that it could not is as the camera made it. */
const most = { form: 100_000, multipart: 16_000_000 }

/**
 * Where phones send what was done, one act a request, as a form (act.server.ts), its photo in `photo`. It is PATCH, which has
 * no transaction around it: a photo on a slow line may be minutes on its way, and its making small takes a second more; only
 * then is the database asked to change anything. Answers with what became of it; 401 when the session has ended, 409
 * `otherPerson` when the phone is now someone else's: both keep their queue.
 */
export default resource('/work/field/sync', {
  async patch(ctx, _params, request, { house }) {
    const me = allow(ctx, can.read)
    const form = await readForm(request, most)
    const read = readFields(fieldAct, withoutPhoto(form))
    if ('problems' in read) return read
    const before = await takenBefore(ctx, read.input.clientId, me.id)
    const taken = before ?? await takeWithPhotos(ctx, house, read.input, form)
    return isProblems(taken) ? taken : Response.json(taken, { headers: { 'cache-control': 'no-store' } })
  },
})

function withoutPhoto(form: FormData): FormData {
  const words = new FormData()
  for (const [name, value] of form) if (typeof value === 'string') words.append(name, value)
  return words
}

/** Makes the photo of a form ready, if there is one, and then takes the act in a transaction of its own. */
async function takeWithPhotos(ctx: Ctx, house: House, act: FieldAct, form: FormData): Promise<Taken | Mended> {
  const photos = await photosOf(ctx, form)
  if (isProblems(photos)) return photos
  try { return await command(house, askerOf(ctx), takeAct, act, photos) } catch (cause) {
    if (cause instanceof Invalid && needed.has(cause.code)) return { problems: { [act.what]: cause.code } }
    throw cause
  }
}
/** What a person can mend, told by field instead of as a request that makes no sense. */
const needed = new Set(['reasonNeeded', 'proofNeeded', 'notPicture', 'required'])
const askerOf = (ctx: Ctx) => ({ municipality: ctx.municipality, actor: ctx.actor, language: ctx.language })
