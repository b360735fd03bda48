import { expect, test } from 'vitest'
import { holderOf } from '#core/geo/areas.server.ts'
import { bordersText, mostVertices, readBorders, readGeoJson } from './read-shape.ts'

const centre = { longitude: 23.6, latitude: 61.55 }
const square = [[23.5, 61.5], [23.7, 61.5], [23.7, 61.6], [23.5, 61.6], [23.5, 61.5]]
const hole = [[23.58, 61.54], [23.62, 61.54], [23.62, 61.56], [23.58, 61.56], [23.58, 61.54]]
const feature = (geometry: unknown, properties: unknown = { nimi: 'Kirkonkylä', asukkaita: 4200 }) => ({ type: 'Feature', properties, geometry })
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
const read = (text: string) => readGeoJson(text, centre)
const shapeOf = (text: string) => { const its = readBorders(text, centre); if ('problem' in its) throw new Error(its.problem); return its.shape! }

test('polygons and multipolygons are read with their properties; points and lines are counted as left out', () => {
  const its = read(file(feature(polygon(square)), feature({ type: 'MultiPolygon', coordinates: [[square], [hole]] }), feature({ type: 'Point', coordinates: [23.6, 61.5] }), feature(null)))
  expect(its).toMatchObject({ skipped: 2, features: [{ vertices: 5, shape: { type: 'MultiPolygon', coordinates: [[square]] } }, { vertices: 10 }] })
  expect('features' in its && [...its.features[0]!.properties]).toEqual([['nimi', 'Kirkonkylä'], ['asukkaita', '4200']])
  expect(read(JSON.stringify(polygon(square)))).toMatchObject({ features: [{ vertices: 5 }] })
  expect(read(JSON.stringify({ type: 'GeometryCollection', geometries: [polygon(square)] }))).toMatchObject({ features: [{ vertices: 5 }] })
})
test('heights are dropped, degrees kept to ten centimetres, a byte order mark is not in the way', () => {
  const its = read('\uFEFF' + file(feature(polygon(square.map(([x, y]) => [x! + 0.00000004, y, 118])))))
  expect('features' in its && its.features[0]!.shape.coordinates[0]).toEqual([square])
})
test('what is in a hole is not in the area, what is in an island of another polygon is; of crossing borders the odd parts are in', () => {
  const at = (longitude: number, latitude: number, shape: ReturnType<typeof shapeOf>) => holderOf({ longitude, latitude }, [{ key: 'a', shape }]) !== null
  const holed = shapeOf(JSON.stringify(polygon(square, hole)))
  expect([at(23.55, 61.55, holed), at(23.6, 61.55, holed), at(23.8, 61.55, holed)]).toEqual([true, false, false])
  const two = shapeOf(JSON.stringify({ type: 'MultiPolygon', coordinates: [[square, hole], [hole.map(([x, y]) => [23.6 + (x! - 23.6) / 2, 61.55 + (y! - 61.55) / 2])]] }))
  expect([at(23.6, 61.55, two), at(23.585, 61.545, two)]).toEqual([true, false])
  const eight = shapeOf(JSON.stringify(polygon([[23.5, 61.5], [23.7, 61.6], [23.7, 61.5], [23.5, 61.6], [23.5, 61.5]])))
  expect([at(23.52, 61.55, eight), at(23.68, 61.55, eight), at(23.6, 61.52, eight)]).toEqual([true, true, false])
})
test.each<[string, string, object]>([
  ['text that is not JSON', 'Kirkonkylä', { problem: 'notJson' }], ['JSON that is not GeoJSON', '{"a":1}', { problem: 'notGeoJson' }], ['a list', '[1,2]', { problem: 'notGeoJson' }], ['null', 'null', { problem: 'notGeoJson' }],
  ['points only', file(feature({ type: 'Point', coordinates: [23.6, 61.5] })), { problem: 'noPolygons' }], ['nothing', file(), { problem: 'noPolygons' }], ['features that are not a list', '{"type":"FeatureCollection","features":"x"}', { problem: 'noPolygons' }],
  ['a feature that is not one', file(feature(polygon(square)), 7), { problem: 'notGeoJson', feature: 2 }], ['a geometry without a type', file(feature({ coordinates: [] })), { problem: 'notGeoJson' }],
  ['three positions', file(feature(polygon(square.slice(0, 3)))), { problem: 'badRing' }], ['a ring that is open', file(feature(polygon(square)), feature(polygon(square.slice(0, 4)))), { problem: 'notClosed', feature: 2 }],
  ['positions that are not numbers', file(feature(polygon(square.map(([x, y]) => [String(x), y])))), { problem: 'badRing' }], ['positions that are missing', file(feature(polygon([...square, null]))), { problem: 'badRing' }], ['no rings', file(feature(polygon())), { problem: 'badRing' }],
  ['one point many times', file(feature(polygon(Array.from({ length: 6 }, () => square[0])))), { problem: 'badRing' }], ['a number beyond numbers', file(feature(polygon(square))).replace('23.5', '1e999'), { problem: 'notDegrees' }],
  ['metres of a Finnish grid', file(feature(polygon(square.map(([x, y]) => [x! * 14_000, y! * 111_000])))), { problem: 'notDegrees' }],
  ['a file that says it is in another system', JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3067' } }, features: [feature(polygon(square))] }), { problem: 'otherSystem' }],
  ['latitude before longitude', file(feature(polygon(square.map(([x, y]) => [y, x])))), { problem: 'farAway' }], ['another country', file(feature(polygon(square.map(([x, y]) => [x! - 10, y])))), { problem: 'farAway' }],
])('%s is told', (_what, text, said) => { expect(read(text)).toEqual(said) })
test('WGS 84 said in the old way is fine', () => { expect(read(JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }, features: [feature(polygon(square))] }))).toHaveProperty('features') })
test('too many features, too many vertices and endless nesting are told, soon', () => {
  const round = (count: number) => { const ring = Array.from({ length: count }, (_, i) => [23.6 + Math.cos((i * 2 * Math.PI) / count) / 10, 61.55 + Math.sin((i * 2 * Math.PI) / count) / 20]); return polygon([...ring, ring[0]]) }
  const began = performance.now()
  expect(read(file(...Array.from({ length: 501 }, () => feature(polygon(square)))))).toEqual({ problem: 'tooMany' })
  expect(read(file(feature(round(mostVertices + 10))))).toEqual({ problem: 'tooDetailed' })
  expect(read(file(feature(round(15_000)), feature(round(15_000))))).toEqual({ problem: 'tooDetailed' })
  expect(read(`${'{"type":"GeometryCollection","geometries":['.repeat(2000)}${']}'.repeat(2000)}`)).toEqual({ problem: 'noPolygons' })
  expect(performance.now() - began).toBeLessThan(2000)
})
test('borders written by hand: a point on each line, latitude first, closed by themselves; an empty line parts them', () => {
  const shape = shapeOf('61,5 23,5\n61.5, 23.7\n61.6;23.7\n\n61.61 23.5\n61.61 23.6\n61.65 23.6\n61.61 23.5')
  expect(shape.coordinates).toEqual([[[[23.5, 61.5], [23.7, 61.5], [23.7, 61.6], [23.5, 61.5]]], [[[23.5, 61.61], [23.6, 61.61], [23.6, 61.65], [23.5, 61.61]]]])
  expect(readBorders(' \n ', centre)).toEqual({ shape: null })
  expect(readBorders('61.5 23.5\nhuu', centre)).toEqual({ problem: 'badLine' })
  expect(readBorders('61.5 23.5\n61.6 23.5', centre)).toEqual({ problem: 'tooFew' })
  expect(readBorders('23.5 61.5\n23.7 61.5\n23.7 61.6', centre)).toEqual({ problem: 'farAway' })
  expect(readBorders('{"type":', centre)).toEqual({ problem: 'notJson' })
})
test('borders as text are read back as they were, holes and all', () => {
  for (const text of [JSON.stringify(polygon(square, hole)), JSON.stringify(polygon(square)), '61.5 23.5\n61.5 23.7\n61.6 23.7\n\n61.61 23.5\n61.61 23.6\n61.65 23.6']) { const its = shapeOf(text); expect(shapeOf(bordersText(its))).toEqual(its) }
  expect(bordersText(null)).toBe('')
})
