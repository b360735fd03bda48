import { z } from 'zod'
import { fields, page, type View } from '#core/http/page.ts'
import { distance } from '#core/text/format.ts'
import { PlaceField } from '#modules/ideas/ui'
import { ActionForm, Button, Choice, ErrorSummary, TextField } from '#ui/form.tsx'
import { Empty, Fact, PageHead, Said, Section } from '#ui/layout.tsx'
import { forgetPlace, myPlaces, placeForm, radii, savePlace } from '../places.server.ts'
import { topicsWords } from '../texts/index.ts'

/** The surroundings that I follow: home, the summer cottage, a child's school. */
export default page('/me/places', {
  read: (ctx) => myPlaces(ctx),
  forms: {
    save: fields(placeForm, async (ctx, _params, input) => { const made = await savePlace(ctx, input); return 'problems' in made ? made : { to: '/me/places?saved=1' } }),
    forget: fields(z.object({ id: z.string() }), async (ctx, _params, { id }) => { await forgetPlace(ctx, id); return { to: '/me/places?forgotten=1' } }),
  },
  head: (_data, { language }) => ({ title: topicsWords(language).places.title, place: 'me', hidden: true }),
  view: ({ places, known }, view) => {
    const t = topicsWords(view.language)
    const p = t.places
    const form = { does: 'save', failed: view.failed, language: view.language, words: p.problems }
    return (
      <div className="stack wide">
        <PageHead title={p.title} crumbs={[{ to: view.href('/me'), name: t.me }]}><p className="lead">{p.lead}</p></PageHead>
        {view.query.has('saved') && !view.failed && <Said>{p.saved}</Said>}{view.query.has('forgotten') && !view.failed && <Said>{p.forgotten}</Said>}
        {places.length === 0 ? <Empty icon="place">{p.none}</Empty> : (
          <ul className="card rows">
            {places.map((each) => (
              <li key={each.id}><div className="t"><b>{each.name}</b>
                <p className="meta"><Fact icon="place">{p.within(distance(each.metres, view.language))}</Fact><Fact icon="bell">{t.rhythm[each.rhythm]}</Fact></p>
                <div className="actions"><a className="btn small" href={`?${new URLSearchParams({ change: each.id })}#add`}>{t.change}</a><ActionForm does="forget" className="inline" label={p.forgetOf(each.name)}><input type="hidden" name="id" value={each.id} /><Button small icon="remove">{p.forget}</Button></ActionForm></div></div></li>
            ))}
          </ul>
        )}
        <Add its={places.find((each) => each.id === view.query.get('change'))} known={known} form={form} view={view} />
      </div>
    )
  },
})

function Add({ its, known, form, view }: { its: Awaited<ReturnType<typeof myPlaces>>['places'][number] | undefined; known: string[]; form: { does: string; failed: View['failed']; language: View['language']; words: Record<string, string> }; view: View }) {
  const t = topicsWords(view.language)
  const p = t.places
  return (
    <Section id="add" title={its ? p.changeOf(its.name) : p.add}>
      <ErrorSummary failed={view.failed} does="save" labels={p.labels} words={p.problems} language={view.language} />
      <ActionForm does="save">
        <TextField {...form} name="name" label={p.labels.name!} hint={p.nameHint} value={its?.name} max={60} autoComplete="off" />
        <PlaceField does="save" view={view} label={p.labels.place!} hint={its ? p.placeKept : p.placeHint} places={known} words={p.problems} longitude={its?.longitude ?? null} latitude={its?.latitude ?? null} />
        <Choice {...form} name="metres" label={p.labels.metres!} value={String(its?.metres ?? 2000)} row options={radii.map((each) => ({ value: String(each), label: distance(each, view.language) }))} />
        <Choice {...form} name="rhythm" label={p.labels.rhythm!} value={its?.rhythm ?? 'weekly'} row options={(['atOnce', 'daily', 'weekly', 'inApp'] as const).map((each) => ({ value: each, label: t.rhythm[each] }))} />
        <p className="hint">{p.private}</p>
        <p className="actions"><Button kind="main" icon="place">{p.save}</Button></p>
      </ActionForm>
    </Section>
  )
}
