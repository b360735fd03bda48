import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { freePort, type Program, removeFolder, startProgram } from '../tests/program.ts'
import { desktop, openBrowser, phone, signInAs, watchErrors } from './browser.ts'
import { look } from './look.ts'
import { toldFolder } from './told.ts'

const folder = await toldFolder()
const PORT = String(await freePort())
let program: Program = await startProgram({ DATA_DIR: folder, PORT })
const browser = await openBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })
const { url } = program
const withCamera = { ...phone, permissions: ['camera', 'microphone'] }

const fine = { violations: [], sideways: '', small: [] }

/** The first idea that the list has. */
async function anIdea(page: Awaited<ReturnType<typeof signInAs>>): Promise<string> {
  await page.goto(`${url}/fi/ideas`)
  const path = await page.locator('main a[href*="/fi/ideas/0"]').first().getAttribute('href')
  return url + path!
}

describe.skipIf(!browser)('a minute of video at 360 px', () => {
  test('from the phone’s camera to playing with captions, in three screens', async () => {
    const context = await browser!.newContext(withCamera)
    const page = await signInAs(context, url, 'Jari Niemi')
    const errors = watchErrors(page)
    const idea = await anIdea(page)
    await page.goto(idea)
    await page.getByRole('link', { name: 'Lisää minuutin video' }).click()
    await page.getByText('Enintään 3 minuuttia ja 250 Mt.').waitFor()
    await page.getByRole('button', { name: 'Kuvaa nyt' }).waitFor()
    expect(await look(page)).toEqual(fine)
    await page.getByRole('button', { name: 'Kuvaa nyt' }).click()
    await page.getByRole('button', { name: 'Aloita kuvaus' }).click()
    await page.getByText(/2:5[5-7] jäljellä/).waitFor()
    await page.getByRole('button', { name: 'Lopeta' }).click()
    await page.getByRole('button', { name: 'Lähetä tämä video' }).waitFor()
    expect(await look(page)).toEqual(fine)
    await page.getByRole('button', { name: 'Lähetä tämä video' }).click()
    await page.waitForURL(/\/videos\/[0-9a-f-]{36}$/)
    const video = page.url()
    expect(await look(page)).toEqual(fine)
    expect(await page.getByText('306/2019').count()).toBe(1)

    await page.getByRole('link', { name: 'Tee tekstitys' }).click()
    await page.waitForURL(/\/captions/)
    expect(await look(page)).toEqual(fine)
    await page.locator('[name=heard]').fill('Hyvää huomenta kaikille.\nLaituri tulee rantaan toukokuussa.')
    await page.getByRole('button', { name: 'Tee rivit' }).click()
    await page.locator('#line-0 summary').click()
    await page.locator('#line-0').getByRole('button', { name: 'Jaa kahtia' }).click()
    await page.locator('#line-2').waitFor()
    await page.getByRole('button', { name: 'Alku tähän' }).waitFor()
    expect(await look(page)).toEqual(fine)
    expect(await page.locator('textarea[name^=text]').evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value))).toEqual(['Hyvää huomenta', 'kaikille.', 'Laituri tulee rantaan toukokuussa.'])
    await page.getByRole('button', { name: 'Valmis, näytä kaikille' }).click()
    await page.getByText('Tekstitys näkyy nyt kaikille').waitFor()

    await page.goto(video)
    await page.locator('[name=title]').first().fill('Laituri tulee toukokuussa')
    await page.getByRole('button', { name: 'Julkaise video' }).click()
    await page.getByText('Video on julkaistu').waitFor()
    expect(await look(page)).toEqual(fine)
    expect(errors).toEqual([])

    const visitor = await browser!.newContext(desktop)
    const watching = await visitor.newPage()
    const wrong = watchErrors(watching)
    await watching.goto(idea)
    expect(await look(watching)).toEqual(fine)
    const player = watching.locator('article', { hasText: 'Laituri tulee toukokuussa' }).locator('video')
    const played = await player.evaluate(async (its: HTMLVideoElement) => {
      its.muted = true
      await its.play()
      await new Promise((resolve) => { its.addEventListener('timeupdate', () => { if (its.currentTime > 0.5) resolve(null) }) })
      const { duration } = its
      its.currentTime = duration - 0.3 // asks for the end of the file alone
      await new Promise((resolve) => { its.addEventListener('seeked', resolve, { once: true }) })
      const [track] = [...its.textTracks]
      return { seconds: duration, width: its.videoWidth, captions: track?.language, lines: track?.cues?.length, shown: track?.mode, poster: its.poster }
    })
    expect(played).toMatchObject({ captions: 'fi', lines: 3, shown: 'showing', poster: expect.stringContaining('poster.webp') })
    expect(played.seconds).toBeGreaterThan(2)
    expect(played.seconds).toBeLessThan(12)
    expect(await watching.getByText('Hyvää huomenta kaikille. Laituri tulee rantaan toukokuussa.').count()).toBeGreaterThan(0)
    expect(wrong).toEqual([])
    await visitor.close()
    await context.close()
  }, 90_000)

  test('the page of recording weighs at most 180 kB of script', async () => {
    const context = await browser!.newContext(withCamera)
    const page = await signInAs(context, url, 'Jari Niemi')
    await page.goto(await anIdea(page))
    const add = await page.getByRole('link', { name: 'Lisää minuutin video' }).getAttribute('href')
    const weighed: Promise<number>[] = []
    page.on('response', (response) => { if (response.request().resourceType() === 'script') weighed.push(response.body().then((body) => gzipSync(body).length)) })
    await page.goto(url + add!)
    await page.getByRole('button', { name: 'Kuvaa nyt' }).waitFor()
    const opened = (await Promise.all(weighed)).reduce((sum, each) => sum + each, 0)
    expect(opened).toBeGreaterThan(20_000)
    expect(opened).toBeLessThanOrEqual(180_000)
    // what sends it in pieces comes when something is sent
    await page.locator('input[type=file][accept*=webm]').setInputFiles({ name: 'kissa.mp4', mimeType: 'video/mp4', buffer: Buffer.from('ei mikään video') })
    await page.getByText('Tiedosto ei ole video').first().waitFor()
    const sent = (await Promise.all(weighed)).reduce((sum, each) => sum + each, 0)
    expect(sent).toBeGreaterThan(opened)
    expect(sent).toBeLessThanOrEqual(180_000)
    await context.close()
  }, 60_000)

  test('a video half sent goes on after the program was killed and the page loaded anew', async () => {
    const context = await browser!.newContext(withCamera)
    const page = await signInAs(context, url, 'Leena Salo')
    const idea = await anIdea(page)
    await page.goto(idea)
    await page.getByRole('link', { name: 'Lisää minuutin video' }).click()
    // the network takes the beginning of the video and then nothing
    let pieces = 0
    await page.route('**/video-uploads/*', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue()
      const body = route.request().postDataBuffer()
      if (++pieces > 1 || !body) return route.abort()
      const half = body.subarray(0, Math.floor(body.length / 2))
      const answer = await fetch(route.request().url(), { method: 'PATCH', body: new Uint8Array(half), headers: { ...await route.request().allHeaders(), 'content-length': String(half.length) } })
      expect(answer.status).toBe(204)
      await route.abort()
      program.child.kill('SIGKILL')
    })
    await page.getByRole('button', { name: 'Kuvaa nyt' }).click()
    await page.getByRole('button', { name: 'Aloita kuvaus' }).click()
    await page.getByText(/2:5[5-7] jäljellä/).waitFor()
    await page.getByRole('button', { name: 'Lopeta' }).click()
    await page.getByRole('button', { name: 'Lähetä tämä video' }).click()
    await program.exited
    await page.getByText('Yhteys katkesi').waitFor()
    program = await startProgram({ DATA_DIR: folder, PORT })
    await page.unroute('**/video-uploads/*')
    await page.reload()
    const offsets: number[] = []
    page.on('request', (request) => { if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset'])) })
    await page.getByRole('button', { name: 'Jatka lähetystä' }).click()
    await page.waitForURL(/\/videos\/[0-9a-f-]{36}$/)
    expect(offsets[0], 'it goes on from the middle').toBeGreaterThan(1000)
    await page.getByText('Ei vielä julkaistu').waitFor()
    expect(await page.locator('video').evaluate(async (its: HTMLVideoElement) => { its.muted = true; await its.play(); return its.duration })).toBeGreaterThan(2)
    await context.close()
  }, 120_000)

  test('without script a file goes with an ordinary form', async () => {
    const recording = await browser!.newContext(withCamera)
    const camera = await signInAs(recording, url, 'Jari Niemi')
    const add = `${url}/fi/videos/new?subject=${(await anIdea(camera)).split('/').at(-1)}`
    await camera.goto(add)
    const bytes = await camera.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320, height: 240 }, audio: true })
      const recorder = new MediaRecorder(stream, { mimeType: 'video/webm' })
      const parts: Blob[] = []
      recorder.ondataavailable = (event) => { parts.push(event.data); if (parts.length === 2) recorder.stop() }
      const stopped = new Promise((resolve) => { recorder.onstop = resolve })
      recorder.start(500)
      await stopped
      for (const track of stream.getTracks()) track.stop()
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
    })
    const context = await browser!.newContext({ ...phone, javaScriptEnabled: false, storageState: await recording.storageState() })
    const page = await context.newPage()
    await page.goto(add)
    await page.getByLabel('Videotiedosto').setInputFiles({ name: 'video.webm', mimeType: 'video/webm', buffer: Buffer.from(bytes) })
    await page.getByRole('button', { name: 'Lähetä video' }).click()
    await page.waitForURL(/\/videos\/[0-9a-f-]{36}$/)
    await page.getByLabel(/^Otsikko/).fill('Kuvattu ilman skriptiä')
    await page.getByLabel('Tämä on suoran lähetyksen tallenne').check()
    await page.getByRole('button', { name: 'Julkaise video' }).click()
    await page.getByText('Video on julkaistu').waitFor()
    await page.getByText(/Tekstitys tulee viimeistään/).waitFor()
    await context.close()
    await recording.close()
  }, 60_000)
})
