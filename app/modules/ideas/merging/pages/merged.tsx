import { z } from 'zod'
import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { Icon } from '#ui/icons.tsx'
import { StageMark } from '#ui/stage.tsx'
import { supportIdea } from '../../support.server.ts'
import { answerMergeQuestion, readQuestion } from '../question.server.ts'
import { mergingWords } from '../texts/index.ts'

export default page('/ideas/:ideaId/merged', {
  read: (ctx, { ideaId }) => readQuestion(ctx, ideaId),
  forms: {
    answer: fields(z.object({ answer: z.enum(['yes', 'no']) }), (ctx, params: { ideaId: string }, { answer }) => answerMergeQuestion(ctx, params.ideaId, answer === 'yes')),
    support: fields(z.object({ part: z.uuid('invalid') }), (ctx, _params, { part }) => supportIdea(ctx, part)),
  },
  head: (_its, { language }) => ({ title: mergingWords(language).merged.title, hidden: true, place: 'participate' }),
  view: (its, view) => {
    const t = mergingWords(view.language).merged
    const idea = (id: string) => view.href(`/ideas/${id}`)
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: idea(its.id), name: its.title }]} />
        <p className="lead">{its.parts.length > 0 ? t.splitLead(its.title) : t.mergedLead(its.title)}</p>
        {its.asked?.answered && <Said>{its.asked.moved && its.target ? t.movedNow(its.target.title) : t.stayed}</Said>}
        {its.target && (
          <Card {...(its.mayAnswer ? { tone: 'ask' as const } : {})} label={its.target.title}>
            {its.mayAnswer && <h2>{t.question(its.target.title)}</h2>}
            <p className="meta"><StageMark stage={its.target.stage} language={view.language} /><a href={idea(its.target.id)}>{its.target.title}</a></p>
            {its.mayAnswer && <ActionForm does="answer" label={t.question(its.target.title)}><div className="actions"><Button kind="main" icon="support" name="answer" value="yes">{t.yes}</Button><Button name="answer" value="no">{t.no}</Button></div></ActionForm>}
          </Card>
        )}
        {its.closed && <p>{t.closed}</p>}
        {its.parts.length > 0 && (
          <ul className="card rows">{its.parts.map((part) => (
            <li key={part.id}><div className="t"><a href={idea(part.id)}>{part.title}</a><p className="meta"><StageMark stage={part.stage} language={view.language} /></p>
              {part.supported ? <p><Icon name="check" /> {t.supported}</p> : part.open && its.maySupport && (
                <ActionForm does="support" className="inline" label={`${t.support}: ${part.title}`}><input type="hidden" name="part" value={part.id} /><Button icon="support">{t.support}</Button></ActionForm>
              )}</div></li>
          ))}</ul>
        )}
        {!its.signedIn && its.parts.length === 0 && <LinkButton to={view.href(`/sign-in?to=${encodeURIComponent(view.path)}`)} kind="main">{t.signIn}</LinkButton>}
        {its.signedIn && its.parts.length === 0 && !its.asked && <p className="meta">{t.notAsked}</p>}
        {its.signedIn && !its.maySupport && <p className="meta">{t.actingAs}</p>}
        <p><a href={idea(its.id)}>{t.toOld}</a></p>
      </>
    )
  },
})
