/** Letters and digits that are not taken for each other on the phone. */
const signs = '23456789ABCDEFGHJKMNPQRTUVWXYZ'
/** Six signs of an id's random end: one in seven hundred million. */
export function referenceOf(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(-14)}`), made = ''
  for (let n = 0; n < 6; n++) { made += signs[Number(rest % 30n)]; rest /= 30n }
  return made
}
