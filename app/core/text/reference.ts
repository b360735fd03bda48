/** Letters and digits that are not taken for each other on the phone or on paper. */
const clearSigns = '23456789ABCDEFGHJKMNPQRTUVWXYZ'

/**
 * So many signs, at most ten, of an id's random end: what a thing is called by where its id is too long to say. Not unique by
 * itself: eight signs are one of 656 billion, six of 729 million, five of 24 million; the table's key says whether it is free.
 */
export function referenceOf(id: string, length: number): string {
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(-14)}`), made = ''
  for (let n = 0; n < length; n++) { made += clearSigns[Number(rest % 30n)]; rest /= 30n }
  return made
}
