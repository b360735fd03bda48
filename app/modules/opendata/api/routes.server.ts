import { type Ctx, municipalityAddress } from '#core/context/context.server.ts'
import { Invalid, type Mended, problems, SignInNeeded } from '#core/errors/errors.ts'
import { type FormContext, problemsOf, resource, type ResourceDef } from '#core/http/page.ts'
import { readLimited } from '#core/http/serve.server.ts'
import { openHeaders } from '../stream.server.ts'
import { openApi } from './openapi.server.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.server.ts'
import { named } from './schemas.ts'

const bodyLimit = 100_000

/** Every operation as an address, and their description. */
export const apiRoutes: ResourceDef[] = [
  ...[...new Set(operations.map((each) => each.path))].map((path) => resource(path, Object.fromEntries(
    operations.filter((each) => each.path === path).map((each) => [each.method, (ctx: Ctx, params: Record<string, string>, request: Request, more: FormContext) => answer(each, ctx, params, request, more)])))),
  resource('/api/openapi.json', { get: async (ctx, _params, _request, { house }) => Response.json(openApi(ctx, municipalityAddress(house.baseUrl, ctx.municipality)), { headers: openHeaders('application/json; charset=utf-8', { vary: 'accept-language' }) }) }),
]

/** Reads what was asked by the operation's schemas, does it, and says it as JSON. What does not fit is told by field. */
async function answer(operation: Operation, ctx: Ctx, params: Record<string, string>, request: Request, { house }: FormContext): Promise<Response | Mended> {
  if (operation.needsKey && ctx.actor.kind === 'guest') throw new SignInNeeded()
  const query = (operation.query ?? none).safeParse(Object.fromEntries(operation.query ? new URL(request.url).searchParams : []))
  if (!query.success) return problems(fieldsOf(query.error))
  const body = operation.body ? named[operation.body].safeParse(await readJson(request)) : undefined
  if (body && !body.success) return problems(fieldsOf(body.error))
  const sendKey = request.headers.get('idempotency-key')?.slice(0, 60)
  const done = await operation.does(ctx, { params, query: query.data, body: body?.data, base: municipalityAddress(house.baseUrl, ctx.municipality), ...(sendKey ? { sendKey } : {}) })
  if ('problems' in done) return done
  return Response.json(done.body, { status: done.status ?? 200, headers: openHeaders('application/json; charset=utf-8', {
    'cache-control': operation.method === 'get' ? 'no-cache' : 'no-store', vary: 'accept-language', 'content-language': ctx.language,
    ...(done.location ? { location: done.location } : {}), ...(done.next ? { link: `<${done.next}>; rel="next"` } : {}),
  }) })
}
const none = named.Supports.pick({})

/** A field that is not known is named, not only the whole that it is in. */
function fieldsOf(error: Parameters<typeof problemsOf>[0]) {
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  const { form, ...rest } = problemsOf(error)
  return { ...rest, ...Object.fromEntries(unknown.map((name) => [name, 'unknownField'])), ...(form && unknown.length === 0 ? { body: 'invalid' } : {}) }
}

async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers.get('content-type') ?? '')) throw new Invalid('notJson')
  const bytes = await readLimited(request, bodyLimit)
  try { return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) } catch { throw new Invalid('notJson') }
}
