import { NotFound } from '#core/errors/errors.ts'
import { page, resource } from '#core/http/page.ts'
import { pdfOf } from '#core/documents/pdf.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { day, number } from '#core/text/format.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Card, PageHead } from '#ui/layout.tsx'
import { initiativeOf } from '../open.server.ts'
import { handingOver, paperOf } from '../paper.server.ts'
import { can } from '../permissions.ts'
import { registryOf } from '../population.server.ts'
import { answerDue } from '../rules/thresholds.ts'
import { sendInitiative } from '../send.server.ts'
import { toManage } from '../show.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** What sending means, said before it is done. */
export default page('/initiatives/:initiativeId/send', {
  async read(ctx, { initiativeId }) {
    const its = await toManage(ctx, initiativeId)
    if (!its.acts.includes('send')) throw new NotFound()
    return { ...its, registry: (await registryOf(ctx)).email !== null, due: answerDue(ctx.now) }
  },
  forms: { send: async (ctx, { initiativeId }) => (await sendInitiative(ctx, initiativeId)) ?? { to: `/initiatives/${initiativeId}` } },
  head: (_its, { language }) => ({ title: initiativeWords(language).sendPage.title, place: 'participate', hidden: true }),
  view(its, view) {
    const words = initiativeWords(view.language)
    const t = words.sendPage
    const { row } = its
    const two = row.threshold2
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }, { to: view.href(`/initiatives/${its.id}`), name: its.title }]}><p className="lead">{t.lead}</p></PageHead>
        <Card><h2>{t.gets}</h2><ul className="bullets"><li>{t.getsPaper}</li><li>{t.getsNames(number(Math.max(1, row.signers), view.language))}</li><li>{t.getsContact}</li></ul>
          {!its.registry && <p className="hint">{t.noRegistry}</p>}
          {row.collective && two !== null && <p>{row.residents >= two ? t.over : t.under(number(two - row.residents, view.language))}</p>}
          <p><b>{(row.crossed2At ? words.sent.due : words.sent.promise)(day(its.due, view.language, view.now))}</b></p></Card>
        <ActionForm does="send"><ErrorSummary failed={view.failed} does="send" labels={{}} words={words.problems} language={view.language} /><p className="actions"><Button kind="main" icon="routed">{t.button}</Button></p></ActionForm>
      </>
    )
  },
})

/** The registry's paper, for who sent it and who answers: it has every name. */
export const registryPaper = resource('/initiatives/:initiativeId/paper', {
  get: async (ctx, { initiativeId }) => {
    const its = await initiativeOf(ctx, initiativeId)
    allow(ctx, can.readPapers, its.thing)
    if (!its.row.sentAt) throw new NotFound()
    return new Response((await pdfOf(paperOf(ctx, await handingOver(ctx, its)))) as BodyInit, { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${initiativeWords(ctx.language).mail.fileName}.pdf"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } })
  },
})
