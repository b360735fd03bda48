import pg from 'pg'
import sharp from 'sharp'
import { type Figure, round } from './measure.ts'

const photo = (n: number) => sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#789', noise: { type: 'gaussian', mean: 110 + n, sigma: 18 } } }).blur(1.5).jpeg({ quality: 82 }).toBuffer()

/**
 * A storm: so many reports a second, each with a photo, from as many phones, to a running program; nobody waits for the one
 * before. Then what was kept is counted: every report that was answered with thanks is there with its photo, and every
 * photo can be seen. Times are the senders', from pressing to thanks.
 */
export async function stormFigures(url: string, connection: pg.ClientConfig, { perSecond = 50, seconds = 20 } = {}): Promise<Figure[]> {
  const photos = await Promise.all(Array.from({ length: 8 }, (_, n) => photo(n)))
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows: [category] } = await client.query<{ id: string }>("select c.id from feedback.category c join identity.municipality m on m.id = c.municipality_id where m.primary and c.key = 'pothole'")
    const mark = `Myrsky ${Date.now()}`, took: number[] = [], refused = new Map<number | string, number>()
    const send = async (n: number) => {
      const form = new FormData()
      const street = 1 + (n % 90)
      for (const [name, value] of Object.entries({ _do: 'send', at: 'send', step: 'send', seen: category!.id, text: `${mark}: puu kaatui numero ${n}.`, categoryId: category!.id, place: '', address: `Kuruntie ${street}`, longitude: String(23.58 + (n % 100) / 3000), latitude: String(61.54 + (n % 77) / 4000), sendKey: `storm-${mark}-${n}` })) form.set(name, value)
      form.set('photo1', new File([new Uint8Array(photos[n % photos.length]!)], 'kuva.jpg', { type: 'image/jpeg' }))
      const began = performance.now()
      try {
        const answer = await fetch(`${url}/fi/feedback/new`, { method: 'POST', body: form, redirect: 'manual', headers: { origin: url, 'user-agent': `Phone ${n}` }, signal: AbortSignal.timeout(120_000) })
        await answer.body?.cancel()
        if (answer.status === 303) took.push(performance.now() - began); else refused.set(answer.status, (refused.get(answer.status) ?? 0) + 1)
      } catch (cause) { const why = (cause as Error).name; refused.set(why, (refused.get(why) ?? 0) + 1) }
    }
    const began = performance.now(), all: Promise<void>[] = []
    for (let n = 0; n < perSecond * seconds; n++) {
      const wait = (n * 1000) / perSecond - (performance.now() - began)
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      all.push(send(n))
    }
    const pressed = performance.now() - began
    await Promise.all(all)
    const answered = performance.now() - began
    const { rows } = await client.query<{ id: string; picture: string | null }>('select r.id, p.id as picture from feedback.report r left join files.picture p on p.municipality_id = r.municipality_id and p.subject_id = r.id where r.text like $1', [`${mark}%`])
    let unseen = 0
    for (const { picture } of rows) { const answer = picture ? await fetch(`${url}/fi/pictures/${picture}-small.webp`) : null; if (!answer?.ok) unseen++; await answer?.body?.cancel() }
    took.sort((a, b) => a - b)
    const at = (share: number) => round((took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0) / 1000)
    return [{
      what: 'storm of reports', size: `${perSecond}/s`, seconds: round(pressed / 1000), sent: all.length, thanked: took.length, kept: new Set(rows.map((row) => row.id)).size, 'without photo': rows.filter((row) => !row.picture).length, 'photo not seen': unseen,
      'other answers': [...refused].map(([what, n]) => `${what}: ${n}`).join(', ') || 'none', 'median s': at(0.5), 'p99 s': at(0.99), 'all answered after s': round(answered / 1000), 'all photos seen after s': round((performance.now() - began) / 1000),
    }]
  } finally { await client.end() }
}
