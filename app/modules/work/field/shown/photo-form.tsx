import { Icon } from '#ui/icons.tsx'
import type { FieldOrder } from '../data.ts'
import { ActForm } from './act-form.tsx'
import type { FieldSight } from './sight.ts'

/** A photo straight from the camera. With script it goes as soon as it is taken; without it there is a button to send it. */
export function PhotoForm({ sight, its }: { sight: FieldSight; its: FieldOrder }) {
  const { words: t } = sight
  return (
    <div className="side-by-side">
      {(['before', 'after'] as const).map((role) => (
        <ActForm key={role} sight={sight} order={its} what="photo" upload label={role === 'before' ? t.photoBefore : t.photoAfter}>
          <input type="hidden" name="role" value={role} />
          <label className="btn big camera"><Icon name="camera" />{role === 'before' ? t.photoBefore : t.photoAfter}
            <input type="file" name="photo" accept="image/*" capture="environment" required {...(sight.act ? { className: 'visually-hidden', onChange: (event: React.ChangeEvent<HTMLInputElement>) => { if (event.currentTarget.files?.length) event.currentTarget.form?.requestSubmit() } } : {})} /></label>
          {!sight.act && <button type="submit" className="btn">{t.sendPhoto}</button>}
        </ActForm>
      ))}
    </div>
  )
}
