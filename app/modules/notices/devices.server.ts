import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { type Mended, problems } from '#core/errors/errors.ts'
import { devicesOf, forgetDevice, keepDevice, renewDevice, subscriptionForm } from '#core/notices/push.server.ts'
import { allow, allowAnyone } from '#core/permissions/permissions.ts'
import { mayBeOutside } from '#core/ports/outside.server.ts'
import { can } from './permissions.ts'

export const deviceForm = subscriptionForm.extend({ device: z.string().trim().max(200).default('') })
export const renewForm = z.object({ old: subscriptionForm.pick({ endpoint: true, auth: true }), new: subscriptionForm })

/** The browsers that ring for me, and what a new one subscribes with; the key is null where push is not offered. */
export async function myDevices(ctx: Ctx) {
  const me = allow(ctx, can.readMine)
  return { key: ctx.pushKey ?? null, devices: await devicesOf(ctx, me.id) }
}

/** This browser rings for me from now on. The push service's address is a stranger's word: nothing inside is ever asked. */
export async function addDevice(ctx: Ctx, { device, ...its }: z.infer<typeof deviceForm>): Promise<Mended | void> {
  const me = allow(ctx, can.changeMine)
  if (!mayBeOutside(its.endpoint)) return problems({ endpoint: 'invalid' })
  await keepDevice(ctx, me, its, nameOfDevice(device))
}

/** A browser of mine rings no more. */
export async function removeDevice(ctx: Ctx, deviceId: string) {
  await forgetDevice(ctx, allow(ctx, can.changeMine), deviceId)
}

/** A browser whose push service gave it a new address goes on ringing; it proves itself by its old secret, so nobody needs to be signed in. */
export async function moveDevice(ctx: Ctx, input: z.infer<typeof renewForm>): Promise<Mended | void> {
  allowAnyone(ctx, can.moveDevice)
  if (!mayBeOutside(input.new.endpoint)) return problems({ endpoint: 'invalid' })
  await renewDevice(ctx, input.old, input.new)
}

/** "Firefox, Android" of what a browser says of itself; enough to know one's own devices by. */
function nameOfDevice(agent: string): string {
  const first = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(agent))?.[1]
  const browser = first([[/Edg/, 'Edge'], [/OPR|Opera/, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'], [/Firefox|FxiOS/, 'Firefox'], [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari']])
  const system = first([[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/CrOS/, 'ChromeOS'], [/Mac OS/, 'Mac'], [/Linux/, 'Linux']])
  return [browser, system].filter(Boolean).join(', ')
}
