import { Conflict, NotFound } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { PageHead, Prose } from '#ui/layout.tsx'
import { Steps } from '#ui/steps.tsx'
import { initiativeOf } from '../open.server.ts'
import { publishInitiative } from '../publish.server.ts'
import { toManage } from '../show.server.ts'
import { IdentifyPart } from '../signing/identify-part.tsx'
import { identification, identifyFor } from '../signing/identify.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** The author opens the initiative; of the referendum kind after the step of identification, which comes back here. */
export default page('/initiatives/:initiativeId/publish', {
  async read(ctx, { initiativeId }) {
    const its = await toManage(ctx, initiativeId)
    if (!its.acts.includes('publish')) throw new NotFound()
    return { ...its, identification: await identification(ctx, its.row.kind === 'referendum') }
  },
  forms: {
    identify: async (ctx, { initiativeId }, _form, more) => {
      if (!(await initiativeOf(ctx, initiativeId)).acts.has('publish')) throw new Conflict('notNow')
      return identifyFor(ctx, `/initiatives/${initiativeId}/publish`, more)
    },
    publish: async (ctx, { initiativeId }) => (await publishInitiative(ctx, initiativeId)) ?? { to: `/initiatives/${initiativeId}` },
  },
  head: (_its, { language }) => ({ title: initiativeWords(language).manage.publish, place: 'participate', hidden: true }),
  view(its, view) {
    const words = initiativeWords(view.language)
    const { needed, done } = its.identification
    return (
      <>
        <PageHead title={words.manage.publish} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }, { to: view.href(`/initiatives/${its.id}`), name: its.title }]} />
        {needed && <Steps names={[words.steps.start, words.steps.identify, words.steps.publish]} at={done ? 2 : 1} language={view.language} />}
        {needed && !done ? <IdentifyPart its={its.identification} lead={words.manage.publishIdentify} view={view} /> : (
          <ActionForm does="publish">
            {needed && view.me && <p className="meta"><Icon name="shield" /> {words.steps.identified(view.me.name)}</p>}
            <ErrorSummary failed={view.failed} does="publish" labels={{}} words={words.problems} language={view.language} />
            <p className="lead">{words.manage.publishText}</p>
            <div className="card stack"><h2>{its.title}</h2><Prose text={its.row.text} /><p className="meta">{its.author ? words.authorOf(its.author.name) : words.hiddenAuthor}</p></div>
            <p className="actions"><Button kind="main" icon="sign">{words.manage.publish}</Button></p>
          </ActionForm>
        )}
      </>
    )
  },
})
