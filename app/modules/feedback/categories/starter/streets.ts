import { choice, text, type Written } from './kind.ts'

const group = text('Kadut ja tiet', 'Gator och vägar', 'Streets and roads')
const units = ['technical', 'tekn', 'yhdyskunta', 'kaupunki', 'kunnallis', 'stads', 'infra']

export const streets: Written[] = [
  {
    key: 'pothole', group, units, topics: ['streets', 'kadu', 'kadut'], icon: 'road', priority: 1, promisedDays: 14, duplicateMetres: 100,
    name: text('Kuoppa tai vaurio tiessä', 'Grop eller skada i vägen', 'Pothole or damage in the road'),
    description: text('Kuopat, halkeamat, painumat ja irronneet reunakivet.', 'Gropar, sprickor, sättningar och lösa kantstenar.', 'Potholes, cracks, dips and loose kerbstones.'),
    keywords: ['kuop', 'monttu', 'montu', 'montt', 'asfalt', 'päällyst', 'halkeam', 'routavaur', 'routapaan', 'painum', 'painau', 'töyssy', 'reunaki', 'reikä tie', 'reikä katu', 'reikä asfalt', 'tie rikki', 'tien pinta', 'kadun pinta', 'urautu', 'pyörätie rikki', 'epätasai', 'vanne', 'grop', 'potthål', 'sprick', 'kantsten', 'hål väg', 'hål gat', 'pothole', 'asphalt', 'kerb', 'crack', 'hole road', 'hole street'],
    questions: [choice('where', text('Missä kohtaa?', 'Var på vägen?', 'Which part?'), { road: text('Ajoradalla', 'På körbanan', 'On the carriageway'), cycling: text('Pyörätiellä', 'På cykelvägen', 'On the cycle path'), pavement: text('Jalkakäytävällä', 'På trottoaren', 'On the pavement') })],
  },
  {
    key: 'winter', group, units, topics: ['winter', 'talvi', 'streets', 'kadu'], icon: 'snow', priority: 2, promisedDays: 2, duplicateMetres: 300,
    name: text('Liukkaus tai auraus', 'Halka eller plogning', 'Ice or snow clearing'),
    description: text('Liukas tie, auraamaton lumi, lumivalli tai polanne.', 'Hal väg, oplogad snö, snövall eller isskorpa.', 'A slippery road, snow not cleared, a bank of snow or packed ice.'),
    keywords: ['aura', 'lumi', 'lume', 'lunta', 'liuka', 'liukk', 'liukast', 'hiekoit', 'hiekot', 'sohjo', 'polan', 'kaljam', 'jäinen', 'jäise', 'jäiset', 'jäisi', 'jäätik', 'jäätyn tie', 'jäässä', 'peilijää', 'suolaus', 'suolat', 'kolaa', 'kolat', 'kolaus', 'talvikunnos', 'talvihoi', 'snö', 'hal', 'halk', 'plog', 'sandning', 'sandad', 'is väg', 'snow', 'icy', 'ice', 'slippery', 'plough', 'plow', 'grit'],
    notice: text('Pääväylät aurataan ensin. Asuinkatujen vuoro tulee, kun lumisade on loppunut.', 'Huvudlederna plogas först. Bostadsgatorna kommer i tur när det har slutat snöa.', 'Main routes are cleared first. Residential streets follow when the snowfall has ended.'),
    questions: [choice('what', text('Mikä on vialla?', 'Vad är fel?', 'What is wrong?'), { slippery: text('Liukasta', 'Halt', 'Slippery'), snow: text('Auraamatta', 'Inte plogat', 'Not cleared'), bank: text('Lumivalli tiellä tai liittymässä', 'Snövall på vägen eller i infarten', 'A bank of snow in the way') })],
  },
  {
    key: 'light', group, units, topics: ['streets', 'kadu'], icon: 'lamp', assetKind: 'streetLight', promisedDays: 21, duplicateMetres: 60,
    name: text('Katuvalo', 'Gatubelysning', 'Street light'),
    description: text('Pimeä, vilkkuva tai rikkinäinen valaisin.', 'En slocknad, blinkande eller trasig lampa.', 'A lamp that is dark, flickers or is broken.'),
    keywords: ['katuval', 'katulamp', 'valo', 'valais', 'valaistu', 'lamppu', 'lamp', 'lampu', 'pimeä', 'pimee', 'sammun', 'vilkku', 'lyhty', 'valopylv', 'pylväs', 'polttimo', '-valokuv', '-liikenneval', '-valoris', 'belysning', 'gatlykt', 'gatuljus', 'lykta', 'mörk', 'slockn', 'street light', 'streetlight', 'light', 'dark', 'flicker'],
    notice: text('Numero on pylvään kyljessä. Sen avulla lamppu löytyy heti.', 'Numret står på stolpen. Med det hittas lampan genast.', 'The number is on the pole. With it the lamp is found at once.'),
    questions: [choice('what', text('Mikä valossa on vikana?', 'Vad är fel på lampan?', 'What is wrong with it?'), { dark: text('Ei pala', 'Lyser inte', 'Does not light'), flickers: text('Vilkkuu', 'Blinkar', 'Flickers'), day: text('Palaa päivälläkin', 'Lyser också på dagen', 'Burns by day too'), broken: text('Pylväs tai lamppu on rikki', 'Stolpen eller lampan är sönder', 'The pole or the lamp is broken') }), { key: 'number', type: 'text', required: false, label: text('Pylvään numero', 'Stolpens nummer', 'Number on the pole'), hint: text('Jos näet sen.', 'Om du ser det.', 'If you can see it.') }],
  },
  {
    key: 'sign', group, units, topics: ['streets', 'kadu'], icon: 'signpost', promisedDays: 14, duplicateMetres: 40,
    name: text('Liikennemerkki tai liikennevalo', 'Vägmärke eller trafikljus', 'Traffic sign or light'),
    description: text('Kaatunut tai puuttuva merkki, epäkuntoinen liikennevalo, kulunut suojatie.', 'Ett omkullfallet eller saknat märke, ett trasigt trafikljus, ett slitet övergångsställe.', 'A sign that fell or is missing, a broken traffic light, a worn crossing.'),
    keywords: ['liikennemerk', 'liikenneval', 'merkki', 'merkin', 'merkit', 'kyltti', 'kyltin', 'kyltit', 'kylttejä', 'opaste', 'opastei', 'nopeusraj', 'suojat', 'tiemerkin', 'ajoratamaal', 'kadunnim', 'katukyl', 'stop', 'kolmio', 'väistämis', 'ajokiel', 'pysäköintikiel', 'vägmärk', 'skylt', 'trafikljus', 'övergångsst', 'hastighetsbegr', 'traffic sign', 'road sign', 'sign', 'traffic light', 'crossing', 'speed limit'],
  },
]

