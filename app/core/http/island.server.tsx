import { type ComponentType, useId } from 'react'
import { renderToString } from 'react-dom/server'

// An island is found by the component itself: there are no names to keep in step. Read here by the server, and by the
// same pattern in client/islands.ts by the browser.
const files = import.meta.glob<{ default: ComponentType<never> }>('/app/modules/*/islands/*.tsx', { eager: true })
const addresses = new Map<unknown, string>(Object.entries(files).map(([path, its]) => [its.default, path]))

type Plain = string | number | boolean | null | undefined | Plain[] | { [name: string]: Plain }

/**
 * A part of a page that becomes an instrument when it comes into view: `<Island of={PlacePicker} props={{ … }} />`, with
 * the default export of a file in a module's islands/. Without script it is what its first rendering shows. Props travel
 * as JSON, so they are plain data; words come in them, because an island has no dictionary.
 */
export function Island<P extends { [K in keyof P]: Plain }>({ of: Component, props }: { of: ComponentType<P>; props: P }) {
  const id = `i${useId().replace(/\W/g, '')}`
  const address = addresses.get(Component)
  if (!address) throw new Error(`not the default export of a file in islands/: ${Component.name}`)
  // A root of its own, so that the ids inside are those that the browser will make.
  return <is-land id={id} data-src={address} data-props={JSON.stringify(props)} dangerouslySetInnerHTML={{ __html: renderToString(<Component {...props} />, { identifierPrefix: id }) }} />
}
