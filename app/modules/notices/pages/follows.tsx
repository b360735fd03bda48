import { z } from 'zod'
import { Island } from '#core/http/island.server.tsx'
import { fields, page, type View } from '#core/http/page.ts'
import { ago, dayAndTime } from '#core/text/format.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Empty, Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { type Delivery, myDeliveries } from '../deliveries.server.ts'
import { addDevice, deviceForm, myDevices, removeDevice } from '../devices.server.ts'
import { howForm, howOf } from '../followable.server.ts'
import { FollowRow } from '../follow-row.tsx'
import { HowFields } from '../how-fields.tsx'
import PushSwitch from '../islands/push-switch.tsx'
import { changeFollow, chooseHow, endFollow, myFollows } from '../my-follows.server.ts'
import { noticesWords } from '../texts/index.ts'

const kinds = ['topic', 'area', 'unit', 'near', 'subject'] as const

export default page('/me/follows', {
  read: async (ctx) => { const [mine, push, sent] = await Promise.all([myFollows(ctx), myDevices(ctx), myDeliveries(ctx)]); return { ...mine, push, sent } },
  forms: {
    all: fields(howForm, (ctx, _params, how) => chooseHow(ctx, howOf(how))),
    one: fields(howForm.extend({ follow: z.uuid() }), (ctx, _params, { follow, ...how }) => changeFollow(ctx, follow, howOf(how))),
    stop: fields(z.object({ follow: z.uuid() }), (ctx, _params, { follow }) => endFollow(ctx, follow)),
    device: fields(deviceForm, async (ctx, _params, its) => await addDevice(ctx, its) ?? { to: '/me/follows?device=yes' }),
    forget: fields(z.object({ device: z.uuid() }), (ctx, _params, { device }) => removeDevice(ctx, device)),
  },
  head: (_data, { language }) => ({ title: noticesWords(language).follows, place: 'me', hidden: true }),
  view: ({ follows, push, sent, ...mine }, view) => {
    const t = noticesWords(view.language)
    return (
      <>
        <PageHead title={t.follows} crumbs={[{ to: view.href('/me/notices'), name: t.title }]}><p className="lead">{t.followsLead}</p></PageHead>
        <details className="fold" open={view.failed?.form === 'all'}>
          <summary>{t.howAll}: {t.rhythm[mine.rhythm].toLowerCase()}</summary>
          <ActionForm does="all">
            <HowFields does="all" value={mine} label={t.all.rhythm} hint={t.howAllHint(mine.email)} view={view} />
            <p className="actions"><Button kind="main">{t.useForAll}</Button></p>
          </ActionForm>
        </details>
        {push.key && <Devices push={{ ...push, key: push.key }} view={view} />}
        {sent.length > 0 && <SentLately sent={sent} view={view} />}
        {follows.length === 0 && <Empty icon="follow" action={<LinkButton to={view.href('/ideas')} kind="main">{t.noneAction}</LinkButton>}>{t.noFollows}</Empty>}
        {kinds.map((kind) => {
          const its = follows.filter((each) => each.target.kind === kind)
          return its.length > 0 && (
            <Section key={kind} title={t.kinds[kind]} id={kind} {...(kind === 'near' ? { more: <a href={view.href('/me/places')}>{t.places}</a> } : {})}>
              <ul className="card rows">{its.map((each) => <li key={each.id}><FollowRow its={each} view={view} /></li>)}</ul>
            </Section>
          )
        })}
        <p className="actions"><LinkButton to={view.href('/topics')} icon="search">{t.findMore}</LinkButton><LinkButton to={view.href('/disruptions#hear')} icon="disruption">{t.ofDisruptions}</LinkButton></p>
      </>
    )
  },
})

function Devices({ push, view }: { push: Awaited<ReturnType<typeof myDevices>> & { key: string }; view: View }) {
  const t = noticesWords(view.language)
  return (
    <details className="fold" open={view.query.has('device')}>
      <summary>{t.devices}: {t.deviceCount(push.devices.length)}</summary>
      <p>{t.devicesHint}</p>
      {push.devices.length > 0 && (
        <ul className="rows">
          {push.devices.map((each) => (
            <li key={each.id}><div className="t">
              <b>{each.device || t.unnamedDevice}</b>
              <p className="meta"><Fact icon="calendar">{t.deviceSince(ago(each.createdAt, view.language, view.now))}</Fact>{each.heardAt && <Fact icon="bell">{t.deviceHeard(ago(each.heardAt, view.language, view.now))}</Fact>}</p>
              <ActionForm does="forget" className="inline" label={`${t.removeDevice}: ${each.device || t.unnamedDevice}`}><input type="hidden" name="device" value={each.id} /><Button small kind="danger" icon="remove">{t.removeDevice}</Button></ActionForm>
            </div></li>
          ))}
        </ul>
      )}
      <div><Island of={PushSwitch} props={{ vapid: push.key, base: view.base, marks: push.devices.map((each) => each.mark), words: { on: t.pushOn, isOn: t.pushIsOn, denied: t.pushDenied, failed: t.pushFailed, working: t.pushWorking } }} /></div>
    </details>
  )
}

function SentLately({ sent, view }: { sent: Delivery[]; view: View }) {
  const t = noticesWords(view.language)
  return (
    <details className="fold">
      <summary>{t.sentTitle}</summary>
      <ul className="rows">
        {sent.map((each, i) => (
          <li key={i}><div className="t">
            <span>{each.channel === 'push' ? t.sentPush(each.of ?? t.unnamedDevice) : each.channel === 'notice' ? each.of ?? t.hiddenTitle : t.sentMail[each.channel]}</span>
            <p className="meta"><Fact icon={each.channel === 'push' ? 'bell' : 'mail'}><time dateTime={each.at.toISOString()}>{dayAndTime(each.at, view.language, view.now)}</time></Fact><Fact icon={each.state === 'delivered' ? 'done' : each.state === 'failed' ? 'no' : 'clock'}>{t.sentState[each.state]}</Fact></p>
          </div></li>
        ))}
      </ul>
    </details>
  )
}
