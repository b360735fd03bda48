/** What a stream of server-sent events is written with. */
export type Stream = { send(data: string): void; onClose(does: () => void): void }

const heartbeat = 25_000
/** A stream ends by itself after this, and the browser comes back: a session that has ended is not heard for longer. */
const life = 20 * 60_000

/** Server-sent events: a message a line at a time, a heartbeat that keeps proxies from closing it, and a tidy end. */
export function eventStream(begin: (stream: Stream) => void | Promise<void>): Response {
  const encode = new TextEncoder()
  const closers: (() => void)[] = []
  let ended = false
  const end = () => { if (ended) return; ended = true; for (const close of closers) close() }
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => { if (!ended) try { controller.enqueue(encode.encode(text)) } catch { end() } }
      const beat = setInterval(() => write(': \n\n'), heartbeat)
      const over = setTimeout(() => { end(); try { controller.close() } catch { /* closed by the reader */ } }, life * (0.9 + Math.random() * 0.2))
      closers.push(() => { clearInterval(beat); clearTimeout(over) })
      beat.unref(); over.unref()
      write('retry: 3000\n\n')
      await begin({
        send: (data) => write(data.split('\n').map((line) => `data: ${line}\n`).join('') + '\n'),
        onClose: (does) => { if (ended) does(); else closers.push(does) },
      })
    },
    cancel: end,
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' } })
}
