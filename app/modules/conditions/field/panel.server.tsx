import { Island } from '#core/http/island.server.tsx'
import { may } from '#core/permissions/permissions.ts'
import { LinkButton } from '#ui/layout.tsx'
import { placePanel } from '#modules/directory/server'
import Places from '../islands/places.tsx'
import { can } from '../permissions.ts'
import { propertiesOf } from '../vocabulary.ts'
import { readPlaces } from './read-places.server.ts'
import { placesFieldWords } from './texts/index.ts'

// Who keeps a place has the same buttons on its page as in the field.
placePanel({
  name: 'field', order: 5,
  async read(ctx, its) {
    if (its.gone || propertiesOf(its.kind).length === 0 || !may(ctx, can.observe, its)) return null
    const data = await readPlaces(ctx, { only: its.id })
    if (data.places.length === 0) return null
    return (view) => {
      const t = placesFieldWords(view.language)
      return (
        <div className="stack">
          <Island of={Places} props={{ words: t, language: view.language, base: view.base, data, at: { open: its.id, kind: null, shown: 0 }, panel: true }} />
          <p className="actions"><LinkButton to={view.href(`/field/places?place=${its.id}`)} icon="list">{t.field}</LinkButton></p>
        </div>
      )
    }
  },
})
