/** Beginnings and endings of Finnish words that say what a place is; the more particular come first. A register of services does not say it otherwise. */
const words: [RegExp, string][] = [
  [/uimahall|virkistysuimala|kylpylä/i, 'swimmingHall'], [/jäähall/i, 'iceHall'], [/talviuinti|avanto/i, 'winterSwimming'], [/uimaran|uimapaik/i, 'beach'], [/kuntosal/i, 'gym'], [/liikuntahal|liikuntakesku|urheilutal|palloiluhal|monitoimihal|liikuntasal/i, 'sportsHall'],
  [/luistelu|kaukalo|tekojää/i, 'rink'], [/\blatu|hiihtola/i, 'skiTrack'], [/pulkka/i, 'sledHill'], [/ulkokunto/i, 'outdoorGym'], [/urheilukent|kenttä|stadion/i, 'sportsField'], [/luontopol|reitti|kuntora|polku/i, 'trail'],
  [/kirjasto|bibliotek|library/i, 'library'], [/museo|museum/i, 'museum'], [/kulttuurital|teatteri|konserttisal|galleria/i, 'culture'], [/nuorisotal|nuorisotil|nuorisokes/i, 'youthCentre'],
  [/päiväkot|daghem|varhaiskasvatuspaik|esikoulu/i, 'dayCare'], [/leikkipuis|leikkipaik|leikkikent/i, 'playground'], [/koirapuis|koira-aita/i, 'dogPark'], [/koulu|lukio|skola/i, 'school'],
  [/terveysase|hyvinvointikes|neuvola|hammashoito|terveyskes/i, 'healthStation'], [/matonpesu|mattolait/i, 'carpetWash'], [/jäteasem|kierrätys|ekopist|jätekesk/i, 'recycling'], [/laavu|kota\b|nuotio|tulipaik/i, 'campfire'], [/seurantal|kerhotil|kerhohuone/i, 'clubhouse'], [/puisto/i, 'park'],
]
/** The kind of a place that words say, such as "laavu"; none when they do not. */
export const kindIn = (said: string): string | undefined => words.find(([its]) => its.test(said))?.[1]
/** The kind of a place by its name; a service point when the name does not say. */
export const kindByName = (name: string): string => kindIn(name) ?? 'servicePoint'
