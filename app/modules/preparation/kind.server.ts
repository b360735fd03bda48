import { inLanguage } from '#core/text/language.ts'
import { hideable } from '#core/trail/hideable.ts'
import { subjectKind } from '#core/trail/kind.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { matterOf } from './matter.server.ts'

subjectKind('matter', {
  path: (id) => `/matters/${id}`, name: { fi: 'Asia', sv: 'Ärende', en: 'Matter' }, comes: { fi: 'Etenee', sv: 'Går vidare', en: 'Moves on' }, alias: ['asia', 'asio', 'valmistel', 'kuulemi', 'ärende', 'beredning', 'matter', 'hearing'],
  list: { path: '/matters', name: { fi: 'Kaikki asiat', sv: 'Alla ärenden', en: 'All matters' }, feed: { fi: 'Valmisteltavat asiat', sv: 'Ärenden under beredning', en: 'Matters in preparation' } },
})

hideable('matter', {
  async hide(ctx, { subjectId }, hidden) {
    const its = await subjectOf(ctx, subjectId, { lock: true, kind: 'matter' })
    if (its.visibility !== (hidden ? 'public' : 'hidden')) return
    // Hiding is not a movement of the matter, and its clock goes on.
    await changeSubject(ctx, subjectId, { visibility: hidden ? 'hidden' : 'public', movedAt: its.movedAt })
  },
  async look(ctx, { subjectId }) {
    const { subject, its } = await matterOf(ctx, subjectId)
    if (subject.visibility === 'waiting') return null
    return { title: inLanguage(subject.title, ctx.language), text: [its.thought, its.ask, its.law, its.money, its.time, its.notOpen, its.decision].filter(Boolean).join('\n\n'), authorPersonId: subject.authorPersonId, authorOrganisationId: null, hidden: subject.visibility === 'hidden', path: `/matters/${subjectId}` }
  },
})
