import { page, type View } from '#core/http/page.ts'
import { ago } from '#core/text/format.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Empty, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { myNotices, type NoticeGroup, openNotice, readAll } from '../my-notices.server.ts'
import { noticesWords } from '../texts/index.ts'

export default page('/me/notices', {
  read: async (ctx) => {
    const groups = await myNotices(ctx)
    return { unread: groups.filter((each) => !each.read), earlier: groups.filter((each) => each.read) }
  },
  forms: {
    open: (ctx, _params, form) => openNotice(ctx, form.get('notice')),
    readAll: (ctx) => readAll(ctx),
  },
  head: (_data, { language }) => ({ title: noticesWords(language).title, place: 'me', hidden: true }),
  view: ({ unread, earlier }, view) => {
    const t = noticesWords(view.language)
    return (
      <>
        <PageHead title={t.title}>
          <p className="lead">{t.lead}</p>
          <p className="actions"><LinkButton to={view.href('/me/follows')} icon="settings">{t.settings}</LinkButton></p>
        </PageHead>
        {unread.length > 0 && (
          <Section id="unread" title={t.unread} more={<ActionForm does="readAll" className="inline"><Button kind="quiet" small>{t.readAll}</Button></ActionForm>}>
            <Groups groups={unread} view={view} />
          </Section>
        )}
        {earlier.length > 0 && <Section id="earlier" title={t.earlier}><Groups groups={earlier} view={view} /></Section>}
        {unread.length + earlier.length === 0 && <Empty icon="bell" action={<LinkButton to={view.href('/ideas')} kind="main">{t.noneAction}</LinkButton>}>{t.none}</Empty>}
      </>
    )
  },
})

/** What has happened to each subject: the newest in full, one press opens it and puts its red dot out. */
function Groups({ groups, view }: { groups: NoticeGroup[]; view: View }) {
  const t = noticesWords(view.language)
  return (
    <ul className="card rows">
      {groups.map(({ notices: [newest, ...before], ...group }) => newest && (
        <li key={group.subjectId}>
          {!group.read && <span className="dot" role="img" aria-label={t.new} />}
          <div className="t">
            <ActionForm does="open" className="inline" plain><button className="opens go" name="notice" value={newest.id}>{group.title}</button></ActionForm>
            <p>{newest.what}{before.length > 0 && <small> {t.before(before.length)}</small>}</p>
            {newest.sentence && <p className="brief">{newest.sentence}</p>}
            <p className="meta"><StageMark stage={group.stage} language={view.language} sign={group.sign} /><time dateTime={newest.at.toISOString()}>{ago(newest.at, view.language, view.now)}</time></p>
          </div>
        </li>
      ))}
    </ul>
  )
}
