import { and, asc, eq } from 'drizzle-orm'
import { dayAndTime } from '#core/text/format.ts'
import { Prose, Section } from '#ui/layout.tsx'
import { reportPanel } from '#modules/feedback/server'
import { key, sent, update } from './schema.server.ts'
import { open311Words } from './texts/index.ts'

/** For who handles a report: with which key it came, and everything that programs have written to it, also what is not public. */
reportPanel({
  name: 'open311', on: ['handle'],
  async read(ctx, { id }) {
    const [[came], updates] = await Promise.all([
      ctx.db.select({ name: key.name }).from(sent).innerJoin(key, and(eq(key.municipalityId, sent.municipalityId), eq(key.id, sent.keyId))).where(and(eq(sent.municipalityId, ctx.scope.municipalityId), eq(sent.reportId, id))),
      ctx.db.select({ id: update.id, name: key.name, status: update.status, text: update.text, at: update.at }).from(update).innerJoin(key, and(eq(key.municipalityId, update.municipalityId), eq(key.id, update.keyId)))
        .where(and(eq(update.municipalityId, ctx.scope.municipalityId), eq(update.reportId, id))).orderBy(asc(update.at), asc(update.id)).limit(100),
    ])
    if (!came && updates.length === 0) return null
    return ({ language, now }) => {
      const t = open311Words(language).panel
      return (
        <Section title={t.title} id="open311">
          {came && <p className="meta">{t.cameWith(came.name)}</p>}
          {updates.length > 0 && (
            <ul className="card rows">{updates.map((each) => (
              <li key={each.id}><div className="t"><b>{each.name}</b>{each.text ? <Prose text={each.text} /> : <p>{t.noText}</p>}<p className="meta"><span>{dayAndTime(each.at, language, now)}</span>{each.status && <span>{t.status}: {each.status}</span>}</p></div></li>
            ))}</ul>
          )}
        </Section>
      )
    }
  },
})
