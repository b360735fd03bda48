import type { Language } from './language.ts'

// Endings by length, longest first: what is left is what a word shares with its other forms.
const endings: Record<Language, string[]> = {
  fi: ['istaan', 'issaan', 'iltaan', 'illaan', 'itten', 'isten', 'iseen', 'iden', 'issa', 'issä', 'ista', 'istä', 'illa', 'illä', 'ilta', 'iltä', 'ille', 'iksi', 'ihin', 'iina', 'iinä', 'seen', 'siin', 'ssa', 'ssä', 'sta', 'stä', 'lla', 'llä', 'lta', 'ltä', 'lle', 'ksi', 'ina', 'inä', 'iin', 'ita', 'itä', 'jen', 'ien', 'hin', 'han', 'hun', 'hyn', 'hen', 'aan', 'ään', 'een', 'oon', 'öön', 'uun', 'yyn', 'kin', 'ja', 'jä', 'ia', 'iä', 'na', 'nä', 'in', 'en', 'an', 'än', 'on', 'ön', 'un', 'yn', 'n', 't'],
  sv: ['arnas', 'ernas', 'ornas', 'arna', 'erna', 'orna', 'heter', 'heten', 'ande', 'ende', 'ade', 'ens', 'ets', 'are', 'ar', 'er', 'or', 'en', 'et', 'na', 'as', 'a', 'e', 'n', 's', 't'],
  en: ['ations', 'ation', 'ings', 'ing', 'ies', 'ers', 'ed', 'er', 'es', 'ly', 's', 'y'],
}
const vowels = /[aeiouyäöå]+$/
const grades: [RegExp, string][] = [[/(nn|nt+)$/, 'nt'], [/(ll|lt+)$/, 'lt'], [/(rr|rt+)$/, 'rt'], [/(mm|mp+)$/, 'mp'], [/(ng|nk+)$/, 'nk'], [/(tt|d)$/, 't'], [/(pp|v)$/, 'p'], [/kk$/, 'k']]
const weaker: [string, string][] = [['nt', 'nn'], ['lt', 'll'], ['rt', 'rr'], ['mp', 'mm'], ['nk', 'ng'], ['t', 'd'], ['p', 'v']]

/** Words that tell nothing of what a text is about, as they are written; the municipality and wishes among them. */
const empty = new Set(('ja tai sekä että jotta kun jos niin on ei ole olisi olla oli ovat voi voisi pitäisi saada saisi saataisiin se ne tämä nämä joka jotka jossa mikä mitä siitä sille siellä tänne täällä myös vielä enemmän lisää uusi uuden uutta uudet parempi paremmat hyvä kiva nyt aina kanssa ilman varten kuin vain sitä sen kaikki kaikille monta paljon moni liian kunta kunnan kuntaan kaupunki kaupungin ihmiset asukkaat asukkaille meidän meille '
  + 'och eller att som för med på till av en ett den det de är inte kan ska skulle vara mer ny nytt nya bättre också här alla kommun kommunen behöver '
  + 'and or the for with that this there are not can could should would more new better also all our have has from into need needs municipality').split(' '))

/** The words of a text that tell what it is about, in small letters, each once, at most `most`. */
export function tellingWords(text: string, most = 40): string[] {
  const words = text.toLocaleLowerCase('fi').normalize('NFC').match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return [...new Set(words.map((word) => word.slice(0, 40)))].filter((word) => !empty.has(word) && !/^\d+$/.test(word)).slice(0, most)
}

/** A word without its ending, with its last vowels: `pyöräteiden` → `pyöräte`, `ladut` → `ladu`. */
function stemOf(word: string, language: Language): string {
  for (const ending of endings[language]) if (word.endsWith(ending) && word.length - ending.length >= 3 && /[aeiouyäöå]/.test(word.slice(0, -ending.length))) return word.slice(0, -ending.length)
  return word
}

/**
 * What a word's forms have in common: without ending and last vowels, and with the strong grade of its last consonants
 * (`ladut`, `latuja` → `lat`; `kentälle`, `kenttä` → `kent`; `pyöräteiden`, `pyörätie` → `pyörät`). Not a dictionary's
 * stem: two words with one root are compared, never shown.
 */
export function rootOf(word: string, language: Language): string {
  const bare = stemOf(word, language).replace(vowels, '')
  const root = bare.length >= 3 ? bare : stemOf(word, language)
  return language === 'fi' ? grades.reduce((its, [from, to]) => (from.test(its) ? its.replace(from, to) : its), root) : root
}

/** Word beginnings under which a full-text search finds every form of a word: both grades of a root, longer ones for short roots. */
export function beginningsOf(word: string, language: Language): string[] {
  const root = rootOf(word, language)
  const vowel = root.length < 5 ? /^[aeiouyäöå]/.exec(word.slice(root.length))?.[0] ?? '' : ''
  const both = language === 'fi' ? weaker.filter(([strong]) => root.endsWith(strong)).slice(0, 1).map(([strong, weak]) => root.slice(0, -strong.length) + weak) : []
  return [...new Set([root, ...both].map((each) => each + vowel))].filter((each) => each.length >= 3)
}
