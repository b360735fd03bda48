const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`)

export const fi = {
  reports: 'Palautteet', reference: 'Tunnus', photo: (n: number) => `Kuva ${n}`, enlarge: 'Suurenna',
  before: 'Kuvat', after: 'Valmiina näyttää tältä', afterEarlier: 'Tältä näytti, kun työ oli merkitty valmiiksi', what: 'Mitä kerrottiin', added: 'Lähettäjä täydensi', addedWaits: 'Valvoja lukee tämän ennen kuin se näkyy muille.',
  by: (name: string) => `Lähettäjä: ${name}`, onMap: 'Kartalla', meToos: (count: number) => (count === 0 ? 'Kukaan muu ei ole vielä huomannut samaa' : `${many(count, 'muu', 'muuta')} on huomannut saman`),
  meToo: 'Huomasin saman', saidMeToo: 'Huomasit saman', follow: 'Seuraa', following: 'Seuraat tätä', flag: 'Ilmoita asiaton sisältö', handle: 'Käsittele', passOnly: 'Siirrä oikeaan yksikköön',
  next: { received: 'luemme palautteen ja kerromme, mitä teemme', planned: 'työ tehdään', underWay: 'työ valmistuu', elsewhere: 'asian omistaja vastaa', done: 'lähettäjä kertoo, korjautuiko se', cannot: null, merged: null } as Record<string, string | null>,
  again: 'Vika on täällä taas?', againLink: 'Lähetä uusi palaute', againHint: 'Luokka ja paikka ovat valmiina, joten kerro vain, mitä nyt on vialla.',
  state: { received: 'Vastaanotettu', planned: 'Suunniteltu', underWay: 'Työn alla', elsewhere: 'Välitetty eteenpäin', done: 'Valmis', cannot: 'Ei tehdä', merged: 'Yhdistetty' },
  privateNote: 'Tätä palautetta eivät näe muut kuin lähettäjä ja käsittelijät.',
  hiddenBy: 'Valvoja on piilottanut tämän palautteen.', hiddenWaits: 'Valvoja lukee palautteen ennen kuin se näkyy muille.', why: 'Perustelu:', appeal: 'Pyydä uutta arviota',
  withdrawn: 'Palaute on peruttu. Se ei näy enää muille eikä siihen vastata.', mergedInto: 'Samasta asiasta oli jo palaute. Sen eteneminen koskee myös tätä:',
  gone: { hidden: 'Tämä palaute on piilotettu', withdrawn: 'Tämä palaute on peruttu', hiddenText: (day: string) => `Valvoja piilotti palautteen ${day}.`, withdrawnText: (day: string) => `Lähettäjä perui palautteen ${day}.`, others: 'Muut palautteet' },
  own: {
    lead: 'Tämä sivu on vain sinulle. Säilytä osoite: sillä näet kirjautumatta, mitä palautteellesi tapahtuu.', publicPage: 'Näin muut näkevät sen',
    powers: 'Mitä voit tehdä', add: 'Täydennä', addHint: 'Kerro lisää tai lisää kuvia. Aiemmin kertomasi säilyy.', addText: 'Lisätietosi', addSend: 'Lähetä lisäys',
    cover: 'Peitä kasvot tai rekisterikilpi', coverOf: (n: number) => `Peitä kuvasta ${n}`, private: 'Piilota muilta', privateHint: 'Palaute poistuu kartalta ja listoilta. Sinä ja käsittelijät näette sen yhä, ja vastaus tulee sinulle.', privateDo: 'Piilota palaute muilta',
    takeBack: 'Peru palaute', takeBackHint: 'Palaute poistuu näkyvistä eikä siihen vastata. Tätä ei voi perua.', takeBackDo: 'Peru palautteeni', sure: 'Haluan perua palautteeni',
    letters: (email: string) => `Kerromme etenemisestä osoitteeseen ${email}.`, stopLetters: 'Lopeta viestit', byMail: 'Kerro sähköpostilla', email: 'Sähköpostiosoite', emailHint: 'Vain tästä palautteesta. Lopetat yhdellä napautuksella.', followDo: 'Tilaa viestit',
    forgotten: 'Lähettäjän tiedot on poistettu, koska säilytysaika on päättynyt.',
    saved: { added: 'Kiitos, lisäys on tallessa.', addedWaits: 'Kiitos. Valvoja lukee lisäyksen ennen kuin se näkyy muille.', private: 'Palaute ei näy enää muille.', back: 'Palaute on peruttu.', covered: 'Kuva on peitetty. Alkuperäinen on poistettu pysyvästi.', yes: 'Hienoa, kiitos vastauksesta!', no: 'Kiitos, kun kerroit. Palaute on avattu uudelleen ja yksikkö sai siitä tiedon.', dontKnow: 'Kiitos vastauksesta.', letters: 'Viestit on tilattu.', stopped: 'Viestejä ei enää tule.', meToo: 'Kiitos! Tieto siitä, kuinka moni on huomannut saman, auttaa valitsemaan kiireisimmät.' } as Record<string, string>,
  },
  fixed: {
    title: 'Korjattiinko se?', titleAgain: 'Onko se yhä kunnossa?', lead: 'Vain sinä osaat sanoa. Vastaus menee sille, joka työn teki.', yes: 'Kyllä', no: 'Ei', dontKnow: 'En osaa sanoa', choose: 'Vastauksesi',
    yesHint: 'Palaute jää valmiiksi.', noHint: 'Palaute avataan uudelleen ja se nousee jonossa.', dontKnowHint: 'Palaute jää ennalleen.', words: 'Kerro lisää', wordsHint: 'Sen lukevat vain käsittelijät.', send: 'Lähetä vastaus', thought: 'Muuta vastausta', last: { yes: 'Vastasit: korjattiin.', no: 'Vastasit: ei korjattu.', dontKnow: 'Vastasit: et osaa sanoa.' }, over: 'Tätä ei enää kysytä. Palautteen tilanne on muuttunut.', toReport: 'Palautteeseen',
    shares: 'Korjattiinko? Mitä lähettäjät sanovat', sharesLead: 'Viimeisen vuoden vastaukset luokittain, heikoin ensin. Prosentti kertoo kyllä-vastausten osuuden niistä, jotka osasivat sanoa.', category: 'Luokka', share: 'Kyllä', none: 'Vastauksia ei ole vielä.', percent: (n: number) => `${n} %`,
  },
  cover: {
    title: 'Peitä kuvasta', lead: 'Peitä kasvot, rekisterikilvet ja muu, mistä ihmisen tunnistaa. Peitetty kohta häviää kuvasta pysyvästi, myös meiltä.', draw: 'Piirrä peite sormella tai hiirellä kohdan päälle.',
    keys: 'Näppäimistöllä: lisää peite, siirrä sitä nuolilla, muuta kokoa nuolilla Vaihto pohjassa ja poista Delete-näppäimellä.', addBox: 'Lisää peite', box: 'Peite', remove: 'Poista peite', undo: 'Poista viimeinen', grid: 'Valitse ruutuja piirtämisen sijaan', row: 'rivi', column: 'sarake', squares: 'Peitettävät ruudut',
    save: 'Peitä pysyvästi', back: 'Takaisin palautteeseen', at: 'vasemmalta', from: 'ylhäältä', wide: 'leveys', high: 'korkeus',
  },
  officials: {
    title: 'Käsittele palaute', changed: 'Joku ehti ensin', changedText: 'Tämä tapahtui sen jälkeen, kun avasit sivun. Kirjoittamasi on tallella: katso tilanne ja lähetä uudelleen.', changedBy: (who: string) => `Viimeksi: ${who}`,
    sender: 'Lähettäjä', noSender: 'Lähettäjä ei kertonut nimeään eikä yhteystietojaan.', forgotten: 'Lähettäjän tiedot on poistettu, koska säilytysaika on päättynyt.', nameShown: 'Nimi näkyy kaikille.', byOfficial: 'Virkailija kirjasi tämän lähettäjän puolesta.', channel: { web: 'Verkosta', phone: 'Puhelimesta', desk: 'Palvelupisteestä', open311: 'Rajapinnasta', satisfaction: 'Tyytyväisyyskyselystä', mail: 'Sähköpostista' },
    publicPage: 'Julkinen sivu', wrong: 'Väärä yksikkö?', wrongHint: 'Palaute siirtyy yhdellä napautuksella. Lähettäjä saa tiedon eikä aloita alusta.', likely: (unit: string) => `Siirrä: ${unit}`, category: 'Luokka', unit: 'Yksikkö', sameCategory: 'Pidä luokka', sameUnit: 'Luokan yksikkö', pass: 'Siirrä', passNote: 'Viesti vastaanottajalle', passNoteHint: 'Vain käsittelijät näkevät sen.',
    answer: 'Vastaa', answerHint: 'Lähettäjä ja seuraajat saavat vastauksen heti. Palaute jää auki.', sentence: 'Mitä lähettäjälle sanotaan', day: 'Luvattu päivä', dayHint: 'Jätä tyhjäksi, jos päivä ei muutu.', send: 'Lähetä vastaus',
    move: 'Muuta tilaa', moveHint: 'Jokainen lähettäjä saa tiedon heti.', to: 'Uusi tila', toHint: { planned: 'Kerro päivä.', underWay: 'Työ on aloitettu.', elsewhere: 'Kerro, kenelle asia kuuluu.', done: 'Kerro lauseella tai näytä kuva.', cannot: 'Kerro syy.', received: 'Takaisin odottamaan.' } as Record<string, string>, moveDo: 'Muuta tila', proof: 'Kuvat valmiista työstä',
    templates: 'Valmiit vastaukset',
    merge: 'Yhdistä samaan asiaan', mergeHint: 'Lähettäjä seuraa jatkossa toista palautetta.', mergeDo: 'Yhdistä tähän', noNear: 'Lähellä ei ole saman luokan palautteita.', into: 'Tunnus', intoHint: 'Esimerkiksi K7M4-3PQ9', mergeBy: 'Yhdistä tunnuksella', merged: 'Tähän yhdistetyt',
    priority: 'Kiireellisyys', priorities: ['Ei kiirettä', 'Tavallinen', 'Kiireinen', 'Heti'], setPriority: 'Tallenna', visibility: 'Näkyvyys', makePrivate: 'Piilota muilta', makePublic: 'Julkaise', publicNow: 'Palaute näkyy kaikille.', privateNow: 'Palautteen näkevät vain lähettäjä ja käsittelijät.', hide: 'Piilota sääntöjen vastaisena',
    notes: 'Muistiinpanot', notesHint: 'Vain käsittelijät näkevät nämä.', note: 'Uusi muistiinpano', noteDo: 'Tallenna', additions: 'Lähettäjän lisäykset', fixedAnswers: 'Korjattiinko?', notMine: 'Palaute kuuluu toiselle yksikölle. Jos se on tullut väärään paikkaan, voit siirtää sen.',
    done: { answered: 'Vastaus on lähetetty.', moved: 'Tila on muutettu, ja lähettäjä sai tiedon.', passed: 'Palaute on siirretty, ja lähettäjä sai tiedon.', merged: 'Palautteet on yhdistetty.', saved: 'Tallennettu.', covered: 'Kuva on peitetty. Alkuperäinen on poistettu pysyvästi.', } as Record<string, string>,
  },
  inbox: {
    title: 'Palautteiden käsittely', titleOf: (unit: string) => `Palautteet: ${unit}`, open: 'Avoimia', late: 'Myöhässä', urgent: 'Kiireisiä', private: 'Ei julkisia',
    filters: 'Rajaa', unit: 'Yksikkö', allUnits: 'Kaikki yksikköni', category: 'Luokka', allCategories: 'Kaikki luokat', state: 'Tila', openStates: 'Avoimet', allStates: 'Kaikki tilat', area: 'Alue', allAreas: 'Koko kunta', order: 'Järjestys', sort: { due: 'Määräpäivä', priority: 'Kiireellisyys', newest: 'Uusin', meToo: 'Moni huomannut' }, search: 'Hae', searchHint: 'Sana, osoite tai tunnus', apply: 'Näytä',
    columns: { pick: 'Valitse', what: 'Palaute', state: 'Tila', people: 'Huomanneita', due: 'Määräpäivä', priority: 'Kiire' }, pick: (title: string) => `Valitse: ${title}`, noDue: '–', empty: 'Tällä rajauksella ei ole palautteita.', emptyAll: 'Kaikki on hoidettu. Uudet palautteet tulevat tähän.', showAll: 'Näytä kaikki avoimet', privateMark: 'Ei julkinen',
    bulk: 'Valituille', bulkHint: 'Sama tehdään jokaiselle valitulle. Jokainen lähettäjä saa oman viestinsä.', acts: { answer: 'Vastaa', move: 'Muuta tila', merge: 'Yhdistä', pass: 'Siirrä' }, order1: 'Tee työmääräys', into: 'Mihin yhdistetään (tunnus)', toWhich: 'Uusi tila', none: 'Ei muutosta', doneMany: (count: number) => (count === 1 ? 'Tehty yhdelle palautteelle.' : `Tehty ${count} palautteelle.`),
    previous: 'Edelliset', next: 'Seuraavat', page: (n: number) => `Sivu ${n}`, templates: 'Valmiit vastaukset', fixed: 'Korjattiinko?', toNew: 'Kirjaa puhelusta',
  },
  templates: {
    title: 'Valmiit vastaukset', lead: 'Yksikön omat sanat, joita voi käyttää pohjana. Lähettäjä saa sen, minkä lopuksi kirjoitat.', of: 'Mihin', answer: 'Vastaus', name: 'Nimi', nameHint: 'Sama nimi korvaa aiemman.', text: 'Teksti', keep: 'Tallenna', remove: 'Poista', removeOf: (name: string) => `Poista ${name}`, none: 'Valmiita vastauksia ei vielä ole.', add: 'Uusi valmis vastaus', any: 'Kaikki luokat',
  },
  letter: {
    subject: (reference: string) => `Onko se yhä kunnossa? Palaute ${reference}`, hello: 'Hei,', ask: (reference: string, category: string) => `neljä viikkoa sitten kerroimme, että palautteesi ${reference} (${category}) on hoidettu. Onko se yhä kunnossa?`, yes: 'Kyllä', no: 'Ei', dontKnow: 'En osaa sanoa', page: 'Palautteesi sivu:', stop: 'En halua enää viestejä tästä:', from: (town: string) => `Terveisin ${town}`,
  },
  problems: {
    changedMeanwhile: 'Joku muutti palautetta juuri. Katso tilanne ja lähetä uudelleen.', dayNeeded: 'Kerro, minä päivänä työ tehdään.', badDay: 'Valitse päivä tästä päivästä eteenpäin, enintään kahden vuoden päähän.', reasonNeeded: 'Kerro syy. Lähettäjä lukee sen.', whoseNeeded: 'Kerro, kenelle asia kuuluu.', proofNeeded: 'Kerro lauseella, mitä tehtiin, tai lisää kuva.', chooseState: 'Valitse tila.', chooseWhere: 'Valitse luokka tai yksikkö.', alreadyThere: 'Palaute on jo siellä.', chooseAnswer: 'Valitse vastaus.', chooseAct: 'Valitse, mitä tehdään.', noneChosen: 'Valitse ensin palautteita listalta.', noSuchReport: 'Tällä tunnuksella ei löydy palautetta.', nothingAdded: 'Kirjoita jotain tai lisää kuva.', nothingCovered: 'Peitä ensin ainakin yksi kohta.', mustAgree: 'Vahvista, että haluat perua palautteen.', tooLong: 'Teksti on liian pitkä.',
  } as Record<string, string>,
  labels: { ids: 'Palautteet', act: 'Mitä tehdään', to: 'Uusi tila', sentence: 'Mitä lähettäjälle sanotaan', day: 'Luvattu päivä', into: 'Tunnus', unitId: 'Yksikkö', categoryId: 'Luokka', seen: 'Tilanne', text: 'Teksti', answer: 'Vastauksesi', email: 'Sähköpostiosoite', boxes: 'Peitteet', name: 'Nimi', of: 'Mihin', sure: 'Vahvistus', words: 'Kerro lisää', photo1: 'Kuva 1', photo2: 'Kuva 2', photo3: 'Kuva 3', photo4: 'Kuva 4' } as Record<string, string>,
}
export type Texts = typeof fi
