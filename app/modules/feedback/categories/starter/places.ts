import { choice, many, text, type Written } from './kind.ts'

const parks = text('Puistot ja luonto', 'Parker och natur', 'Parks and nature')
const water = text('Vesi', 'Vatten', 'Water')
const buildings = text('Rakennukset ja palvelut', 'Byggnader och service', 'Buildings and services')
const technical = ['technical', 'tekn', 'yhdyskunta', 'kaupunki', 'kunnallis', 'stads', 'infra']
const green = ['parks', 'puisto', 'viher', ...technical]
const waterworks = ['water', 'vesi', 'vatten', ...technical]

export const places: Written[] = [
  {
    key: 'playground', group: parks, units: green, topics: ['parks', 'puisto', 'streets', 'kadu'], icon: 'play', priority: 2, promisedDays: 7, duplicateMetres: 150,
    name: text('Leikkipaikka tai penkki', 'Lekplats eller bänk', 'Playground or bench'),
    description: text('Rikkinäinen keinu tai teline, penkki tai muu puiston kaluste.', 'En trasig gunga eller klätterställning, en bänk eller annan parkmöbel.', 'A broken swing or frame, a bench or other park furniture.'),
    keywords: ['leikkipuist', 'leikkipaik', 'leikkikent', 'leikkiväl', 'leikkitel', 'keinu', 'liukumä', 'kiipeil', 'hiekkalaat', 'karusel', 'kiikku', 'kiiku', 'kiikut', 'penkki', 'penkin', 'penkit', 'penkkej', 'puistonpenk', 'pöytäryhm', 'lekplats', 'lekpark', 'gung', 'rutschkan', 'sandlåd', 'bänk', 'klätter', 'playground', 'swing', 'slide', 'sandpit', 'bench'],
  },
  {
    key: 'tree', group: parks, units: green, topics: ['parks', 'puisto', 'streets', 'kadu'], icon: 'tree', priority: 1, promisedDays: 14, duplicateMetres: 60,
    name: text('Puu, pensas tai nurmi', 'Träd, buske eller gräs', 'Tree, bush or grass'),
    description: text('Kaatunut puu, näkyvyyttä haittaava pensas, niittämätön nurmi.', 'Ett fallet träd, en buske som skymmer sikten, oklippt gräs.', 'A fallen tree, a bush that blocks the view, uncut grass.'),
    keywords: ['=puu', '=puut', 'puun', 'puita', 'puiden', 'puusto', 'kaatun', 'kaatumai', 'kaatunut puu', 'oksa', 'oksi', 'oksat', 'pensa', 'pusik', 'risu', 'vesakko', 'vesako', 'nurmi', 'nurme', 'ruoho', 'heinik', 'niittä', 'niitet', 'niitto', 'lahopuu', 'myrskytuho', 'koivu', 'mänty', 'männyn', 'kuusi kaatu', 'kuusen', 'jättipalsam', 'jättiputk', 'lupiini', 'näkyvyy', 'näkemä', 'träd', 'buske', 'gräs', 'gren', 'tree', 'branch', 'bush', 'hedge', 'grass', 'mow'],
    questions: [choice('blocks', text('Onko se tiellä tai polulla?', 'Ligger det på vägen eller stigen?', 'Is it across a road or a path?'), { yes: text('On', 'Ja', 'Yes'), no: text('Ei', 'Nej', 'No') })],
  },
  {
    key: 'litter', group: parks, units: green, topics: ['parks', 'puisto', 'streets', 'kadu'], icon: 'bin', assetKind: 'bin', promisedDays: 5, duplicateMetres: 80,
    name: text('Roskat tai roska-astia', 'Skräp eller soptunna', 'Litter or a bin'),
    description: text('Täysi astia, roskainen paikka, luontoon viety jäte.', 'En full tunna, en skräpig plats, avfall i naturen.', 'A full bin, a littered place, waste left in nature.'),
    keywords: ['roska', 'roskis', 'roskia', 'roskaa', 'roskakor', 'jäte', 'jätte', 'jätei', 'jätesäk', 'lasinsir', 'lasins', 'sirpal', 'siivo', 'dumpa', 'dumppa', 'sotku', 'tumppe', 'tupakant', 'tölk', 'pullo', 'koirankak', 'kakkapus', 'kakka', 'kakkaa', 'uloste', 'vanha sohva', 'sohva', 'renka', 'astia täyn', 'pursua', 'skräp', 'sopor', 'soptunn', 'papperskorg', 'avfall', 'glassplitter', 'litter', 'rubbish', 'garbage', 'trash', 'waste', 'bin'],
    questions: [many('what', text('Mitä siellä on?', 'Vad finns där?', 'What is there?'), { full: text('Astia on täynnä', 'Tunnan är full', 'The bin is full'), litter: text('Roskia maassa', 'Skräp på marken', 'Litter on the ground'), large: text('Iso esine tai jätekasa', 'Ett stort föremål eller en avfallshög', 'A large item or a heap of waste'), glass: text('Lasia tai muuta vaarallista', 'Glas eller annat farligt', 'Glass or something else dangerous') })],
  },
  {
    key: 'waterleak', group: water, units: waterworks, topics: ['water', 'vesi', 'vede'], icon: 'water', priority: 2, promisedDays: 2, duplicateMetres: 400,
    name: text('Vesivuoto tai häiriö vedentulossa', 'Vattenläcka eller störning i vattnet', 'Water leak or a fault in the supply'),
    description: text('Vuotava vesijohto, vesikatko, veden väri tai maku.', 'En läckande vattenledning, avbrott, färg eller smak i vattnet.', 'A leaking main, no water, its colour or taste.'),
    keywords: ['vesivuo', 'vesijoht', 'vesikat', 'vedentul', 'vedenpain', 'vedenjak', 'vesi ei tule', 'vettä ei tule', 'vettä tule', 'vesi katki', 'vesi poikki', 'vesi ruske', 'vesi maku', 'maistu', 'hanasta', 'hanave', 'hana', 'juomave', 'talousve', 'vuotaa', 'vuoto', 'putkirik', 'putkivuo', 'vesimitt', 'vesi pulppu', 'pulppu', 'suihkua', 'paloposti', 'vattenläck', 'läcker', 'läcka', 'vattenavbrott', 'kranvatt', 'vattentryck', 'water leak', 'no water', 'tap water', 'water main', 'leak', 'water pressure'],
    notice: text('Jos vettä tulee paljon tai se vie tietä mukanaan, soita heti vesilaitoksen päivystykseen.', 'Om det kommer mycket vatten eller vägen rasar, ring genast vattenverkets jour.', 'If there is a lot of water or it is taking the road with it, call the water utility’s emergency line at once.'),
    questions: [{ key: 'since', type: 'date', required: false, label: text('Milloin huomasit?', 'När märkte du det?', 'When did you notice it?') }],
  },
  {
    key: 'sewer', group: water, units: waterworks, topics: ['water', 'vesi', 'vede'], icon: 'water', priority: 1, promisedDays: 7, duplicateMetres: 100,
    name: text('Viemäri, kaivo tai oja', 'Avlopp, brunn eller dike', 'Sewer, drain or ditch'),
    description: text('Tukkeutunut viemäri tai rumpu, kaivon kansi, hulevesi.', 'Stopp i avlopp eller trumma, brunnslock, dagvatten.', 'A blocked sewer or culvert, a manhole cover, storm water.'),
    keywords: ['viemär', 'hulev', 'sadeves', 'kaivo', 'kaivon', 'kaivonkan', 'tukoss', 'tukkeu', 'tukko', 'ritilä', 'oja', 'ojas', 'ojan', 'ojat', 'rumpu', 'rummu', 'haju', 'haise', 'jäteves', 'kansi auki', 'kansi irti', 'kansi kolis', 'avlopp', 'dagvatt', 'brunn', 'dike', 'trumma', 'stopp i', 'sewer', 'drain', 'manhole', 'culvert', 'ditch', 'storm water', 'sewage'],
  },
  {
    key: 'building', group: buildings, units: ['buildings', 'tilap', 'kiinteist', 'fastighet', ...technical], icon: 'organisation', promisedDays: 14, duplicateMetres: 100,
    name: text('Kunnan rakennus', 'Kommunens byggnad', 'A municipal building'),
    description: text('Koulun, päiväkodin, hallin tai muun kunnan talon vika.', 'Ett fel i en skola, ett daghem, en hall eller ett annat av kommunens hus.', 'A fault in a school, day care, hall or other municipal building.'),
    keywords: ['rakennu', 'sisäilm', 'katto', 'katon', 'räystä', 'ovi', 'oven', 'ulko-ov', 'ikkuna', 'lukko', 'vessa', 'wc', 'inva-wc', 'hissi', 'hissin', 'lämmity', 'ilmanvaih', 'luiska', 'kaide', 'portaat', 'portait', 'kaiteet', 'pukuhuon', 'koulu', 'päiväkoti', 'päiväkodi', 'uimahal', 'liikuntahal', 'byggnad', 'dörr', 'fönster', 'toalett', 'hiss', 'ventilation', 'building', 'door', 'window', 'toilet', 'lift', 'ramp', 'roof', 'handrail'],
  },
  {
    key: 'vandalism', group: buildings, units: technical, icon: 'paint', promisedDays: 7, duplicateMetres: 60,
    name: text('Töhry tai ilkivalta', 'Klotter eller skadegörelse', 'Graffiti or vandalism'),
    description: text('Töhritty tai tahallaan rikottu kunnan omaisuus.', 'Kommunens egendom som har klottrats ner eller förstörts med flit.', 'Municipal property that has been daubed or broken on purpose.'),
    keywords: ['ilkival', 'graffi', 'töhri', 'töhritty', 'töhriä', 'töhry', 'töherr', 'spray', 'sprei', 'spreijat', 'spreijattu', 'sutat', 'suttau', 'sutatt', 'tagi', 'rikottu', 'hajotettu', 'hajotet', 'potkittu', 'potkitt', 'kivitet', 'tihutyö', 'ilkivaltais', 'klotter', 'klottr', 'vandal', 'skadegör', 'graffiti', 'spray paint', 'smashed'],
    notice: text('Jos teko on kesken, soita 112.', 'Om det pågår just nu, ring 112.', 'If it is happening now, call 112.'),
  },
  {
    key: 'service', group: buildings, units: ['customer', 'asiakas', 'asioin', 'hallin', 'kund', ...technical], icon: 'comment', private: true, promisedDays: 14, duplicateMetres: 0,
    name: text('Palaute palvelusta', 'Respons om service', 'Feedback on a service'),
    description: text('Kiitos, moite tai ehdotus palvelusta ja sen väestä. Sen näkevät vain sinä ja käsittelijät.', 'Tack, kritik eller förslag om servicen och dess folk. Bara du och de som behandlar det ser det.', 'Thanks, criticism or a suggestion about a service and its people. Only you and those who handle it see it.'),
    keywords: ['palvelu', 'asiakaspalv', 'henkilökun', 'henkilökunt', 'työntekij', 'virkailij', 'töykeä', 'töykeäs', 'ystävälli', 'kohtel', 'käytös', 'jono', 'jonot', 'vastaanot', 'neuvon', 'puhelime', 'hakemu', 'päätös', 'päätök', 'kiitos', 'kiittä', 'moite', 'maksu', 'lasku', 'aukiolo', 'bemötan', 'service', 'personal', 'betjän', 'tack', 'ansökan', 'staff', 'rude', 'thank', 'queue', 'application', 'opening hours', 'invoice'],
    questions: [{ key: 'which', type: 'text', required: true, label: text('Mistä palvelusta?', 'Vilken service?', 'Which service?'), hint: text('Esimerkiksi kirjasto tai päiväkoti.', 'Till exempel biblioteket eller ett daghem.', 'Such as the library or a day care centre.') }, { key: 'when', type: 'date', required: false, label: text('Milloin?', 'När?', 'When?') }],
    autoAnswer: text('Kiitos, että kerroit. Palvelusta vastaava lukee tämän ja vastaa sinulle.', 'Tack för att du berättade. Den som ansvarar för servicen läser detta och svarar dig.', 'Thank you for telling us. Whoever is responsible for the service reads this and answers you.'),
  },
]
