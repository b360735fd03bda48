import type { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound, problems } from '#core/errors/errors.ts'
import { problemsOf } from '#core/http/page.ts'
import { areasOf, placesOf, shapesOf, topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { listSubjects } from '#core/trail/list.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { addComment, openComments } from '#modules/discussion/server'
import { type OpenIdea, openIdeas, proposal, proposeIdea, supportIdea, withdrawSupport } from '#modules/ideas/server'
import { openMatters } from '#modules/preparation/server'
import { directoryOperations } from './directory.server.ts'
import { type Answered, listed, type Operation } from './operation.ts'
import { commentQuery, ideaQuery, NewComment, NewIdea } from './schemas.ts'

const at = (moment: Date | null) => moment?.toISOString() ?? null
const ideaUrl = (ctx: Ctx, id: string) => ctx.address(subjectPath('idea', id))

export const operations: Operation[] = [
  {
    id: 'listIdeas', method: 'get', path: '/api/v1/ideas', query: ideaQuery, answer: 'IdeaPage',
    does: async (ctx, { query, base }) => {
      const { late, ...its } = query as z.infer<typeof ideaQuery>
      const filters = Object.fromEntries(Object.entries(its).filter(([, value]) => value !== undefined))
      const { lines, next } = await listSubjects(ctx, { ...filters, kind: 'idea', ...(late ? { late: true } : {}) })
      const items = lines.map((line) => ({
        id: line.id, url: ideaUrl(ctx, line.id), title: line.title, summary: line.summary, stage: line.stage, topic: line.topic, unit: line.unit, place: line.place, longitude: line.longitude, latitude: line.latitude,
        author: line.author || null, supports: line.supports, comments: line.comments, date: at(line.createdAt), moved: at(line.movedAt), due: at(line.dueAt), late: line.late, isAnswered: line.answered,
      }))
      return listed(items, next, `${base}/api/v1/ideas`, { ...filters, ...(late ? { late } : {}) })
    },
  },
  {
    id: 'showIdea', method: 'get', path: '/api/v1/ideas/:ideaId', answer: 'Idea',
    does: async (ctx, { params }) => ({ body: ideaOf(ctx, await oneIdea(ctx, params.ideaId!)) }),
  },
  {
    id: 'proposeIdea', method: 'post', path: '/api/v1/ideas', needsKey: true, body: 'NewIdea', answer: 'Sent', status: 201,
    does: async (ctx, { body, sendKey }) => {
      const { topic, ...its } = body as z.infer<typeof NewIdea>
      // The operation's own schema knows more than this document can say, such as that spaces alone are not a title.
      const read = proposal.safeParse({ ...its, topicId: topic, sendKey })
      if (!read.success) return problems(problemsOf(read.error))
      const made = await proposeIdea(ctx, read.data)
      const url = ideaUrl(ctx, made.id)
      return { status: 201, location: url, body: { id: made.id, url, waits: made.visibility !== 'public' } }
    },
  },
  {
    id: 'supportIdea', method: 'post', path: '/api/v1/ideas/:ideaId/supports', needsKey: true, answer: 'Supports',
    does: async (ctx, { params }) => { await supportIdea(ctx, params.ideaId!); return supportsOf(ctx, params.ideaId!) },
  },
  {
    id: 'withdrawSupport', method: 'delete', path: '/api/v1/ideas/:ideaId/supports', needsKey: true, answer: 'Supports',
    does: async (ctx, { params }) => { await withdrawSupport(ctx, params.ideaId!); return supportsOf(ctx, params.ideaId!) },
  },
  {
    id: 'listComments', method: 'get', path: '/api/v1/ideas/:ideaId/comments', query: commentQuery, answer: 'CommentPage',
    does: async (ctx, { params, query, base }) => {
      const { after, limit = 20 } = query as z.infer<typeof commentQuery>
      const { id } = await oneIdea(ctx, params.ideaId!)
      const rows = await openComments(ctx, { subjectId: id, after, limit: limit + 1 })
      const items = rows.slice(0, limit).map((row) => ({ id: row.id, subject: row.subjectId, parent: row.parentId, text: row.text, stance: row.stance, date: at(row.date), edited: at(row.edited), author: row.author, unit: row.unit }))
      return listed(items, rows.length > limit ? items.at(-1)!.id : null, `${base}/api/v1/ideas/${id}/comments`, query)
    },
  },
  {
    id: 'addComment', method: 'post', path: '/api/v1/ideas/:ideaId/comments', needsKey: true, body: 'NewComment', answer: 'Sent', status: 201,
    does: async (ctx, { params, body, sendKey }) => {
      const { parent, ...its } = body as z.infer<typeof NewComment>
      if (!its.text.trim()) return problems({ text: 'required' })
      const { id } = await oneIdea(ctx, params.ideaId!)
      const made = await addComment(ctx, id, { ...its, ...(parent ? { parentId: parent } : {}), ...(sendKey ? { sendKey } : {}) })
      return 'problems' in made ? made : { status: 201, body: { id: made.id, url: `${ideaUrl(ctx, id)}#comment-${made.id}`, waits: made.waits } }
    },
  },
  {
    id: 'listMatters', method: 'get', path: '/api/v1/matters', query: commentQuery, answer: 'MatterPage',
    does: async (ctx, { query, base }) => {
      const { after, limit = 20 } = query as z.infer<typeof commentQuery>
      const rows = await openMatters(ctx, { after, limit: limit + 1 })
      const items = rows.slice(0, limit).map((row) => ({ ...row, url: ctx.address(subjectPath('matter', row.id)), date: at(row.date), moved: at(row.moved), due: at(row.due) }))
      return listed(items, rows.length > limit ? items.at(-1)!.id : null, `${base}/api/v1/matters`, query)
    },
  },
  { id: 'listTopics', method: 'get', path: '/api/v1/topics', answer: 'TopicList', does: async (ctx) => ({ body: { items: (await topicsOf(ctx)).map(({ id, key, name, unitId, parentId }) => ({ id, key, name, unit: unitId, parent: parentId })) } }) },
  { id: 'listUnits', method: 'get', path: '/api/v1/units', answer: 'UnitList', does: async (ctx) => ({ body: { items: (await unitsOf(ctx)).map(({ id, key, name }) => ({ id, key, name })) } }) },
  {
    id: 'listAreas', method: 'get', path: '/api/v1/areas', answer: 'AreaList',
    does: async (ctx) => {
      const shapes = new Map((await shapesOf(ctx)).map(({ key, shape }) => [key, shape]))
      return { body: { items: (await areasOf(ctx)).map(({ key, name }) => ({ key, name, url: ctx.address(`/areas/${encodeURIComponent(key)}`), shape: shapes.get(key) ?? null })) } }
    },
  },
  { id: 'listPlaceNames', method: 'get', path: '/api/v1/place-names', answer: 'PlaceNameList', does: async (ctx) => ({ body: { items: (await placesOf(ctx)).map(({ id, name, area, longitude, latitude }) => ({ id, name, area, longitude, latitude })) } }) },
  ...directoryOperations,
]

async function oneIdea(ctx: Ctx, id: string): Promise<OpenIdea> {
  const [row] = isId(id) ? await openIdeas(ctx, { only: id, limit: 1 }) : []
  if (!row) throw new NotFound()
  return row
}
const ideaOf = (ctx: Ctx, row: OpenIdea) => ({ ...row, url: ideaUrl(ctx, row.id), date: at(row.date), moved: at(row.moved), due: at(row.due), answered: at(row.answered) })
const supportsOf = async (ctx: Ctx, id: string): Promise<Answered> => ({ body: { supports: (await subjectOf(ctx, id)).supports } })
