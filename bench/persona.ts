/** Signs in as the first resident of the demonstration and posts forms as them; throws when a form is not taken. */
export async function signInAsPersona(url: string) {
  const page = await (await fetch(`${url}/fi/personas`)).text()
  const form = /<form[^>]*>(?:(?!<\/form>)[\s\S])*Aino(?:(?!<\/form>)[\s\S])*<\/form>/.exec(page)?.[0] ?? /<form[\s\S]*?<\/form>/.exec(page)![0]
  const fields = Object.fromEntries([...form.matchAll(/name="([^"]+)"[^>]*value="([^"]*)"/g)].map((match) => [match[1]!, match[2]!]))
  const signedIn = await fetch(`${url}/fi/personas`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  if (!cookie) throw new Error(`no session from /personas (${signedIn.status})`)
  return {
    cookie,
    async post(path: string, form: Record<string, string>) {
      const answer = await fetch(url + path, { method: 'POST', body: new URLSearchParams(form), headers: { cookie, origin: url }, redirect: 'manual' })
      if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 400)}`)
    },
  }
}
