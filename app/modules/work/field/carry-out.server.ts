import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { Conflict, Invalid, NotFound } from '#core/errors/errors.ts'
import { attachPictures, type StoredPicture } from '#core/files/pictures.server.ts'
import { fill } from '#core/text/fill.ts'
import { inLanguage } from '#core/text/language.ts'
import type { Subject } from '#core/trail/subject.server.ts'
import { changeOrder, type OrderRow } from '../hold.server.ts'
import { addLine } from '../line.server.ts'
import { moveOrder } from '../move.server.ts'
import { addNote } from '../note.server.ts'
import { passOrder } from '../pass.server.ts'
import { addOrderPictures } from '../pictures.server.ts'
import { checkItem, line, note } from '../schema.server.ts'
import { orderRules } from '../states.ts'
import { tickItem } from '../tick.server.ts'
import type { FieldAct } from './act.server.ts'
import { arrange } from './arrange.server.ts'
import { meanwhile } from './meanwhile.server.ts'
import { resolveConflict } from './resolve.server.ts'
import { fieldWords } from './texts/index.ts'
import type { Told } from './told.ts'

type Doing<A extends FieldAct = FieldAct> = { act: A; its: Subject; row: OrderRow; /** the order is still the asker's to carry out */ mine: boolean; photos: StoredPicture[]; happened: Date; meId: string }
type Became = { outcome: 'taken' | 'conflict'; told: Told[]; /** what was said with it */ words: string }
const taken = (told: Told[] = [], words = ''): Became => ({ outcome: 'taken', told, words })

/**
 * What an act does to its order, whatever the order has become meanwhile: ticks, notes, photos and lines always go in; a change
 * of state goes in when it still makes sense, and else its words and photos stay as a note and someone chooses.
 */
export async function carryOut(ctx: Ctx, doing: Doing): Promise<Became> {
  const { act, row, mine, happened } = doing
  const then = { ...ctx, now: happened }
  switch (act.what) {
    case 'tick': return tick(then, doing, act.itemId, act.done === 'yes')
    case 'note':
      if (mine) await addNote(ctx, row.id, { text: act.text, clientId: act.clientId, at: happened })
      else await keepAside(ctx, doing, act.text)
      return taken(mine ? [] : await told(ctx, doing))
    case 'photo': {
      if (doing.photos.length === 0) throw new Invalid('notPicture')
      const pictures = described(ctx, doing, act.role)
      if (mine) await addOrderPictures(ctx, row.id, pictures, act.role)
      else { await attachPictures(ctx, row.id, pictures, act.role); await changeOrder(ctx, row.id) }
      return taken(mine ? [] : await told(ctx, doing))
    }
    case 'line': {
      const its = { kind: act.kind, name: act.name, quantity: act.quantity, measure: act.measure, cents: act.price }
      if (mine) await addLine(ctx, row.id, its)
      else { await ctx.db.insert(line).values({ ...ctx.scope, id: ctx.newId(), orderId: row.id, ...its, by: doing.meId, at: ctx.now }); await changeOrder(ctx, row.id) }
      return taken(mine ? [] : await told(ctx, doing))
    }
    case 'begin': return begin(ctx, doing)
    case 'done': case 'cannot': return close(ctx, doing, act.what, act.ready ?? act.sentence ?? '')
    case 'wrongUnit': return wrongUnit(ctx, doing, act.unitId, act.sentence ?? '')
    case 'arrange': await arrange(ctx, act.ids); return taken()
    case 'resolve': await resolveConflict(ctx, act.conflict, act.choice); return taken()
  }
}

/** What others did after this phone had last read the order. */
const told = (ctx: Ctx, { act, row, meId }: Doing) => meanwhile(ctx, row.id, act.asOf, meId)

async function tick(ctx: Ctx, { row, mine, meId }: Doing, itemId: string, done: boolean): Promise<Became> {
  try {
    if (mine) await tickItem(ctx, row.id, itemId, done)
    else {
      const [its] = await ctx.db.update(checkItem).set(done ? { doneAt: ctx.now, doneBy: meId } : { doneAt: null, doneBy: null })
        .where(and(eq(checkItem.municipalityId, ctx.scope.municipalityId), eq(checkItem.id, itemId), eq(checkItem.orderId, row.id))).returning({ id: checkItem.id })
      if (!its) throw new NotFound()
      await changeOrder(ctx, row.id)
    }
    return taken()
  } catch (cause) {
    if (!(cause instanceof NotFound)) throw cause
    return taken([{ code: 'itemGone' }]) // someone took the line off the list: nothing to tick, and nothing is lost
  }
}

