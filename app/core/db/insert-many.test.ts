import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { event } from '#core/trail/schema.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { town } from '../../../tests/town.ts'
import { insertMany } from './insert-many.server.ts'

const { aino } = await town()

test('many rows are written as one by one: moments, nothing, lists of facts, and half signs as the sign for what is not known', async () => {
  const subjectId = await aino.does(async (ctx) => {
    const id = ctx.newId()
    await keepSubject(ctx, { id, kind: 'idea', language: 'fi', title: { fi: 'Laituri' }, text: '', stage: 'idea', visibility: 'public' })
    return id
  })
  const at = new Date('2026-10-25T00:30:00.123Z')
  const row = { subjectId, kind: 'test.many', at, onTrail: true, data: { words: '"lainaus" \\ ja 😀', list: [1, null, { deep: true }] }, sentence: `puolikas ${'😀'.slice(0, 1)}`, stage: null }
  await aino.does((ctx) => insertMany(ctx.db, event, Array.from({ length: 3 }, () => ({ ...ctx.scope, id: ctx.newId(), ...row }))))
  const kept = await aino.sees((ctx) => ctx.db.select().from(event).where(eq(event.kind, 'test.many')))
  expect(kept).toHaveLength(3)
  expect(kept[0]).toMatchObject({ subjectId, at, onTrail: true, data: row.data, sentence: 'puolikas \ufffd', stage: null, deliveredAt: null })
  await aino.does((ctx) => insertMany(ctx.db, event, []))
})
