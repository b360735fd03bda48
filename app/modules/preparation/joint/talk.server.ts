import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { joinedTalk, repliesShown, type Said } from '#modules/discussion/server'
import { matterOfRow } from '../matter.server.ts'
import { municipalitiesOf } from './municipalities.server.ts'
import { readJoint } from './read.server.ts'

/** What the database says of one comment of another municipality: nothing hidden, no person's id, names as everyone sees them. */
type Row = {
  municipality_id: number; matter_id: string; id: string; parent_id: string | null; at: string; edited: boolean; author: string; unit: Translated | null; organisation: boolean; starter: boolean; guest: boolean
  stance: Said['stance']; words: string; quote: string | null; proposed: string | null; place: string | null; replies: number; outcome_id: string | null; outcome: NonNullable<Said['outcome']>['outcome'] | null; why: string | null
}

/** The discussion of a joint matter is one: what is said in the other municipalities is read here too, and answered there. */
joinedTalk('matter', async (ctx, subject) => {
  const { jointId } = (await matterOfRow(ctx, subject)).its
  const joint = jointId ? await readJoint(ctx, { jointId }) : null
  if (!joint) return null
  return {
    count: joint.comments - (joint.parts.find((each) => each.own)?.comments ?? 0),
    async comments({ order, after, most }) {
      const { rows } = await ctx.db.execute<Row>(sql`select * from preparation.joint_comments(${jointId}::uuid, ${order === 'newest'}, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${most}::int)`)
      const parents = rows.filter((row) => row.replies > 0).map((row) => row.id)
      const replies = parents.length ? (await ctx.db.execute<Row>(sql`select * from preparation.joint_replies(${jointId}::uuid, ${sql.param(parents)}::uuid[], ${repliesShown})`)).rows : []
      return shown(ctx, rows, replies)
    },
  }
})

async function shown(ctx: Ctx, rows: Row[], replies: Row[]): Promise<Said[]> {
  const where = await municipalitiesOf(ctx, rows.map((row) => row.municipality_id))
  const said = (row: Row): Said => {
    const its = where.get(row.municipality_id)!
    return {
      id: row.id, parentId: row.parent_id, author: row.author, unit: row.unit ? inLanguage(row.unit, ctx.language) : null, organisation: row.organisation, starter: row.starter, guest: row.guest,
      stance: row.stance, text: row.words, state: 'shown', at: new Date(row.at), edited: row.edited, mine: false, replies: row.replies, children: [], moreReplies: false,
      part: null, quote: row.quote, proposed: row.proposed, mark: row.place ? { longitude: null, latitude: null, place: row.place } : null,
      outcome: row.outcome_id ? { id: row.outcome_id, outcome: row.outcome!, why: row.why! } : null,
      elsewhere: { municipality: its.name, to: its.to(`/matters/${row.matter_id}`) },
    }
  }
  return rows.map((row) => {
    const children = replies.filter((reply) => reply.parent_id === row.id && reply.municipality_id === row.municipality_id).map(said)
    return { ...said(row), children, moreReplies: row.replies > children.length }
  })
}
