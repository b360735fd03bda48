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
