/** Texts that arrive one after another as a body; the next is asked for when the reader has room, so memory stays small. */
export function streamed(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await iterator.next()
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      } catch (cause) { controller.error(cause) }
    },
    async cancel() { await iterator.return?.() },
  }, { highWaterMark: 1 })
}

/** What others' programs and pages may read from anywhere. Nothing here depends on who asks. */
export const openHeaders = (type: string, more: Record<string, string> = {}) => ({ 'content-type': type, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'public, max-age=60', ...more })
