import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Forbidden, type Mended, problems } from '#core/errors/errors.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { longText } from '../input.ts'
import { isUnderWay, managedMatter, type Matter, thisMatter } from '../matter.server.ts'
import { joint, matter } from '../schema.server.ts'
import { leadOf } from './lead.server.ts'
import { thatMunicipality } from './municipalities.server.ts'

export type PartState = typeof joint.$inferSelect['state']
/** Another municipality of the installation, and where its part stands; null when it has not been asked. */
export type Neighbour = { municipalityId: number; name: string; state: PartState | null; at: Date | null; answer: string; /** asked to lead instead */ offered: boolean }

/** The row of this municipality's part in a joint matter. */
export const ownPart = (ctx: Ctx, jointId: string) => and(eq(joint.municipalityId, ctx.scope.municipalityId), eq(joint.jointId, jointId))

/** The municipalities that a matter may be prepared with, by name; what has been asked and answered only for the one who leads. Throws NotFound, Forbidden. */
export async function readNeighbours(ctx: Ctx, matterId: string) {
  const { matter: found } = await managedMatter(ctx, matterId, {})
  const [others, own, lead, asked] = await Promise.all([
    ctx.db.select({ id: municipality.id, name: municipality.name }).from(municipality).where(ne(municipality.id, ctx.scope.municipalityId)).orderBy(asc(municipality.slug)),
    found.its.jointId ? ctx.db.select({ state: joint.state }).from(joint).where(ownPart(ctx, found.its.jointId)).then((rows) => rows[0] ?? null) : null,
    leadOf(ctx, found),
    found.its.jointId ? ctx.db.execute<{ municipality_id: number; state: PartState; at: string; answer: string }>(sql`select * from preparation.joint_asked(${found.its.jointId}::uuid)`).then((its) => its.rows) : [],
  ])
  const leader = others.find((each) => each.id === lead.leader)
  return {
    id: matterId, title: inLanguage(found.subject.title, ctx.language), underWay: isUnderWay(found), state: own?.state ?? null, leader: leader ? inLanguage(leader.name, ctx.language) : null, askedToLead: lead.offered.includes(ctx.scope.municipalityId),
    neighbours: others.map(({ id, name }): Neighbour => {
      const its = asked.find((each) => each.municipality_id === id)
      return { municipalityId: id, name: inLanguage(name, ctx.language), state: its?.state ?? null, at: its ? new Date(its.at) : null, answer: its?.answer ?? '', offered: lead.offered.includes(id) }
    }),
  }
}

export const inviting = thatMunicipality.extend({ message: longText(1000) })

/**
 * Asks another municipality to prepare the matter together; the one who asks first leads. Its officials hear of it by the
 * worker. One that declined or left may be asked again.
 * Returns `notAsked`; throws NotFound, Forbidden, Forbidden('jointLedElsewhere'), Conflict('matterNotPublished').
 */
export async function inviteMunicipality(ctx: Ctx, matterId: string, input: z.input<typeof inviting>): Promise<Mended | undefined> {
  const { matter: found } = await managedMatter(ctx, matterId)
  const its = inviting.parse(input)
  if (!isUnderWay(found)) throw new Conflict('matterNotPublished')
  const jointId = await led(ctx, found)
  const title = inLanguage(found.subject.title, ctx.language)
  const { rows: [done] } = await ctx.db.execute<{ asked: boolean }>(sql`select preparation.joint_invite(${jointId}::uuid, ${its.municipalityId}::int, ${title}, ${its.message}, ${ctx.now}::timestamptz) asked`)
  if (!done?.asked) return problems({ municipalityId: 'notAsked' })
}

/** Takes back an invitation that has not been answered; when it was answered a moment ago, the answer holds. Throws NotFound, Forbidden, Conflict('jointAnswered'). */
export async function takeBackInvitation(ctx: Ctx, matterId: string, input: z.input<typeof thatMunicipality>) {
  const { matter: found } = await managedMatter(ctx, matterId)
  const its = thatMunicipality.parse(input)
  if (!found.its.jointId) throw new Conflict('jointAnswered')
  const { rows: [done] } = await ctx.db.execute<{ gone: boolean }>(sql`select preparation.joint_uninvite(${found.its.jointId}::uuid, ${its.municipalityId}::int) gone`)
  if (!done?.gone) throw new Conflict('jointAnswered')
}

/** The joint matter that this matter leads: begun now when it was prepared alone. */
async function led(ctx: Ctx, { id, subject, its }: Matter): Promise<string> {
  if (its.jointId) {
    const [own] = await ctx.db.select({ state: joint.state }).from(joint).where(ownPart(ctx, its.jointId))
    if (own?.state !== 'leads') throw new Forbidden('jointLedElsewhere')
    return its.jointId
  }
  const jointId = ctx.newId()
  await ctx.db.insert(joint).values({ ...ctx.scope, jointId, matterId: id, state: 'leads', title: inLanguage(subject.title, ctx.language), askedBy: ctx.scope.municipalityId, at: ctx.now })
  await ctx.db.update(matter).set({ jointId }).where(thisMatter(ctx, id))
  return jointId
}
