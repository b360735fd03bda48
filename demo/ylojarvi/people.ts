import type { Told } from '../told.ts'

/** Who lives and works in Ylöjärvi. The names are common Finnish names put together at random; nobody is meant. */
export const people = {
  trusted: [
    { name: 'Mirja Laakso', persona: true, role: 'moderator' },
    { name: 'Antti Heino', persona: true, role: 'admin' },
    { name: 'Riitta Aho', persona: true, role: 'installationAdmin' },
  ],
  officials: [
    { name: 'Jari Niemi', persona: true, units: [{ key: 'sports', lead: true }] },
    { name: 'Leena Salo', persona: true, units: [{ key: 'library', lead: true }] },
    { name: 'Saara Lehto', units: [{ key: 'sports' }] },
    { name: 'Päivi Mäkelä', units: [{ key: 'early-education', lead: true }] },
    { name: 'Hannu Rinne', units: [{ key: 'basic-education', lead: true }] },
    { name: 'Noora Vainio', persona: true, units: [{ key: 'leisure', lead: true }] },
    { name: 'Pekka Hakala', persona: true, units: [{ key: 'technical', lead: true }] },
    { name: 'Sanna Ojala', units: [{ key: 'technical' }] },
    { name: 'Ilkka Tammi', units: [{ key: 'building-control', lead: true }] },
    { name: 'Marko Kallio', units: [{ key: 'water', lead: true }] },
    { name: 'Eeva Hiltunen', units: [{ key: 'adult-education', lead: true }] },
    { name: 'Juha Lindroos', units: [{ key: 'development', lead: true }] },
    { name: 'Emmi Saarto', units: [{ key: 'development' }] },
    { name: 'Tiina Rantala', units: [{ key: 'customer-service', lead: true }] },
  ],
  organisations: [
    { name: 'Ylöjärven Luistelijat ry', kind: 'association' },
    { name: 'Leipomo Korpi Oy', kind: 'company', businessId: '2016098-0' },
    { name: 'Kurun Kyläyhdistys ry', kind: 'association' },
  ],
  representatives: [
    { name: 'Helmi Virta', persona: true, represents: 'Ylöjärven Luistelijat ry' },
    { name: 'Kalle Korpi', persona: true, represents: 'Leipomo Korpi Oy' },
    { name: 'Seppo Kuusela', represents: 'Kurun Kyläyhdistys ry' },
  ],
  residents: [
    { name: 'Aino Koskela', persona: true }, { name: 'Otso Kangas', persona: true },
    ...['Tuula Nieminen', 'Matti Hietala', 'Anni Lahtela', 'Ville Ketola', 'Kaisa Mattila', 'Eero Salonen', 'Minna Kivelä', 'Jaakko Ahola', 'Sari Peltola', 'Teemu Harju',
      'Liisa Vuorela', 'Mikko Syrjä', 'Outi Lampinen', 'Raimo Haapala', 'Elina Karjala', 'Petri Uotila', 'Hanna Suvanto', 'Olli Hakkarainen', 'Pirjo Järvelä', 'Aleksi Toivola',
      'Katja Ranta', 'Heikki Palomäki', 'Johanna Mäntylä', 'Tero Viita', 'Maija Alanko', 'Lauri Soini', 'Satu Honkala', 'Veikko Tuomela', 'Riikka Pajula', 'Janne Kulmala',
      'Marjatta Lehtola', 'Arttu Niskala', 'Ulla Kankare', 'Tommi Vesala', 'Venla Rautio', 'Esa Huhtala', 'Susanna Koivula', 'Kari Oksala', 'Emilia Nurmela', 'Risto Vainionpää',
      'Terhi Lounela', 'Joonas Katajisto', 'Anneli Kotila', 'Markus Paavola', 'Iida Saarela', 'Pertti Laine', 'Nina Hallamaa', 'Samuli Jokela', 'Kirsi Aaltola', 'Antero Myllys',
      'Heidi Santala', 'Juuso Rekola', 'Leila Mustola', 'Tapio Virtala', 'Milla Rajala', 'Jorma Kaarela', 'Sofia Lindell', 'Ahmed Noor', 'Olga Smirnova', 'Kim Nyholm', 'Bilal Hassan', 'Kasperi Luoma'].map((name) => ({ name })),
  ],
} satisfies Pick<Told, 'officials' | 'trusted' | 'representatives' | 'residents' | 'organisations'>
