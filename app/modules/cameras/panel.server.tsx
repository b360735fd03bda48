import type { View } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { placePanel } from '#modules/directory/server'
import { Section } from '#ui/layout.tsx'
import { CameraPicture } from './parts.tsx'
import { can } from './permissions.ts'
import { camerasOf } from './show.server.ts'
import { cameraWords } from './texts/index.ts'

placePanel({
  name: 'cameras', order: 30,
  async read(ctx, { id, ownerUnitId, visibility }) {
    const all = visibility === 'public' ? await camerasOf(ctx, id) : []
    if (all.length === 0) return null
    const mayKeep = may(ctx, can.keep, { ownerUnitId })
    return (view: View) => (
      <Section id="camera" title={cameraWords(view.language).title} more={<a href={view.href(`/places/${id}/camera`)}>{cameraWords(view.language).open}</a>}>
        <div className="card stack">{all.map((its) => <CameraPicture key={its.id} its={its} view={view} mayKeep={mayKeep} />)}</div>
      </Section>
    )
  },
})
