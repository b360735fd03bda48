import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { type Official, officialsOf } from '#core/identity/officials.server.ts'
import { type Done, fields, page, type View } from '#core/http/page.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { ActionForm, Button, Checkbox, ErrorSummary } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, PageHead, Said, Section } from '#ui/layout.tsx'
import { closeCrew, type Crew, crewsOf, keepCrew } from '../crews.server.ts'
import { can } from '../permissions.ts'
import { workWords } from '../texts/index.ts'

async function readCrews(ctx: Ctx) {
  const me = allow(ctx, can.read)
  const all = await unitsOf(ctx)
  const units = me.admin || me.installationAdmin ? all : all.filter((each) => me.units.some((mine) => mine.id === each.id))
  const ids = units.map((each) => each.id)
  const [crews, people] = [await crewsOf(ctx, ids), await officialsOf(ctx, ids)]
  return units.map((unit) => ({ ...unit, mine: may(ctx, can.keepCrews, { ownerUnitId: unit.id }), crews: crews.filter((each) => each.unitId === unit.id), people: people.filter((each) => each.unitId === unit.id) }))
}
const crewForm = z.object({
  id: z.string().max(40).optional().transform((its) => its || undefined), unitId: z.string('required').max(40), name: z.string('required').trim().min(1).max(80),
  members: z.union([z.string(), z.array(z.string())]).optional().transform((its) => (its === undefined || its === '' ? [] : [its].flat())),
})

/** Who goes out together: the crews of the asker's units. */
export default page('/work/crews', {
  read: (ctx) => readCrews(ctx),
  forms: {
    keep: async (ctx, params, form, more): Promise<Done> => {
      const done = await fields<typeof crewForm, '/work/crews'>(crewForm, async (c, _params, its): Promise<Done> => { const kept = await keepCrew(c, its); return isProblems(kept) ? kept : { to: '/work/crews?done=1' } })(ctx, params, form, more)
      return done && 'problems' in done ? { ...done, values: { of: `${String(form.get('unitId'))} ${String(form.get('id') ?? '')}`, members: form.getAll('members').join(' ') } } : done
    },
    close: fields(z.object({ id: z.string().max(40) }), async (ctx, _params, { id }): Promise<Done> => { await closeCrew(ctx, id); return { to: '/work/crews?done=1' } }),
  },
  head: (_data, { language }) => ({ title: workWords(language).crewsTitle, place: 'desk', hidden: true }),
  view: (units, view) => {
    const words = workWords(view.language)
    const t = words.crews
    return (
      <>
        {view.query.get('done') && !view.failed && <Said>{t.saved}</Said>}
        <PageHead title={words.crewsTitle} crumbs={[{ to: view.href('/work'), name: words.works }]}><p className="lead">{t.lead}</p></PageHead>
        {units.map((unit) => (
          <Section key={unit.id} title={unit.name} id={`unit-${unit.key}`}>
            {unit.crews.length === 0 && <p className="hint">{t.none}</p>}
            {unit.crews.map((each) => (
              <Card key={each.id} label={each.name}>
                <h3>{each.name}</h3>
                <p>{each.members.map((one) => one.name).join(', ') || t.nobody}</p>
                {unit.mine && (
                  <>
                    <details className="unfold" open={view.failed?.values.of === `${unit.id} ${each.id}`}><summary>{t.edit}</summary><CrewForm unit={unit} its={each} view={view} /></details>
                    <ActionForm does="close" className="inline"><input type="hidden" name="id" value={each.id} /><button type="submit" className="btn quiet" aria-label={t.closeOf(each.name)}><Icon name="no" />{t.close}</button></ActionForm>
                  </>
                )}
              </Card>
            ))}
            {unit.mine && <details className="fold" open={unit.crews.length === 0 || view.failed?.values.of === `${unit.id} `}><summary><Icon name="plus" /> {t.new}</summary><CrewForm unit={unit} view={view} /></details>}
          </Section>
        ))}
      </>
    )
  },
})

function CrewForm({ unit, its, view }: { unit: { id: string; people: Official[] }; its?: Crew; view: View }) {
  const words = workWords(view.language)
  const t = words.crews
  const mine = view.failed?.values.of === `${unit.id} ${its?.id ?? ''}` ? view.failed : undefined
  const members = mine ? mine.values.members?.split(' ') ?? [] : its?.members.map((each) => each.id) ?? []
  return (
    <ActionForm does="keep" label={its?.name ?? t.new}>
      <ErrorSummary failed={mine} does="keep" labels={{ name: t.name, members: t.members }} words={words.problems} language={view.language} />
      <input type="hidden" name="unitId" value={unit.id} /><input type="hidden" name="id" value={its?.id ?? ''} />
      <div className="field"><label htmlFor={`name-${unit.id}-${its?.id ?? ''}`}>{t.name}</label><input id={`name-${unit.id}-${its?.id ?? ''}`} name="name" defaultValue={mine?.values.name ?? its?.name ?? ''} maxLength={80} required aria-invalid={mine?.problems.name ? true : undefined} /></div>
      <fieldset className="field"><legend>{t.members}</legend><div className="choices">{unit.people.map((each) => <Checkbox key={each.id} name="members" value={each.id} label={each.name} checked={members.includes(each.id)} />)}</div></fieldset>
      <p className="actions"><Button icon="check">{t.save}</Button></p>
    </ActionForm>
  )
}
