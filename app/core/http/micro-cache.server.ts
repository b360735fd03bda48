/**
 * Keeps a guest's page for a second, so that a thousand people who open the same link at once cost one rendering.
 * Only for GET without cookies; the first asker renders, the others of that moment wait for the same answer.
 */
export function microCache(options: { seconds?: number; pages?: number } = {}) {
  const keepFor = (options.seconds ?? 1) * 1000
  const most = options.pages ?? 500
  const kept = new Map<string, { until: number; answer: Promise<Kept> }>()
  return async function cached(request: Request, answer: () => Promise<Response>): Promise<Response> {
    if (request.method !== 'GET' || request.headers.has('cookie') || request.headers.has('authorization')) return answer()
    const key = `${request.url} ${request.headers.get('accept')?.includes('html')} ${request.headers.get('accept-language') ?? ''}`
    const now = Date.now()
    const found = kept.get(key)
    if (found && found.until > now) { const it = await found.answer; if (it.keep) return restore(it) }
    const fresh = answer().then(async (response): Promise<Kept> => {
      const keep = response.status === 200 && !response.headers.has('set-cookie') && !response.headers.get('cache-control')?.includes('no-store') && (response.headers.get('content-type') ?? '').startsWith('text/html')
      return keep ? { keep, status: 200, headers: [...response.headers], body: await response.text() } : { keep, response }
    })
    kept.set(key, { until: now + keepFor, answer: fresh })
    fresh.then((it) => { if (!it.keep) kept.delete(key) }, () => kept.delete(key))
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return restore(await fresh)
  }
}
type Kept = { keep: true; status: number; headers: [string, string][]; body: string } | { keep: false; response: Response }
const restore = (it: Kept) => (it.keep ? new Response(it.body, { status: it.status, headers: it.headers }) : it.response)
