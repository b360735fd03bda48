import { fields, page, type View } from '#core/http/page.ts'
import { z } from 'zod'
import { ago } from '#core/text/format.ts'
import { ActionForm, Button, Choice } from '#ui/form.tsx'
import { Empty, Fact, LinkButton, PageHead } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { chooseRhythm, type Followed, followWith, myFollows, rhythmForm, rhythms, stopFollowing } from '../my-follows.server.ts'
import { noticesWords } from '../texts/index.ts'

export default page('/me/follows', {
  read: (ctx) => myFollows(ctx),
  forms: {
    all: fields(rhythmForm, (ctx, _params, { rhythm }) => chooseRhythm(ctx, rhythm)),
    one: fields(rhythmForm.extend({ subject: z.uuid() }), (ctx, _params, { subject, rhythm }) => followWith(ctx, subject, rhythm)),
    stop: fields(z.object({ subject: z.uuid() }), (ctx, _params, { subject }) => stopFollowing(ctx, subject)),
  },
  head: (_data, { language }) => ({ title: noticesWords(language).follows, place: 'me', hidden: true }),
  view: ({ rhythm, email, follows }, view) => {
    const t = noticesWords(view.language)
    return (
      <>
        <PageHead title={t.follows} crumbs={[{ to: view.href('/me/notices'), name: t.title }]}><p className="lead">{t.followsLead}</p></PageHead>
        <details className="fold" open={view.failed?.form === 'all'}>
          <summary>{t.howAll}: {t.rhythm[rhythm].toLowerCase()}</summary>
          <ActionForm does="all">
            <Choice does="all" name="rhythm" label={t.howAll} hint={t.howAllHint(email)} value={rhythm} failed={view.failed} language={view.language}
              options={rhythms.map((each) => ({ value: each, label: t.rhythm[each], hint: t.rhythmHint[each] }))} />
            <p className="actions"><Button kind="main">{t.useForAll}</Button></p>
          </ActionForm>
        </details>
        {follows.length === 0
          ? <Empty icon="follow" action={<LinkButton to={view.href('/ideas')} kind="main">{t.noneAction}</LinkButton>}>{t.noFollows}</Empty>
          : <ul className="card rows">{follows.map((each) => <li key={each.subjectId}><Row its={each} view={view} /></li>)}</ul>}
      </>
    )
  },
})

function Row({ its, view }: { its: Followed; view: View }) {
  const t = noticesWords(view.language)
  return (
    <div className="t">
      <a href={view.href(its.path)}>{its.title}</a>
      <p className="meta"><StageMark stage={its.stage} language={view.language} /><Fact icon="clock">{t.movedAt(ago(its.movedAt, view.language, view.now))}</Fact><span>{t.why[its.why]}</span></p>
      <details className="unfold">
        <summary aria-label={`${t.rhythm[its.rhythm]}: ${its.title}`}>{t.rhythm[its.rhythm]}</summary>
        <div className="stack">
          <ActionForm does="one" label={`${t.change}: ${its.title}`}>
            <input type="hidden" name="subject" value={its.subjectId} />
            <div className="choices">
              {rhythms.map((each) => <label key={each} className="choice"><input type="radio" name="rhythm" value={each} defaultChecked={each === its.rhythm} /><span>{t.rhythm[each]}</span></label>)}
            </div>
            <p className="actions"><Button small>{t.change}</Button></p>
          </ActionForm>
          <ActionForm does="stop" className="inline"><input type="hidden" name="subject" value={its.subjectId} /><Button small kind="danger" icon="bellOff">{t.stop}</Button></ActionForm>
        </div>
      </details>
    </div>
  )
}
