import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'

/** The one file of a form that an admin brings something in with; `problem` says what was wrong with the last one. The form does `upload`. */
export function UploadField({ label, hint, accept, problem }: { label: string; hint: string; accept: string; problem?: ReactNode }) {
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor="upload-file">{label}</label>
      <p className="hint" id="upload-file-hint">{hint}</p>
      {problem && <p className="problem" id="upload-file-problem"><Icon name="no" /> <span>{problem}</span></p>}
      <input id="upload-file" type="file" name="file" accept={accept} required aria-describedby={problem ? 'upload-file-hint upload-file-problem' : 'upload-file-hint'} {...(problem ? { 'aria-invalid': true } : {})} />
    </div>
  )
}
/** What a file of shapes or points on a map may be called. */
export const geoJson = '.geojson,.json,application/geo+json,application/json'
