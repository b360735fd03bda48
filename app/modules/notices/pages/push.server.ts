import { NotFound, Invalid } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { moveDevice, renewForm } from '../devices.server.ts'

/** Where the service worker tells of a subscription that its push service changed. */
export default resource('/me/push', {
  async post(ctx, _params, request) {
    const read = renewForm.safeParse(await request.json().catch(() => { throw new Invalid() }))
    if (!read.success) throw new NotFound()
    return await moveDevice(ctx, read.data) ?? new Response(null, { status: 204 })
  },
})
