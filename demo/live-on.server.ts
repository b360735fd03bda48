import { and, eq } from 'drizzle-orm'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import type { Person } from '#core/identity/actor.ts'
import { municipality, person } from '#core/identity/schema.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { Told } from './told.ts'
import { takePictures } from './happening.server.ts'
import { bringOn } from './living-week.server.ts'
import { demonstration } from './tell.server.ts'

/** The demonstration goes on living: by the clock, what the keepers, sensors and gates of its places would have said since the last time. */
export async function liveOn(house: House) {
  for (const told of demonstration) {
    const [its] = told.directory ? await house.database.owner.select().from(municipality).where(eq(municipality.slug, told.slug)) : []
    if (!its) continue
    const name = told.trusted.find((each) => each.role === 'admin')!.name
    const [admin] = await house.database.owner.select({ id: person.id }).from(person).where(and(eq(person.municipalityId, its.id), eq(person.name, name)))
    if (!admin) continue // they have left
    const actor: Person = { kind: 'person', id: admin.id, name, represents: [], units: [], moderator: false, admin: true, installationAdmin: false, identified: false }
    await command(house, { municipality: its, actor }, async (ctx) => {
      const places = await placesOf(ctx, told)
      await bringOn(ctx, told.directory!.places, places)
      await takePictures(ctx, places)
    })
  }
}

/** The told places that are still here, by their keys. */
async function placesOf(ctx: Ctx, told: Told): Promise<Map<string, string>> {
  const keys = new Map(told.directory!.places.map((each) => [each.name.fi, each.key]))
  const rows = await ctx.db.select({ id: subject.id, title: subject.title }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.kind, 'place'), eq(subject.visibility, 'public')))
  return new Map(rows.flatMap((row) => { const key = keys.get(row.title?.fi); return key ? [[key, row.id] as const] : [] }))
}
