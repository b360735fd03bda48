export const fi = {
  admin: 'Ylläpito', topics: 'Aiheet', topicsLead: 'Aiheella on nimi kolmella kielellä, yksikkö, joka vastaa, ja yksi taso osa-aiheita. Seuraajat pysyvät, kun muutat nimeä tai yhdistät aiheita.',
  said: { saved: 'Tallennettu.', deleted: 'Aihe on poistettu.', merged: 'Aiheet on yhdistetty. Vanha osoite vie nyt uuteen.' },
  partOf: (name: string) => `Osa: ${name}`, answers: (unit: string) => `Vastaa: ${unit}`, change: (name: string) => `Muuta: ${name}`, save: 'Tallenna', add: 'Lisää aihe', remove: 'Poista käyttämätön', removeOf: (name: string) => `Poista: ${name}`, mergedOnes: 'Yhdistetyt aiheet',
  labels: { nameFi: 'Nimi suomeksi', nameSv: 'Nimi ruotsiksi', nameEn: 'Nimi englanniksi', unitId: 'Yksikkö, joka vastaa', parentId: 'Minkä aiheen osa', hints: 'Sanojen alut, jotka viittaavat aiheeseen' } as Record<string, string>,
  parentHint: 'Osa-aiheen seuraajat kuulevat vain siitä, aiheen seuraajat myös sen osista.', noParent: 'Oma aiheensa', hintsHint: 'Pilkulla erotettuina, esimerkiksi: kirja, lukusal',
  problems: { nameTaken: 'Tämän niminen aihe on jo.', notATopic: 'Valitse aihe, joka ei itse ole osa-aihe.', hasParts: 'Tällä aiheella on osa-aiheita, joten se ei voi olla itse osa.', inUse: 'Aihetta käytetään, joten sitä ei voi poistaa. Yhdistä se toiseen.', gone: 'Tuo aihe on juuri yhdistetty toiseen. Valitse uudelleen.' } as Record<string, string>,
  merge: 'Yhdistä toiseen', mergeOf: (name: string) => `Yhdistä: ${name}`, mergeLead: 'Kaikki, mikä kuuluu aiheeseen, siirtyy toiseen kerralla.', into: 'Mihin aiheeseen?', showMoves: 'Näytä, mitä siirtyy', becomes: (from: string, to: string) => `${from} yhdistyy: ${to}`,
  moves: {
    things: (count: number) => (count === 1 ? 'Yksi kohde siirtyy' : `${count} kohdetta siirtyy`), followers: (many: string) => `Seuraajat siirtyvät: ${many}`, both: (count: number) => `Heistä ${count} seuraa jo molempia: heille ne ovat jatkossa yksi`, professionals: (many: string) => `Verkoston osaajat siirtyvät: ${many}`,
    parts: (count: number) => (count === 1 ? 'Yksi osa-aihe siirtyy' : `${count} osa-aihetta siirtyy`), address: 'Vanha osoite vie uuteen aiheeseen, ja sanat, jotka viittasivat tähän, viittaavat siihen', nobody: 'ei ketään', few: 'alle viisi',
  },
  noWayBack: 'Yhdistämistä ei voi perua.', mergeNow: 'Yhdistä nyt', cancel: 'Peruuta',
}
export type Texts = typeof fi
