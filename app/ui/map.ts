import type { Map as MapView } from 'maplibre-gl'

/** What `/map-data` says. */
export type MapData = { tiles: string | null; centre: [number, number]; places: { name: string; longitude: number; latitude: number }[]; /** borders, as GeoJSON's MultiPolygon has them */ areas: { key: string; name: string; coordinates: [number, number][][][] }[] }

/** The words of the map's own parts. */
export type MapWords = { ground: string; zoomIn: string; zoomOut: string }

/** The map library, its worker and its style, fetched when a map is first opened. The server never loads them. */
async function library() {
  const [maplibre, { default: worker }] = await Promise.all([import('maplibre-gl'), import('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'), import('maplibre-gl/dist/maplibre-gl.css')])
  maplibre.setWorkerUrl(worker)
  return maplibre
}

/**
 * A map in an element: the installation's tiles where it has them, else the known places by name on plain ground, so that
 * a map works with nothing from elsewhere; and the areas' borders. Moving it with two fingers on a phone leaves scrolling to the page.
 */
export async function openMap(container: HTMLElement, data: MapData, words: MapWords, options: { zoom?: number; centre?: [number, number] } = {}) {
  const maplibre = await library()
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map: MapView = new maplibre.Map({
    container, center: options.centre ?? data.centre, zoom: options.zoom ?? 11, maxZoom: 18, minZoom: 7, attributionControl: false, locale: { 'Map.Title': words.ground, 'NavigationControl.ZoomIn': words.zoomIn, 'NavigationControl.ZoomOut': words.zoomOut }, dragRotate: false, pitchWithRotate: false, cooperativeGestures: false, fadeDuration: calm ? 0 : 200,
    style: {
      version: 8,
      sources: { ...(data.tiles ? { ground: { type: 'raster' as const, tiles: [data.tiles], tileSize: 256 } } : {}), areas: { type: 'geojson', data: { type: 'FeatureCollection', features: data.areas.map(({ key, coordinates }) => ({ type: 'Feature', properties: { key }, geometry: { type: 'MultiPolygon', coordinates } })) } } },
      layers: [...(data.tiles ? [{ id: 'ground', type: 'raster' as const, source: 'ground' }] : []), { id: 'areas', type: 'line', source: 'areas', paint: { 'line-color': colourOf(container, '--edge'), 'line-width': 1.5, 'line-opacity': 0.7 } }],
    },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right')
  if (!data.tiles) drawPlaces(maplibre, map, data.places)
  return { maplibre, map, calm }
}

/** A colour of the page in a form that the map library understands, as it is in light or dark now. */
export function colourOf(container: HTMLElement, token: string): string {
  const probe = container.appendChild(document.createElement('span'))
  probe.style.color = `var(${token})`
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const drawing = canvas.getContext('2d', { willReadFrequently: true })!
  drawing.fillStyle = getComputedStyle(probe).color
  drawing.fillRect(0, 0, 1, 1)
  const [red, green, blue] = drawing.getImageData(0, 0, 1, 1).data
  probe.remove()
  return `rgb(${red}, ${green}, ${blue})`
}

/** Known places as dots with names; where names would lie on each other only the first is written. */
function drawPlaces(maplibre: typeof import('maplibre-gl'), map: MapView, places: MapData['places']) {
  const drawn = places.map((place) => { const element = placeName(place.name); new maplibre.Marker({ element, anchor: 'left' }).setLngLat([place.longitude, place.latitude]).addTo(map); return { place, element, width: element.offsetWidth } })
  const write = () => {
    const taken: [number, number, number][] = []
    for (const { place, element, width } of drawn) {
      const { x, y } = map.project([place.longitude, place.latitude])
      const free = taken.every(([left, right, at]) => Math.abs(at - y) > 17 || x > right || x + width < left)
      element.classList.toggle('unnamed', !free)
      if (free) taken.push([x, x + width, y])
    }
  }
  map.on('moveend', write)
  write()
}

function placeName(name: string): HTMLElement {
  const made = document.createElement('span')
  made.className = 'map-place'
  made.textContent = name
  return made
}

export async function readMapData<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json() as Promise<T>
}
