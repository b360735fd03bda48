import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { endOf } from '#core/time/local.ts'
import { Icon } from '#ui/icons.tsx'
import { Prose, Section } from '#ui/layout.tsx'
import { fileKinds } from './file-kinds.ts'
import type { Material } from './materials.server.ts'
import type { ShownMatter } from './show.server.ts'
import { matterWords } from './texts/index.ts'

type Its = { its: ShownMatter; view: View; lang?: string | undefined }

/** What bounds the matter, each condition by its own name; nothing when none is told. */
export function Conditions({ its, view, lang }: Its) {
  const t = matterWords(view.language)
  const told = (['notOpen', 'law', 'money', 'time'] as const).filter((name) => its.conditions[name])
  if (told.length === 0) return null
  return (
    <Section id="conditions" title={t.conditions}>
      <dl className="card stack">{told.map((name) => <div key={name}><dt><b>{t.condition[name]}</b></dt><dd><Prose text={its.conditions[name]} lang={lang} /></dd></div>)}</dl>
    </Section>
  )
}

/** The background: pictures to look at, files and links as rows with what they are and how large. */
export function Materials({ its, view, lang }: Its) {
  const t = matterWords(view.language)
  const pictures = its.materials.filter((each) => each.picture), rows = its.materials.filter((each) => !each.picture)
  if (its.materials.length === 0) return null
  return (
    <Section id="materials" title={t.materials}>
      {pictures.length > 0 && (
        <div className={pictures.length === 1 ? 'photos one' : 'photos'}>{pictures.map((each) => (
          <figure key={each.id}><a href={view.href(each.picture!.large)} aria-label={`${each.description}. ${t.enlarge}`}><img lang={lang} src={view.href(pictures.length === 1 ? each.picture!.large : each.picture!.small)} alt={each.description} width={each.picture!.width} height={each.picture!.height} loading="lazy" /></a>{each.title !== each.description && <figcaption className="meta">{each.title}</figcaption>}</figure>
        ))}</div>
      )}
      {rows.length > 0 && <ul className="card rows">{rows.map((each) => <MaterialRow key={each.id} its={each} view={view} />)}</ul>}
    </Section>
  )
}
function MaterialRow({ its, view }: { its: Material; view: View }) {
  return (
    <li><Icon name={its.kind === 'link' ? 'linked' : 'text'} /><div className="t">
      {its.kind === 'link' ? <a href={its.href} rel="noopener">{its.title}</a> : <a href={view.href(its.href)} data-turbo="false" download>{its.title}</a>}
      <p className="meta">{its.fileKind ? <span>{fileKinds[its.fileKind].name}, {sizeOf(its.bytes ?? 0, view)}</span> : its.kind === 'link' && <span>{hostOf(its.href)}</span>}{its.description && <span>{its.description}</span>}</p>
    </div></li>
  )
}
const hostOf = (url: string) => { try { return new URL(url).hostname.replace(/^www\./, '') } catch { return '' } }
/** "640 kt", "1,2 Mt" */
export function sizeOf(bytes: number, { language }: Pick<View, 'language'>): string {
  const t = matterWords(language).size
  const say = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
  return bytes < 1_000_000 ? `${say(Math.max(1, bytes / 1000))} ${t.kilo}` : `${say(bytes / 1_000_000)} ${t.mega}`
}

/** Whom one may ask, the case's number, who decides and when. */
export function CaseFacts({ its, view }: Its) {
  const t = matterWords(view.language).facts
  const { number, body, meetingOn } = its.case
  const rows = [
    its.contact && [t.contact, <>{[its.contact.name, its.contact.how].filter(Boolean).join(', ')}</>] as const,
    number && [t.number, number] as const, body && [t.body, body] as const,
    meetingOn && [t.meeting, <time key="meeting" dateTime={meetingOn}>{day(endOf(meetingOn), view.language, view.now)}</time>] as const,
  ].filter((row) => !!row)
  if (rows.length === 0) return null
  return <Section id="facts" title={t.title}><dl className="card facts">{rows.map((row) => <div key={row[0]} className="fact"><dt>{row[0]}</dt><dd>{row[1]}</dd></div>)}</dl></Section>
}
