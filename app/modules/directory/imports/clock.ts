import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'

/** A source's own minute of the small hours, 1.30–4.30 by Finland's clock: not everyone's at once. */
export function nextNight(sourceId: string, now: Date): Date {
  const minute = 90 + (Number.parseInt(sourceId.replaceAll('-', '').slice(-6), 16) % 180)
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
  const tonight = atWallClock(wallClock(now).day, time)
  return tonight > now ? tonight : atWallClock(wallClock(addLocalDays(now, 1)).day, time)
}
