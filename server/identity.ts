import { openSignIn, type SignIn } from '#core/identity/sign-in.server.ts'
import { openStandIn, standInPath } from '#core/ports/identity/stand-in.server.ts'
import type { Installation } from './house.ts'

export type Identity = {
  signIn: SignIn
  /** the local identity provider, where no issuer is set */ standIn: ReturnType<typeof openStandIn> | null
  /** told when the server listens: the program reaches its own stand-in over the loopback */ listensOn(port: number): void
}

/**
 * Signing in for the running installation. Strong identification is by the issuer of the settings. Without one a stand-in
 * plays it in the demonstration, and nowhere else: a municipality that is truly open to the public never takes a made-up
 * identity for a real one, and its own address in the settings does not tell from where it can be reached.
 */
export function openIdentity(installation: Installation): Identity {
  const { settings, log } = installation
  const demo = settings.DEMO === 'on'
  const client = { clientId: settings.OIDC_CLIENT_ID, clientSecret: settings.OIDC_CLIENT_SECRET }
  const hosts = async () => (await installation.municipalities.all()).flatMap((each) => each.hosts)
  const { protocol } = new URL(settings.BASE_URL)
  const standIn = !settings.OIDC_ISSUER && demo ? openStandIn({
    ...client, baseUrl: settings.BASE_URL, trustProxy: settings.TRUST_PROXY === 'on', key: installation.sign('stand-in', 'cookies'), clientName: 'Nousu',
    redirects: async () => [settings.BASE_URL, ...(await hosts()).map((host) => `${protocol}//${host}`)].map((origin) => `${origin}/api/auth/callback/identification`),
  }) : null
  let port = settings.PORT
  const signIn = openSignIn({
    database: installation.database, secret: installation.secret, baseUrl: settings.BASE_URL, clock: installation.clock, sign: installation.sign, verify: installation.verify, hosts,
    issuer: () => (settings.OIDC_ISSUER ? { ...client, issuer: settings.OIDC_ISSUER }
      : standIn ? { ...client, issuer: standIn.issuer, discovery: `http://127.0.0.1:${port}${standInPath}/.well-known/openid-configuration`, authorization: `${standIn.issuer}/auth` } : null),
    offers: { personas: demo, identification: settings.OIDC_ISSUER ? 'real' : standIn ? 'standIn' : null },
    log: (level, message) => { log[level === 'success' ? 'info' : level](message) },
  })
  return { signIn, standIn, listensOn(its) { port = its } }
}
