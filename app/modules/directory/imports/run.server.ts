import { and, eq, inArray, lt, or, isNull } from 'drizzle-orm'
import { command, contextOf, type Ctx, type House, type Municipality } from '#core/context/context.server.ts'
import { type Manners, RegisterError } from '#core/ports/register.server.ts'
import { importNote, importRun, importSource } from '../schema.server.ts'
import { type Bringing, bringSome, type Counts, type Done, noCounts, type Note } from './bring.server.ts'
import { type Brought, brings, type Refused } from './brought.ts'
import { nextNight } from './clock.ts'
import { closeAgreed } from './conflicts.server.ts'
import { readSource, type Source } from './sources/read.server.ts'
import { forgetSpool, isSpooled, type Seen, seenIn, spooled, spoolTo } from './spool.server.ts'
import { tellAdmins } from './tell-admins.server.ts'
import { tooMany, vanishing, vanishSome } from './vanish.server.ts'

export type Run = typeof importRun.$inferSelect
/** So many records in one transaction. */
const atATime = 100
/** Lines of a report that are kept; what is more is in its figures. */
const mostNotes = 5000
/** Who has not said for so long that it lives does not: in milliseconds. */
const silent = 10 * 60_000

/** A run was taken from us: another process thinks that we are dead. */
class Lost extends Error {}

/**
 * Does a run that was asked for, from beginning to end: reads all of the source, sees what it would take away, and writes it
 * batch by batch. Nothing is written before everything has come. Stopped anywhere it can be done again. Never throws for what
 * is wrong at the source: the run says so, and who keeps the municipality is told. Returns what became of it; null when
 * another does it.
 */
export async function doRun(house: House, its: Municipality, runId: string, manners: Manners = {}): Promise<Run['state'] | null> {
  const asker = { municipality: its }
  const taken = await command(house, asker, take, runId)
  if (!taken) return null
  const ctx = contextOf(house, asker, house.database.of(its.id))
  try {
    const seen = await gather(house, ctx, taken, manners)
    const { run, source } = taken
    const leaving = await vanishing(ctx, source.id, seen)
    const held = run.dry ? 'dry' : !run.confirmed && tooMany(leaving) ? `tooMany ${leaving.gone} ${leaving.known}` : null
    const bringing: Bringing = { runId, source, write: held === null, knows: (what, key) => seen[what].has(key) }
    const totals: Counts = { ...noCounts(), ...run.counts, added: 0 }
    const report = { totals, notes: 0 }
    const step = async (does: (ctx: Ctx) => Promise<Done>) => { manners.stopping?.throwIfAborted(); const done = await command(house, asker, batch, runId, report, does); addTo(report, done) }
    for (const what of brings) for await (const some of spooled(ctx, runId, what, atATime)) await step((inside) => bringSome(inside, bringing, what, some as Brought[]))
    for await (const some of spooled<Refused>(ctx, runId, 'refused', atATime)) await step(async () => ({ counts: { refused: some.length }, notes: some.map((each) => ({ what: 'refused', subjectId: null, name: each.name, detail: each.refused })) }))
    for (const what of [...brings].reverse()) for (let i = 0; i < leaving.keys[what].length; i += atATime) await step((inside) => vanishSome(inside, bringing, what, leaving.keys[what].slice(i, i + atATime)))
    if (held === null) await step(async (inside) => { await closeAgreed(inside, source.id); return { counts: {}, notes: [] } })
    const state = held === null ? 'done' : 'held'
    await command(house, asker, finish, taken, { state, why: held ?? '' })
    if (state === 'done') await forgetSpool(ctx, runId)
    return state
  } catch (cause) {
    if (cause instanceof Lost) return null
    if (manners.stopping?.aborted) { await command(house, asker, putBack, runId); await forgetSpool(ctx, runId); return 'asked' }
    await command(house, asker, finish, taken, { state: 'failed', why: cause instanceof RegisterError ? `${cause.code}${cause.status ? ` ${cause.status}` : ''}` : 'broken' })
    await forgetSpool(ctx, runId)
    if (!(cause instanceof RegisterError)) throw cause
    return 'failed'
  }
}

type Taken = { run: Run; source: Source; /** an earlier run of it already waits for an admin */ waited: boolean }
const thisRun = (ctx: Ctx, id: string) => and(eq(importRun.municipalityId, ctx.scope.municipalityId), eq(importRun.id, id))

/** Takes an asked run: who writes its state first does it. What an earlier run of its source left waiting is left undone. */
async function take(ctx: Ctx, runId: string): Promise<Taken | null> {
  const [run] = await ctx.db.update(importRun).set({ state: 'running', startedAt: ctx.now, heardAt: ctx.now, counts: {}, why: '' }).where(and(thisRun(ctx, runId), eq(importRun.state, 'asked'))).returning()
  if (!run) return null
  const [source] = await ctx.db.select().from(importSource).where(and(eq(importSource.municipalityId, ctx.scope.municipalityId), eq(importSource.id, run.sourceId)))
  await ctx.db.delete(importNote).where(and(eq(importNote.municipalityId, ctx.scope.municipalityId), eq(importNote.runId, runId)))
  const dropped = await ctx.db.update(importRun).set({ state: 'dropped' }).where(and(eq(importRun.municipalityId, ctx.scope.municipalityId), eq(importRun.sourceId, run.sourceId), eq(importRun.state, 'held'))).returning({ id: importRun.id })
  for (const each of dropped) await forgetSpool(ctx, each.id)
  return { run, source: source!, waited: dropped.length > 0 }
}

