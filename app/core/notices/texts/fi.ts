export const fi = {
  atOnce: (what: string, title: string) => `${what}: ${title}`,
  digest: (count: number, first: string) => (count === 1 ? `Liikkui: ${first}` : `Liikkui: ${first} ja ${count - 1} muuta`),
  hello: (name: string | null) => (name ? `Hei ${name},` : 'Hei,'),
  moved: 'tämän verran on liikkunut asioissa, joita seuraat.',
  yours: 'SINUN', followed: 'SEURAAMASI', fresh: 'UUTTA AIHEISTASI JA ALUEILTASI',
  more: (url: string) => `Muutakin on liikkunut. Kaikki: ${url}`, moreOf: 'Muutakin on liikkunut. Tässä ovat viimeisimmät.',
  earlier: (count: number) => (count === 1 ? 'Sitä ennen yksi muu muutos.' : `Sitä ennen ${count} muuta muutosta.`),
  see: (url: string) => `Katso: ${url}`,
  stopThis: (url: string) => `Lopeta tämän seuraaminen: ${url}`,
  stopOf: (what: string, url: string) => `Lopeta seuraaminen (${what}): ${url}`,
  rhythm: (url: string) => `Muuta, milloin viestit tulevat: ${url}`,
  stopAll: (url: string) => `Lopeta kaikki nämä viestit: ${url}`,
  pushAtOnce: 'Jokin seuraamasi liikkui. Katso, mikä.', pushDigest: 'Kooste on valmis. Katso, mikä on liikkunut.',
  from: (municipality: string) => `${municipality} · Nousu. Mikään ei huku.`,
  confirmSubject: (title: string) => `Vahvista: haluatko seurata, miten käy? ${title}`,
  confirm: (title: string, url: string) => `Hei,\n\njoku, luultavasti sinä, pyysi tähän osoitteeseen viestin, kun tämä liikkuu:\n\n${title}\n\nVahvista, niin kerromme, mitä tapahtuu:\n${url}\n\nJos et pyytänyt tätä, sinun ei tarvitse tehdä mitään. Viestejä ei tule ilman vahvistusta.`,
}
export type Texts = typeof fi
