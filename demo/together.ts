import type { When } from './told.ts'

type Here = 'ylojarvi' | 'nokia'
export type TogetherStep = { in: Here; at: When; by: string } & (
  | { does: 'says'; key?: string; to?: string; text: string; stance?: 'for' | 'against' | 'neutral'; asUnit?: true }
  | { does: 'moves'; to: number; sentence: string; endsOn: string }
  | { does: 'answers'; comments: string[]; outcome: 'used' | 'partly' | 'not'; theme: string; why: string }
  | { does: 'decides'; decision: string }
)
/** A matter that two municipalities prepare together: who leads, how the other comes along, and what is done and said on both sides. */
export type Together = {
  leads: Here; joins: Here; begun: { by: string; at: When }; asked: { at: When; message: string }; taken: { by: string; at: When }; published: { at: When }
  words: Record<Here, { title: string; thought: string; topic: string; conditions?: { law?: string; money?: string; time?: string; notOpen?: string }; ask?: string; place?: string; speakers?: 'anyone' | 'signedIn' }>
  steps: TogetherStep[]
}

/** The road and its ends are real places; the plan, the sums and the people are made up. */
export const cycleRoute: Together = {
  leads: 'ylojarvi', joins: 'nokia', begun: { by: 'Pekka Hakala', at: '-44 9.20' },
  asked: { at: '-43 10.05', message: 'Reitti päättyisi nyt kuntarajalle. Valmistellaanko se yhdessä, niin että kumpikin päättää omasta osuudestaan?' },
  taken: { by: 'Tarja Koskinen', at: '-41 13.40' }, published: { at: '-40 8.30' },
  words: {
    ylojarvi: {
      title: 'Pyöräreitti Ylöjärveltä Nokialle', topic: 'streets', place: 'Elovainio', speakers: 'anyone',
      thought: 'Elovainiosta Nokian suuntaan ajetaan nyt maantien reunassa. Mietin reittiä, joka kulkisi vanhaa tielinjaa metsän läpi ja jatkuisi Nokian puolella Linnavuoren suuntaan.\n\nKumpi on tärkeämpää, että reitti on lyhyt vai että se on rauhallinen? Missä kohdassa tie on nyt pahin?',
      conditions: { law: 'Yhdystien varressa päätetään yhdessä elinvoimakeskuksen kanssa.', money: 'Ylöjärven osuuteen on suunnittelurahaa 60 000 euroa. Rakentamisesta ei ole vielä päätetty.', time: 'Yleissuunnitelma tehdään ensi kevääseen mennessä.', notOpen: 'Maantien linjaa ei siirretä.' },
      ask: 'Mitä kautta ajaisit Nokialle, jos reitin saisi valita?',
    },
    nokia: {
      title: 'Pyöräreitti Nokialta Ylöjärvelle', topic: 'streets', place: 'Linnavuori',
      thought: 'Ylöjärvi suunnittelee pyöräreittiä kuntarajalle. Meidän osuutemme alkaisi Linnavuoresta. Ennen kuin piirrämme mitään, haluan kuulla, mistä koululaiset ja työmatkalaiset oikeasti kulkevat.',
      conditions: { money: 'Nokian osuuteen ei ole vielä varattu rahaa.' },
    },
  },
  steps: [
    { in: 'ylojarvi', at: '-39 17.12', by: 'Aino Koskela', does: 'says', key: 'bridge', stance: 'for', text: 'Ajan tuota väliä töihin. Pahin kohta on silta, jossa piennarta ei ole ollenkaan. Lyhyt reitti ei auta, jos silta jää.' },
    { in: 'ylojarvi', at: '-38 8.45', by: 'Sanna Ojala', does: 'says', to: 'bridge', asUnit: true, text: 'Silta on mukana tarkastelussa. Mitataan sen leveys ensi viikolla.' },
    { in: 'nokia', at: '-37 19.30', by: 'Eeva Rautanen', does: 'says', key: 'school', stance: 'for', text: 'Linnavuoresta pyöräillään kouluun aamupimeällä. Reitillä pitää olla valot koko matkan, muuten vanhemmat vievät autolla.' },
    { in: 'nokia', at: '-36 12.02', by: 'Kahvila Virta Oy', does: 'says', stance: 'for', text: 'Matkapyöräilijät kysyvät meiltä reittiä Ylöjärvelle joka kesä. Nyt emme uskalla neuvoa ketään maantielle.' },
    { in: 'ylojarvi', at: '-33 20.18', by: 'Heikki Palomäki', does: 'says', key: 'field', stance: 'against', text: 'Vanha tielinja menee peltomme vierestä. Syksyllä siinä ajetaan puimurilla, eikä kapealla tiellä mahdu ohi.' },
    { in: 'ylojarvi', at: '-31 9.10', by: 'Pekka Hakala', does: 'answers', comments: ['field'], outcome: 'partly', theme: 'Vanha tielinja', why: 'linjaus kiertää pellon pään, ja sadonkorjuun ajaksi tehdään kohtauspaikka.' },
    { in: 'nokia', at: '-27 16.40', by: 'Niko Salmela', does: 'says', stance: 'neutral', text: 'Kumpi kunta auraa talvella ja kuka sen maksaa? Rajalla on tähän asti ollut aina lumivalli.' },
    { in: 'ylojarvi', at: '-24 10.00', by: 'Pekka Hakala', does: 'moves', to: 1, sentence: 'Ideoissa toistui kaksi asiaa, silta ja valot. Niistä piirretään nyt kaksi vaihtoehtoa.', endsOn: '+20' },
    { in: 'ylojarvi', at: '-23 9.15', by: 'Pekka Hakala', does: 'answers', comments: ['bridge'], outcome: 'used', theme: 'Silta', why: 'sillan leventäminen on mukana kummassakin vaihtoehdossa.' },
    { in: 'nokia', at: '-19 15.25', by: 'Tarja Koskinen', does: 'answers', comments: ['school'], outcome: 'used', theme: 'Valaistus', why: 'koulureitin osuus valaistaan, ja se on nyt suunnittelun lähtökohta.' },
    { in: 'nokia', at: '-12 11.05', by: 'Tarja Koskinen', does: 'moves', to: 1, sentence: 'Reitti kulkee Linnavuoren koulun kautta. Piirrämme sen nyt kartalle yhdessä Ylöjärven kanssa.', endsOn: '+27' },
    { in: 'ylojarvi', at: '-6 18.50', by: 'Otso Kangas', does: 'says', stance: 'for', text: 'Asuin ennen Nokialla ja ajoin tätä kahdesti viikossa. Rauhallinen reitti, vaikka olisi kilometrin pidempi.' },
    { in: 'nokia', at: '-2 14.33', by: 'Eeva Rautanen', does: 'says', stance: 'neutral', text: 'Hyvä, että kuntaraja ei ole reitin pää. Voisiko talvihoidosta sopia saman tien?' },
  ],
}
/** What Nokia has asked and Ylöjärvi has not answered yet. */
export const asked = {
  by: 'Ossi Leino', begunAt: '-5 9.00', at: '-3 10.30',
  title: 'Yhteinen melontareitti Siurosta Kyrösjärvelle', thought: 'Melojat kulkevat Siurosta jo nyt ylävirtaan, mutta laiturit ja taukopaikat loppuvat ennen Viljakkalan rantoja. Haluaisin tietää, missä rannoissa pitäisi päästä maihin.', topic: 'sports',
  message: 'Melojilta tuli toive yhteisistä rantautumispaikoista. Lähdettekö miettimään?',
} as const
