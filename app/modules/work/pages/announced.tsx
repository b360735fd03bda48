import { Moved } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'

/** The works and outages that people have been told of are among the disruptions; who kept the old address is led there. */
export default page('/work/announced', {
  read: async (): Promise<never> => { throw new Moved('/disruptions') },
  head: () => ({ title: '' }),
  view: () => null,
})
