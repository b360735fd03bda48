import type { View } from '#core/http/page.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Fact, LinkButton, Said, Section } from '#ui/layout.tsx'
import { topicsWords } from '../texts/index.ts'
import type { Network } from './show.server.ts'

/** The network of a topic on its page: who let themselves be shown, and one's own offer. */
export function NetworkPart({ topicId, its, view }: { topicId: string; its: Network; view: View }) {
  const t = topicsWords(view.language).network
  const { failed, language } = view
  const said = view.query
  return (
    <Section id="network" title={t.title} more={its.may.read && <a href={view.href(`/topics/${topicId}/network`)}>{t.ask}</a>}>
      {said.has('joined') && its.mine && <Said>{t.joined}</Said>}{said.has('left') && !its.mine && <Said>{t.left}</Said>}
      <p>{t.lead}</p>
      {its.size !== null && <p className="meta"><Fact icon="people">{t.size(its.size)}</Fact></p>}
      {its.shown.length > 0 && (
        <ul className="card rows">
          {its.shown.map((each) => (
            <li key={each.id}><div className="t"><b>{each.name}</b><p className="meta"><Fact icon="work">{each.skill}</Fact></p>{each.offer && <p>{each.offer}</p>}
              {its.may.hide && <ActionForm does="hide" className="inline" label={t.hideOf(each.name)}><input type="hidden" name="id" value={each.id} /><Button small icon="hidden">{t.hide}</Button></ActionForm>}</div></li>
          ))}
        </ul>
      )}
      {!view.me && <p className="actions"><LinkButton icon="plus" to={view.href(`/sign-in?to=${encodeURIComponent(`/topics/${topicId}#network`)}`)}>{t.signIn}</LinkButton></p>}
      {view.me && its.may.join && (
        <details className="fold" open={failed?.form === 'join'}>
          <summary>{its.mine ? t.mine(its.mine.skill) : t.offerYours}</summary>
          <div className="stack">
            {its.mine?.hidden && <p className="hint">{t.takenDown}</p>}
            <ErrorSummary failed={failed} does="join" labels={t.labels} words={t.problems} language={language} />
            <ActionForm does="join">
              <TextField does="join" name="skill" label={t.labels.skill!} hint={t.skillHint} failed={failed} language={language} words={t.problems} value={its.mine?.skill} max={80} autoComplete="off" />
              <TextArea does="join" name="offer" label={t.labels.offer!} hint={t.offerHint} failed={failed} language={language} words={t.problems} value={its.mine?.offer} rows={3} max={300} optional />
              <Checkbox name="shown" id="join-shown" label={t.show} checked={failed?.form === 'join' ? failed.values.shown !== undefined : its.mine?.shown ?? false} />
              <p className="hint">{t.private}</p>
              <p className="actions"><Button kind="main">{its.mine ? t.save : t.join}</Button></p>
            </ActionForm>
            {its.mine && <ActionForm does="leave" className="inline"><Button kind="danger" small>{t.leave}</Button></ActionForm>}
          </div>
        </details>
      )}
    </Section>
  )
}
