import { z } from 'zod'
import { sorts } from '#core/trail/list.server.ts'
import { publicStages } from '#core/trail/stages.ts'
import { Conditions, DisruptionList, Hours, KeptObservations, NewCounts, NewObservations, Place, PlacePage, Service, ServicePage, TakenCounts } from './directory-shapes.ts'

/** The shapes of the API. They check what comes in, describe themselves in OpenAPI, and the tests check with them what goes out. */
const moment = z.iso.datetime()
const id = z.uuid()
const degrees = (most: number) => z.number().min(-most, 'invalid').max(most, 'invalid')
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.url().nullable() })

const common = {
  id, url: z.url(), title: z.string(), stage: z.enum(publicStages), topic: z.string().nullable(), unit: z.string().nullable(), place: z.string().nullable(),
  longitude: z.number().nullable(), latitude: z.number().nullable(), author: z.string().nullable(),
  supports: z.int(), comments: z.int(), date: moment, moved: moment, due: moment.nullable(),
}
const IdeaLine = z.object({ ...common, summary: z.string(), late: z.boolean(), isAnswered: z.boolean() })
export const Idea = z.object({
  ...common, kind: z.enum(['idea', 'need']), language: z.enum(['fi', 'sv', 'en']), text: z.string(), area: z.string().nullable(), areaName: z.string().nullable(),
  answered: moment.nullable(), outcome: z.enum(['forward', 'exists', 'elsewhere', 'notNow', 'no']).nullable(), answer: z.string().nullable(),
})
export const IdeaPage = page(IdeaLine)
const Matter = z.object({
  id, url: z.url(), language: z.enum(['fi', 'sv', 'en']), title: z.string(), thought: z.string(), stage: z.enum(publicStages), phase: z.string().nullable(), phaseEnds: z.iso.date().nullable(), topic: z.string().nullable(), unit: z.string().nullable(),
  place: z.string().nullable(), area: z.string().nullable(), areaName: z.string().nullable(), longitude: z.number().nullable(), latitude: z.number().nullable(), comments: z.int(), date: moment, moved: moment, due: moment.nullable(),
  law: z.string(), money: z.string(), time: z.string(), notOpen: z.string(), ask: z.string(), caseNumber: z.string(), decidingBody: z.string(), meeting: z.iso.date().nullable(), decision: z.string(), decisionUrl: z.string(),
})
export const MatterPage = page(Matter)
export const Comment = z.object({ id, subject: id, parent: id.nullable(), text: z.string(), stance: z.enum(['for', 'against', 'neutral']), date: moment, edited: moment.nullable(), author: z.string().nullable(), unit: z.string().nullable() })
export const CommentPage = page(Comment)
export const TopicList = z.object({ items: z.array(z.object({ id, key: z.string(), name: z.string(), unit: id, /** the topic that it is a part of */ parent: id.nullable() })) })
export const UnitList = z.object({ items: z.array(z.object({ id, key: z.string(), name: z.string() })) })
export const AreaList = z.object({ items: z.array(z.object({ key: z.string(), name: z.string(), url: z.url(), /** GeoJSON, where its borders are known */ shape: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(z.tuple([degrees(180), degrees(90)])))) }).nullable() })) })
export const PlaceNameList = z.object({ items: z.array(z.object({ id, name: z.string(), area: z.string(), longitude: z.number(), latitude: z.number() })) })
export const Sent = z.object({ id, url: z.url(), /** a rule asks a moderator to look first */ waits: z.boolean() })
export const Supports = z.object({ supports: z.int() })
/** RFC 9457; `problems` says by field what is to be mended (422). */
export const Problem = z.object({ type: z.string(), title: z.string(), status: z.int(), problems: z.record(z.string(), z.string()).optional() })

export const ideaQuery = z.strictObject({
  sort: z.enum(sorts, 'invalid').optional(), stage: z.enum(publicStages, 'invalid').optional(), topic: z.uuid('invalid').optional(), unit: z.uuid('invalid').optional(),
  area: z.string().max(100, 'tooLong').optional(), late: z.enum(['true'], 'invalid').optional(),
  after: z.string().regex(/^[\dT:.Z-]{1,30}~[0-9a-f-]{36}$/, 'invalid').optional(), /** a few sizes, so that the database keeps a plan for each */ limit: z.preprocess(Number, z.literal([10, 20, 50, 100], 'invalid')).optional(),
}, 'unknownField')
export const commentQuery = z.strictObject({ after: z.uuid('invalid').optional(), limit: ideaQuery.shape.limit }, 'unknownField')

export const NewIdea = z.strictObject({
  title: z.string().min(5, 'tooShort').max(150, 'tooLong'), text: z.string().min(10, 'tooShort').max(5000, 'tooLong'),
  kind: z.enum(['idea', 'need'], 'invalid').optional(), topic: z.uuid('invalid').optional(), place: z.string().max(120, 'tooLong').optional(),
  longitude: degrees(180).optional(), latitude: degrees(90).optional(),
}, 'unknownField')
export const NewComment = z.strictObject({ text: z.string().min(1, 'required').max(3000, 'tooLong'), stance: z.enum(['for', 'against', 'neutral'], 'invalid').optional(), parent: z.uuid('invalid').optional() }, 'unknownField')

/** What OpenAPI calls them. */
export const named = { IdeaLine, Idea, IdeaPage, Matter, MatterPage, Comment, CommentPage, TopicList, UnitList, AreaList, PlaceNameList, PlacePage, Place, ServicePage, Service, Hours, Conditions, DisruptionList, NewObservations, KeptObservations, NewCounts, TakenCounts, Sent, Supports, Problem, NewIdea, NewComment }
