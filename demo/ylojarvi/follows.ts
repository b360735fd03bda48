import type { Told } from '../told.ts'

/** What Ylöjärvi's people follow besides single things, and what they know. */
export const follows = {
  crowdFollows: [
    { topic: 'sports', howMany: 41 }, { topic: 'streets', howMany: 36 }, { topic: 'cycling', howMany: 17 }, { topic: 'parks', howMany: 12 }, { topic: 'library', howMany: 23 }, { topic: 'schools', howMany: 28 }, { topic: 'families', howMany: 19 },
    { topic: 'leisure', howMany: 14 }, { topic: 'building', howMany: 9 }, { topic: 'participation', howMany: 11 }, { topic: 'water', howMany: 3 },
    { area: 'Kirkonkylä', howMany: 26 }, { area: 'Soppeenmäki', howMany: 21 }, { area: 'Siivikkala', howMany: 13 }, { area: 'Vuorentausta', howMany: 15 }, { area: 'Kuru', howMany: 12 }, { area: 'Keijärvi', howMany: 8 }, { area: 'Räikkä', howMany: 7 }, { area: 'Mutala', howMany: 2 },
    { unit: 'technical', howMany: 10 }, { unit: 'library', howMany: 6 },
  ],
  follows: [
    { who: 'Aino Koskela', topic: 'sports', rhythm: 'weekly' }, { who: 'Aino Koskela', area: 'Soppeenmäki', rhythm: 'daily' }, { who: 'Aino Koskela', near: { name: 'Koti', longitude: 23.6212, latitude: 61.5417, metres: 2000 }, rhythm: 'weekly' },
    { who: 'Otso Kangas', topic: 'cycling', rhythm: 'atOnce' }, { who: 'Otso Kangas', near: { name: 'Mökki', longitude: 23.7301, latitude: 61.8765, metres: 5000 }, rhythm: 'weekly' },
  ],
  professionals: [
    { who: 'Petri Uotila', topic: 'streets', skill: 'Arkkitehti', offer: 'Kommentoin puisto- ja katusuunnitelmia mielelläni kahvipalkalla.', shown: true },
    { who: 'Elina Karjala', topic: 'streets', skill: 'Liikennesuunnittelija', offer: 'Katson suojatiet ja näkemäalueet, jos joku kysyy.', shown: true },
    { who: 'Veikko Tuomela', topic: 'streets', skill: 'Eläkkeellä oleva puutarhuri', offer: 'Tiedän, mikä Ylöjärvellä kasvaa.', shown: true },
    { who: 'Kim Nyholm', topic: 'streets', skill: 'Pyöräkuriiri', offer: 'Ajan kaikki reitit ympäri vuoden.', shown: false },
    { who: 'Sofia Lindell', topic: 'streets', skill: 'Esteettömyysasiantuntija', offer: 'Liikun pyörätuolilla ja kuljen mukana katselmuksilla.', shown: true },
    { who: 'Joonas Katajisto', topic: 'streets', skill: 'Valaistussuunnittelija', offer: '', shown: false },
    { who: 'Hanna Suvanto', topic: 'library', skill: 'Kirjastonhoitaja', offer: 'Olen vetänyt lukupiirejä kymmenen vuotta.', shown: true },
    { who: 'Kaisa Mattila', topic: 'leisure', skill: 'Nuorisotyöntekijä', offer: 'Kokeilen uudet tilasäännöt nuorten kanssa ennen kuin ne lyödään lukkoon.', shown: true },
    { who: 'Ahmed Noor', topic: 'participation', skill: 'Tulkki, arabia ja somali', offer: 'Autan kertomaan asiasta niille, joita suomi ei tavoita.', shown: true },
    { who: 'Otso Kangas', topic: 'cycling', skill: 'Työmatkapyöräilijä', offer: 'Ajan Elovainiosta keskustaan joka päivä.', shown: true },
  ],
} satisfies Pick<Told, 'crowdFollows' | 'follows' | 'professionals'>
