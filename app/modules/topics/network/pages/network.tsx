import { fields, page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ago } from '#core/text/format.ts'
import { ActionForm, Button, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Empty, Fact, PageHead, Prose, Said, Section } from '#ui/layout.tsx'
import { askForm, askNetwork, showNetwork } from '../ask.server.ts'
import { networkWords } from '../texts/index.ts'

/** A topic's network as officials see it, and the question to it. `?subject=` is what the question is about, when one comes from there. */
export default page('/topics/:topicId/network', {
  read: (ctx, { topicId }, query) => showNetwork(ctx, topicId, query.get('subject')),
  forms: { ask: fields(askForm, async (ctx, { topicId }: { topicId: string }, input) => { const done = await askNetwork(ctx, topicId, input); return 'problems' in done ? done : { to: withQuery(`/topics/${topicId}/network`, { sent: done.asked }) } }) },
  head: ({ name }, { language }) => ({ title: networkWords(language).titleOf(name), place: 'desk', hidden: true }),
  view: (its, view) => {
    const { language, failed } = view
    const t = networkWords(language)
    const field = { does: 'ask', failed, language, words: t.problems }
    const sent = Number(view.query.get('sent')) || 0
    return (
      <div className="stack wide">
        <PageHead title={t.titleOf(its.name)} crumbs={[{ to: view.href('/topics'), name: t.topics }, { to: view.href(`/topics/${its.id}`), name: its.name }]}><p className="lead">{t.lead}</p></PageHead>
        {sent > 0 && !failed && <Said>{t.sent(sent)}</Said>}
        <Section id="people" title={t.people}>
          {its.professionals.length === 0 ? <Empty icon="people">{t.nobodyYet}</Empty> : (
            <ul className="card rows">
              {its.professionals.map((each) => (
                <li key={each.id}><div className="t"><b>{each.name}</b><p className="meta"><Fact icon="work">{each.skill}</Fact><span>{each.hidden ? t.hidden : each.shown ? t.shown : t.onlyHere}</span></p>{each.offer && <p>{each.offer}</p>}</div></li>
              ))}
            </ul>
          )}
        </Section>
        {its.professionals.length > 0 && (
          <Section id="ask" title={t.ask}>
            {!its.may.ask ? <p>{t.onlyOfficials}</p> : its.about.length === 0 ? <p>{t.nothingToAsk}</p> : (
              <>
                <ErrorSummary failed={failed} does="ask" labels={t.labels} words={t.problems} language={language} />
                <ActionForm does="ask">
                  <Select {...field} name="subjectId" label={t.labels.subjectId!} hint={t.aboutHint} empty="–" options={its.about.map((each) => ({ value: each.id, label: each.title }))} value={view.query.get('subject') ?? undefined} />
                  <TextField {...field} name="title" label={t.labels.title!} max={120} autoComplete="off" />
                  <TextArea {...field} name="text" label={t.labels.text!} rows={6} max={3000} />
                  <p className="hint">{t.limits}</p>
                  <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p>
                </ActionForm>
              </>
            )}
          </Section>
        )}
        {its.questions.length > 0 && (
          <Section id="earlier" title={t.earlier}>
            <ul className="card rows">
              {its.questions.map((each) => (
                <li key={each.id}><div className="t"><b>{each.title}</b><p className="meta"><Fact icon="person">{each.by}</Fact><Fact icon="people">{t.askedFrom(each.asked)}</Fact><Fact icon="calendar">{ago(each.at, language, view.now)}</Fact></p>
                  {each.about && <p>{t.about} <a className="touch" href={view.href(each.about.path)}>{each.about.title}</a></p>}<Prose text={each.text} /></div></li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    )
  },
})
