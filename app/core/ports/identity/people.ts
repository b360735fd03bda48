/**
 * The humans that the stand-in can identify. The names are put together at random; the personal identity codes have an
 * individual number from 900 on, which is never given to anyone (Digital and Population Data Services Agency).
 */
export const testPeople = [
  { sub: 'test-person-1', given_name: 'Ilona', family_name: 'Esimerkki', birthdate: '1986-02-14', municipality_code: '980', municipality: 'Ylöjärvi', level: 'high', personal_identity_code: '140286-901W' },
  { sub: 'test-person-2', given_name: 'Taisto', family_name: 'Koehenkilö', birthdate: '1959-09-03', municipality_code: '980', municipality: 'Ylöjärvi', level: 'substantial', personal_identity_code: '030959-902H' },
  { sub: 'test-person-3', given_name: 'Minea', family_name: 'Harjoitus', birthdate: '2001-11-21', municipality_code: '536', municipality: 'Nokia', level: 'substantial', personal_identity_code: '211101A903T' },
  { sub: 'test-person-4', given_name: 'Eino', family_name: 'Nuorimmainen', birthdate: '2010-07-17', municipality_code: '980', municipality: 'Ylöjärvi', level: 'substantial', personal_identity_code: '170710A904B' },
  { sub: 'test-person-5', given_name: 'Birgitta', family_name: 'Modell', birthdate: '1974-08-08', municipality_code: '536', municipality: 'Nokia', level: 'high', personal_identity_code: '080874-905W' },
  { sub: 'test-person-6', given_name: 'Omar', family_name: 'Muualta', birthdate: '1997-02-28', municipality_code: '837', municipality: 'Tampere', level: 'high', personal_identity_code: '280297-906K' },
] as const
export type TestPerson = (typeof testPeople)[number]

export const acrOf = { high: 'http://eidas.europa.eu/LoA/high', substantial: 'http://eidas.europa.eu/LoA/substantial' } as const
