// What other modules' pages may show of places.
export { NowFacts } from './find/now-facts.tsx'
export { PlaceSigns } from './find/place-rows.tsx'
