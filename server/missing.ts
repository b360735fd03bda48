import { isLocalHost } from '#core/http/asker-address.server.ts'
import type { Settings } from './settings.ts'

/** What a deployer should know before others come, in sentences for the console: what is open, and what is not there yet. */
export function missing(settings: Settings): string[] {
  const local = isLocalHost(new URL(settings.BASE_URL).host)
  if (settings.DEMO === 'on') return local ? [] : ['DEMO is on: anyone can sign in as the people of the demonstration, as its admins too, and read everyone\'s mail. Set DEMO=off for real use.']
  return [
    ...(local ? [`BASE_URL is not a public address: links in mail lead to ${settings.BASE_URL}, and cookies are not kept to HTTPS.`] : settings.BASE_URL.startsWith('https:') ? [] : ['BASE_URL is not https: what people send can be read on its way.']),
    ...(settings.SMTP_URL ? [] : [`SMTP_URL is not set: no mail leaves this machine.${local ? ` Sign-in links are at ${settings.BASE_URL}/mailbox, for a browser on this machine alone.` : ' Nobody can sign in by mail.'}`]),
    ...(settings.OIDC_ISSUER ? [] : ['OIDC_ISSUER is not set: there is no strong identification.']),
    ...(!local && settings.TRUST_PROXY === 'off' ? ['TRUST_PROXY is off: behind a reverse proxy everyone looks like one asker, and is limited as one.'] : []),
  ]
}
