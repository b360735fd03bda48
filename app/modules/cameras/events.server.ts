import { event } from '#core/trail/event.ts'

/** A camera shows its place from now on: everyone may know of it. `data.name` */
export const cameraOn = event('cameras.on', { onTrail: true, tells: 'nobody', icon: 'video', words: {
  fi: ({ name }) => `Kamera ”${name}” otettiin käyttöön`, sv: ({ name }) => `Kameran ”${name}” togs i bruk`, en: ({ name }) => `The camera “${name}” was taken into use` } })
export const cameraOff = event('cameras.off', { onTrail: true, tells: 'nobody', icon: 'hidden', words: {
  fi: ({ name }) => `Kamera ”${name}” sammutettiin`, sv: ({ name }) => `Kameran ”${name}” stängdes av`, en: ({ name }) => `The camera “${name}” was switched off` } })
/** Only the unit hears of it: no pictures come. `data.name` */
export const cameraBroke = event('cameras.broke', { onTrail: false, tells: 'nobody', icon: 'late', words: {
  fi: ({ name }) => `Kamerasta ”${name}” ei tule kuvia`, sv: ({ name }) => `Kameran ”${name}” ger inga bilder`, en: ({ name }) => `No pictures come from the camera “${name}”` } })
export const cameraWorks = event('cameras.works', { onTrail: false, tells: 'nobody', icon: 'restored', words: {
  fi: ({ name }) => `Kamerasta ”${name}” tulee taas kuvia`, sv: ({ name }) => `Kameran ”${name}” ger bilder igen`, en: ({ name }) => `Pictures come again from the camera “${name}”` } })
