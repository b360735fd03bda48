import { z } from 'zod'
import { isId } from '#core/context/ids.server.ts'
import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, PageHead, Said, Section } from '#ui/layout.tsx'
import { addStarterSynonyms, addSynonym, removeSynonym, synonymsToKeep } from '../synonyms.server.ts'
import { findWords } from '../texts/index.ts'

const pair = z.object({ said: z.string().trim().min(1, 'required').max(100, 'tooLong'), means: z.string().trim().min(1, 'required').max(100, 'tooLong') })

/** What people say and what it means here, and what was searched in vain. */
export default page('/admin/synonyms', {
  read: (ctx) => synonymsToKeep(ctx),
  forms: {
    add: fields(pair, async (ctx, _params, its) => (await addSynonym(ctx, its)) ?? { to: '/admin/synonyms?saved=1' }),
    remove: fields(z.object({ id: z.string().refine(isId, 'invalid') }), async (ctx, _params, { id }) => { await removeSynonym(ctx, id); return { to: '/admin/synonyms?removed=1' } }),
    start: async (ctx) => { await addStarterSynonyms(ctx); return { to: '/admin/synonyms?started=1' } },
  },
  head: (_data, { language }) => ({ title: findWords(language).synonyms.title, place: 'desk', hidden: true }),
  view({ kept, missed }, view) {
    const { language, failed, query } = view
    const t = findWords(language).synonyms
    const add = { does: 'add', failed, language, words: t.problems }
    const done = (['saved', 'removed', 'started'] as const).find((each) => query.has(each))
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.lead}</p></PageHead>
        {done && !failed && <Said>{t[done]}</Said>}
        <ActionForm does="add">
          <ErrorSummary failed={failed} does="add" labels={{ said: t.said, means: t.means }} words={t.problems} language={language} />
          <div className="pairs"><TextField {...add} name="said" label={t.said} hint={t.saidHint} value={query.get('said')?.slice(0, 100)} max={100} /><TextField {...add} name="means" label={t.means} hint={t.meansHint} max={100} /></div>
          <p className="actions"><Button kind="main" icon="plus">{t.add}</Button></p>
        </ActionForm>
        <Section id="missed" title={t.missed}>
          <p className="hint">{t.missedLead}</p>
          {missed.length === 0 ? <p>{t.noMissed}</p> : <ul className="card rows">{missed.map((each) => <li key={each.words}><div className="t"><b>{each.words}</b><small>{t.times(each.days, each.times)}</small></div><a className="btn small" href={view.href(`/admin/synonyms?said=${encodeURIComponent(each.words)}#add-said`)}>{t.teach}</a></li>)}</ul>}
        </Section>
        <Section id="all" title={t.all} more={kept.length > 0 && <ActionForm does="start" className="inline"><Button small>{t.start}</Button></ActionForm>}>
          {kept.length === 0 ? <Empty icon="search" action={<ActionForm does="start"><Button kind="main" icon="check">{t.start}</Button></ActionForm>}>{t.none}</Empty> : (
            <ul className="card rows">{kept.map((each) => (
              <li key={each.id}><div className="t"><span><b>{each.said}</b> <Icon name="arrow" /> {each.means}</span></div>
                <ActionForm does="remove" className="inline" label={t.remove(each.said)}><input type="hidden" name="id" value={each.id} /><button type="submit" className="btn quiet small">{t.removeIt}<span className="visually-hidden"> {each.said}</span></button></ActionForm></li>
            ))}</ul>
          )}
        </Section>
      </div>
    )
  },
})