async function begin(ctx: Ctx, doing: Doing): Promise<Became> {
  const { row, mine } = doing
  const happened = await told(ctx, doing)
  if (row.state === 'underWay') return taken()
  if (!orderRules[row.state].open) return taken([{ code: 'closed', state: row.state, who: whoMoved(happened) }]) // one that is closed is not opened by a phone that did not know
  if (!mine) return taken(happened)
  await moveOrder(ctx, row.id, { to: 'underWay' })
  return taken(happened)
}

async function close(ctx: Ctx, doing: Doing, to: 'done' | 'cannot', words: string): Promise<Became> {
  const { row, mine } = doing
  if (to === 'cannot' && !words) throw new Invalid('reasonNeeded')
  const happened = await told(ctx, doing)
  if (row.state === to) { // the other phone of the crew was first; what this one says is worth keeping all the same
    await keepAside(ctx, doing, words)
    return taken([...happened.filter((each) => each.code !== 'moved'), { code: 'already', state: to, who: whoMoved(happened) }], words)
  }
  if (mine) try {
    const pictures = described(ctx, doing, 'after')
    // Within a savepoint: when it may not be, what it had begun goes back, and the rest of this stays.
    await ctx.db.transaction((inner) => moveOrder({ ...ctx, db: inner as unknown as Db }, row.id, { to, ...(words ? { sentence: words } : {}), ...(pictures.length > 0 ? { pictures } : {}) }))
    return taken(happened, words)
  } catch (cause) { if (!(cause instanceof Conflict)) throw cause }
  await keepAside(ctx, doing, words)
  const closed: Told[] = orderRules[row.state].open ? [] : [{ code: 'closed', state: row.state, who: whoMoved(happened) }]
  return { outcome: 'conflict', told: [...happened.filter((each) => each.code !== 'moved' || closed.length === 0), ...closed], words }
}

async function wrongUnit(ctx: Ctx, doing: Doing, unitId: string | undefined, words: string): Promise<Became> {
  const { act, its, row, mine } = doing
  const happened = await told(ctx, doing)
  if (!mine || !orderRules[row.state].open || unitId === its.ownerUnitId) {
    if (words) await keepAside(ctx, doing, words)
    return taken(orderRules[row.state].open ? happened : [{ code: 'closed', state: row.state, who: whoMoved(happened) }], words)
  }
  if (unitId) { await passOrder(ctx, row.id, { unitId, ...(words ? { sentence: words } : {}) }); return taken(happened, words) }
  // Nobody there knew whose it is: it goes off the crew's list, and the unit chooses.
  const said = words || fieldWords(ctx.language).wrongUnit.note
  await addNote(ctx, row.id, { text: said, clientId: act.clientId })
  if (row.state === 'planned') await moveOrder(ctx, row.id, { to: 'new' })
  await changeOrder(ctx, row.id, { crewId: null, plannedFor: null, position: 0 })
  return { outcome: 'conflict', told: [{ code: 'wrongUnit' }], words: said }
}

/** Keeps what was said and photographed on an order that did not take it: as a note of staff's, and as pictures. */
async function keepAside(ctx: Ctx, doing: Doing, words: string) {
  const { act, row, photos, happened, meId } = doing
  if (words) await ctx.db.insert(note).values({ ...ctx.scope, id: ctx.newId(), orderId: row.id, text: words, by: meId, at: happened, clientId: act.clientId }).onConflictDoNothing()
  await attachPictures(ctx, row.id, described(ctx, doing, 'after'), 'after')
  if (words || photos.length > 0) await changeOrder(ctx, row.id)
}

/** Photos from the field say what they are of, for who does not see them. */
function described(ctx: Ctx, { its, photos }: Doing, role: 'before' | 'after') {
  const title = inLanguage(its.title, ctx.language)
  return photos.map((each) => ({ ...each, description: fill(fieldWords(ctx.language).photoOf[role], { title }) }))
}
const whoMoved = (happened: Told[]): string | null => { const its = happened.findLast((each) => each.code === 'moved'); return its && 'who' in its ? its.who : null }
