import { isProblems } from '#core/errors/errors.ts'
import { fields, page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { initiativeWords } from '../texts/index.ts'
import { showNew, startInitiative, writing } from '../write.server.ts'
import { WriteForm } from '../write-form.tsx'

export default page('/initiatives/new', {
  read: (ctx, _params, query) => showNew(ctx, query),
  forms: { write: fields(writing, async (ctx, _params, input) => { const done = await startInitiative(ctx, input); return isProblems(done) ? done : { to: `/initiatives/${done.id}` } }) },
  head: (_its, { language }) => ({ title: initiativeWords(language).write.title, description: initiativeWords(language).write.lead, place: 'participate' }),
  view(its, view) {
    const t = initiativeWords(view.language)
    return (
      <>
        <PageHead title={t.write.title} crumbs={[{ to: view.href('/initiatives'), name: t.initiatives }]}><p className="lead">{t.write.lead} <a href={view.href('/initiatives/how')}>{t.how}</a></p></PageHead>
        {view.me
          ? <WriteForm its={{ ...its, way: 'together', membership: view.me.as ? 'community' : 'resident', shown: 'yes', contact: '' }} view={view} />
          : <div className="card ask stack"><p>{t.write.signInText}</p><p className="actions"><LinkButton kind="main" to={view.href(withQuery('/sign-in', { to: view.path + (view.query.size ? `?${view.query}` : '') }))}>{t.write.signIn}</LinkButton></p></div>}
      </>
    )
  },
})
