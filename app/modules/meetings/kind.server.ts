import { and, eq } from 'drizzle-orm'
import { inLanguage } from '#core/text/language.ts'
import { hideable } from '#core/trail/hideable.ts'
import { subjectKind } from '#core/trail/kind.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { speaking } from '#modules/discussion/server'
import { item } from './schema.server.ts'
import { meetingWords } from './texts/index.ts'

subjectKind('agendaItem', {
  path: (id) => `/meetings/items/${id}`, name: { fi: 'Kokousasia', sv: 'Mötesärende', en: 'Agenda item' }, queued: false, comes: { fi: 'Kokouksessa', sv: 'På möte', en: 'At a meeting' }, alias: ['kokou', 'esityslist', 'pöytäkirj', 'möte', 'föredragningslist', 'meeting', 'agenda'],
  list: { path: '/meetings', name: { fi: 'Kaikki kokoukset', sv: 'Alla möten', en: 'All meetings' }, feed: { fi: 'Kokousasiat', sv: 'Mötesärenden', en: 'Agenda items' } },
})

// What is on an agenda is talked of on its matter's page, where the official reads and answers.
speaking('agendaItem', async (ctx) => ({ open: false, who: 'signedIn', does: [], closedWhy: meetingWords(ctx.language).noDiscussion }))

// An agenda that was published with someone's personal data in it can be taken out of sight at once.
hideable('agendaItem', {
  async hide(ctx, { subjectId }, hidden) {
    const its = await subjectOf(ctx, subjectId, { lock: true, kind: 'agendaItem' })
    if (its.visibility !== (hidden ? 'public' : 'hidden')) return
    await changeSubject(ctx, subjectId, { visibility: hidden ? 'hidden' : 'public', movedAt: its.movedAt })
  },
  async look(ctx, { subjectId }) {
    const its = await subjectOf(ctx, subjectId, { kind: 'agendaItem' })
    const [row] = await ctx.db.select({ text: item.text, decision: item.decision }).from(item).where(and(eq(item.municipalityId, ctx.scope.municipalityId), eq(item.id, subjectId)))
    if (!row || its.visibility === 'waiting') return null
    return { title: inLanguage(its.title, ctx.language), text: [row.text, row.decision].filter(Boolean).join('\n\n'), authorPersonId: null, authorOrganisationId: null, hidden: its.visibility === 'hidden', path: `/meetings/items/${subjectId}` }
  },
})
