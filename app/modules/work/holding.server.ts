import { and, desc, eq } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { checkItem, crew, crewMember, fromField, line, note } from './schema.server.ts'

/** What work orders keep of a person: which crews they are in, and what they wrote down. The work that was done stays, without whose it was. */
holding('work', {
  async read(ctx, me) {
    const here = ctx.scope.municipalityId
    const crews = await ctx.db.select({ name: crew.name }).from(crewMember).innerJoin(crew, and(eq(crew.municipalityId, crewMember.municipalityId), eq(crew.id, crewMember.crewId))).where(and(eq(crewMember.municipalityId, here), eq(crewMember.personId, me)))
    const notes = await ctx.db.select({ text: note.text, at: note.at }).from(note).where(and(eq(note.municipalityId, here), eq(note.by, me))).orderBy(desc(note.at))
    const lines = await ctx.db.select({ kind: line.kind, name: line.name, quantity: line.quantity, measure: line.measure, at: line.at }).from(line).where(and(eq(line.municipalityId, here), eq(line.by, me))).orderBy(desc(line.at))
    const ticks = await ctx.db.select({ text: checkItem.text, at: checkItem.doneAt }).from(checkItem).where(and(eq(checkItem.municipalityId, here), eq(checkItem.doneBy, me))).orderBy(desc(checkItem.doneAt))
    const field = await ctx.db.select({ what: fromField.what, at: fromField.at }).from(fromField).where(and(eq(fromField.municipalityId, here), eq(fromField.personId, me))).orderBy(desc(fromField.at))
    return { crews, notes, lines, ticks, field }
  },
  async erase(ctx, me) {
    const here = ctx.scope.municipalityId
    await ctx.db.delete(crewMember).where(and(eq(crewMember.municipalityId, here), eq(crewMember.personId, me)))
    await ctx.db.delete(fromField).where(and(eq(fromField.municipalityId, here), eq(fromField.personId, me)))
    await ctx.db.update(note).set({ by: null }).where(and(eq(note.municipalityId, here), eq(note.by, me)))
    await ctx.db.update(line).set({ by: null }).where(and(eq(line.municipalityId, here), eq(line.by, me)))
    await ctx.db.update(checkItem).set({ doneBy: null }).where(and(eq(checkItem.municipalityId, here), eq(checkItem.doneBy, me)))
  },
})
