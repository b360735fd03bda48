import type { Ctx } from '#core/context/context.server.ts'
import type { Cell } from '#core/text/csv.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { openSubjects } from '#core/trail/open.server.ts'
import { conditionColumns, observationColumns, openConditions, openObservations } from '#modules/conditions/server'
import { openOpenTimes, openPlaces, openServices, openTimeColumns, placeColumns, serviceColumns } from '#modules/directory/server'
import { openComments } from '#modules/discussion/server'
import { openReports, reportColumns } from '#modules/feedback/server'
import { openIdeas } from '#modules/ideas/server'
import { openMatters } from '#modules/preparation/server'
import { openTrail } from './open-trail.server.ts'

/** A set of open data: its columns in order, and how its rows are read page by page. The texts explain each column by its name. */
export type OpenSet = {
  name: SetName
  columns: readonly string[]
  page(ctx: Ctx, after: string | undefined, limit: number): Promise<Record<string, Cell>[]>
}
export type SetName = 'subjects' | 'ideas' | 'matters' | 'reports' | 'services' | 'places' | 'openTimes' | 'conditions' | 'observations' | 'comments' | 'trail'
const at = (moment: Date | null) => moment?.toISOString() ?? null

/** What is public of every followable thing, whatever its module. */
const ofEvery = ['id', 'url', 'kind', 'language', 'title', 'summary', 'date', 'moved', 'stage', 'topic', 'unit', 'place', 'area', 'areaName', 'longitude', 'latitude', 'author', 'supports', 'comments', 'due', 'answered']
const dated = <T extends { date: Date; moved: Date; due: Date | null; answered: Date | null }>(row: T) => ({ ...row, date: at(row.date), moved: at(row.moved), due: at(row.due), answered: at(row.answered) })

/** Everything public and nothing else, in sets that join by id. */
export const sets: Record<SetName, OpenSet> = {
  subjects: {
    name: 'subjects',
    columns: ofEvery,
    page: async (ctx, after, limit) => (await openSubjects(ctx, { after, limit })).map((row) => ({ ...dated(row), url: ctx.address(subjectPath(row.kind, row.id)) })),
  },
  ideas: {
    name: 'ideas',
    columns: [...ofEvery.map((column) => (column === 'summary' ? 'text' : column)), 'outcome', 'answer'],
    page: async (ctx, after, limit) => (await openIdeas(ctx, { after, limit })).map((row) => ({ ...dated(row), url: ctx.address(subjectPath('idea', row.id)) })),
  },
  matters: {
    name: 'matters',
    columns: ['id', 'url', 'language', 'title', 'thought', 'date', 'moved', 'stage', 'phase', 'phaseEnds', 'topic', 'unit', 'place', 'area', 'areaName', 'longitude', 'latitude', 'comments', 'due', 'law', 'money', 'time', 'notOpen', 'ask', 'caseNumber', 'decidingBody', 'meeting', 'decision', 'decisionUrl'],
    page: async (ctx, after, limit) => (await openMatters(ctx, { after, limit })).map((row) => ({ ...row, date: at(row.date), moved: at(row.moved), due: at(row.due), url: ctx.address(subjectPath('matter', row.id)) })),
  },
  reports: { name: 'reports', columns: reportColumns, page: (ctx, after, limit) => openReports(ctx, { after, limit }) },
  services: { name: 'services', columns: serviceColumns, page: (ctx, after, limit) => openServices(ctx, { after, limit }) },
  places: { name: 'places', columns: placeColumns, page: (ctx, after, limit) => openPlaces(ctx, { after, limit }) },
  openTimes: { name: 'openTimes', columns: openTimeColumns, page: (ctx, after, limit) => openOpenTimes(ctx, { after, limit }) },
  conditions: { name: 'conditions', columns: conditionColumns, page: (ctx, after, limit) => openConditions(ctx, { after, limit }) },
  observations: { name: 'observations', columns: observationColumns, page: (ctx, after, limit) => openObservations(ctx, { after, limit }) },
  comments: {
    name: 'comments',
    columns: ['id', 'subject', 'url', 'parent', 'text', 'stance', 'date', 'edited', 'author', 'unit'],
    page: async (ctx, after, limit) => (await openComments(ctx, { after, limit })).map((row) => ({ ...row, subject: row.subjectId, parent: row.parentId, url: ctx.address(subjectPath(row.subjectKind, row.subjectId)), date: at(row.date), edited: at(row.edited) })),
  },
  trail: {
    name: 'trail',
    columns: ['id', 'subject', 'url', 'date', 'event', 'what', 'stage', 'sentence', 'who'],
    page: async (ctx, after, limit) => (await openTrail(ctx, { after, limit })).map(({ at: date, ...row }) => ({ ...row, subject: row.subjectId, url: ctx.address(subjectPath(row.subjectKind, row.subjectId)), date: at(date), event: row.kind })),
  },
}
