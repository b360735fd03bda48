import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'
import { blurred, camera, cameraForm, keepPicture, makeCamera, switchOn } from '#modules/cameras/server'
import { addStarterLives, addStarterSynonyms, keepWishes, lifeSituation, lifeStep } from '#modules/directory/server'
import { endDisruption, makeDisruption, updateDisruption, type Where } from '#modules/disruptions/server'
import { carpetScene, rinkScene } from './scenes.server.ts'

type As = (name: string, at?: Date) => Ctx
type Known = { places: ReadonlyMap<string, string>; services: ReadonlyMap<string, string>; units: Record<string, string> }

const nowhere: Where = { whole: false, areas: [], streets: [], places: [], shape: '', drawn: 'polygon', width: 20, name: '' }
const kept = <T extends object>(its: T | { problems: Record<string, string> }): T => { if ('problems' in its) throw new Error(`refused: ${JSON.stringify(its.problems)}`); return its }

/** What happens around the telling: disruptions that are on, coming and over, cameras, moments of life, and who waits for what. */
export async function tellHappening(as: As, admin: string, { places, services, units }: Known, now: Date) {
  await tellDisruptions(as, places, units, now)
  const ctx = as(admin)
  await addStarterSynonyms(ctx)
  await addStarterLives(ctx)
  await leadTo(ctx, services)
  for (const [key, its] of Object.entries(cameras)) {
    const { id } = kept(await makeCamera(as(admin, new Date(now.getTime() - 60 * 86_400_000)), places.get(key)!, cameraForm.parse(its)))
    const refused = await switchOn(as(admin, new Date(now.getTime() - 59 * 86_400_000)), id)
    if (refused) throw new Error(`the camera of ${key} cannot be on`)
  }
  await takePictures(ctx, places)
  await keepWishes(as('Aino Koskela', new Date(now.getTime() - 5 * 86_400_000)), places.get('raikka-rink')!, ['iced', 'quiet'])
  await keepWishes(as('Otso Kangas', new Date(now.getTime() - 20 * 86_400_000)), places.get('swimming-hall')!, ['quiet'])
}

async function tellDisruptions(as: As, places: ReadonlyMap<string, string>, units: Record<string, string>, now: Date) {
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000), day = (count: number, time: string) => atWallClock(wallClock(addLocalDays(now, count)).day, time)
  const water = kept(await makeDisruption(as('Marko Kallio', hours(-2)), {
    kind: 'water', unitId: units.water!, text: 'Vesijohto rikkoutui Mikkolantien kulmassa. Korjaamme sitä parhaillaan, ja vesi voi olla palatessaan hetken ruskeaa.', instead: 'Varavettä saa säiliöstä. Ota oma astia mukaan.', insteadName: 'Soppeenmäen puisto', startsAt: hours(-2), endsAt: hours(5),
  }, { ...nowhere, areas: ['Soppeenmäki'] }))
  kept(await updateDisruption(as('Marko Kallio', hours(-1)), water.id, { sentence: 'Vuotokohta löytyi ja kaivuu on alkanut.' }))
  kept(await makeDisruption(as('Pekka Hakala', hours(-20)), { kind: 'roadWorks', unitId: units.technical!, title: 'Kuruntie kavennettu kirjaston kohdalla', text: 'Uusimme suojatien valot. Autot kulkevat vuorotellen yhtä kaistaa, jalankulkijat vastapäistä jalkakäytävää.', startsAt: day(2, '07:00:00'), endsAt: day(6, '17:00:00') }, { ...nowhere, shape: '61.5546 23.5920\n61.5556 23.5952', drawn: 'line', width: 20, name: 'Kuruntie, kirjasto' }))
  kept(await makeDisruption(as('Saara Lehto', hours(-30)), { kind: 'closed', unitId: units.sports!, text: 'Salin lattia uusitaan. Kortin voimassaolo jatkuu kahdella päivällä.', startsAt: day(3, '08:00:00'), endsAt: day(4, '20:00:00') }, { ...nowhere, places: [places.get('kuru-gym')!] }))
  const bus = kept(await makeDisruption(as('Pekka Hakala', hours(-52)), { kind: 'bus', unitId: units.technical!, text: 'Bussi ei aja Räikäntiellä hallin tapahtuman aikana. Nouse kyytiin Kuruntien pysäkiltä.', startsAt: hours(-52), endsAt: hours(-40) }, { ...nowhere, areas: ['Räikkä'] }))
  await endDisruption(as('Pekka Hakala', hours(-44)), bus.id, { sentence: 'Tapahtuma päättyi ajoissa, bussit ajavat taas tavallisesti.' })
}

