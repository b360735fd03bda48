import type { When, Who } from './told.ts'

/** An initiative as it is told: who makes it, and when each thing happens to it. What has no moment has not happened. */
export type ToldInitiative = {
  title: string; text: string; way: 'together' | 'alone'; by: Who; begun: When; checkedBy?: Who; published?: When
  /** how many of the crowd sign, besides those named, from publishing until the sending or now */ crowd?: number; signers?: Who[]; shownEvery?: number
  sent?: When; registered?: { at: When; /** `{year}` is the year of registering */ caseNumber: string; ofCouncil: boolean }
  decided?: { at: When; outcome: 'carriedOut' | 'partly' | 'rejected' | 'answered'; decision: string; measures: string }
  says?: { at: When; by: Who; text: string }[]
}
export type ToldElsewhere = { title: string; text: string; url: string; linked: When; signers: number; by: Who; later?: { at: When; signers: number } }
export type ToldInitiatives = {
  /** not a statistic: near the municipality's size, so that the thresholds look right */ population: { day: string; residents: number; aged15plus: number; source: string }
  admin: Who; registry: { unit: string; email: string }; initiatives: ToldInitiative[]; elsewhere: ToldElsewhere[]
}

const source = 'Esittelyn luku, ei virallinen tilasto'

/** By municipality. The people and what they propose are made up. */
export const initiatives: Record<string, ToldInitiatives> = {
  ylojarvi: {
    population: { day: '2025-12-31', residents: 33_500, aged15plus: 27_000, source }, admin: 'Antti Heino', registry: { unit: 'customer-service', email: 'kirjaamo@ylojarvi.example' }, elsewhere: [],
    initiatives: [
      {
        title: 'Esteetön laituri Kurun satamaan', by: 'Kurun Kyläyhdistys ry', way: 'together', begun: '-260 18.20', checkedBy: 'Tiina Rantala', published: '-256 9.00', crowd: 41, shownEvery: 2, sent: '-212 15.10',
        text: 'Kurun satamassa pääsee veteen vain jyrkkiä portaita. Esitämme, että kaupunki rakentaa satamaan laiturin, jolle pääsee pyörätuolilla ja rollaattorilla, ja luiskan veteen.\n\nKyläyhdistys hoitaa talkoilla laiturin syksyisen noston.',
        registered: { at: '-209 10.00', caseNumber: 'YLÖ/418/00.01.02/{year}', ofCouncil: true },
        decided: { at: '-48 13.00', outcome: 'partly', decision: 'Valtuusto päätti, että satamaan rakennetaan esteetön laituri ensi kesäksi. Luiska veteen jää odottamaan rantarakenteiden suunnitelmaa, koska pohja on siinä kohdassa liian jyrkkä.\n\nKyläyhdistyksen kanssa tehdään sopimus laiturin nostosta.', measures: 'Laituri on tilattu, ja sen paikka on merkitty kyläyhdistyksen kanssa.' },
        says: [{ at: '-47 17.40', by: 'Outi Lampinen', text: 'Tätä on odotettu. Tulemme talkoisiin.' }],
      },
      {
        title: 'Valot Keijärven rantareitille', by: 'Aino Koskela', way: 'together', begun: '-27 19.05', checkedBy: 'Tiina Rantala', published: '-25 8.30', crowd: 54, shownEvery: 2, signers: ['Otso Kangas', 'Ylöjärven Luistelijat ry'],
        text: 'Rantareitti on pimeä lokakuusta maaliskuuhun. Moni kiertää järven siksi autotien reunaa.\n\nEsitän, että reitin varteen uimarannalta matonpesupaikalle asennetaan liikkeestä syttyvät valot. Ne kuluttavat vähän eivätkä häiritse ranta-asukkaita yöllä.',
        says: [{ at: '-20 20.15', by: 'Raimo Haapala', text: 'Liikkeestä syttyvät on hyvä ajatus. Meidän ikkunaan ei tarvitse paistaa koko yötä.' }, { at: '-9 7.50', by: 'Katja Ranta', text: 'Lapset kulkevat tästä harjoituksiin. Kannatan.' }],
      },
      {
        title: 'Kirjaston omatoimiaika myös sunnuntaille', by: 'Otso Kangas', way: 'alone', begun: '-44 21.00', checkedBy: 'Tiina Rantala', sent: '-41 9.20',
        text: 'Pääkirjasto on auki omatoimisesti muina päivinä. Sunnuntai on se päivä, jona perheet ehtivät. Esitän, että omatoimiaika on myös sunnuntaisin kello 10–18.',
        registered: { at: '-38 9.45', caseNumber: 'YLÖ/902/00.01.02/{year}', ofCouncil: false },
      },
      {
        title: 'Varjopaikkoja Soppeenmäen puistoon', by: 'Ville Ketola', way: 'together', begun: '-1 16.30',
        text: 'Leikkipuistossa ei ole kesällä yhtään varjoa. Esitän, että hiekkalaatikon ja penkkien viereen istutetaan puita tai laitetaan katos.',
      },
    ],
  },
  nokia: {
    population: { day: '2025-12-31', residents: 35_800, aged15plus: 29_200, source }, admin: 'Sirpa Malin', registry: { unit: 'customer-service', email: 'kirjaamo@nokia.example' }, initiatives: [],
    elsewhere: [{
      title: 'Avantosauna Vihnusjärvelle', by: 'Merja Sillanpää', linked: '-34 10.10', signers: 233, later: { at: '-6 9.30', signers: 318 }, url: 'https://www.kuntalaisaloite.fi/',
      text: 'Aloitteessa esitetään, että kaupunki osoittaa Vihnusjärven rannalta paikan yleiselle avantosaunalle ja tekee sinne sähköliittymän. (Esittelyn keksitty aloite: osoite vie palvelun etusivulle.)',
    }],
  },
}
