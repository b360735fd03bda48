import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { municipality, official, person, role } from '#core/identity/schema.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { matterClosed, matterDecided, matterPublished, matterWithdrawn, phaseMoved } from '../events.server.ts'
import { joint } from '../schema.server.ts'
import { happenedElsewhere, jointLed, jointLeft } from './events.server.ts'
import { jointWords } from './texts/index.ts'

/** What of one part is told on the trails of the others. */
const told = [matterPublished, phaseMoved, matterDecided, matterClosed, matterWithdrawn, jointLeft, jointLed].map((each) => each.kind)

/**
 * Tells on each part's trail what of weight has happened in the others, so that its followers hear. The worker's: it alone
 * sees several municipalities at once, and no request waits for it. What is told has the id of what happened, and an id is
 * there once: doing this twice, or from two processes, changes nothing. Who did it is not told, and nothing of a matter
 * that is not public here or there. Returns how much was told.
 */
export async function passOnJoint(house: House): Promise<number> {
  const { rows } = await house.database.owner.execute(sql`
    insert into trail.event (municipality_id, id, subject_id, kind, at, data, sentence, on_trail)
    select mine.municipality_id, e.id, mine.matter_id, ${happenedElsewhere.kind}, e.at, jsonb_build_object('municipality', i.name, 'kind', e.kind, 'data', e.data), e.sentence, true
    from preparation.joint mine
    join preparation.matter m on m.municipality_id = mine.municipality_id and m.id = mine.matter_id and m.state = 'published'
    join trail.subject s on s.municipality_id = mine.municipality_id and s.id = mine.matter_id and s.visibility = 'public'
    join preparation.joint other on other.joint_id = mine.joint_id and other.municipality_id <> mine.municipality_id and other.matter_id is not null and other.state in ('leads', 'takesPart', 'left')
    join trail.subject o on o.municipality_id = other.municipality_id and o.id = other.matter_id and o.visibility in ('public', 'withdrawn')
    join identity.municipality i on i.id = other.municipality_id
    join trail.event e on e.municipality_id = other.municipality_id and e.subject_id = other.matter_id and e.on_trail and e.kind in ${told} and e.at >= greatest(m.published_at, mine.at, other.at)
    where mine.state in ('leads', 'takesPart') and (other.state <> 'left' or e.kind = ${jointLeft.kind})
      and not exists (select from trail.event c where c.municipality_id = mine.municipality_id and c.id = e.id)
    order by e.at on conflict do nothing returning 1`)
  return rows.length
}

/** Writes to those who may answer, in each municipality that was asked, to take part or to lead, and has not been written to. */
export async function tellOfInvitations(house: House): Promise<void> {
  const asked = await house.database.owner.selectDistinct({ id: joint.municipalityId }).from(joint).where(untold)
  if (asked.length === 0) return
  const those = await house.database.owner.select().from(municipality).where(inArray(municipality.id, asked.map((each) => each.id)))
  for (const its of those) await command(house, { municipality: its }, writeInvitations)
}
const untold = and(or(eq(joint.state, 'asked'), isNotNull(joint.leadOfferedAt)), isNull(joint.toldAt))

/** Leads of units and admins get a letter of each new invitation, once. */
async function writeInvitations(ctx: Ctx) {
  const here = ctx.scope.municipalityId
  const fresh = await ctx.db.select().from(joint).where(and(eq(joint.municipalityId, here), untold)).for('update', { skipLocked: true })
  if (fresh.length === 0) return
  const readers = await ctx.db.selectDistinct({ id: person.id, email: person.email, language: person.language }).from(person)
    .leftJoin(official, and(eq(official.municipalityId, person.municipalityId), eq(official.personId, person.id), official.lead))
    .leftJoin(role, and(eq(role.municipalityId, person.municipalityId), eq(role.personId, person.id), eq(role.role, 'admin')))
    .where(and(eq(person.municipalityId, here), isNull(person.leftAt), or(sql`${official.personId} is not null`, sql`${role.personId} is not null`)))
  const names = await ctx.db.select({ id: municipality.id, name: municipality.name }).from(municipality)
  for (const each of fresh) {
    const leads = each.state === 'takesPart' // asked to lead
    const by = leads ? (await ctx.db.execute<{ leader: number }>(sql`select leader from preparation.joint_lead(${each.jointId}::uuid)`)).rows[0]?.leader : each.askedBy
    for (const { email, language } of readers) {
      if (!email) continue
      const t = jointWords(language).letter
      const from = inLanguage(names.find((its) => its.id === by)?.name, language)
      const [subject, text, path] = leads ? [t.leadSubject(from), t.leadText(from, each.title), `/matters/${each.matterId}/joint`] : [t.subject(from), t.text(from, each.title), `/joint/${each.jointId}`]
      await writeMail(ctx, { to: email, language, subject, text: [text, !leads && each.message && t.says(each.message), t.where(ctx.address(path, language))].filter(Boolean).join('\n\n') })
    }
    await ctx.db.update(joint).set({ toldAt: ctx.now }).where(and(eq(joint.municipalityId, here), eq(joint.jointId, each.jointId)))
  }
}