/** Steps of the ready-made moments of life that the town's own services answer. */
const answered: Record<string, Record<number, string>> = { dayCare: { 2: 'day-care' }, movingHere: { 1: 'moving-here' }, death: { 1: 'estate' }, company: { 1: 'business-advice' }, winter: { 1: 'winter-roads' } }
async function leadTo(ctx: Ctx, services: ReadonlyMap<string, string>) {
  const situations = await ctx.db.select({ id: lifeSituation.id, key: lifeSituation.key }).from(lifeSituation).where(and(eq(lifeSituation.municipalityId, ctx.scope.municipalityId), inArray(lifeSituation.key, Object.keys(answered))))
  for (const { id, key } of situations) for (const [position, service] of Object.entries(answered[key]!)) {
    await ctx.db.update(lifeStep).set({ subjectId: services.get(service)!, url: '' }).where(and(eq(lifeStep.municipalityId, ctx.scope.municipalityId), eq(lifeStep.situationId, id), eq(lifeStep.position, Number(position))))
  }
}

const sign = { signOn: '2026-05-04', controller: 'Ylöjärven kaupunki, liikuntapalvelut', privacyUrl: 'https://www.ylojarvi.example/tietosuoja/kamerat', purposeFi: 'Näet ennen lähtöä, onko paikalla tilaa.', purposeSv: 'Du ser innan du går om det finns plats.', purposeEn: 'You see before you leave whether there is room.' }
const cameras: Record<string, object> = {
  'raikka-rink': { nameFi: 'Kentän kamera', nameSv: 'Banans kamera', nameEn: 'Rink camera', showsFi: 'Koko kenttä kopilta katsottuna', showsSv: 'Hela banan sedd från stugan', showsEn: 'The whole rink seen from the hut', way: 'posted', everyMinutes: '5', oldAfterMinutes: '30', nearest: '8', fieldOfView: '90', width: '320', ...sign },
  carpets: { nameFi: 'Pesupaikan kamera', nameSv: 'Tvättplatsens kamera', nameEn: 'Washing place camera', showsFi: 'Pesupöydät ja jono rannan suunnasta', showsSv: 'Tvättborden och kön från stranden', showsEn: 'The washing tables and the queue from the shore', way: 'posted', everyMinutes: '5', oldAfterMinutes: '30', nearest: '8', fieldOfView: '90', width: '320', ...sign },
}
/** The cameras of the demonstration take a picture each, drawn and then made unrecognisable as any other. */
export async function takePictures(ctx: Ctx, places: ReadonlyMap<string, string>) {
  const { day, time } = wallClock(ctx.now), hour = Number(time.slice(0, 2))
  const rows = await ctx.db.select().from(camera).where(and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.on, true)))
  for (const key of Object.keys(cameras)) {
    const its = rows.find((row) => row.placeId === places.get(key) && row.way === 'posted')
    if (!its) continue
    const made = await blurred(await (key === 'carpets' ? carpetScene(ctx.now, hour, Number(day.slice(5, 7))) : rinkScene(ctx.now, hour)), its)
    if (typeof made !== 'string') await keepPicture(ctx, its.id, { ...made, takenAt: ctx.now, version: its.version })
  }
}