export const danger: Written = {
  key: 'danger', group: text('Hätätilanne', 'Nödläge', 'Emergency'), units, icon: 'danger', priority: 3, promisedDays: 0, duplicateMetres: 0,
  name: text('Hengenvaara tai onnettomuus', 'Livsfara eller olycka', 'Danger to life or an accident'),
  description: text('Tulipalo, kolari, kaasun haju, roikkuva sähköjohto.', 'Brand, krock, gaslukt, hängande elledning.', 'Fire, a crash, a smell of gas, a power line hanging down.'),
  keywords: ['hengenvaar', 'onnettom', 'tulipal', 'talo palaa', 'auto palaa', 'rakennus palaa', 'tulessa', 'liekit', 'liekei', 'savua', 'kolari', 'loukkaan', 'kaasuvuo', 'kaasun haj', 'kaasu haise', 'sähköjohto', 'sähköjohdo', 'johto roikku', 'sähköisku', 'ambulans', 'hätänum', 'hätätil', 'sortum', 'räjäh', 'hukku', 'tajuton', 'livsfar', 'olyck', 'eldsvåd', 'brinner', 'gaslukt', 'elledning', 'krock', 'fire', 'accident', 'gas leak', 'smell gas', 'power line', 'emergency'],
  stopper: { kind: 'danger', phone: '112', text: text('Jos joku on vaarassa, soita nyt hätänumeroon 112. Älä lähetä palautetta: sitä ei ehkä lueta ennen seuraavaa arkipäivää.', 'Om någon är i fara, ring nu nödnumret 112. Skicka inte respons: den läses kanske först nästa vardag.', 'If anyone is in danger, call the emergency number 112 now. Do not send a report: it may not be read until the next working day.') },
}
