import type { ToldDirectory } from '../../directory.ts'
import { places } from './places.ts'
import { services } from './services.ts'

/** Ylöjärvi's services and places, and who else offers some. */
export const directory: ToldDirectory = {
  places, services,
  providers: [
    { organisation: 'Ylöjärven Luistelijat ry', state: 'approved', at: '-200 18.20', decidedBy: 'Jari Niemi', email: 'seura@luistelijat.example', url: 'https://luistelijat.example', offers: { fi: 'Luistelukoulua, luistimia lainaan ja oma harjoitusjää, jolle saa tulla kuka vain.', sv: 'Skridskoskola, skridskor till låns och en egen träningsis dit vem som helst får komma.', en: 'A skating school, skates to borrow and our own practice ice, open to anyone.' } },
    { organisation: 'Kurun Kyläyhdistys ry', state: 'asked', at: '-2 19.05', email: 'kyla@kuru.example', offers: { fi: 'Kylätalon vuokrausta, kyläkahvila kesäisin ja latutalkoot talvella.' } },
  ],
}
