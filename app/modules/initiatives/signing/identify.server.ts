import type { Ctx } from '#core/context/context.server.ts'
import type { Done, FormContext } from '#core/http/page.ts'
import { carryCookies } from '#core/identity/cookies.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { verifiedOf } from './verified.server.ts'

/** Sends the browser to be identified, and back to the page where the act that needs it is done. Someone signed in adds it to their account; a guest is signed in by it. */
export async function identifyFor(ctx: Ctx, path: string, { request, headers }: FormContext): Promise<Done> {
  const here = new URL(request.url).pathname
  const asked = await signInOf(ctx).identify(request.headers, { to: here, back: here, link: ctx.actor.kind === 'person', language: ctx.language })
  if (!asked) return { to: `${path}?error=away` }
  carryCookies(asked.cookies, headers)
  return { to: asked.url }
}

/** Where the asker stands with identification: `needed` before the act, `done` when it was made just now. */
export async function identification(ctx: Ctx, needed: boolean) {
  const offers = ctx.signIn?.offers.identification ?? null
  const fresh = needed && ctx.actor.kind === 'person' ? (await verifiedOf(ctx, ctx.actor))?.fresh ?? false : false
  return { needed, done: fresh, offers }
}
export type Identification = Awaited<ReturnType<typeof identification>>
