import type { Ctx } from '#core/context/context.server.ts'
import type { Mended } from '#core/errors/errors.ts'
import { storePicture, type StoredPicture } from '#core/files/pictures.server.ts'

/** The photos of a form (`photo`, at most three), made ready and stored. Problems: photo notPicture, pictureTooLarge. */
export async function photosOf(ctx: Ctx, form: FormData): Promise<StoredPicture[] | Mended> {
  const files = form.getAll('photo').filter((each): each is File => typeof each !== 'string' && each.size > 0)
  const photos: StoredPicture[] = []
  for (const [i, file] of files.slice(0, 3).entries()) {
    const stored = await storePicture(ctx, new Uint8Array(await file.arrayBuffer()), i)
    if (typeof stored === 'string') return { problems: { photo: stored } }
    photos.push(stored)
  }
  return photos
}
