import { resource } from '#core/http/page.ts'
import { readPlaces } from './read-places.server.ts'

/** The places in the asker's care as JSON (data.ts), for their own phone only. `?also=` one place besides; `?only=` that one alone. */
export default resource('/field/places/data', {
  async get(ctx, _params, request) {
    const query = new URL(request.url).searchParams
    return Response.json(await readPlaces(ctx, { also: query.get('also') ?? undefined, only: query.get('only') ?? undefined }), { headers: { 'cache-control': 'private, no-store' } })
  },
})
