/** How many web addresses a text has, with or without their beginning. */
export function linksIn(text: string): number {
  return text.match(/https?:\/\/[^\s<>"']+|\bwww\.[^\s<>"']+|(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|biz|shop|xyz|online|site|club|top|ru|io|ly|me|fi|se|eu)(?:\/[^\s<>"']*)?(?![\w-])/giu)?.length ?? 0
}

const checkMarks = '0123456789ABCDEFHJKLMNPRSTUVWXY'
/** Does a text hold a Finnish personal identity code? The check mark is counted (Digital and Population Data Services Agency), so that other numbers are let through. */
export function hasIdentityCode(text: string): boolean {
  for (const [, day, number, mark] of text.toUpperCase().matchAll(/(?<![\dA-Z])(\d{6})[-+A-FU-Y](\d{3})([0-9A-Y])(?![\dA-Z])/g)) {
    if (checkMarks[Number(day! + number!) % 31] === mark) return true
  }
  return false
}

/** A text reduced to its letters and digits: what is compared when the same is sent again. Empty for a text too short to tell. */
export function sameness(text: string): string {
  const letters = text.normalize('NFC').toLocaleLowerCase('fi').replace(/[^\p{L}\p{N}]/gu, '')
  return letters.length < 25 ? '' : letters
}
