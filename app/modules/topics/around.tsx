import type { View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ago } from '#core/text/format.ts'
import { kindName, kinds, stageSign, subjectPath } from '#core/trail/kind.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Empty, Fact, LinkButton, Section } from '#ui/layout.tsx'
import { Share } from '#ui/share.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import type { Group } from './going-on.server.ts'
import type { Mine } from './show.server.ts'
import { topicsWords } from './texts/index.ts'

const rhythms = ['atOnce', 'daily', 'weekly', 'inApp'] as const

/** Follow, in which rhythm, and share: of a topic, an area or a unit. `guest` is where one without an account follows. */
export function Following({ name, followers, mine, url, guest, view }: { name: string; followers: number | null; mine: Mine; url: string; guest: string; view: View }) {
  const t = topicsWords(view.language)
  return (
    <div className="stack tight">
      <div className="actions">
        {!view.me ? <LinkButton kind="main" icon="follow" to={view.href(guest)}>{t.follow}</LinkButton>
          : mine ? <ActionForm does="unfollow"><Button icon="bell" pressed>{t.following}</Button></ActionForm>
          : <ActionForm does="follow"><Button kind="main" icon="follow">{t.follow}</Button></ActionForm>}
        <Share title={name} url={url} language={view.language} />
      </div>
      {mine && (
        <details className="unfold"><summary>{t.rhythm[mine.rhythm]}</summary>
          <ActionForm does="follow" label={t.rhythmOf(name)}>
            <div className="choices">{rhythms.map((each) => <label key={each} className="choice"><input type="radio" name="rhythm" value={each} defaultChecked={each === mine.rhythm} /><span>{t.rhythm[each]}</span></label>)}</div>
            <p className="actions"><Button small>{t.change}</Button></p>
          </ActionForm>
        </details>
      )}
      {(followers !== null || !mine) && <p className="meta">{followers === null ? <span>{t.amongFirst}</span> : <Fact icon="people">{t.followers(followers)}</Fact>}</p>}
    </div>
  )
}

/** What is going on, kind by kind, the latest moved first; the whole list of a kind is one tap away. `narrow` is how its address is narrowed. */
export function GoingOn({ groups, narrow, view }: { groups: Group[]; narrow: Record<string, string>; view: View }) {
  const t = topicsWords(view.language)
  if (groups.length === 0) return <Section id="going-on" title={t.goingOn}><Empty icon="idea" action={<LinkButton kind="main" icon="plus" to={view.href('/ideas/new')}>{t.begin}</LinkButton>}>{t.quiet}</Empty></Section>
  return groups.map(({ kind, lines, more }) => {
    const list = kinds().get(kind)?.list
    return (
      <Section key={kind} id={`kind-${kind}`} title={list?.feed[view.language] ?? kindName(kind, view.language)} more={more && list && <a href={view.href(withQuery(list.path, { sort: 'moving', ...narrow }))}>{t.all}</a>}>
        <ul className="card rows">
          {lines.map((line) => (
            <li key={line.id}><div className="t">
              <a className="title" lang={line.lang} href={view.href(subjectPath(line.kind, line.id))}>{line.title}</a>
              <p className="meta small"><StageMark stage={line.stage} language={view.language} sign={stageSign(line.kind, line.stage, view.language)} />{line.late && <LateMark language={view.language} />}{line.place && <Fact icon="place">{line.place}</Fact>}<Fact icon="clock">{t.moved(ago(line.movedAt, view.language, view.now))}</Fact></p>
            </div></li>
          ))}
        </ul>
      </Section>
    )
  })
}
