import type { Ctx } from '#core/context/context.server.ts'
import { csvLine, utf8Mark } from '#core/text/csv.ts'
import { commentsOf, type Report } from './gather.server.ts'

const columns = ['id', 'replyTo', 'section', 'speaker', 'name', 'stance', 'text', 'quote', 'proposed', 'place', 'longitude', 'latitude', 'date', 'outcome', 'why', 'theme'] as const
type Row = Record<(typeof columns)[number], string | number | null>

/** Rows are sent some dozens at a time. */
const pieces = 32_000

/** Comments as rows of data: the same that the paper tells, and no more. */
async function* rowsOf(ctx: Ctx, report: Report): AsyncGenerator<Row> {
  const titles = new Map(report.sections.map((each) => [each.id, each.title]))
  for await (const its of commentsOf(ctx, report)) {
    yield {
      id: its.id, replyTo: its.parentId, section: its.partId ? titles.get(its.partId) ?? null : null, speaker: its.speaker, name: its.name, stance: its.stance, text: its.text, quote: its.quote, proposed: its.proposed, place: its.place,
      longitude: its.longitude, latitude: its.latitude, date: its.at.toISOString(), outcome: its.outcome, why: its.why, theme: its.theme,
    }
  }
}

/** The comments as CSV, written as they are read. */
export async function* asCsv(ctx: Ctx, report: Report): AsyncGenerator<string> {
  let text = utf8Mark + csvLine([...columns])
  for await (const row of rowsOf(ctx, report)) { text += csvLine(columns.map((name) => row[name])); if (text.length > pieces) { yield text; text = '' } }
  yield text
}

/** The whole report as JSON, its comments written as they are read. A count that is left out because its group is small is null. */
export async function* asJson(ctx: Ctx, report: Report): AsyncGenerator<string> {
  const { matterId, open: _open, ...rest } = report
  const facts = { id: matterId, ...rest, sections: report.sections.map(({ id, title, comments, removed }) => ({ id, title: title || null, comments, removed })) }
  const { comments, ...others } = facts
  let text = `${JSON.stringify({ ...others, commentCount: comments }).slice(0, -1)},"comments":[`
  let between = '\n'
  for await (const row of rowsOf(ctx, report)) { text += between + JSON.stringify(row); between = ',\n'; if (text.length > pieces) { yield text; text = '' } }
  yield `${text}\n]}\n`
}
