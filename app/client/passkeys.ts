// Passkeys need script: the buttons are there only where they work. The browser's own ceremony, no library.
const api = '/api/auth/passkey/'
type Said = { ok: boolean; status: number; code?: string | undefined }

async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(api + path)
  if (!answer.ok) throw Object.assign(new Error(path), { said: await saidBy(answer) })
  return answer.json() as Promise<T>
}
async function tell(path: string, body: unknown) {
  const answer = await fetch(api + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw Object.assign(new Error(path), { said: await saidBy(answer) })
}
const saidBy = async (answer: Response): Promise<Said> => ({ ok: false, status: answer.status, code: ((await answer.json().catch(() => ({}))) as { code?: string }).code })

async function signIn() {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await ask<PublicKeyCredentialRequestOptionsJSON>('generate-authenticate-options'))
  const credential = await navigator.credentials.get({ publicKey: options }) as PublicKeyCredential
  await tell('verify-authentication', { response: credential.toJSON() })
}
async function add() {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await ask<PublicKeyCredentialCreationOptionsJSON>('generate-register-options'))
  const credential = await navigator.credentials.create({ publicKey: options }) as PublicKeyCredential
  const device = /iPhone|iPad|Android|Windows|Macintosh|CrOS|Linux/.exec(navigator.userAgent)?.[0].replace('Macintosh', 'Mac').replace('CrOS', 'Chromebook')
  await tell('verify-registration', { response: credential.toJSON(), ...(device ? { name: device } : {}) })
}

const started = new WeakSet<HTMLElement>()
function start(box: HTMLElement) {
  const [button, problem] = [box.querySelector('button')!, box.querySelector<HTMLElement>('[role=alert]')!]
  const adds = box.dataset.passkey === 'add'
  box.hidden = false
  document.querySelector<HTMLElement>('[data-passkey-missing]')?.setAttribute('hidden', '')
  if (started.has(box)) return
  started.add(box)
  button.addEventListener('click', async () => {
    if (button.ariaDisabled === 'true') return
    button.ariaDisabled = 'true'
    problem.hidden = true
    try {
      await (adds ? add() : signIn())
      if (adds) location.reload()
      else location.assign(box.dataset.to ?? '/')
    } catch (cause) {
      const { name, said } = cause as { name?: string; said?: Said }
      problem.textContent = (name === 'NotAllowedError' || name === 'AbortError' ? box.dataset.cancelled : said?.code === 'SESSION_NOT_FRESH' ? box.dataset.stale : box.dataset.failed) ?? ''
      problem.hidden = false
      button.ariaDisabled = null
    }
  })
}
const startAll = () => { for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) start(box) }
if (typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential) {
  startAll()
  addEventListener('turbo:render', startAll) // a form sent in place hides them again
}
