import { NotFound } from '#core/errors/errors.ts'
import { fields, page } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { keyInput, makeKey, myKeys, newKey, revokeKey } from '../keys.server.ts'
import { openDataWords } from '../texts/index.ts'

/** Keys with which programs write in my name. A new key is shown to its maker for ten minutes. */
export default page('/me/tokens', {
  read: async (ctx, _params, query) => ({ keys: await myKeys(ctx), made: query.has('made') ? await newKey(ctx, query.get('made')) : null }),
  forms: {
    make: fields(keyInput, async (ctx, _params, input) => {
      const made = await makeKey(ctx, input)
      return 'problems' in made ? made : { to: `/me/tokens?made=${made.id}` }
    }),
    revoke: async (ctx, _params, form) => {
      const id = form.get('id')
      if (typeof id !== 'string') throw new NotFound()
      await revokeKey(ctx, id)
    },
  },
  head: (_data, { language }) => ({ title: openDataWords(language).keys.title, place: 'me', hidden: true }),
  view: ({ keys, made }, view) => {
    const { language, failed } = view
    const t = openDataWords(language).keys
    const words = { tooMany: t.tooMany }
    return (
      <div className="stack">
        <PageHead title={t.title} crumbs={[{ to: view.href('/me'), name: t.me }]}><p className="lead">{t.lead}</p></PageHead>
        {made && <><Said>{t.made}</Said><p className="card scroller"><code>{made}</code></p></>}
        <Section title={t.yours} id="keys">
          {keys.length === 0 ? <Empty icon="key">{t.none}</Empty> : (
            <ul className="card rows">{keys.map((key) => (
              <li key={key.id}><div className="t"><b>{key.name}</b>
                <p className="meta"><Fact icon="calendar">{t.madeAt} {day(key.createdAt, language, view.now)}</Fact><Fact icon="clock">{key.lastUsedAt ? `${t.used} ${day(key.lastUsedAt, language, view.now)}` : t.neverUsed}</Fact>{key.as && <Fact icon="organisation">{t.as(key.as)}</Fact>}</p>
                <ActionForm does="revoke" className="inline" label={`${t.revoke}: ${key.name}`}><input type="hidden" name="id" value={key.id} /><Button kind="danger" small icon="remove">{t.revoke}</Button></ActionForm>
              </div></li>
            ))}</ul>
          )}
        </Section>
        <Card label={t.make}>
          <ErrorSummary failed={failed} does="make" labels={{ name: t.name }} words={words} language={language} />
          <ActionForm does="make"><TextField does="make" name="name" label={t.name} hint={t.nameHint} failed={failed} words={words} language={language} max={80} /><p className="actions"><Button kind="main" icon="key">{t.make}</Button></p></ActionForm>
        </Card>
        <p className="actions"><LinkButton to={view.href('/api')} kind="quiet" icon="linked">{t.toApi}</LinkButton></p>
      </div>
    )
  },
})
