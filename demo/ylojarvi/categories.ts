import { choice, many, starterCategories, text, type Written } from '#modules/feedback/server'

const streets = text('Kadut ja tiet', 'Gator och vägar', 'Streets and roads')
const parks = text('Puistot ja luonto', 'Parker och natur', 'Parks and nature')
const others = text('Ei kunnan hoidossa', 'Sköts inte av kommunen', 'Not the municipality’s')

const underpass: Written = {
  key: 'underpass', group: streets, units: ['technical'], topics: ['streets'], icon: 'water', priority: 2, promisedDays: 3, duplicateMetres: 120,
  name: text('Vettä tiellä tai alikulussa', 'Vatten på vägen eller i undergången', 'Water on the road or in an underpass'),
  description: text('Lammikko, tulva tai alikulku, josta ei pääse kuivin jaloin.', 'En pöl, översvämning eller undergång som inte går att passera torrskodd.', 'A puddle, a flood or an underpass that cannot be passed dry.'),
  keywords: ['alikul', 'alikäyt', 'tulv', 'lammik', 'lätäk', 'lainehti', 'vesi tiellä', 'vettä tie', 'vesi kadu', 'vettä kadu', 'vettä ajorad', 'vettä pyörät', 'seisoo vesi', 'seisoo vettä', 'vesi seiso', 'undergång', 'översväm', 'vattenpöl', 'vatten väg', 'underpass', 'flood', 'puddle', 'water road'],
  questions: [choice('passable', text('Pääseekö siitä?', 'Kan man passera?', 'Can it be passed?'), { yes: text('Pääsee', 'Ja', 'Yes'), car: text('Vain autolla', 'Bara med bil', 'Only by car'), no: text('Ei pääse', 'Nej', 'No') })],
}
const dogPark: Written = {
  key: 'dogpark', group: parks, units: ['technical'], topics: ['parks', 'streets'], icon: 'dog', promisedDays: 14, duplicateMetres: 200,
  name: text('Koirapuisto', 'Hundpark', 'Dog park'),
  keywords: ['koirapuist', 'koira-aita', 'koira-aitau', 'koira aita', 'koira portti', 'koirien', 'hundpark', 'hundrast', 'dog park', 'dog fence'],
}
const beach: Written = {
  key: 'beach', group: parks, units: ['sports'], topics: ['sports'], icon: 'beach', promisedDays: 7, duplicateMetres: 300,
  name: text('Uimaranta tai laituri', 'Badstrand eller brygga', 'Beach or jetty'),
  keywords: ['uimarant', 'uimarann', 'uimapaik', 'uimapaikk', 'laituri', 'laiturei', 'sinilev', 'pukukop', 'talviuin', 'avanto', 'avanno', 'ranta', 'rannal', 'rannan', 'uida', 'pelastusren', 'badstrand', 'simstrand', 'brygga', 'beach', 'jetty', 'swim'],
  notice: text('Sinilevän voit jättää ilmoittamatta, jos rannan taululla jo lukee siitä.', 'Blågröna alger behöver du inte anmäla om det redan står om dem på strandens tavla.', 'You need not tell of blue-green algae when the board on the beach already does.'),
}
const track: Written = {
  key: 'track', group: parks, units: ['sports'], topics: ['sports'], icon: 'track', assetKind: 'rink', promisedDays: 3, duplicateMetres: 400,
  name: text('Latu, jää tai kuntopolku', 'Skidspår, is eller motionsspår', 'Ski track, rink or trail'),
  keywords: ['latu', 'ladu', 'latuj', 'latukon', 'hiiht', 'luistel', 'luistin', 'kaukalo', 'jäädyt', 'jääken', 'tekojää', 'pururat', 'kuntorat', 'kuntopol', 'kuntoportaa', 'frisbeegolf', 'kenttä', 'kentän', 'kentäl', 'ulkokuntosal', 'maalin verk', 'maali', 'koripallotel', 'skidspår', 'skrinn', 'isbana', 'rink', 'motionsspår', 'ski track', 'skiing', 'skating', 'football pitch', 'trail'],
  questions: [many('what', text('Mikä on vialla?', 'Vad är fel?', 'What is wrong?'), { undone: text('Tekemättä', 'Ogjort', 'Not prepared'), worn: text('Huonossa kunnossa', 'I dåligt skick', 'In bad shape'), lights: text('Valot eivät pala', 'Ljusen lyser inte', 'The lights are off'), gear: text('Varuste on rikki', 'Utrustning är sönder', 'Something is broken') })],
}
const stateRoad: Written = {
  key: 'stateroad', group: others, units: ['technical'], icon: 'car', promisedDays: 14, duplicateMetres: 0,
  name: text('Valtion tie', 'Statens väg', 'A state road'),
  description: text('Valtatie 3, kantatie 65 ja muut maantiet.', 'Riksväg 3, stamväg 65 och andra landsvägar.', 'Highways 3 and 65 and other state roads.'),
  keywords: ['valtatie', 'valtatien', 'valtatiel', 'valtatiellä', 'kantatie', 'kantatien', 'kantatiellä', 'maantie', 'maantien', 'maantiellä', 'maantien varre', 'moottoritie', 'moottoritiellä', 'ohikulkutie', 'kolmostie', 'seututie', 'yhdystie', 'valtion tie', 'ely-keskus', 'elinvoimakesk', 'fintraffic', 'tiehallin', 'kolmosel', 'riksväg', 'landsväg', 'motorväg', 'stamväg', 'highway', 'motorway', 'state road'],
  stopper: { kind: 'notOurs', phone: '0200 2100', url: 'https://www.palautevayla.fi', text: text('Maanteitä hoitaa valtio. Jos tie on vaarallinen juuri nyt, soita Tienkäyttäjän linjalle 0200 2100: siellä vastataan yötä päivää. Hengenvaarassa soita 112.', 'Landsvägarna sköts av staten. Om vägen är farlig just nu, ring Vägtrafikantlinjen 0200 2100: den svarar dygnet runt. Vid livsfara, ring 112.', 'State roads are kept by the state. If the road is dangerous right now, call the road user line 0200 2100: it answers day and night. If anyone’s life is in danger, call 112.') },
}
const bus: Written = {
  key: 'bus', group: others, units: ['technical'], icon: 'bus', promisedDays: 14, duplicateMetres: 0,
  name: text('Bussit ja pysäkit', 'Bussar och hållplatser', 'Buses and stops'),
  description: text('Aikataulut, vuorot, liput ja pysäkkikatokset.', 'Tidtabeller, turer, biljetter och hållplatsskydd.', 'Timetables, services, tickets and shelters.'),
  keywords: ['bussi', 'bussin', 'linja-auto', 'linja auto', 'nysse', 'pysäk', 'pysäkkikat', 'aikataul', 'joukkoliik', 'bussikuljet', 'kuljettaja', 'matkakort', 'bussilip', 'buss', 'hållplats', 'tidtabell', 'kollektivtraf', 'bus', 'timetable', 'public transport'],
  stopper: { kind: 'notOurs', phone: '03 5656 4700', url: 'https://www.nysse.fi', text: text('Busseista ja pysäkeistä vastaa Nysse, Tampereen seudun joukkoliikenne.', 'Nysse, Tammerforsregionens kollektivtrafik, ansvarar för bussar och hållplatser.', 'Buses and stops are run by Nysse, Tampere regional transport.') },
}
const power: Written = {
  key: 'power', group: others, units: ['technical'], icon: 'power', promisedDays: 14, duplicateMetres: 0,
  name: text('Sähkökatko', 'Strömavbrott', 'Power cut'),
  keywords: ['sähkökat', 'sähköt', 'sähkö poikki', 'sähkö katk', 'sähkölin', 'sähkölai', 'sähköver', 'sähkökaap', 'sähkökes', 'muuntaj', 'muuntamo', 'strömavbrott', 'elavbrott', 'strömmen', 'power cut', 'power outage', 'electricity'],
  stopper: { kind: 'notOurs', url: 'https://www.elenia.fi', phone: '0800 100 100', text: text('Sähköverkosta vastaa verkkoyhtiö. Sen häiriökartasta näet, milloin sähköjen arvioidaan palaavan. Älä koske pudonneeseen johtoon: soita 112.', 'Elnätet sköts av nätbolaget. På dess störningskarta ser du när strömmen väntas komma tillbaka. Rör inte en nedfallen ledning: ring 112.', 'The grid is the network company’s. Its map of outages shows when the power is expected back. Do not touch a fallen line: call 112.') },
}
const [pothole, winter, light, sign, ...rest] = starterCategories
const isDanger = (each: Written) => each.key === 'danger'
const isPark = (each: Written) => each.group.fi === parks.fi

/** What Ylöjärvi sorts its map feedback by, in the order in which it is offered. */
export const categories: Written[] = [pothole!, winter!, light!, sign!, underpass, ...rest.filter(isPark), dogPark, beach, track, ...rest.filter((each) => !isPark(each) && !isDanger(each)), stateRoad, bus, power, ...rest.filter(isDanger)]
