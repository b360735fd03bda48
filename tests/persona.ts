/** Signs in as the first resident of the demonstration and posts forms as them; throws when a form is not taken. */
export async function signInAsPersona(url: string) {
  const page = await (await fetch(`${url}/fi/personas`)).text()
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((each) => each.includes('Aino'))
  if (!form) throw new Error('no resident to sign in as')
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  const fields = Object.fromEntries([...form.matchAll(/<(?:input|button)[^>]*>/g)].flatMap(([tag]) => { const name = attribute(tag, 'name'); return name ? [[name, attribute(tag, 'value') ?? '']] : [] }))
  const signedIn = await fetch(`${url}/fi/personas`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: url }, redirect: 'manual' })
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  if (!cookie) throw new Error(`no session from /personas (${signedIn.status})`)
  return {
    cookie,
    /** The address the answer leads to. */
    async post(path: string, form: Record<string, string>): Promise<string> {
      const answer = await fetch(url + path, { method: 'POST', body: new URLSearchParams(form), headers: { cookie, origin: url }, redirect: 'manual' })
      if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 400)}`)
      return answer.headers.get('location') ?? ''
    },
  }
}