/** Reads the source to its end, or what was read before an admin said go on. Returns what it has. */
async function gather(house: House, ctx: Ctx, { run, source }: Taken, manners: Manners): Promise<Seen> {
  const asker = { municipality: ctx.municipality }
  if (run.confirmed && await isSpooled(ctx, run.id)) return seenIn(ctx, run.id)
  await forgetSpool(ctx, run.id)
  const spool = spoolTo(ctx, run.id)
  let heard = Date.now()
  for await (const some of readSource(ctx, source, manners)) {
    await spool.add(some)
    if (Date.now() - heard > 20_000) { await command(house, asker, beat, run.id); heard = Date.now() }
  }
  const { seen, read } = await spool.end()
  run.counts = { read }
  return seen
}

async function beat(ctx: Ctx, runId: string) {
  const alive = await ctx.db.update(importRun).set({ heardAt: ctx.now }).where(and(thisRun(ctx, runId), eq(importRun.state, 'running'))).returning({ id: importRun.id })
  if (alive.length === 0) throw new Lost()
}

/** One batch in one transaction: what it does, its lines, its figures, and that we live. */
async function batch(ctx: Ctx, runId: string, report: { totals: Counts; notes: number }, does: (ctx: Ctx) => Promise<Done>): Promise<Done> {
  await beat(ctx, runId)
  const done = await does(ctx)
  const notes = done.notes.slice(0, Math.max(0, mostNotes - report.notes))
  if (notes.length > 0) await ctx.db.insert(importNote).values(notes.map((note: Note, i) => ({ ...ctx.scope, id: ctx.newId(), runId, position: report.notes + i, ...note, name: note.name.slice(0, 200) || '–', detail: note.detail.slice(0, 1000) })))
  const totals = { ...report.totals }
  for (const [name, count] of Object.entries(done.counts)) totals[name as keyof Counts] += count
  await ctx.db.update(importRun).set({ counts: totals }).where(thisRun(ctx, runId))
  return done
}
function addTo(report: { totals: Counts; notes: number }, done: Done) {
  for (const [name, count] of Object.entries(done.counts)) report.totals[name as keyof Counts] += count
  report.notes += done.notes.length
}

async function finish(ctx: Ctx, { run, source, waited }: Taken, its: { state: 'done' | 'held' | 'failed'; why: string }) {
  const ended = await ctx.db.update(importRun).set({ ...its, endedAt: ctx.now, heardAt: ctx.now, ...(its.state === 'failed' && its.why !== 'broken' ? { counts: {} } : {}) }).where(and(thisRun(ctx, run.id), eq(importRun.state, 'running'))).returning({ id: importRun.id })
  if (ended.length === 0) throw new Lost()
  const failures = its.state === 'failed' ? source.failures + 1 : 0
  const later = its.state === 'failed' ? new Date(ctx.now.getTime() + Math.min(2 ** source.failures, 24) * 3_600_000) : nextNight(source.id, ctx.now)
  // what waits for an admin waits for them in the night too; what fails is tried after 1, 2, 4 … hours
  await ctx.db.update(importSource).set({ failures, ...(source.nightly ? { nextAt: later } : {}) }).where(and(eq(importSource.municipalityId, ctx.scope.municipalityId), eq(importSource.id, source.id)))
  if (its.state === 'held' ? !run.dry && !waited : failures === 1) await tellAdmins(ctx, { source, run, state: its.state, why: its.why })
}

/** A run that was stopped because the program ends is asked for again. */
async function putBack(ctx: Ctx, runId: string) { await ctx.db.update(importRun).set({ state: 'asked', heardAt: null }).where(and(thisRun(ctx, runId), eq(importRun.state, 'running'))) }

/** Runs whose process died in the middle: said to have failed, and what they read is forgotten. What they wrote stays, and is the same the next time. */
export async function endDead(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - silent)
  const dead = await ctx.db.update(importRun).set({ state: 'failed', why: 'stopped', endedAt: ctx.now }).where(and(eq(importRun.municipalityId, ctx.scope.municipalityId), eq(importRun.state, 'running'), or(isNull(importRun.heardAt), lt(importRun.heardAt, before)))).returning()
  if (dead.length === 0) return
  await ctx.db.update(importSource).set({ failures: 1, nextAt: new Date(ctx.now.getTime() + 3_600_000) }).where(and(eq(importSource.municipalityId, ctx.scope.municipalityId), inArray(importSource.id, dead.map((run) => run.sourceId)), eq(importSource.nightly, true)))
  for (const run of dead) await forgetSpool(ctx, run.id)
}
