import type { Told } from '../../told.ts'

/** Who goes out in Ylöjärvi. */
export const reports: NonNullable<Told['reports']> = { crews: [
  { unit: 'technical', name: 'Katuryhmä 1', members: ['Sanna Ojala', 'Pekka Hakala'] }, { unit: 'sports', name: 'Liikuntapaikat', members: ['Saara Lehto', 'Jari Niemi'] }, { unit: 'water', name: 'Vesipäivystys', members: ['Marko Kallio'] },
] }
