import { resource } from '#core/http/page.ts'
import { isId } from '#core/context/ids.server.ts'
import { readField } from './today.server.ts'

/** A person's day in the field as JSON (data.ts), for their own phone only. `?also=` one order besides. */
export default resource('/work/field/data', {
  async get(ctx, _params, request) {
    const also = new URL(request.url).searchParams.get('also')
    return Response.json(await readField(ctx, isId(also) ? also : undefined), { headers: { 'cache-control': 'private, no-store' } })
  },
})
