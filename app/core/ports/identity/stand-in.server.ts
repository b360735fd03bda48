import { generateKeyPairSync } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import { base as interactionPolicy } from 'oidc-provider/lib/helpers/interaction_policy/index.js'
import { Provider } from 'oidc-provider/lib/provider.js'
import { isLanguage, type Language } from '#core/text/language.ts'
import { gonePage, loginPage, style } from './login-page.ts'
import { acrOf, testPeople } from './people.ts'

export const standInPath = '/identity-stand-in'

/**
 * A local identity provider that plays strong identification over real OpenID Connect (discovery, code flow with PKCE,
 * signed ID tokens, user info), so that signing in works and is tested without an agreement with anyone. It identifies
 * made-up people only and says so on its page. What it remembers lives in memory: a sign-in under way when the program
 * stops is started again.
 */
export function openStandIn(its: { baseUrl: string; clientId: string; clientSecret: string; clientName: string; trustProxy: boolean; key: string; redirects(): Promise<string[]> }) {
  const issuer = its.baseUrl + standInPath
  const policy = interactionPolicy()
  policy.remove('consent') // the person sees on the one page who gets the data
  const client = async (): Promise<AdapterPayload> => ({
    client_id: its.clientId, client_secret: its.clientSecret, client_name: its.clientName, redirect_uris: await its.redirects(),
    grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_basic', id_token_signed_response_alg: 'ES256',
  })
  const minutes = (count: number) => count * 60
  const provider = new Provider(issuer, {
    adapter: memory({ Client: (id) => (id === its.clientId ? client() : Promise.resolve(undefined)) }),
    jwks: { keys: [{ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'stand-in' } as never] },
    cookies: { keys: [its.key], names: { session: 'stand_in_session', interaction: 'stand_in_login', resume: 'stand_in_resume' }, long: { path: standInPath, httpOnly: true, sameSite: 'lax' }, short: { httpOnly: true, sameSite: 'lax' } } as never,
    pkce: { required: () => true }, responseTypes: ['code'],
    scopes: ['openid', 'profile'], acrValues: Object.values(acrOf),
    claims: { openid: ['sub', 'acr'], profile: ['name', 'given_name', 'family_name', 'birthdate', 'municipality_code', 'personal_identity_code'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false }, dPoP: { enabled: false } },
    ttl: { AccessToken: minutes(5), AuthorizationCode: minutes(1), IdToken: minutes(5), Interaction: minutes(30), Session: minutes(30), Grant: minutes(30) },
    interactions: { policy, url: (_ctx, interaction) => `${standInPath}/person/${interaction.uid}` },
    clientBasedCORS: () => false,
    findAccount: (_ctx, sub) => {
      const who = testPeople.find((each) => each.sub === sub)
      return who && { accountId: sub, claims: () => { const { level, municipality: _municipality, ...claims } = who; return { ...claims, name: `${who.given_name} ${who.family_name}`, acr: acrOf[level] } } }
    },
    async loadExistingGrant(ctx) {
      const { client: asks, session } = ctx.oidc
      if (!asks || !session?.accountId) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId: asks.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    renderError: (ctx) => { ctx.type = 'html'; ctx.body = gonePage('fi') },
  })
  provider.proxy = its.trustProxy
  const answer = provider.callback()

  async function page(request: IncomingMessage, response: ServerResponse, path: string) {
    const [, , uid, act] = path.split('/')
    let language: Language = 'fi'
    try {
      const { params } = await provider.interactionDetails(request, response)
      const [wanted] = String(params.ui_locales ?? '').split(' ')
      if (isLanguage(wanted)) language = wanted
      const sent = request.method === 'POST' ? await formOf(request) : new URLSearchParams()
      if (request.method === 'POST' && act === 'cancel') return await provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'cancelled' })
      if (request.method === 'POST' && act === 'login') {
        const who = testPeople.find((each) => each.sub === sent.get('who'))
        if (who) return await provider.interactionFinished(request, response, { login: { accountId: who.sub, acr: acrOf[who.level], remember: false } })
      }
      html(response, 200, loginPage({ language, path: `${standInPath}/person/${uid}`, client: its.clientName }))
    } catch { html(response, 400, gonePage(language)) }
  }
  return {
    issuer,
    /** Answers what is under its path; false when the request is not its own. */
    handle(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): boolean {
      const url = request.url ?? '/'
      if (url !== standInPath && !url.startsWith(`${standInPath}/`)) return false
      const path = url.slice(standInPath.length).split('?')[0]!
      if (path === '/style.css') { response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'public, max-age=3600' }).end(style); return true }
      if (path.startsWith('/person/')) { void page(request, response, path); return true }
      request.originalUrl = url
      request.url = url.slice(standInPath.length) || '/'
      void answer(request, response)
      return true
    },
  }
}

const html = (response: ServerResponse, status: number, text: string) => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  }).end(text)
}
async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) { text += String(chunk); if (text.length > 10_000) throw new Error('too large') }
  return new URLSearchParams(text)
}

type Held = { payload: AdapterPayload; until: number }
/** What the provider remembers, with its expiry; at most ten thousand things. `found` answers for models that are not remembered. */
function memory(found: Record<string, (id: string) => Promise<AdapterPayload | undefined>>): (model: string) => Adapter {
  const held = new Map<string, Held>()
  const live = (key: string) => { const it = held.get(key); if (it && it.until < Date.now()) { held.delete(key); return undefined } return it?.payload }
  return (model) => {
    const key = (id: string) => `${model} ${id}`
    return {
      async upsert(id, payload, expiresIn) {
        held.delete(key(id))
        held.set(key(id), { payload, until: Date.now() + (expiresIn ?? 3600) * 1000 })
        if (held.size > 10_000) held.delete(held.keys().next().value!)
      },
      find: async (id) => found[model]?.(id) ?? live(key(id)),
      findByUid: async (uid) => { for (const [name, { payload }] of held) if (name.startsWith(`${model} `) && payload.uid === uid) return live(name); return undefined },
      findByUserCode: async () => undefined,
      consume: async (id) => { const it = live(key(id)); if (it) it.consumed = Math.floor(Date.now() / 1000) },
      destroy: async (id) => { held.delete(key(id)) },
      revokeByGrantId: async (grantId) => { for (const [name, { payload }] of held) if (payload.grantId === grantId) held.delete(name) },
    }
  }
}
