import { NotFound, Invalid } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { readLimited } from '#core/http/serve.server.ts'
import { moveDevice, renewForm } from '../devices.server.ts'

/** Two addresses and their keys. */
const bodyLimit = 20_000

/** Where the service worker tells of a subscription that its push service changed. */
export default resource('/me/push', {
  async post(ctx, _params, request) {
    const text = Buffer.from(await readLimited(request, bodyLimit)).toString()
    let body: unknown
    try { body = JSON.parse(text) } catch { throw new Invalid() }
    const read = renewForm.safeParse(body)
    if (!read.success) throw new NotFound()
    return await moveDevice(ctx, read.data) ?? new Response(null, { status: 204 })
  },
})
