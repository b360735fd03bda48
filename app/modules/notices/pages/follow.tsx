import { addressOf } from '#core/http/asker-address.server.ts'
import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextField } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { addressForm, askToFollow } from '../follow-by-mail.server.ts'
import { followWith, rhythmForm, rhythms, showFollow, stopFollowing } from '../my-follows.server.ts'
import { noticesWords } from '../texts/index.ts'

export default page('/follow/:subjectId', {
  read: (ctx, { subjectId }) => showFollow(ctx, subjectId),
  forms: {
    mail: fields(addressForm, async (ctx, { subjectId }: { subjectId: string }, input, more) => await askToFollow(ctx, subjectId, input, addressOf(more.request)) ?? { to: `/follow/${subjectId}?asked=yes` }),
    rhythm: fields(rhythmForm, async (ctx, { subjectId }: { subjectId: string }, { rhythm }) => { await followWith(ctx, subjectId, rhythm); return { to: (await showFollow(ctx, subjectId)).path } }),
    stop: async (ctx, { subjectId }) => { await stopFollowing(ctx, subjectId); return { to: (await showFollow(ctx, subjectId)).path } },
  },
  head: ({ title }, { language }) => ({ title: `${noticesWords(language).followTitle}: ${title}`, place: 'participate', hidden: true }),
  view: (its, view) => {
    const t = noticesWords(view.language)
    const crumbs = [{ to: view.href(its.path), name: its.title }]
    if (view.query.get('asked')) return (
      <>
        <PageHead title={t.askedTitle} crumbs={crumbs} />
        <Said>{t.asked}</Said>
        <p className="actions"><LinkButton to={view.href(its.path)}>{t.backTo}</LinkButton></p>
      </>
    )
    return (
      <>
        <PageHead title={t.followTitle} crumbs={crumbs} />
        <Card label={its.title}><b>{its.title}</b><p><StageMark stage={its.stage} language={view.language} /></p></Card>
        {view.me ? (
          <>
            {its.rhythm && <p>{t.youFollow}</p>}
            <ActionForm does="rhythm" plain>
              <Choice does="rhythm" name="rhythm" label={t.followMine} value={its.rhythm ?? 'daily'} failed={view.failed} language={view.language}
                options={rhythms.map((each) => ({ value: each, label: t.rhythm[each], hint: t.rhythmHint[each] }))} />
              <p className="actions"><Button kind="main" icon="follow">{its.rhythm ? t.save : t.start}</Button></p>
            </ActionForm>
            {its.rhythm && <ActionForm does="stop" className="inline" plain><Button kind="danger" icon="bellOff">{t.stop}</Button></ActionForm>}
          </>
        ) : (
          <>
            <p>{t.followGuest}</p>
            <ActionForm does="mail">
              <ErrorSummary failed={view.failed} does="mail" labels={{ email: t.email }} language={view.language} />
              <TextField does="mail" name="email" type="email" label={t.email} hint={t.emailHint} autoComplete="email" failed={view.failed} language={view.language} />
              <Choice does="mail" name="rhythm" label={t.when} value="atOnce" failed={view.failed} language={view.language}
                options={(['atOnce', 'daily'] as const).map((each) => ({ value: each, label: t.rhythm[each], hint: t.rhythmHint[each] }))} />
              <p className="actions"><Button kind="main" icon="follow">{t.followByMail}</Button><LinkButton to={view.href(`/sign-in?to=${encodeURIComponent(view.path)}`)} kind="quiet">{t.signInInstead}</LinkButton></p>
            </ActionForm>
          </>
        )}
      </>
    )
  },
})
