import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { type Box, mostBoxes, type Painted, paintOver, showPainted } from '#core/files/cover.server.ts'
import { type Picture, picturesOf, withKeys } from '#core/files/pictures.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { can } from '../permissions.ts'
import { asSender, handled, type SenderKey } from './who.server.ts'

/** The grid that is offered without script: columns and rows of squares over the picture, each as large as a finger on a narrow phone. */
export const grid = { columns: 7, rows: 5 } as const

/**
 * Who covers: the sender, by either key, or by the report's id whoever handles it. A sender covers what was sent; the proof of
 * work is the municipality's, and other reports show it too. Throws NotFound, SignInNeeded, Forbidden.
 */
async function coverer(ctx: Ctx, key: SenderKey, pictureId: string, options: { lock?: boolean } = {}): Promise<{ its: Subject; picture: Picture }> {
  const asked = 'token' in key ? null : await subjectOf(ctx, key.id, { kind: 'report' })
  const handles = asked !== null && may(ctx, can.handle, asked)
  const its = handles ? (await handled(ctx, asked.id, options)).its : await asSender(ctx, key, options)
  const picture = (await picturesOf(ctx, its.id)).find((each) => each.id === pictureId && (handles || each.role !== 'after'))
  if (!picture) throw new NotFound('pictureChanged')
  return { its, picture }
}

/** A picture as it is before it is covered. Throws as coverReportPicture. */
export async function pictureToCover(ctx: Ctx, key: SenderKey, pictureId: string): Promise<{ id: string; title: Subject['title']; picture: Picture }> {
  const { its, picture } = await coverer(ctx, key, pictureId)
  return { id: its.id, title: its.title, picture: 'token' in key && its.visibility !== 'public' ? withKeys(ctx, [picture])[0]! : picture }
}

/** Paints over faces and plates; nobody is shown it yet. With no transaction open. Throws NotFound, SignInNeeded, Forbidden, Conflict('pictureChanged'). */
export async function paintReportPicture(ctx: Ctx, key: SenderKey, pictureId: string, boxes: Box[]): Promise<Painted> {
  const { its } = await coverer(ctx, key, pictureId)
  return paintOver(ctx, its.id, pictureId, boxes)
}

/** Shows what was painted in the picture's place for good, on every report that shows it. Throws NotFound, SignInNeeded, Forbidden, Conflict('pictureChanged'). */
export async function coverReportPicture(ctx: Ctx, key: SenderKey, pictureId: string, painted: Painted): Promise<{ reportId: string }> {
  const { its } = await coverer(ctx, key, pictureId, { lock: true })
  await showPainted(ctx, its.id, pictureId, painted)
  return { reportId: its.id }
}

/** The boxes of a form: `boxes` as JSON from the instrument, `square` as places of the grid, counted from the upper left. What makes no sense is left out. */
export function boxesOf(form: FormData): Box[] {
  const squares = form.getAll('square').flatMap((each) => (typeof each === 'string' && /^\d{1,3}$/.test(each) && Number(each) < grid.columns * grid.rows ? [Number(each)] : []))
  const ofGrid = squares.map((n) => ({ x: (n % grid.columns) * 1000 / grid.columns, y: Math.floor(n / grid.columns) * 1000 / grid.rows, width: 1000 / grid.columns, height: 1000 / grid.rows }))
  return [...drawn(form.get('boxes')), ...ofGrid].slice(0, mostBoxes)
}
function drawn(said: FormDataEntryValue | null): Box[] {
  if (typeof said !== 'string' || said.length > 10_000) return []
  try {
    const read: unknown = JSON.parse(said)
    return Array.isArray(read) ? read.flatMap((each): Box[] => {
      const { x, y, width, height } = (each ?? {}) as Record<string, unknown>
      const numbers = [x, y, width, height]
      return numbers.every((one): one is number => typeof one === 'number' && Number.isFinite(one) && one >= 0 && one <= 1000) && (width as number) > 0 && (height as number) > 0 ? [{ x: x as number, y: y as number, width: width as number, height: height as number }] : []
    }) : []
  } catch { return [] }
}
