import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import type { Described } from '#core/files/form-photos.server.ts'
import { attachPictures, describe, erasePicture, picturesOf } from '#core/files/pictures.server.ts'
import { findingIn } from '#modules/moderation/server'
import { changed } from './change.server.ts'
import { holdPlace, holdService } from './hold.server.ts'
import type { EntryKind } from './state.server.ts'

/** Pictures that one entry may have. */
export const mostPictures = 12
const hold = (ctx: Ctx, kind: EntryKind, id: string) => (kind === 'place' ? holdPlace(ctx, id) : holdService(ctx, id))

/** Adds pictures to an entry. Throws as holdPlace, Conflict('tooManyPictures'). */
export async function addPictures(ctx: Ctx, kind: EntryKind, id: string, pictures: Described[]) {
  const { subject, row } = await hold(ctx, kind, id)
  if (pictures.length === 0) return
  if ((await picturesOf(ctx, id)).length + pictures.length > mostPictures) throw new Conflict('tooManyPictures')
  // A description has nowhere to wait for a moderator: one that a rule stops is left out.
  await attachPictures(ctx, id, pictures.map((each) => ({ ...each, description: row.providerId && findingIn(ctx, each.description) ? '' : each.description })))
  await changed(ctx, subject, null, ['pictures'], null)
}

/** Says what is in a picture of an entry. Throws as holdPlace, NotFound for a picture of something else. */
export async function describePicture(ctx: Ctx, kind: EntryKind, id: string, pictureId: string, text: string) {
  const { row } = await hold(ctx, kind, id)
  await mustBeOf(ctx, id, pictureId)
  const description = text.replace(/\s+/g, ' ').trim().slice(0, 300)
  await describe(ctx, pictureId, row.providerId && findingIn(ctx, description) ? '' : description)
}

/** Takes a picture away, its bytes too. Throws as describePicture. */
export async function removePicture(ctx: Ctx, kind: EntryKind, id: string, pictureId: string) {
  const { subject } = await hold(ctx, kind, id)
  await mustBeOf(ctx, id, pictureId)
  await erasePicture(ctx, pictureId)
  await changed(ctx, subject, null, ['pictures'], null)
}
async function mustBeOf(ctx: Ctx, id: string, pictureId: string) {
  if (!(await picturesOf(ctx, id)).some((each) => each.id === pictureId)) throw new NotFound()
}
