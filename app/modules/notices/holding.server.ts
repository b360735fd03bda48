import { holding } from '#core/identity/holdings.ts'
import { devicesOf } from '#core/notices/push.server.ts'
import { pushTo } from '#core/notices/schema.server.ts'
import { followsOf } from '#core/trail/follow.server.ts'
import { and, eq } from 'drizzle-orm'

/** What notices keep of a person besides what core tells of every subject: topics, areas, units and places followed, and the browsers that ring. */
holding('notices', {
  async read(ctx, me) {
    const [follows, devices] = await Promise.all([followsOf(ctx, me), devicesOf(ctx, me)])
    return {
      followedTargets: follows.filter((each) => each.target.kind !== 'subject').map(({ target, rhythm, byMail, byPush, createdAt }) => ({ ...target, rhythm, byMail, byPush, at: createdAt })),
      devices: devices.map(({ device, createdAt, heardAt }) => ({ device, at: createdAt, heardAt })),
    }
  },
  // follows go with core's own; what waits for a browser goes with it
  async erase(ctx, me) { await ctx.db.delete(pushTo).where(and(eq(pushTo.municipalityId, ctx.scope.municipalityId), eq(pushTo.personId, me))) },
})
