import { resource } from '#core/http/page.ts'
import { placesOf } from '#core/trail/facets.server.ts'

/** What every map needs to draw itself: tiles where the installation has them, the centre, and the known places by name. */
export const mapData = resource('/map-data', {
  get: async (ctx, _params, _request, { house }) => Response.json({
    tiles: house.mapTiles ?? null, centre: [ctx.municipality.longitude, ctx.municipality.latitude],
    places: (await placesOf(ctx)).map(({ name, longitude, latitude }) => ({ name, longitude, latitude })),
  }, { headers: { 'cache-control': 'public, max-age=300' } }),
})
