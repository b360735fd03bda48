import type { Ctx } from '#core/context/context.server.ts'
import { type Done, readFields, page, type View } from '#core/http/page.ts'
import { takePhotos } from '#core/files/form-photos.server.ts'
import { dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextArea } from '#ui/form.tsx'
import { Fact, PageHead, Prose, Said, Section } from '#ui/layout.tsx'
import { answerAsPartner, forwardOfLink, partnerAnswer, showToPartner } from '../hear.server.ts'
import { forwardingWords } from '../texts/index.ts'

type P = { token: string }

async function read(ctx: Ctx, { token }: P, query: URLSearchParams) {
  return { ...await showToPartner(ctx, token), municipality: inLanguage(ctx.municipality.name, ctx.language), kept: query.has('kept') }
}

/** A partner reads a forwarded report and tells how it goes, by the link in its letter and without an account. */
export default page('/partner/:token', {
  read,
  forms: {
    answer: Object.assign(async (ctx: Ctx, { token }: P, form: FormData, { waited }: { waited?: unknown }): Promise<Done> => {
      const its = readFields(partnerAnswer, form), photos = waited as Awaited<ReturnType<typeof takePhotos>>
      if ('problems' in its || Object.keys(photos.problems).length) return { problems: { ...('problems' in its ? its.problems : {}), ...photos.problems }, values: photos.values }
      await answerAsPartner(ctx, token, its.input, photos.pictures)
      return { to: `/partner/${token}?kept` }
    }, { before: async (ctx: Ctx, { token }: P, form: FormData) => { await forwardOfLink(ctx, token); return takePhotos(ctx, form) } }), // only a partner's photos are taken in, with no transaction open
  },
  head: (_its, { language }) => ({ title: forwardingWords(language).page.title, hidden: true }),
  view: (its, view) => <Partner its={its} view={view} />,
})

function Partner({ its, view }: { its: Awaited<ReturnType<typeof read>>; view: View<'answer'> }) {
  const words = forwardingWords(view.language), t = words.page, { told } = its
  const common = { does: 'answer', failed: view.failed, language: view.language, words: t.problems }
  return (
    <div className="stack wide">
      <PageHead title={told.category}><p className="lead">{t.lead(its.partner, its.municipality)}</p><p className="meta"><span>{words.letter.reference}: {told.reference}</span>{told.place && <Fact icon="place">{told.place}</Fact>}<Fact icon="clock">{dayAndTime(told.sentAt, view.language, view.now)}</Fact></p></PageHead>
      {its.kept && <Said>{t.kept}</Said>}
      <Prose text={told.text} />
      {told.answers.length > 0 && <dl className="facts">{told.answers.map((each) => <div key={each.label}><dt>{each.label}</dt><dd>{each.value}</dd></div>)}</dl>}
      {told.words && <Prose text={told.words} />}
      {told.sender && <p>{words.letter.sender}: {[told.sender.name, told.sender.phone, told.sender.email].filter(Boolean).join(', ')}</p>}
      {told.latitude !== null && <p><a className="touch" href={`https://www.openstreetmap.org/?mlat=${told.latitude}&mlon=${told.longitude}#map=18/${told.latitude}/${told.longitude}`} rel="noreferrer">{t.onMap}: {told.latitude.toFixed(5)}, {told.longitude!.toFixed(5)}</a></p>}
      {told.pictures.filter((each) => each.role === '').length > 0 && told.subject.visibility === 'public' && <p className="pictures">{told.pictures.filter((each) => each.role === '').map((each) => <a key={each.id} href={view.href(each.large)}><img src={view.href(each.small)} alt={each.description} width={each.width} height={each.height} loading="lazy" /></a>)}</p>}
      {its.replies.length > 0 && <Section id="before" title={t.before}><ul className="card rows">{its.replies.map((each) => <li key={each.id}><div className="t"><b>{each.said === 'undelivered' ? words.forward.undelivered : t.said[each.said]}</b>{each.text && <p className="prose">{each.text}</p>}<p className="meta"><time dateTime={each.at.toISOString()}>{dayAndTime(each.at, view.language, view.now)}</time></p></div></li>)}</ul></Section>}
      {its.open ? (
        <ActionForm does="answer" upload>
          <ErrorSummary failed={view.failed} does="answer" labels={t.labels} words={t.problems} language={view.language} />
          <Choice {...common} name="said" label={t.how} options={(['underWay', 'done', 'notOurs', 'note'] as const).map((value) => ({ value, label: t.said[value] }))} />
          <TextArea {...common} name="text" label={t.text} hint={t.textHint} rows={3} max={2000} optional />
          <div className="field"><label htmlFor="answer-photo1">{t.photo}</label><input type="file" id="answer-photo1" name="photo1" accept="image/jpeg,image/png,image/webp,image/gif,image/avif" /></div>
          <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p>
        </ActionForm>
      ) : <Said>{t.closed}</Said>}
    </div>
  )
}
