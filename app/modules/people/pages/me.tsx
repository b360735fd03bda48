import { z } from 'zod'
import { emailField } from '#core/http/form-fields.ts'
import { ago } from '#core/text/format.ts'
import { addressOf } from '#core/http/asker-address.server.ts'
import { fields, page } from '#core/http/page.ts'
import { stageSign } from '#core/trail/kind.ts'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { Empty, Fact, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { askToChangeEmail } from '../change-email.server.ts'
import { changeProfile, profileFields, showMe } from '../profile.server.ts'
import { peopleWords } from '../texts/index.ts'

const Tile = ({ to, icon, name, hint }: { to: string; icon: IconName; name: string; hint: string }) => <a className="tile" href={to}><Icon name={icon} /><b>{name}</b><small>{hint}</small></a>

export default page('/me', {
  read: showMe,
  forms: {
    profile: fields(profileFields, async (ctx, _params, input) => await changeProfile(ctx, input) ?? { to: '/me?saved=profile' }),
    email: fields(z.object({ email: emailField }), async (ctx, _params, { email }, more) => await askToChangeEmail(ctx, email, addressOf(more.request)) ?? { to: '/me?saved=email' }),
  },
  head: (_data, { language }) => ({ title: peopleWords(language).me.title, hidden: true, place: 'me' }),
  view: ({ profile, places, home, identified, represents, ideas }, view) => {
    const t = peopleWords(view.language).me
    const saved = view.query.get('saved')
    const links = [
      ['/me/notices', 'bell', t.notices, t.unread(profile.unread)], ['/me/follows', 'follow', t.follows, t.followsCount(profile.follows)], ['/me/places', 'place', t.places, t.placesHint], ['/me/organisations', 'organisation', t.organisations, t.organisationsHint(represents)],
      ['/me/sign-in', 'key', t.signIn, t.signInHint], ['/me/data', 'download', t.data, t.dataHint],
    ] as const
    return (
      <div className="stack wide">
        <PageHead title={profile.name}>{identified && <p className="meta"><Fact icon="shield">{t.identified}</Fact></p>}</PageHead>
        {saved && <Said>{saved === 'email' ? t.emailSent : saved === 'address' ? t.emailChanged : t.saved}</Said>}
        <Section title={t.myIdeas} id="mine">
          {ideas.length === 0 ? <Empty icon="idea" action={<LinkButton to={view.href('/ideas/new')} kind="main">{t.firstIdea}</LinkButton>}>{t.noIdeas}</Empty> : (
            <ul className="card rows">
              {ideas.map((idea) => (
                <li key={idea.id}><div className="t">
                  <a href={view.href(idea.path)}>{idea.title}</a>
                  <p className="meta">{idea.visibility === 'public' ? <StageMark stage={idea.stage} language={view.language} sign={stageSign(idea.kind, idea.stage, view.language)} /> : <span className="stage is-quiet">{t.visibility[idea.visibility]}</span>}{idea.late && <LateMark language={view.language} />}
                    {idea.organisation && <Fact icon="organisation">{t.inName(idea.organisation)}</Fact>}<Fact icon="support">{t.supports(idea.supports)}</Fact>{idea.comments > 0 && <Fact icon="comment">{t.comments(idea.comments)}</Fact>}<Fact icon="calendar">{ago(idea.movedAt, view.language, view.now)}</Fact></p>
                </div></li>
              ))}
            </ul>
          )}
          {profile.ideas > ideas.length && <p>{t.more(profile.ideas - ideas.length)}</p>}
        </Section>
        <ul className="tiles">{links.map(([to, icon, name, hint]) => <li key={to}><Tile to={view.href(to)} icon={icon} name={name} hint={hint} /></li>)}</ul>
        <Section title={t.profile} id="profile">
          <ActionForm does="profile">
            <ErrorSummary failed={view.failed} does="profile" labels={{ name: t.name, home: t.home }} language={view.language} />
            <TextField does="profile" name="name" label={t.name} hint={t.nameHint} value={profile.name} autoComplete="name" max={80} failed={view.failed} language={view.language} />
            <Choice does="profile" name="rhythm" label={t.rhythm} value={profile.rhythm} failed={view.failed} language={view.language} options={(['atOnce', 'daily', 'weekly', 'inApp'] as const).map((value) => ({ value, label: t.rhythms[value][0], hint: t.rhythms[value][1] }))} />
            <Select does="profile" name="language" label={t.language} value={profile.language} failed={view.failed} language={view.language} options={(['fi', 'sv', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))} />
            {places.length > 0 && <Select does="profile" name="home" label={t.home} hint={t.homeHint} value={home} empty={t.homeUntold} failed={view.failed} language={view.language} options={places.map((each) => ({ value: each.id, label: each.name }))} />}
            <div className="actions"><Button kind="main">{t.save}</Button></div>
          </ActionForm>
        </Section>
        <Section title={t.email} id="email">
          <p>{profile.email ?? t.noEmail}</p>
          <details className="fold" open={view.failed?.form === 'email'}><summary>{profile.email ? t.changeEmail : t.addEmail}</summary>
            <ActionForm does="email">
              <ErrorSummary failed={view.failed} does="email" labels={{ email: t.newEmail }} words={t.problems} language={view.language} />
              <TextField does="email" name="email" type="email" label={t.newEmail} hint={t.emailHint} autoComplete="email" words={t.problems} failed={view.failed} language={view.language} />
              <div className="actions"><Button icon="mail">{t.sendConfirm}</Button></div>
            </ActionForm>
          </details>
        </Section>
        <ActionForm does="out" to={view.href('/sign-out')} plain className="actions"><Button icon="out">{t.signOut}</Button></ActionForm>
      </div>
    )
  },
})
