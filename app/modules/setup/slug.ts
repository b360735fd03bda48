/** A name as a part of an address: small letters a-z, digits and hyphens. "Ylöjärven kirjasto" is `ylojarven-kirjasto`. */
export const slugOf = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/[øđ]/g, (sign) => ({ ø: 'o', đ: 'd' })[sign]!).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)

/** Keys for names, each different: a second one of the same gets a number. */
export function keysOf(names: string[]): string[] {
  const used = new Set<string>()
  return names.map((name) => {
    const slug = slugOf(name) || 'x'
    let key = slug
    for (let n = 2; used.has(key); n++) key = `${slug}-${n}`
    used.add(key)
    return key
  })
}
