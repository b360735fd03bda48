import { z } from 'zod'
import { isId } from '#core/context/ids.server.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, Select } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Empty, Fact, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { stepCategory } from '../../keep.server.ts'
import { addStarter } from '../../starter.server.ts'
import { categoriesToKeep } from '../read.server.ts'
import { TryBox } from '../try-box.tsx'
import { keepWords } from '../texts/index.ts'

const stepForm = z.object({ id: z.string().refine(isId, 'invalid'), way: z.enum(['up', 'down'], 'invalid') })

/** What map feedback is sorted by, in the order in which it is offered; a municipality without any starts here. */
export default page('/admin/feedback', {
  read: (ctx) => categoriesToKeep(ctx),
  forms: {
    step: fields(stepForm, async (ctx, _params, { id, way }) => { await stepCategory(ctx, id, way); return { to: `/admin/feedback?moved=1#c-${id}` } }),
    start: fields(z.object({ unitId: z.uuid('required') }), async (ctx, _params, { unitId }) => (await addStarter(ctx, unitId)) ?? { to: '/admin/feedback?started=1' }),
  },
  head: (_data, { language }) => ({ title: keepWords(language).title, place: 'desk', hidden: true }),
  view: (its, view) => {
    const { language, query, failed } = view
    const t = keepWords(language)
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.lead}</p></PageHead>
        {query.has('started') && !failed && <Said>{t.started}</Said>}
        {query.has('moved') && !failed && <Said>{t.moved} {t.soon}</Said>}
        {its.categories.length === 0 ? <Start its={its} view={view} /> : (
          <>
            <p className="actions"><LinkButton kind="main" to={view.href('/admin/feedback/new')} icon="plus">{t.add}</LinkButton></p>
            <ul className="rows">{its.categories.map((each, i) => <Row key={each.id} each={each} first={i === 0} last={i === its.categories.length - 1} view={view} />)}</ul>
            <TryBox sought={its.categories.filter((each) => !each.closedAt)} view={view} />
          </>
        )}
      </div>
    )
  },
})

type Its = Awaited<ReturnType<typeof categoriesToKeep>>

function Row({ each, first, last, view }: { each: Its['categories'][number]; first: boolean; last: boolean; view: View }) {
  const { language } = view
  const t = keepWords(language)
  const name = inLanguage(each.name, language)
  return (
    <li id={`c-${each.id}`}>
      <Icon name={each.icon as IconName} />
      <div className="t">
        <a href={view.href(`/admin/feedback/${each.id}`)}>{name}</a>
        <p className="meta">
          {each.group && <span>{inLanguage(each.group, language)}</span>}<Fact icon="official">{inLanguage(each.unit, language)}</Fact>{!each.stopper && <Fact icon="clock">{t.inDays(each.promisedDays)}</Fact>}{each.open > 0 && <Fact icon="inbox">{t.open(each.open)}</Fact>}
          {each.private && <Fact icon="hidden">{t.isPrivate}</Fact>}{each.stopper && <Fact icon={each.stopper.kind === 'danger' ? 'danger' : 'routed'}>{t.stops[each.stopper.kind]}</Fact>}{each.closedAt && <Fact icon="no">{t.closed}</Fact>}
        </p>
      </div>
      <div className="actions">
        {(['up', 'down'] as const).map((way) => (way === 'up' ? first : last) ? null : (
          <ActionForm key={way} does="step" className="inline" label={t[way](name)}><input type="hidden" name="id" value={each.id} /><input type="hidden" name="way" value={way} /><button type="submit" className="btn quiet"><Icon name={way} /><span className="visually-hidden">{t[way](name)}</span></button></ActionForm>
        ))}
      </div>
    </li>
  )
}

function Start({ its, view }: { its: Its; view: View }) {
  const { language, failed } = view
  const t = keepWords(language)
  return (
    <Empty icon="list" action={
      <ActionForm does="start">
        <ErrorSummary failed={failed} does="start" labels={{ unitId: t.startUnit }} words={t.problems} language={language} />
        <Select does="start" name="unitId" label={t.startUnit} hint={t.startUnitHint} failed={failed} language={language} value={its.likely ?? its.units[0]?.id} options={its.units.map((unit) => ({ value: unit.id, label: unit.name }))} />
        <div className="actions"><Button kind="main" icon="check">{t.start}</Button><LinkButton kind="quiet" to={view.href('/admin/feedback/new')}>{t.add}</LinkButton></div>
      </ActionForm>
    }>{t.none}</Empty>
  )
}
