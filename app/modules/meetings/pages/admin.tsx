import { z } from 'zod'
import { fields, page, type View } from '#core/http/page.ts'
import { ago, dayAndTime } from '#core/text/format.ts'
import { inLanguage, languages } from '#core/text/language.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { ActionForm, Button, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { addBody, bodyForm, changeBody, removeBody } from '../bodies.server.ts'
import { addFeed, feedForm, feedsOf } from '../feeds/feeds.server.ts'
import { formats } from '../feeds/formats.ts'
import type { Feed } from '../feeds/plan.server.ts'
import { type Body, bodiesOf } from '../meeting.server.ts'
import { can } from '../permissions.ts'
import { meetingWords } from '../texts/index.ts'

async function administered(ctx: Ctx) {
  allow(ctx, can.administer)
  const [bodies, feeds, units] = await Promise.all([bodiesOf(ctx), feedsOf(ctx), unitsOf(ctx)])
  return { bodies, feeds, units: units.map((each) => ({ value: each.id, label: each.name })) }
}
type Data = Awaited<ReturnType<typeof administered>>
const saved = { to: '/admin/meetings?saved=1' }
const withId = bodyForm.extend({ id: z.string() })

/** Who meets, and where their agendas come from. */
export default page('/admin/meetings', {
  read: (ctx) => administered(ctx),
  forms: {
    addBody: fields(bodyForm, async (ctx, _params, input) => { const done = await addBody(ctx, input); return 'problems' in done ? done : saved }),
    changeBody: fields(withId, async (ctx, _params, { id, ...input }) => (await changeBody(ctx, id, input)) ?? saved),
    removeBody: fields(z.object({ id: z.string() }), async (ctx, _params, { id }) => (await removeBody(ctx, id)) ?? saved),
    addFeed: fields(feedForm, async (ctx, _params, input) => ({ to: `/admin/meetings/${(await addFeed(ctx, input)).id}` })),
  },
  head: (_data, { language }) => ({ title: meetingWords(language).admin.title, place: 'desk', hidden: true }),
  view: (its, view) => {
    const { language, failed } = view
    const t = meetingWords(language)
    const a = t.admin
    return (
      <div className="stack wide">
        <PageHead title={a.title} crumbs={[{ to: view.href('/admin'), name: a.back }]}><p className="lead">{a.lead}</p></PageHead>
        {view.query.has('saved') && !failed && <Said>{a.saved}</Said>}
        <Section id="bodies" title={a.bodiesTitle}>
          {(['changeBody', 'removeBody'] as const).map((does) => <ErrorSummary key={does} failed={failed} does={does} labels={{ nameFi: a.nameFi, nameSv: a.nameSv, nameEn: a.nameEn, form: '' }} words={t.problems} language={language} />)}
          {its.bodies.length === 0 && <p className="hint">{a.noBodies}</p>}
          {its.bodies.map((each) => <BodyForms key={each.id} its={each} data={its} view={view} />)}
          <details className="fold" open={its.bodies.length === 0 || failed?.form === 'addBody'}><summary>{a.addBody}</summary>
            <ErrorSummary failed={failed} does="addBody" labels={{ nameFi: a.nameFi, nameSv: a.nameSv, nameEn: a.nameEn }} words={t.problems} language={language} />
            <ActionForm does="addBody"><BodyFields does="addBody" data={its} view={view} /><p className="actions"><Button kind="main" icon="plus">{a.addBody}</Button></p></ActionForm>
          </details>
        </Section>
        <Section id="feeds" title={a.feedsTitle}>
          <p>{a.feedsText}</p>
          {its.feeds.length > 0 && <ul className="card rows">{its.feeds.map((each) => (
            <li key={each.id}><div className="t"><a className="go" href={view.href(`/admin/meetings/${each.id}`)}>{each.name}</a><FeedState its={each} view={view} /></div><Icon name="next" /></li>
          ))}</ul>}
          {its.bodies.length > 0 && (
            <details className="fold" open={its.feeds.length === 0 || failed?.form === 'addFeed'}><summary>{a.addFeed}</summary>
              <ErrorSummary failed={failed} does="addFeed" labels={{ name: a.name, format: a.format, url: a.url, language: a.language }} words={t.problems} language={language} />
              <ActionForm does="addFeed"><FeedFields does="addFeed" bodies={its.bodies} view={view} /><p className="actions"><Button kind="main" icon="plus">{a.addFeed}</Button></p></ActionForm>
            </details>
          )}
        </Section>
        <p className="actions"><LinkButton icon="calendar" to={view.href('/meetings')}>{t.meetings}</LinkButton></p>
      </div>
    )
  },
})

