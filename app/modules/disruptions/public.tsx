import type { View } from '#core/http/page.ts'
import { LinkButton } from '#ui/layout.tsx'
import { disruptionWords } from './texts/index.ts'

export { KotiDisruptions } from './koti.tsx'
/** Leads to telling of a disruption that a work order mends. */
export const TellOfDisruption = ({ workId, view }: { workId: string; view: Pick<View, 'language' | 'href'> }) => <LinkButton icon="disruption" to={view.href(`/disruptions/new?work=${workId}`)}>{disruptionWords(view.language).make.title}</LinkButton>
