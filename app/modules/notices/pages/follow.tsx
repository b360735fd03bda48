import { addressOf } from '#core/http/asker-address.server.ts'
import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextField } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { addressForm, askToFollow, mailRhythms } from '../follow-by-mail.server.ts'
import { type Followable, followWith, howForm, howOf, showFollow, stopFollowing } from '../followable.server.ts'
import { HowFields } from '../how-fields.tsx'
import { noticesWords } from '../texts/index.ts'

/** The page where one follows a thing: with an account as one likes, without one by e-mail. */
const followPage = <P extends string>(path: P, which: (param: string) => Followable) => {
  const of = (params: object) => which(Object.values(params)[0] as string)
  const here = (params: object) => path.replace(/:\w+$/, encodeURIComponent(Object.values(params)[0] as string))
  return page(path, {
    read: (ctx, params) => showFollow(ctx, of(params)),
    forms: {
      mail: fields(addressForm, async (ctx, params: object, input, more) => await askToFollow(ctx, of(params), input, addressOf(more.request)) ?? { to: `${here(params)}?asked=yes` }),
      rhythm: fields(howForm, async (ctx, params: object, how) => { await followWith(ctx, of(params), howOf(how)); return { to: (await showFollow(ctx, of(params))).path } }),
      stop: async (ctx, params) => { await stopFollowing(ctx, of(params)); return { to: (await showFollow(ctx, of(params))).path } },
    },
    head: ({ title, stage }, { language }) => ({ title: `${stage ? noticesWords(language).followTitle : noticesWords(language).followNew}: ${title}`, place: 'participate', hidden: true }),
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
          <PageHead title={its.stage ? t.followTitle : t.followNew} crumbs={crumbs} />
          <Card label={its.title}><b>{its.title}</b>{its.stage && <p><StageMark stage={its.stage} language={view.language} sign={its.sign} /></p>}</Card>
          {view.me ? (
            <>
              {its.mine && <p>{t.youFollow}</p>}
              <ActionForm does="rhythm" plain>
                <HowFields does="rhythm" value={its.mine ?? { rhythm: 'weekly', byMail: true, byPush: true }} label={t.followMine} view={view} />
                <p className="actions"><Button kind="main" icon="follow">{its.mine ? t.save : t.start}</Button></p>
              </ActionForm>
              {its.mine && <ActionForm does="stop" className="inline" plain><Button kind="danger" icon="bellOff">{t.stop}</Button></ActionForm>}
            </>
          ) : (
            <>
              <p>{its.stage ? t.followGuest : t.followGuestNew}</p>
              <ActionForm does="mail">
                <ErrorSummary failed={view.failed} does="mail" labels={{ email: t.email }} language={view.language} />
                <TextField does="mail" name="email" type="email" label={t.email} hint={t.emailHint} autoComplete="email" failed={view.failed} language={view.language} />
                <Choice does="mail" name="rhythm" label={t.followMine} value={its.stage ? 'atOnce' : 'weekly'} failed={view.failed} language={view.language}
                  options={mailRhythms.map((each) => ({ value: each, label: t.rhythm[each], hint: t.rhythmHint[each] }))} />
                <p className="actions"><Button kind="main" icon="follow">{t.followByMail}</Button><LinkButton to={view.href(`/sign-in?to=${encodeURIComponent(view.path)}`)} kind="quiet">{t.signInInstead}</LinkButton></p>
              </ActionForm>
            </>
          )}
        </>
      )
    },
  })
}

export const followPages = [
  followPage('/follow/:subjectId', (subjectId) => ({ subjectId })), followPage('/follow/topic/:topicId', (topicId) => ({ topicId })),
  followPage('/follow/area/:area', (area) => ({ area })), followPage('/follow/unit/:unitId', (unitId) => ({ unitId })),
]