function BodyForms({ its, data, view }: { its: Body; data: Data; view: View }) {
  const t = meetingWords(view.language).admin
  const mine = view.failed?.form === 'changeBody' && view.failed.values.id === its.id
  return (
    <details className="fold" open={mine}><summary>{inLanguage(its.name, view.language)}<small className="hint">{data.units.find((each) => each.value === its.unitId)?.label ?? t.noUnit}</small></summary>
      <ActionForm does="changeBody" label={t.changeBody(inLanguage(its.name, view.language))}>
        <input type="hidden" name="id" value={its.id} />
        <BodyFields does="changeBody" its={its} data={data} view={mine ? view : { ...view, failed: undefined as never }} />
        <p className="actions"><Button icon="check">{t.save}</Button></p>
      </ActionForm>
      <div className="actions"><ActionForm does="removeBody"><input type="hidden" name="id" value={its.id} /><Button kind="quiet" icon="remove">{t.removeBody}</Button></ActionForm></div>
    </details>
  )
}
function BodyFields({ does, its, data, view }: { does: string; its?: Body; data: Data; view: View }) {
  const { language, failed } = view
  const t = meetingWords(language)
  const field = { does: its ? `${does}-${its.key}` : does, failed: failed?.form === does ? { ...failed, form: its ? `${does}-${its.key}` : does } : undefined, language, words: t.problems }
  return (
    <>
      <TextField {...field} name="nameFi" label={t.admin.nameFi} max={80} value={its?.name?.fi} />
      <div className="pairs"><TextField {...field} name="nameSv" label={t.admin.nameSv} max={80} value={its?.name?.sv} optional /><TextField {...field} name="nameEn" label={t.admin.nameEn} max={80} value={its?.name?.en} optional /></div>
      <Select {...field} name="unitId" label={t.admin.unit} hint={t.admin.unitHint} options={data.units} empty={t.admin.noUnit} value={its?.unitId ?? ''} />
    </>
  )
}

/** The settings of a feed. */
export function FeedFields({ does, its, bodies, view }: { does: string; its?: Feed; bodies: Body[]; view: View }) {
  const { language, failed } = view
  const t = meetingWords(language)
  const field = { does, failed, language, words: t.problems }
  return (
    <>
      <TextField {...field} name="name" label={t.admin.name} max={80} value={its?.name} />
      <Select {...field} name="format" label={t.admin.format} hint={t.admin.formatHint} options={Object.keys(formats).map((value) => ({ value, label: t.admin.formats[value] ?? value }))} value={its?.format ?? 'rss'} />
      <TextField {...field} name="url" type="url" inputMode="url" label={t.admin.url} hint={t.admin.urlHint} max={500} value={its?.url} optional />
      <div className="pairs">
        <Select {...field} name="bodyId" label={t.admin.feedBody} options={bodies.map((each) => ({ value: each.id, label: inLanguage(each.name, language) }))} empty={t.admin.fromRows} value={its?.bodyId ?? ''} />
        <Select {...field} name="language" label={t.admin.language} options={languages.map((value) => ({ value, label: t.admin.languages[value] ?? value }))} value={its?.language ?? language} />
      </div>
    </>
  )
}

/** How a feed does: when it last worked, and what was wrong if it did not. */
export function FeedState({ its, view }: { its: Feed; view: View }) {
  const t = meetingWords(view.language)
  const a = t.admin
  return (
    <>
      <p className="meta"><span className={`stage ${its.active ? 'is-service' : 'is-quiet'}`}><Icon name={its.active ? 'done' : 'neutral'} />{its.active ? a.on : its.url ? a.off : a.files}</span><span>{a.formats[its.format] ?? its.format}</span><span>{its.workedAt ? a.worked(ago(its.workedAt, view.language, view.now)) : a.never}</span></p>
      {its.error && its.triedAt && <p className="problem"><Icon name="no" /> <span>{a.failing(its.failures, ago(its.triedAt, view.language, view.now))}: {t.problems[its.error] ?? its.error} {its.active && its.nextAt && a.nextTry(dayAndTime(its.nextAt, view.language, view.now))}</span></p>}
    </>
  )
}
