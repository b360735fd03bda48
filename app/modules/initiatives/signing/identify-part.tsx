import type { View } from '#core/http/page.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, LinkButton, Said } from '#ui/layout.tsx'
import { initiativeWords } from '../texts/index.ts'
import type { Identification } from './identify.server.ts'

/** The step of identification: why it is asked, and the way to it. */
export function IdentifyPart({ its, lead, view }: { its: Identification; lead: string; view: View }) {
  const t = initiativeWords(view.language).steps
  const error = view.query.get('error')
  return (
    <Card label={t.identify}>
      {error && <Said tone="late">{error === 'account_already_linked_to_different_user' ? t.taken : t.cancelled}</Said>}
      <p>{lead}</p>
      {its.offers
        ? <ActionForm does="identify" plain className="stack tight"><p className="actions"><Button kind="main" icon="shield">{t.identifyButton}</Button></p><p className="hint">{its.offers === 'standIn' ? t.standIn : t.identifyBack}</p></ActionForm>
        : <><p>{t.identifyNone}</p><p><LinkButton icon="out" to="https://www.kuntalaisaloite.fi/">kuntalaisaloite.fi</LinkButton></p></>}
    </Card>
  )
}
