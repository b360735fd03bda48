import type { View } from '#core/http/page.ts'
import { Select } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import type { Talk } from './embed.server.ts'
import { discussionWords } from './texts/index.ts'

/** In whose voice one speaks: shown only to those who have a choice. */
export function Voice({ its, view, does }: { its: Talk; view: View; does: string }) {
  const t = discussionWords(view.language)
  if (view.me?.as) return <p className="hint"><Icon name="organisation" /> {t.asOrganisation(view.me.as.name)}</p>
  if (its.voices.length === 0) return null
  return <Select does={does} name="unitId" label={t.voice} value={its.voice} empty={t.ownName} failed={undefined} language={view.language} options={its.voices.map((unit) => ({ value: unit.id, label: unit.name }))} />
}
