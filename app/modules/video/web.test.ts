import { Upload } from 'tus-js-client'
import { beforeAll, describe, expect, test } from 'vitest'
import { proposeIdea } from '#modules/ideas/server'
import { hideThing } from '#modules/moderation/server'
import { madeVideo } from '../../../tests/media.ts'
import { type Browser, signedWeb } from '../../../tests/signed-web.ts'

const web = await signedWeb()
const { aino, mirja, jari, url, logged } = web
const file = await madeVideo({ bytesAPicture: 30_000 })
const idea = await aino.does(proposeIdea, { title: 'Laituri Keijärven rantaan', text: 'Rannalta puuttuu laituri, jolta pääsee veteen.' })
let hers: Browser, his: Browser, others: Browser
beforeAll(async () => { [hers, his, others] = [await web.signedIn('aino.koskela@koivula.example'), await web.signedIn('jari.niemi@koivula.example'), await web.signedIn('otso.kangas@koivula.example')] })
const visitor = () => web.browser()
const cookie = (who: Browser) => [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
const tus = (who: Browser, path: string, method: string, headers: Record<string, string> = {}, body?: Uint8Array) => who.fetch(path, { method, headers: { 'tus-resumable': '1.0.0', origin: url, accept: 'application/json', ...headers }, ...(body ? { body: body as BodyInit } : {}) })
const metadata = `subject ${btoa(idea.id)},language ${btoa('fi')}`
const begin = (who: Browser, bytes = file.length) => tus(who, '/fi/video-uploads', 'POST', { 'upload-length': String(bytes), 'upload-metadata': metadata })
/** Sends a form of the page with the script's hidden fields, or as a page without script does. */
async function sendForm(who: Browser, path: string, fields: Record<string, string | Blob>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return who.fetch(path, { method: 'POST', body: form, headers: { origin: url } })
}
const add = `/fi/videos/new?subject=${idea.id}`
const finished = async (who: Browser, uploadId: string) => (await sendForm(who, add, { _do: 'upload', subject: idea.id, language: 'fi', uploadId })).headers.get('location')!
async function publishedBy(who: Browser) {
  const answer = await sendForm(who, add, { _do: 'upload', subject: idea.id, language: 'fi', file: new File([file], 'video.mp4', { type: 'video/mp4' }) })
  const page = answer.headers.get('location')!
  expect((await who.post(page, { _do: 'publish', title: 'Laiturista minuutissa' })).headers.get('location')).toBe(`${page}?done=published`)
  return page
}

describe('sending in pieces (tus 1.0)', () => {
  test('an ordinary tus client sends it, broken off in the middle, and a new one goes on', async () => {
    const headers = { cookie: cookie(hers), origin: url, accept: 'application/json' }
    let address = ''
    const send = (options: { uploadUrl?: string; breakAfter?: number }) => new Promise<string>((resolve, reject) => {
      const its = new Upload(Buffer.from(file), {
        endpoint: `${url}/fi/video-uploads`, ...(options.uploadUrl ? { uploadUrl: options.uploadUrl } : {}), chunkSize: 100_000, retryDelays: [], headers, metadata: { subject: idea.id, language: 'fi' },
        onUploadUrlAvailable: () => { address = its.url! },
        onChunkComplete: (_size, sent) => { if (options.breakAfter && sent >= options.breakAfter) { resolve('broken'); void its.abort() } },
        onSuccess: () => resolve('sent'), onError: reject,
      })
      its.start()
    })
    expect(await send({ breakAfter: 200_000 })).toBe('broken')
    const head = await tus(hers, new URL(address).pathname, 'HEAD')
    expect(Number(head.headers.get('upload-offset'))).toBeGreaterThanOrEqual(200_000)
    expect(head.headers.get('upload-length')).toBe(String(file.length))
    expect(await send({ uploadUrl: address })).toBe('sent')
    const page = await finished(hers, address.split('/').at(-1)!)
    expect(page).toMatch(/^\/fi\/videos\/[\w-]{36}$/)
    expect(await hers.text(page)).toContain('Ei vielä julkaistu')
    await hers.post(page, { _do: 'remove' })
  })
  test('says what it needs, and refuses what it does not understand', async () => {
    expect((await others.fetch('/fi/video-uploads', { method: 'POST', headers: { origin: url, accept: 'application/json' } })).status).toBe(412)
    expect((await tus(hers, '/fi/video-uploads', 'POST', { 'upload-metadata': metadata })).status).toBe(400)
    expect((await begin(hers, 250_000_001)).status).toBe(413)
    expect((await begin(others)).status, 'not their idea').toBe(403)
    expect((await begin(visitor())).status).toBe(401)
    const begun = await begin(hers)
    expect([begun.status, begun.headers.get('tus-resumable'), begun.headers.get('upload-expires')]).toEqual([201, '1.0.0', expect.stringContaining('GMT')])
    const at = begun.headers.get('location')!
    expect((await tus(hers, at, 'PATCH', { 'upload-offset': '0', 'content-type': 'text/plain' }, file.slice(0, 10))).status).toBe(415)
    expect((await tus(hers, at, 'PATCH', { 'upload-offset': '5', 'content-type': 'application/offset+octet-stream' }, file.slice(0, 10))).status).toBe(409)
    const piece = await tus(hers, at, 'PATCH', { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, file.slice(0, 10))
    expect([piece.status, piece.headers.get('upload-offset')]).toEqual([204, '10'])
    expect((await tus(others, at, 'HEAD')).status).toBe(404)
    expect((await tus(others, at, 'PATCH', { 'upload-offset': '10', 'content-type': 'application/offset+octet-stream' }, file.slice(0, 10))).status).toBe(403)
    expect((await hers.fetch(at, { method: 'PATCH', headers: { 'tus-resumable': '1.0.0', origin: 'https://evil.example', 'upload-offset': '10', 'content-type': 'application/offset+octet-stream' }, body: new Uint8Array(4) })).status, 'from another site').toBe(403)
    expect((await finished(hers, at.split('/').at(-1)!))).toBeNull()
    expect((await tus(hers, at, 'DELETE')).status).toBe(204)
    expect((await tus(hers, at, 'HEAD')).status).toBe(404)
  })
  test('a page is not changed by a method that it does not have', async () => {
    for (const method of ['PATCH', 'DELETE', 'PUT']) expect((await hers.fetch(`/fi/ideas/${idea.id}`, { method, headers: { origin: url } })).status, method).toBe(405)
  })
})

describe('the pages', () => {
  test('only the page of recording may use the camera', async () => {
    const policy = async (path: string) => (await hers.get(path)).headers.get('permissions-policy')
    expect(await policy(add)).toMatch(/camera=\(self\), microphone=\(self\)/)
    expect(await policy(`/fi/ideas/${idea.id}`)).toMatch(/camera=\(\), microphone=\(\)/)
    expect((await hers.get(add)).headers.get('content-security-policy')).toContain("media-src 'self' blob:")
  })
  test('the limits are told before anything is sent, and it works as an ordinary form', async () => {
    const page = await hers.text(add)
    expect(page).toContain('Enintään 3 minuuttia ja 250')
    expect(page).toMatch(/<input[^>]*type="file"[^>]*name="file"/)
    const none = await sendForm(hers, add, { _do: 'upload', subject: idea.id, language: 'fi' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Valitse videotiedosto')])
    const text = await sendForm(hers, add, { _do: 'upload', subject: idea.id, language: 'fi', file: new File(['kissa'], 'kissa.mp4', { type: 'video/mp4' }) })
    expect([text.status, await text.text()]).toEqual([422, expect.stringContaining('ei ole video')])
    expect((await others.get(add)).status).toBe(403)
    expect((await visitor().get(add)).headers.get('location')).toContain('/sign-in?')
    expect((await hers.get('/fi/videos/new?subject=x')).status).toBe(404)
  })
  test('a video that came in pieces and was none is told of on the page', async () => {
    const junk = new Uint8Array(500)
    const at = (await begin(hers, junk.length)).headers.get('location')!
    await tus(hers, at, 'PATCH', { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, junk)
    const back = await finished(hers, at.split('/').at(-1)!)
    expect(back).toBe(`${add}&problem=notVideo`)
    expect(await hers.text(back)).toContain('ei ole video')
    expect((await hers.get(`${add}&problem=constructor`)).status).toBe(200)
  })
  test('an official is told what the law says, with the days, before publishing; a resident that it asks nothing', async () => {
    const waiting = async (who: Browser) => (await sendForm(who, add, { _do: 'upload', subject: idea.id, language: 'fi', file: new File([file], 'video.mp4') })).headers.get('location')!
    const [official, resident] = [await waiting(his), await waiting(hers)]
    const page = await his.text(official)
    expect(page).toContain('306/2019')
    expect(page).toContain('14 päivän')
    expect(page).toMatch(/name="live"/)
    const own = await hers.text(resident)
    expect(own).not.toMatch(/306\/2019|name="live"/)
    expect((await visitor().get(official)).status).toBe(404)
    const empty = await his.post(official, { _do: 'publish', title: '' })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('summary')])
    for (const [who, at] of [[his, official], [hers, resident]] as const) expect((await who.post(at, { _do: 'remove' })).headers.get('location')).toBe(`/fi/ideas/${idea.id}`)
  })
  test('captions are written without script: text, lines, a change, ready, and the file that players read', async () => {
    const at = await publishedBy(hers)
    const captions = `${at}/captions`
    expect((await others.get(captions)).status).toBe(403)
    await hers.post(captions, { _do: 'write', language: 'fi', heard: 'Hyvää huomenta kaikille.\nLaituri tulee.' })
    const drafted = await hers.text(`${captions}?language=fi`)
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(drafted)?.[1] ?? ''
    expect(drafted).toContain('Hyvää huomenta kaikille.')
    const lines = { _do: 'lines', language: 'fi', count: '2', start0: field('start0') || '0:00.0', end0: '0:01.0', text0: 'Hyvää huomenta kaikille.', start1: '0:01.0', end1: '0:02.0', text1: 'Laituri tulee <keväällä> & pian.' }
    expect((await hers.post(captions, { ...lines, act: 'split:0' })).headers.get('location')).toMatch(/#line-0$/)
    const wrong = await hers.post(captions, { ...lines, end0: 'kohta', act: 'ready' })
    expect([wrong.status, (await wrong.text()).includes('value="kohta"')]).toEqual([422, true])
    await hers.post(captions, { ...lines, act: 'ready' })
    const vtt = await visitor().get(`${at}/fi.vtt`)
    expect(vtt.headers.get('content-type')).toContain('text/vtt')
    expect(await vtt.text()).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHyvää huomenta kaikille.\n\n00:00:01.000 --> 00:00:02.000\nLaituri tulee &lt;keväällä&gt; &amp; pian.\n')
    const page = await visitor().text(at)
    expect(page).toMatch(/<track kind="captions" src="[^"]*fi\.vtt[^"]*" srcLang="fi"/i)
    expect(page).toContain('Laituri tulee &lt;keväällä&gt; &amp; pian.')
    expect((await visitor().get(`${at}/sv.vtt`)).status).toBe(404)
    for (const act of ['split:999', 'merge:0', 'remove:1', 'add:0', 'shift', 'nonsense']) expect((await hers.post(captions, { ...lines, act, shift: '-0,5' })).status, act).toBe(303)
    expect((await hers.post(captions, { ...lines, act: 'shift', shift: 'paljon' })).status).toBe(422)
    await hers.post(at, { _do: 'remove' })
  })
})

describe('the bytes', () => {
  test('play in parts for everyone, and are kept an hour; hidden, they are gone for others', async () => {
    const at = await publishedBy(hers)
    const [id] = [at.split('/').at(-1)!]
    const whole = await visitor().get(`${at}/video.mp4`)
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('cache-control'), whole.headers.get('accept-ranges'), whole.headers.get('x-content-type-options')]).toEqual([200, 'video/mp4', 'public, max-age=3600', 'bytes', 'nosniff'])
    const bytes = new Uint8Array(await whole.arrayBuffer())
    const part = await visitor().fetch(`${at}/video.mp4`, { headers: { range: 'bytes=1000-1999' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 1000-1999/${bytes.length}`])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(1000, 2000))
    expect((await visitor().fetch(`${at}/video.mp4`, { headers: { range: `bytes=${bytes.length}-` } })).status).toBe(416)
    const head = await visitor().fetch(`${at}/video.mp4`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)])
    expect((await visitor().fetch(`${at}/video.mp4`, { headers: { 'if-none-match': whole.headers.get('etag')! } })).status).toBe(304)
    expect((await visitor().get(`${at}/poster.webp`)).headers.get('content-type')).toBe('image/webp')
    for (const other of ['video.webm', '360.mp4', '240.mp4', 'poster.png', 'x', 'video.mp4.vtt', '..%2fsecret']) expect((await visitor().get(`${at}/${other}`)).status, other).toBe(404)
    await mirja.does(hideThing, { subjectId: idea.id, commentId: id }, { reason: 'other', explanation: 'Videolla näkyy lapsia.' })
    for (const name of ['video.mp4', 'poster.webp']) {
      expect((await visitor().get(`${at}/${name}`)).status).toBe(404)
      expect((await others.get(`${at}/${name}`)).status).toBe(404)
      expect((await hers.get(`${at}/${name}`)).headers.get('cache-control')).toBe('private, no-store')
    }
    await hers.post(at, { _do: 'remove' })
    expect((await hers.get(`${at}/video.mp4`)).status).toBe(404)
  })
  test('an asker who goes away in the middle keeps nothing open', async () => {
    const at = await publishedBy(his)
    for (let n = 0; n < 30; n++) {
      const answer = await visitor().get(`${at}/video.mp4`)
      const reader = answer.body!.getReader()
      await reader.read()
      await reader.cancel()
    }
    expect((await visitor().get(`${at}/video.mp4`)).status).toBe(200)
    await jari.sees(async () => {})
    await his.post(at, { _do: 'remove' })
  })
  test('nothing of all this broke the program', () => { expect(logged).toEqual([]) })
})
