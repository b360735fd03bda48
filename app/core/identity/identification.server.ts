/** What a strong identification tells of a human. The personal identity code, if the issuer sends one, is not among it: it is never kept. */
export type Identified = {
  issuer: string; subject: string; name: string
  assurance: 'substantial' | 'high' | null
  birthDate: string | null
  homeMunicipalityCode: string | null
}

// Levels of assurance as issuers name them: eIDAS (EU 2015/1502) and the Finnish Trust Network's OpenID Connect profile.
const levels: Record<string, Identified['assurance']> = {
  'http://eidas.europa.eu/LoA/substantial': 'substantial', 'http://eidas.europa.eu/LoA/high': 'high',
  'http://ftn.ficora.fi/2017/loa2': 'substantial', 'http://ftn.ficora.fi/2017/loa3': 'high',
}

/**
 * Reads the claims of an ID token and of the user info. `acr` below substantial is no strong identification: assurance is
 * null then. Null when the claims have no issuer or subject. An issuer with claims of other names is fitted here.
 */
export function identifiedBy(claims: Record<string, unknown>): Identified | null {
  const text = (...names: string[]) => names.map((name) => claims[name]).find((value): value is string => typeof value === 'string' && value.trim() !== '')?.trim()
  const issuer = text('iss'), subject = text('sub')
  if (!issuer || !subject) return null
  const birthDate = text('birthdate')
  const code = text('municipality_code')
  return {
    issuer, subject,
    name: text('name') ?? [text('given_name'), text('family_name')].filter(Boolean).join(' '),
    assurance: levels[text('acr') ?? ''] ?? null,
    birthDate: birthDate && /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? birthDate : null,
    homeMunicipalityCode: code && /^\d{3}$/.test(code) ? code : null,
  }
}

/** The key of an identified human at their issuer; the same subject of another issuer is someone else. */
export const issuerAndSubject = (issuer: string, subject: string) => `${issuer} ${subject}`

/** better-auth wants an address of everyone; an identified human has one of ours that reaches nobody until they give their own. */
export const noAddress = (key: string) => `${key}@no-address.invalid`
export const reachable = (email: string): string | null => (email.endsWith('.invalid') ? null : email)
