import { withoutStop } from '#core/text/format.ts'
import type { Source } from '../vocabulary.ts'

export const fi = {
  now: 'Kunto', whoSaw: 'Kuka havaitsi ja milloin', seenAs: (said: string) => `silloin: ${said}`,
  unknown: 'ei tiedossa',
  lastSaid: (when: string) => `viimeksi ${when}`,
  sinceDay: (value: string, day: string) => `${value} ${day} alkaen`,
  seasonOver: 'Kausi on päättynyt', seasonOverSince: (day: string) => `Kausi päättyi ${withoutStop(day)}. Kuntoa ei nyt seurata.`,
  seenAt: 'Havaittu', knownUntil: (when: string) => `tiedossa ${when} asti`, stale: 'Tieto on vanhentunut, joten sitä ei näytetä.', last: (said: string) => `Viimeisin havainto: ${said}.`,
  cleared: 'Tieto on poistettu.',
  source: { worker: 'työntekijä', sensor: 'anturi', access: 'kulunvalvonta' } satisfies Record<Source, string>,
 
  wordTitle: 'Tiedote', wordUntil: (when: string) => `Voimassa ${when} asti`,
  history: 'Näin kunto on vaihdellut', update: 'Päivitä tilanne',
  wish: { said: (place: string, what: string) => `${place}: ${what}`, good: 'paikka on hyvässä kunnossa' },
  page: {
    title: (place: string) => `${place}: kunto 14 päivältä`, lead: 'Havainnot ja hoitotyöt kahdelta viime viikolta, uusin ensin. Kun havainto vanhenee, sitä ei enää näytetä voimassa olevana.',
    none: 'Kahteen viikkoon ei ole tehty havaintoja.', noneText: 'Kun työntekijä tai anturi kertoo paikasta, näet sen täältä.',
    day: 'Päivä', lowest: 'Matalin', highest: 'Korkein', latest: 'Viimeisin', asTable: 'Luvut taulukkona', chart: (name: string, from: string, to: string) => `${name} tunneittain, ${from}–${to}. Samat luvut ovat taulukossa kuvan alla.`, feed: 'Syöte (Atom)', more: (most: number) => `Näytetään ${most} uusinta.`,
  },
  feed: { title: (place: string) => `${place}: kunto`, expired: 'Viimeisin havainto on vanhentunut.' },
  devices: { post: 'Kunto ja hoitotyöt' },
}
