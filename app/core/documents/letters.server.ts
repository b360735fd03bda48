/** The font files as bytes, from inside the build: a production start needs no package and no path for them. */
const files = {
  regular: () => import('./fonts/paper-regular.ttf?inline'), bold: () => import('./fonts/paper-bold.ttf?inline'),
  restRegular: () => import('./fonts/rest-regular.ttf?inline'), restBold: () => import('./fonts/rest-bold.ttf?inline'),
}
export type Letters = keyof typeof files
const read = new Map<Letters, Promise<Buffer>>()

export const letters = (name: Letters): Promise<Buffer> =>
  read.get(name) ?? read.set(name, files[name]().then(({ default: data }) => Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'))).get(name)!
