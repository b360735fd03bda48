import type { IconName } from './icon-drawings.server.tsx'

export type { IconName }

/** A Lucide icon out of the sheet at /icons.svg, always beside a word and so silent for screen readers. */
export function Icon({ name }: { name: IconName }) {
  return <svg aria-hidden="true"><use href={`/icons.svg#${name}`} /></svg>
}
