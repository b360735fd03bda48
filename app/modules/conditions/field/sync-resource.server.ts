import { command } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { readFields, resource } from '#core/http/page.ts'
import { readForm } from '#core/http/serve.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { placeAct } from './act.server.ts'
import { takePlaceAct } from './take-act.server.ts'

/**
 * Where phones send what was said of places, one act a request, as a form (act.server.ts). PATCH, as of every field view's
 * queue: a slow line holds no transaction. Answers with what became of it; 401 when the session has ended, 409 `otherPerson`
 * when the phone is now someone else's: both keep their queue.
 */
export default resource('/field/places/sync', {
  async patch(ctx, _params, request, { house }) {
    allow(ctx, can.openField)
    const read = readFields(placeAct, await readForm(request, { form: 20_000, multipart: 20_000 }))
    if ('problems' in read) return read
    const taken = await command(house, { municipality: ctx.municipality, actor: ctx.actor, language: ctx.language }, takePlaceAct, read.input)
    return isProblems(taken) ? taken : Response.json(taken, { headers: { 'cache-control': 'no-store' } })
  },
})
