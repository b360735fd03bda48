import { and, eq, sql } from 'drizzle-orm'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { subject } from '#core/trail/schema.server.ts'
import { isKeyOf, pictureOfToken } from './pictures.server.ts'
import { bytesOfPicture } from './later.server.ts'
import { picture } from './schema.server.ts'

const found = once((db) => db.select({ storedAs: picture.storedAs, owner: picture.ownerPersonId, hidden: picture.hidden, visibility: subject.visibility, author: subject.authorPersonId, unit: subject.ownerUnitId }).from(picture)
  .leftJoin(subject, and(eq(subject.municipalityId, picture.municipalityId), eq(subject.id, picture.subjectId)))
  .where(and(eq(picture.municipalityId, sql.placeholder('m')), eq(picture.id, sql.placeholder('id')))).prepare('files_picture'))

/**
 * A picture's bytes. Anyone sees those of a public subject, and a browser keeps them for an hour, so that what a moderator hides is soon gone from everywhere; of others only the owner, the author,
 * who holds a key to it, admins, and of private ones the officials of the unit, of the rest moderators; one that is not sent yet is seen by who holds its token.
 */
export const pictureResource = resource('/pictures/:file', {
  get: async (ctx, { file }, request) => {
    const [, id, small] = /^([0-9a-f-]{36})(-small)?\.webp$/.exec(file) ?? []
    if (!isId(id)) throw new NotFound()
    const [its] = await found(ctx.db).execute({ m: ctx.scope.municipalityId, id })
    const me = ctx.actor.kind === 'person' ? ctx.actor : null
    const everyones = its?.visibility === 'public' && !its.hidden
    const asked = new URL(request.url).searchParams
    const officials = !!me && me.units.some((each) => each.id === its?.unit)
    const mine = !!me && !!its && (its.owner === me.id || its.author === me.id || me.admin || (its.visibility === 'private' ? officials : me.moderator))
    const keyed = !!its && isKeyOf(ctx, id, asked.get('key') ?? '')
    const token = its ? null : pictureOfToken(ctx, asked.get('token') ?? '')
    if (!everyones && !mine && !keyed && token?.id !== id) throw new NotFound()
    const bytes = await bytesOfPicture(ctx, its?.storedAs ?? id, !!small)
    if (!bytes) throw new NotFound()
    return new Response(new Uint8Array(bytes), { headers: {
      'content-type': 'image/webp', 'content-length': String(bytes.length), 'x-content-type-options': 'nosniff', 'content-disposition': 'inline',
      'cache-control': everyones ? 'public, max-age=3600' : 'private, no-store',
    } })
  },
})
