import { page, resource } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { inLanguage } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { Empty, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { calendarOf } from '../calendar.server.ts'
import { calendarMeetings, listMeetings } from '../list.server.ts'
import { MeetingRows } from '../parts.tsx'
import { meetingWords } from '../texts/index.ts'

/** Every body's meetings: what is coming and what has been. */
export default page('/meetings', {
  read: (ctx, _params, query) => listMeetings(ctx, query),
  head: ({ chosen }, { language, query }) => ({ title: [meetingWords(language).meetings, ...(chosen ? [inLanguage(chosen.name, language)] : [])].join(' · '), description: meetingWords(language).lead, place: 'participate', feed: '/meetings.atom', hidden: query.has('before') }),
  view(its, view) {
    const t = meetingWords(view.language)
    const body = its.chosen?.key
    const none = its.coming.length === 0 && its.past.length === 0 && !its.before
    return (
      <>
        <PageHead title={t.meetings}>
          <p className="lead">{t.lead}</p>
          {its.mayBegin && <p className="actions"><LinkButton kind="main" icon="plus" to={view.href('/meetings/new')}>{t.begin}</LinkButton></p>}
        </PageHead>
        {its.bodies.length > 1 && (
          <nav className="filters slide" aria-label={t.bodies}>
            <a className="chip" href={view.href('/meetings')} aria-current={body ? undefined : 'true'}>{t.allBodies}</a>
            {its.bodies.map((each) => <a key={each.key} className="chip" href={view.href(withQuery('/meetings', { body: each.key }))} aria-current={each.key === body ? 'true' : undefined}>{each.title}</a>)}
          </nav>
        )}
        {none ? <Empty icon="calendar">{t.noneAtAll}</Empty> : (
          <>
            {!its.before && <Section id="coming" title={t.coming}>{its.coming.length > 0 ? <MeetingRows lines={its.coming} view={view} /> : <Empty icon="calendar">{t.noneComing}</Empty>}</Section>}
            <Section id="past" title={t.past}>{its.past.length > 0 ? <MeetingRows lines={its.past} view={view} /> : <Empty icon="calendar">{t.nonePast}</Empty>}</Section>
            {(its.next || its.before) && <nav className="pager" aria-label={t.earlier}>
              {its.next && <LinkButton to={view.href(withQuery('/meetings', { body, before: its.next }))}>{t.earlier}</LinkButton>}
              {its.before && <LinkButton kind="quiet" to={view.href(withQuery('/meetings', { body }))}>{t.toComing}</LinkButton>}
            </nav>}
          </>
        )}
        <p className="meta quiet-links"><a href={view.href(withQuery('/meetings.ics', { body }))}>{t.calendar}</a><a href={view.href('/meetings.atom')}>{t.feed}</a></p>
      </>
    )
  },
})

/** The same as an iCalendar stream to subscribe to; `?body=` narrows it to one body. */
export const calendar = resource('/meetings.ics', {
  async get(ctx, _params, request) {
    const key = new URL(request.url).searchParams.get('body')
    const lines = await calendarMeetings(ctx, key)
    const t = meetingWords(ctx.language)
    const text = calendarOf({
      name: t.calendarName(inLanguage(ctx.municipality.name, ctx.language), key ? lines[0]?.body ?? '' : ''), host: new URL(ctx.address('/')).host,
      events: lines.map((each) => ({ ...each, day: wallClock(each.startsAt).day.replaceAll('-', ''), title: each.body, text: each.titles.join('\n'), url: ctx.address(`/meetings/${each.id}`) })),
    })
    return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="kokoukset.ics"', 'cache-control': 'public, max-age=600' } })
  },
})
