export const fi = {
  where: { label: 'Missä?', hint: 'Kirjoita paikan nimi tai osoite.' },
}
export type Texts = typeof fi
