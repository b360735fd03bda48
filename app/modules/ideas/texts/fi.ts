export const fi = {
  ideas: 'Ideat',
  supports: (count: number) => (count === 1 ? '1 kannattaja' : `${count} kannattajaa`),
  comments: (count: number) => (count === 1 ? '1 kommentti' : `${count} kommenttia`),
}
export type Texts = typeof fi
