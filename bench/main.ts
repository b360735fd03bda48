import { runningEmbedded } from '#core/db/embedded.server.ts'
import { dataFolder, removeFolder, startProgram } from '../tests/program.ts'
import { generate, liftLimits } from './generate.ts'
import { type Figure, inTurn, load, round, weigh, withBareRenderer } from './measure.ts'
import { recipients } from './recipients.ts'
import { stormFigures } from './storm.ts'
import { signInAsPersona } from '../tests/persona.ts'

// npm run bench [-- --json] [--small] [--seconds 5]
const json = process.argv.includes('--json')
const small = process.argv.includes('--small')
const seconds = Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 5
const say = (line: string) => { if (!json) console.log(line) }
const tell = (figure: Figure) => console.log(json ? JSON.stringify(figure) : `${figure.what.padEnd(22)} ${figure.size.padEnd(7)} ${Object.entries(figure).filter(([name]) => !['what', 'size'].includes(name)).map(([name, value]) => `${name} ${value}`).join(' · ')}`)

const folder = dataFolder()
try {
  let began = performance.now()
  let program = await startProgram({ DATA_DIR: folder })
  tell({ what: 'first start', size: 'demo', seconds: round((performance.now() - began) / 1000) })
  await program.stop()
  began = performance.now()
  program = await startProgram({ DATA_DIR: folder })
  tell({ what: 'second start', size: 'demo', seconds: round((performance.now() - began) / 1000) })

  const url = program.url
  const firstOf = async (list: string, what: string) => new RegExp(`href="(/fi/${what}/[0-9a-f-]{36})"`).exec(await (await fetch(url + list)).text())![1]!
  const idea = await firstOf('/fi/ideas?stage=idea&sort=supported', 'ideas')
  const topic = await firstOf('/fi/topics', 'topics')
  const pages = { home: '/fi', services: '/fi/services', places: '/fi/places', place: await firstOf('/fi/places?kind=rink', 'places'), service: await firstOf('/fi/services/all', 'services'), list: '/fi/ideas', 'list, filtered': '/fi/ideas?stage=idea&sort=supported', idea, matters: '/fi/matters', matter: await firstOf('/fi/matters', 'matters'), topic, initiatives: '/fi/initiatives', initiative: await firstOf('/fi/initiatives', 'initiatives'), search: `/fi/search?q=${encodeURIComponent('luistelukentän valot')}` }
  for (const [what, path] of Object.entries(pages).filter(([name]) => ['home', 'list', 'idea'].includes(name))) tell({ what: `weight of ${what}, kB gz`, size: 'demo', ...(await weigh(url, path)) })

  const measureAll = async (size: string) => {
    const figures: Record<string, number> = {}
    for (const [what, path] of Object.entries(pages)) {
      const fresh = await load(url + path, { seconds, cookie: 'bench=1' })
      figures[what] = fresh.median
      const bare = await withBareRenderer(folder, (bareUrl) => load(bareUrl + path, { seconds }))
      tell({ what, size, ...fresh, 'bare renderer per second': bare.perSecond, share: `${round((fresh.perSecond / bare.perSecond) * 100)} %` })
      if (what === 'list') tell({ what: 'list, one-second cache', size, ...(await load(url + path, { seconds })) })
    }
    const me = await signInAsPersona(url)
    tell({ what: 'home, signed in', size, ...(await load(`${url}/fi`, { seconds, cookie: me.cookie })) })
    tell({ what: 'supporting, ms', size, ...(await inTurn(200, async (i) => { await me.post(idea, { _do: i % 2 ? 'withdrawSupport' : 'support' }) })) })
    tell({ what: 'sending, ms', size, ...(await inTurn(100, async (i) => { await me.post('/fi/ideas/new', { _do: 'send', title: `Mittauksen idea ${i} ${Date.now()}`, text: `Tämä idea on mittausta varten, numero ${i}, eikä kenenkään toive ${Date.now()}.`, kind: 'idea', confirmed: '1' }) })) })
    return figures
  }
  for (const figure of await stormFigures(url, { ...runningEmbedded(folder)!, database: 'nousu' }, { seconds: small ? 10 : 20 })) tell(figure)
  await liftLimits({ ...runningEmbedded(folder)!, database: 'nousu' })
  await new Promise((resolve) => setTimeout(resolve, 5500)) // the list of municipalities is kept for five seconds
  const demo = await measureAll('demo')
  const size = small ? { ideas: 2000, comments: 20_000, events: 100_000 } : { ideas: 100_000, comments: 1_000_000, events: 5_000_000 }
  say(`loading ${size.ideas} ideas, ${size.comments} comments, ${size.events} events…`)
  await generate({ ...runningEmbedded(folder)!, database: 'nousu' }, 1, size, say)
  const big = await measureAll(small ? '2k' : '100k')
  for (const what of Object.keys(demo)) tell({ what: `${what}: big / demo`, size: 'ratio', median: round(big[what]! / demo[what]!) })
  await program.stop()
  for (const figure of await recipients(folder, small ? '2k' : '100k')) tell(figure)
} finally { removeFolder(folder) }
