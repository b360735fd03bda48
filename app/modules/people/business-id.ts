const weights = [7, 9, 10, 5, 8, 4, 2]

/** A Finnish Business ID in its written form (1234567-1), or null when its check digit does not match (Finnish Patent and Registration Office). */
export function businessIdOf(text: string): string | null {
  const [, digits, check] = /^(?:FI)?(\d{6,7})-?(\d)$/i.exec(text.replace(/\s/g, '')) ?? []
  if (!digits || !check) return null
  const seven = digits.padStart(7, '0')
  const rest = [...seven].reduce((sum, digit, i) => sum + Number(digit) * weights[i]!, 0) % 11
  if (rest === 1 || (rest === 0 ? 0 : 11 - rest) !== Number(check)) return null
  return `${seven}-${check}`
}
