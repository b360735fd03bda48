import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { notice } from '#core/notices/schema.server.ts'
import { noticePath, noticeWords } from '#core/notices/words.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { seenTitle } from '#core/trail/subject.server.ts'
import { stageSign } from '#core/trail/kind.ts'
import type { Stage } from '#core/trail/stages.ts'
import { subject } from '#core/trail/schema.server.ts'
import { can } from './permissions.ts'
import { noticesWords } from './texts/index.ts'

/** What has been told of one subject, newest first. `read` false shows the red dot. */
export type NoticeGroup = { subjectId: string; title: string; stage: Stage; sign: ReturnType<typeof stageSign>; read: boolean; notices: { id: string; what: string; sentence: string | null; at: Date; read: boolean }[] }

const mine = once((db) => db.select({
  id: notice.id, kind: notice.kind, data: notice.data, at: notice.at, readAt: notice.readAt,
  subjectId: subject.id, subjectKind: subject.kind, title: subject.title, stage: subject.stage, visibility: subject.visibility, authorPersonId: subject.authorPersonId,
}).from(notice)
  .innerJoin(subject, and(eq(subject.municipalityId, notice.municipalityId), eq(subject.id, notice.subjectId)))
  .where(and(eq(notice.municipalityId, sql.placeholder('m')), eq(notice.personId, sql.placeholder('person'))))
  .orderBy(sql`${notice.at} desc nulls first`).limit(sql.placeholder('limit')).prepare('notices_mine'))

const shown = 200

/** My newest notices by subject: what I have not read first, then by the newest of each. */
export async function myNotices(ctx: Ctx, options: { limit?: number } = {}): Promise<NoticeGroup[]> {
  const me = allow(ctx, can.readMine)
  const rows = await mine(ctx.db).execute({ m: ctx.scope.municipalityId, person: me.id, limit: options.limit ?? shown })
  const groups = new Map<string, NoticeGroup>()
  for (const row of rows) {
    const group = groups.get(row.subjectId) ?? { subjectId: row.subjectId, title: seenTitle(ctx, row) ?? noticesWords(ctx.language).hiddenTitle, stage: row.stage, sign: stageSign(row.subjectKind, row.stage, ctx.language), read: true, notices: [] }
    groups.set(row.subjectId, group)
    group.read &&= row.readAt !== null
    group.notices.push({ id: row.id, ...noticeWords(row, ctx.language), ...(seenTitle(ctx, row) === null ? { sentence: null } : {}), at: row.at, read: row.readAt !== null })
  }
  return [...groups.values()].sort((a, b) => Number(a.read) - Number(b.read))
}

/**
 * Opens what a notice tells of: all my notices of its subject become read, and the way there is returned.
 * Throws NotFound for a notice that is not mine.
 */
export async function openNotice(ctx: Ctx, noticeId: unknown): Promise<{ to: string }> {
  const me = allow(ctx, can.changeMine)
  if (!isId(noticeId)) throw new NotFound()
  const [row] = await ctx.db.select({ data: notice.data, subjectId: subject.id, subjectKind: subject.kind }).from(notice)
    .innerJoin(subject, and(eq(subject.municipalityId, notice.municipalityId), eq(subject.id, notice.subjectId)))
    .where(and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.id, noticeId), eq(notice.personId, me.id)))
  if (!row) throw new NotFound()
  await ctx.db.update(notice).set({ readAt: ctx.now })
    .where(and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.personId, me.id), eq(notice.subjectId, row.subjectId), isNull(notice.readAt)))
  return { to: noticePath(row) }
}

/** All my red dots go out. */
export async function readAll(ctx: Ctx) {
  const me = allow(ctx, can.changeMine)
  await ctx.db.update(notice).set({ readAt: ctx.now }).where(and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.personId, me.id), isNull(notice.readAt)))
}
