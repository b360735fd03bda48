import { NotFound } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { Card, Empty, PageHead } from '#ui/layout.tsx'
import { noticesWords } from '../texts/index.ts'

/** Everyone's mail where no mail server is set: the demonstration and trying out. Elsewhere the page does not exist. */
export default page('/mailbox', {
  read: async (ctx) => {
    if (!ctx.mailbox) throw new NotFound()
    return ctx.mailbox.newest(50)
  },
  head: (_data, { language }) => ({ title: noticesWords(language).mailbox, hidden: true }),
  view: (messages, view) => {
    const t = noticesWords(view.language)
    return (
      <>
        <PageHead title={t.mailbox}><p className="lead">{t.mailboxLead}</p></PageHead>
        {messages.length === 0 && <Empty icon="mail">{t.mailboxNone}</Empty>}
        {messages.map((each) => (
          <Card key={each.id}>
            <h2>{each.subject}</h2>
            <p className="meta"><span>{each.from}</span><span>{t.to(each.to)}</span>{each.at && <time dateTime={each.at.toISOString()}>{dayAndTime(each.at, view.language, view.now)}</time>}</p>
            <Letter text={each.text} />
          </Card>
        ))}
      </>
    )
  },
})

/** A letter's plain text; a line such as "Katso: https://…" is a link that says "Katso", as its html says it. */
function Letter({ text }: { text: string }) {
  return (
    <div className="prose">
      {text.trim().split(/\n\s*\n/).map((paragraph, i) => (
        <p key={i}>{paragraph.split('\n').map((line, j) => {
          const [, words, url] = /^(.*?):?\s*(https?:\/\/\S+)$/.exec(line.trim()) ?? []
          return <span key={j}>{j > 0 && '\n'}{url ? <a href={url}>{words || url}</a> : line.trim() === '--' ? '—' : line}</span>
        })}</p>
      ))}
    </div>
  )
}
