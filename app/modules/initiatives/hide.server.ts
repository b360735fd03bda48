import { and, eq } from 'drizzle-orm'
import { inLanguage } from '#core/text/language.ts'
import { hideable } from '#core/trail/hideable.ts'
import { subjectKind } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { elsewhere, initiative } from './schema.server.ts'

subjectKind('initiative', {
  path: (id) => `/initiatives/${id}`, name: { fi: 'Aloite', sv: 'Initiativ', en: 'Initiative' }, comes: { fi: 'Käsiteltävä viimeistään', sv: 'Tas upp senast', en: 'Taken up by' },
  list: { path: '/initiatives', name: { fi: 'Kaikki aloitteet', sv: 'Alla initiativ', en: 'All initiatives' }, feed: { fi: 'Aloitteet', sv: 'Initiativ', en: 'Initiatives' } },
  alias: ['aloite', 'aloitt', 'kuntalaisaloi', 'initiativ', 'adress', 'petition', 'vetoomu'],
})

hideable('initiative', {
  async hide(ctx, { subjectId }, hidden) {
    const its = await subjectOf(ctx, subjectId, { lock: true, kind: 'initiative' })
    if (its.visibility !== (hidden ? 'public' : 'hidden')) return
    await changeSubject(ctx, subjectId, { visibility: hidden ? 'hidden' : 'public', movedAt: its.movedAt })
  },
  async look(ctx, { subjectId }) {
    const [row] = await ctx.db.select({ title: subject.title, text: initiative.text, theirs: elsewhere.text, authorPersonId: initiative.authorPersonId, authorOrganisationId: initiative.authorOrganisationId, visibility: subject.visibility }).from(subject)
      .leftJoin(initiative, and(eq(initiative.municipalityId, subject.municipalityId), eq(initiative.id, subject.id))).leftJoin(elsewhere, and(eq(elsewhere.municipalityId, subject.municipalityId), eq(elsewhere.id, subject.id)))
      .where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, subjectId), eq(subject.kind, 'initiative')))
    return row && row.visibility !== 'waiting' ? { title: inLanguage(row.title, ctx.language), text: row.text ?? row.theirs ?? '', authorPersonId: row.authorPersonId, authorOrganisationId: row.authorOrganisationId, hidden: row.visibility === 'hidden', path: `/initiatives/${subjectId}` } : null
  },
})
