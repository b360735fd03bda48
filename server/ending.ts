/** How long each part may take to close. Together they end within the ten seconds that whoever stops programs usually waits. */
const mostMilliseconds = 5000

/** Waits for a promise, at most so long; its failure is another's worry. */
export async function within(milliseconds: number, promise: Promise<unknown> | unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([Promise.resolve(promise).catch(() => {}), new Promise((resolve) => { timer = setTimeout(resolve, milliseconds) })])
  clearTimeout(timer)
}

/**
 * Ends the program cleanly whenever it is told to (SIGTERM, SIGINT), also while it is still starting: what has been opened
 * is closed in the opposite order, and what is just being opened is waited for and closed, so that the embedded database
 * never stays behind. `opens` is how the start opens a part; after the program has been told to end it never returns.
 */
export function endsWhenTold(exit: (code: number) => void = (code) => process.exit(code)) {
  const open: (() => unknown)[] = []
  let opening: Promise<unknown> = Promise.resolve()
  let ending: Promise<void> | undefined
  const end = (code: number) => ending ??= (async () => {
    await within(60_000, opening) // nothing but a database being made takes long
    for (const close of open.reverse()) await within(mostMilliseconds, close())
    exit(code)
  })()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(0))
  return {
    end, told: () => ending !== undefined,
    async opens<T>(part: () => Promise<T>, close: (its: T) => unknown): Promise<T> {
      if (ending) return new Promise<T>(() => {})
      const made = part().then((its) => { open.push(() => close(its)); return its })
      opening = made
      const its = await made
      return ending ? new Promise<T>(() => {}) : its
    },
  }
}
