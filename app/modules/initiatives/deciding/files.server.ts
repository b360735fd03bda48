import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound, type Problems } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { subject } from '#core/trail/schema.server.ts'
import { decisionFile } from '../schema.server.ts'

export type DecisionFile = { name: string; bytes: Uint8Array }
/** The places for files in the form. */
export const filePlaces = [1, 2, 3] as const
const most = 10_000_000

/** The files of a form, looked at by what they are: a decision's documents are PDF. Returns `notPdf`, `tooLarge` by field. */
export async function readFiles(form: FormData): Promise<{ files: DecisionFile[]; problems: Problems }> {
  const files: DecisionFile[] = [], problems: Problems = {}
  for (const n of filePlaces) {
    const file = form.get(`file${n}`)
    if (!(file instanceof File) || file.size === 0) continue
    if (file.size > most) { problems[`file${n}`] = 'tooLarge'; continue }
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') { problems[`file${n}`] = 'notPdf'; continue }
    files.push({ name: file.name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim().slice(-120) || 'paatos.pdf', bytes })
  }
  return { files, problems }
}

const keyOf = (ctx: Ctx, id: string) => `${ctx.scope.municipalityId}/${id}.pdf`

/** Stores the files with the decision. What is stored for a transaction that goes back is a file that nothing names. */
export async function keepFiles(ctx: Ctx, initiativeId: string, files: DecisionFile[]) {
  for (const { name, bytes } of files) {
    const id = ctx.newId()
    await ctx.storage.put(keyOf(ctx, id), bytes)
    await ctx.db.insert(decisionFile).values({ ...ctx.scope, id, initiativeId, name, type: 'application/pdf', bytes: bytes.length, addedAt: ctx.now })
  }
}

/** A decision's document, to be saved: everyone's as the initiative is. */
export const decisionFileResource = resource('/initiatives/files/:file', {
  get: async (ctx, { file }) => {
    if (!isId(file)) throw new NotFound()
    const [its] = await ctx.db.select({ name: decisionFile.name, visibility: subject.visibility }).from(decisionFile)
      .innerJoin(subject, and(eq(subject.municipalityId, decisionFile.municipalityId), eq(subject.id, decisionFile.initiativeId)))
      .where(and(eq(decisionFile.municipalityId, ctx.scope.municipalityId), eq(decisionFile.id, file)))
    const bytes = its?.visibility === 'public' ? await ctx.storage.get(keyOf(ctx, file)) : null
    if (!its || !bytes) throw new NotFound()
    return new Response(new Uint8Array(bytes), { headers: {
      'content-type': 'application/pdf', 'content-length': String(bytes.length), 'x-content-type-options': 'nosniff', 'cache-control': 'public, max-age=3600',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(its.name)}`,
    } })
  },
})
