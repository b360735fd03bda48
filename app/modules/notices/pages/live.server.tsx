import { renderToStaticMarkup } from 'react-dom/server'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { watch } from '#core/notices/live.server.ts'
import { eventStream } from '#core/notices/stream.server.ts'
import { unreadCount } from '#core/notices/unread.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { Bell } from '#ui/bell.tsx'

/** A popular subject moves often; an open page asks for itself anew at most this often. */
const calm = 3000

/**
 * The live stream of an open page: a new bell when my red dots change, `refresh` when the subject of the page moves.
 * A guest may watch a public subject and nothing else. 503 when the process has enough watchers.
 */
export default resource('/live', {
  async get(ctx, _params, request, { house }) {
    const url = new URL(request.url)
    const me = ctx.actor.kind === 'person' ? ctx.actor : null
    const asked = url.searchParams.get('subject')
    const its = isId(asked) ? await subjectOf(ctx, asked).catch((cause) => { if (cause instanceof NotFound) return null; throw cause }) : null
    const subjectId = its && (its.visibility === 'public' || its.visibility === 'withdrawn' || (me && its.authorPersonId === me.id)) ? its.id : undefined
    if (!me && !subjectId) throw new NotFound()

    let hear: (heard: 'bell' | 'moved') => void = () => {}
    const stop = watch(house.database, { municipalityId: ctx.municipality.id, ...(me ? { personId: me.id } : {}), ...(subjectId ? { subjectId } : {}) }, (heard) => hear(heard))
    if (!stop) return new Response(null, { status: 503, headers: { 'retry-after': '60' } })

    const base = url.pathname.replace(/\/live$/, '')
    return eventStream(async (stream) => {
      stream.onClose(stop)
      let shown = -1
      const ring = calmly(200, async () => {
        const unread = await unreadCount(house.database.of(ctx.municipality.id), ctx.municipality.id, me!.id)
        if (unread === shown) return
        shown = unread
        stream.send(`<turbo-stream action="replace" target="bell"><template>${renderToStaticMarkup(<Bell unread={unread} base={base} language={ctx.language} />)}</template></turbo-stream>`)
      })
      const refresh = calmly(calm, async () => stream.send('<turbo-stream action="refresh"></turbo-stream>'))
      stream.onClose(() => { ring.stop(); refresh.stop() })
      hear = (heard) => { if (heard === 'moved') refresh.call(); else if (me) ring.call() }
      if (me) ring.call() // the first message is the whole state, so nothing is missed between the page and the stream
    })
  },
})

/** Does at once what is called for, and what is called for meanwhile once more after a pause. */
function calmly(pause: number, does: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  let again = false
  let stopped = false
  const run = () => {
    again = false
    timer = setTimeout(() => { timer = undefined; if (again) run() }, pause)
    does().catch(() => {}) // the database is away for a moment: the next call draws the whole state
  }
  return { call: () => { if (stopped) return; if (timer) again = true; else run() }, stop: () => { stopped = true; clearTimeout(timer) } }
}
