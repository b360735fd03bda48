import { Island } from '#core/http/island.server.tsx'
import type { View } from '#core/http/page.ts'
import type { FailedForm } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { uiWords } from '#ui/texts/index.ts'
import AssetList from '../islands/asset-list.tsx'
import { kindName } from './kinds.ts'
import type { Near } from './near.server.ts'
import { assetWords } from './texts/index.ts'

/**
 * Which of the things near the place is meant (`assetId`): each with its number and distance, or none of them. `near` is
 * what `assetsNear` found when the page was read; with script the list follows the form's own `longitude` and `latitude`,
 * and the things can be picked on a map. Read by `readAsset`. Put it after the place.
 */
export function AssetField({ kind, near, view, does, failed, value }: { kind: string; near: Near[]; view: Pick<View, 'language' | 'href'>; does: string; failed: FailedForm; value?: string | undefined }) {
  const { language } = view
  const t = assetWords(language)
  const mine = failed?.form === does ? failed : undefined
  const chosen = mine?.values.assetId ?? value ?? ''
  const problem = mine?.problems.assetId
  const id = `${does}-assetId`
  return (
    <fieldset className={problem ? 'field wrong' : 'field'} id={id} aria-describedby={problem ? `${id}-problem` : `${id}-hint`} hidden={near.length === 0 && !problem}>
      <legend>{t.which(kindName(kind, language))}<small> ({uiWords(language).optional})</small></legend>
      <p className="hint" id={`${id}-hint`}>{t.whichHint}</p>
      {problem && <p className="problem" id={`${id}-problem`}><Icon name="no" /> {t.problems[problem] ?? t.problems.gone}</p>}
      <Island of={AssetList} props={{ source: view.href('/feedback/assets/near'), ground: view.href('/map-data'), kind, near, chosen: near.some((each) => each.id === chosen) ? chosen : '', words: { ...t.map, none: t.noneOfThese, found: t.found, map: t.onMap, label: t.mapLabel, failed: t.mapFailed } }} />
    </fieldset>
  )
}
