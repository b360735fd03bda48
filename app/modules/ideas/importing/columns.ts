import type { Language } from '#core/text/language.ts'

/** What an import can fill. The first ones must have a column. */
const ideaFields = ['title', 'text', 'id', 'date', 'author', 'stage', 'topic', 'place', 'area', 'longitude', 'latitude', 'kind', 'language', 'supports', 'answer', 'answered'] as const
const commentFields = ['idea', 'text', 'id', 'date', 'author', 'stance', 'parent', 'about'] as const
export type IdeaField = (typeof ideaFields)[number]
export type CommentField = (typeof commentFields)[number]
export type What = 'ideas' | 'comments'
export const fieldsOf = (what: What): readonly (IdeaField | CommentField)[] => (what === 'ideas' ? ideaFields : commentFields)
export const neededOf = (what: What): readonly (IdeaField | CommentField)[] => (what === 'ideas' ? ['title', 'text'] : ['idea', 'text'])

/** Which column (from 0) fills which field. */
export type Mapping = Partial<Record<IdeaField | CommentField, number>>

// Names that columns have in Decidim's exports (as its serializers name them), in ours, and in people's own spreadsheets.
const names: Record<IdeaField | CommentField, string[]> = {
  title: ['title', 'otsikko', 'nimi', 'rubrik'], text: ['text', 'body', 'teksti', 'kuvaus', 'kommentti', 'description', 'beskrivning'],
  id: ['id', 'tunniste', 'reference'], date: ['date', 'published_at', 'created_at', 'päivä', 'pvm', 'päivämäärä', 'lähetetty', 'datum'],
  author: ['author', 'author/name', 'kirjoittaja', 'tekijä', 'lähettäjä', 'skribent', 'författare'], stage: ['stage', 'state', 'tila', 'vaihe', 'skede', 'status'],
  topic: ['topic', 'category/name', 'taxonomies/name', 'aihe', 'luokka', 'kategoria', 'category', 'ämne'], place: ['place', 'address', 'paikka', 'osoite', 'plats', 'adress'],
  area: ['area', 'scope/name', 'alue', 'kunnanosa', 'kommundel', 'område'], longitude: ['longitude', 'lon', 'lng', 'pituus'], latitude: ['latitude', 'lat', 'leveys'],
  kind: ['kind', 'laji', 'typ'], language: ['language', 'locale', 'kieli', 'språk'], supports: ['supports', 'votes', 'proposal_votes_count', 'kannatukset', 'kannatuksia', 'understöd'],
  answer: ['answer', 'vastaus', 'svar'], answered: ['answered', 'answered_at', 'vastattu', 'besvarad'],
  idea: ['idea', 'subject', 'idea_id', 'commentable_id', 'ehdotus', 'idé'], stance: ['stance', 'alignment', 'kanta', 'ståndpunkt'], parent: ['parent', 'parent_id'], about: ['commentable_type'],
}

/** The columns that a file's first line seems to mean. A text in several languages (`title/fi`, `title/sv`) is taken in the reader's. */
export function guessMapping(headers: string[], what: What, language: Language): Mapping {
  const heard = headers.map((header) => header.trim().toLocaleLowerCase('fi'))
  const found: Mapping = {}
  const taken = new Set<number>()
  for (const field of fieldsOf(what)) {
    for (const name of names[field]) {
      const spoken = [name, ...[language, 'fi', 'sv', 'en'].map((each) => `${name}/${each}`)]
      const at = [...spoken.map((each) => heard.indexOf(each)), heard.findIndex((each) => new RegExp(`^${name.replace('/', '\\/')}/(?!id$)[a-z]{2}(-[a-z]{2})?$`).test(each))].find((index) => index >= 0 && !taken.has(index))
      if (at !== undefined) { found[field] = at; taken.add(at); break }
    }
  }
  return found
}

/** A mapping from an address's query; what is not a column of the file is left out. */
export function readMapping(query: URLSearchParams, what: What, columns: number): Mapping | null {
  if (!query.has('mapped')) return null
  return Object.fromEntries(fieldsOf(what).flatMap((field) => {
    const said = query.get(`c-${field}`) ?? ''
    return /^\d{1,3}$/.test(said) && Number(said) < columns ? [[field, Number(said)]] : []
  }))
}

/** What the earlier service seems to be called. */
export const guessSource = (headers: string[]): string =>
  headers.some((each) => /^(participatory_space|commentable_type|component)(\/|$)/.test(each)) ? 'Decidim' : headers.includes('url') && headers.includes('moved') ? 'Nousu' : ''
