import { LinkButton, Section } from '#ui/layout.tsx'
import { reportPanel } from '../panels.ts'
import { forwardsOf } from './forward.server.ts'
import { forwardingWords } from './texts/index.ts'

reportPanel({
  name: 'forwarding', on: ['handle'],
  async read(ctx, its) {
    const forwards = await forwardsOf(ctx, its.id)
    return (view) => {
      const t = forwardingWords(view.language)
      return (
        <Section id="forwarding" title={t.panel.title}>
          {forwards.length > 0 && <ul className="card rows">{forwards.map((each) => <li key={each.id}><div className="t"><b>{each.partner}</b><p className="meta"><span>{t.forward.state[each.state]}</span>{each.trouble && <span className="problem">{t.forward.why(each.trouble)}</span>}</p>{each.replies[0]?.text && <p className="prose">{each.replies[0].text}</p>}</div></li>)}</ul>}
          <p><LinkButton to={view.href(`/feedback/${its.id}/forward`)} icon="routed">{forwards.length > 0 ? t.panel.open : t.panel.forward}</LinkButton></p>
        </Section>
      )
    }
  },
})
