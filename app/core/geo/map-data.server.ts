import { resource } from '#core/http/page.ts'
import { placesOf, shapesOf } from '#core/trail/facets.server.ts'

/** What every map needs to draw itself: tiles where the installation has them, the centre, the known places by name and the areas' borders. */
export const mapData = resource('/map-data', {
  get: async (ctx, _params, _request, { house }) => Response.json({
    tiles: house.mapTiles ?? null, centre: [ctx.municipality.longitude, ctx.municipality.latitude],
    places: (await placesOf(ctx)).map(({ name, longitude, latitude }) => ({ name, longitude, latitude })),
    areas: (await shapesOf(ctx)).map(({ key, name, shape }) => ({ key, name, coordinates: shape.coordinates })),
  }, { headers: { 'cache-control': 'public, max-age=300' } }),
})
