import { expect, test } from 'vitest'
import { addComment } from '#modules/discussion/server'
import { mergeIdeas, proposeIdea, supportIdea } from '#modules/ideas/server'
import { web } from './web.ts'

const site = await web()
const { aino, otso, jari, topics } = site
const idea = async (title: string) => (await aino.does(proposeIdea, { title, text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: topics.sports })).id
const page = async (path: string, who = 'guest') => { const answer = await site.get(path, who); return { status: answer.status, text: await answer.text() } }

test('a visitor reports a comment without script; it is hidden, its place says why, its author appeals and it comes back', async () => {
  const ideaId = await idea('Uimalaituri Keijärvelle')
  const said = await otso.does(addComment, ideaId, { text: 'Naapurin Pentti on hölmö.', stance: 'against' })
  if (!('id' in said)) throw new Error('no comment')
  const report = `/fi/report?subject=${ideaId}&comment=${said.id}`
  expect((await page(report)).text).toContain('Naapurin Pentti on hölmö.')
  const form = { _do: 'report', subject: ideaId, comment: said.id }
  const wrong = await site.post(report, 'guest', { ...form, words: 'Pentti on <b>nimeltä</b> mainittu' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Pentti on &lt;b&gt;nimeltä&lt;/b&gt; mainittu')
  const right = await site.post(report, 'guest', { ...form, reason: 'insult' })
  expect(right.status).toBe(303)
  expect((await page(new URL(right.headers.get('location')!, 'http://localhost').pathname + new URL(right.headers.get('location')!, 'http://localhost').search)).text).toContain('Kiitos, ilmoitus on perillä.')

  expect((await site.get('/fi/moderation', 'guest')).headers.get('location')).toContain('/fi/sign-in?')
  expect((await page('/fi/moderation', 'otso')).status).toBe(403)
  expect((await page('/fi/moderation', 'mirja')).text).toContain('Naapurin Pentti on hölmö.')
  const thing = `/fi/moderation/things/${ideaId}?comment=${said.id}`
  expect((await page(thing, 'jari')).status).toBe(403)
  const hide = { _do: 'hide', comment: said.id, reason: 'insult', explanation: 'Lyhyt' }
  expect((await site.post(thing, 'mirja', hide)).status).toBe(422)
  expect((await site.post(thing, 'mirja', { ...hide, explanation: 'Kommentti nimittelee ihmistä.' })).status).toBe(303)
  expect((await site.post(thing, 'mirja', { ...hide, explanation: 'Kommentti nimittelee ihmistä.' })).status).toBe(409)

  const hidden = (await page(`/fi/ideas/${ideaId}`, 'aino')).text
  expect(hidden).not.toContain('Pentti')
  expect(hidden).toContain('Kommentti nimittelee ihmistä.')
  expect((await page(report)).status).toBe(404)
  const appeal = /\/appeal\/[0-9a-f-]{36}/.exec((await page(`/fi/ideas/${ideaId}`, 'otso')).text)![0]
  expect((await page(`/fi${appeal}`, 'aino')).status).toBe(403)
  expect((await site.post(`/fi${appeal}`, 'otso', { _do: 'appeal', words: '' })).status).toBe(422)
  expect((await site.post(`/fi${appeal}`, 'otso', { _do: 'appeal', words: 'Pentti on koirani, ei naapuri.' })).status).toBe(303)
  const settle = { _do: 'settle', comment: said.id, decision: appeal.slice(8), outcome: 'restored', explanation: 'Kommentti koskee koiraa.' }
  expect((await site.post(thing, 'mirja', settle)).status).toBe(403)
  expect((await site.post(thing, 'antti', settle)).status).toBe(303)
  expect((await page(`/fi/ideas/${ideaId}`, 'aino')).text).toContain('Naapurin Pentti on hölmö.')
  expect((await page(`/fi${appeal}`, 'otso')).text).toContain('Tekstisi palautettiin näkyviin.')
})

test('everyone reads the statistics, in every language and as a table', async () => {
  for (const language of ['fi', 'sv', 'en']) expect((await page(`/${language}/moderation/statistics`)).status).toBe(200)
  const csv = await site.get('/fi/moderation/statistics.csv')
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(await csv.text()).toMatch(/^month,reason,act,count\r\n/)
})

test('a supporter answers with one tap; what was asked is shown to the one who was asked', async () => {
  const [from, to] = [await idea('Penkki rantapolulle'), await idea('Rantapolulle penkki')]
  await otso.does(supportIdea, from)
  await jari.does(mergeIdeas, from, { other: to })
  const address = `/fi/ideas/${from}/merged`
  expect((await page(address, 'otso')).text).toContain('Kyllä, siirrä kannatukseni')
  expect((await page(address, 'aino')).text).not.toContain('Kyllä, siirrä kannatukseni')
  expect((await page(address)).text).toContain('Kirjaudu ja vastaa')
  expect((await site.post(address, 'otso', { _do: 'answer', answer: 'ehkä' })).status).toBe(422)
  expect((await site.post(address, 'otso', { _do: 'answer', answer: 'yes' })).status).toBe(303)
  expect((await page(address, 'otso')).text).toContain('Kannatuksesi on nyt ideassa ”Rantapolulle penkki”.')
  expect((await page(`/fi/ideas/${to}/merged`)).status).toBe(404)
})

test('a merging or dividing that cannot be keeps what was written', async () => {
  const whole = await idea('Laituri ja kioski')
  const merge = await site.post(`/fi/ideas/${whole}/merge`, 'jari', { _do: 'merge', other: '', sentence: 'Sama asia kuin toinen.' })
  expect(merge.status).toBe(422)
  const split = await site.post(`/fi/ideas/${whole}/split`, 'jari', { _do: 'split', title1: 'Laituri rantaan', text1: 'Pitkä laituri uimareille.', title2: '', text2: '', sentence: '' })
  expect(split.status).toBe(422)
  const kept = await split.text()
  for (const each of ['Laituri rantaan', 'Pitkä laituri uimareille.']) expect(kept).toContain(each)
  expect((await page(`/fi/ideas/${whole}/split`, 'leena')).status).toBe(403)
})
