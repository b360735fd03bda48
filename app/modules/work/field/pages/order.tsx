import { Invalid, isProblems, type Problems } from '#core/errors/errors.ts'
import type { StoredPicture } from '#core/files/pictures.server.ts'
import { afterWaiting, type Done, page, readFields } from '#core/http/page.ts'
import { Island } from '#core/http/island.server.tsx'
import { withQuery } from '#core/http/urls.ts'
import { allow } from '#core/permissions/permissions.ts'
import { Said } from '#ui/layout.tsx'
import Field from '../../islands/field.tsx'
import { can } from '../../permissions.ts'
import { type FieldAct, fieldAct } from '../act.server.ts'
import { photosOf } from '../photos.server.ts'
import { takeAct, toldTo } from '../sync.server.ts'
import { Meanwhile } from '../shown/meanwhile.tsx'
import { fieldWords } from '../texts/index.ts'
import { readField } from '../today.server.ts'

type Whole = { act: FieldAct; photos: StoredPicture[] } | { problems: Problems }

/** The plain form of an act: read, its photo made ready, before the transaction opens. The same form sent twice is one act. */
const doing = (what: FieldAct['what']) => afterWaiting<'/work/field/:orderId', Whole>(
  async (ctx, { orderId }, form): Promise<Whole> => {
    const me = allow(ctx, can.read)
    const words = new FormData()
    for (const [name, value] of form) if (typeof value === 'string' && name !== 'clientId') words.append(name, value)
    const clientId = `form-${ctx.sign('field form', JSON.stringify([me.id, orderId, what, ...words]))}`
    for (const [name, value] of Object.entries({ what, orderId, person: me.id, clientId })) words.set(name, value)
    const read = readFields(fieldAct, words)
    if ('problems' in read) return read
    const photos = await photosOf(ctx, form)
    return isProblems(photos) ? photos : { act: read.input, photos }
  },
  async (ctx, _params, whole): Promise<Done> => {
    if ('problems' in whole) return whole
    try {
      const { orderId } = await takeAct(ctx, whole.act, whole.photos)
      const closes = ['done', 'cannot', 'wrongUnit'].includes(what)
      return { to: withQuery(closes ? '/work/field' : `/work/field/${orderId}`, { came: whole.act.clientId }) }
    } catch (cause) {
      if (cause instanceof Invalid) return { problems: { [what]: cause.code } }
      throw cause
    }
  })

export default page('/work/field/:orderId', {
  read: async (ctx, { orderId }, query) => ({ data: await readField(ctx, orderId), orderId, told: await toldTo(ctx, query.get('came')) }),
  forms: { tick: doing('tick'), note: doing('note'), photo: doing('photo'), line: doing('line'), begin: doing('begin'), done: doing('done'), cannot: doing('cannot'), wrongUnit: doing('wrongUnit'), resolve: doing('resolve') },
  head: ({ data, orderId }, { language }) => ({ title: data.orders.find((each) => each.id === orderId)?.title ?? fieldWords(language).title, place: 'desk', hidden: true }),
  view: ({ data, orderId, told }, view) => {
    const t = fieldWords(view.language)
    return (
      <>
        <Meanwhile told={told} t={t} />
        {view.failed && <Said tone="late"><p>{t.problems[Object.values(view.failed.problems)[0] ?? 'other'] ?? t.problems.other}</p>{(view.failed.values.text || view.failed.values.sentence) && <p>{view.failed.values.text || view.failed.values.sentence}</p>}</Said>}
        <Island of={Field} props={{ words: t, language: view.language, base: view.base, data, at: { order: orderId, sort: 'mine' as const } }} />
      </>
    )
  },
})
