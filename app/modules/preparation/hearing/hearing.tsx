import { Island } from '#core/http/island.server.tsx'
import type { View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day } from '#core/text/format.ts'
import type { Talk } from '#modules/discussion/server'
import { PartTalk, Write } from '#modules/discussion/ui'
import { PlaceField } from '#modules/ideas/ui'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, Prose, Section } from '#ui/layout.tsx'
import HearingMap from '../islands/hearing-map.tsx'
import HearingSelect from '../islands/hearing-select.tsx'
import type { Hearing as Read } from './read.server.ts'
import type { Section as Part } from './sections.server.ts'
import { positionsOf } from './shape.server.ts'
import { hearingWords } from './texts/index.ts'

type Its = { its: Read; view: View; /** the matter's discussion, whose rules the sections share */ talk: Talk; lang?: string | undefined }

/** The hearing of a matter: what came of it, the document, and where each section is commented. */
export function Hearing({ its, view, talk, lang }: Its) {
  const t = hearingWords(view.language)
  return (
    <>
      <Summary its={its} view={view} lang={lang} />
      {its.sections.length > 0 && (
        <Section id="document" title={t.document}>
          {its.sections.map((section) => (
            <article key={section.id} className="card stack heard" id={`part-${section.id}`} aria-labelledby={`part-${section.id}-title`}>
              <SectionBody section={section} view={view} lang={lang} />
              {section.comments > 0 && (its.part === section.id
                ? <p className="meta"><span><Icon name="comment" /> <a href={`${view.href(view.path)}#part-${section.id}`}>{t.hideComments}</a></span></p>
                : <p className="meta"><span><Icon name="comment" /> <a href={`${view.href(withQuery(view.path, { part: section.id }))}#part-${section.id}`} aria-label={`${t.comments(section.comments)}: ${section.title}`}>{t.comments(section.comments)}</a></span></p>)}
              <Write its={talk} view={view} part={{ id: section.id, title: section.title, sentences: section.sentences }} picker={picker(its, view)} />
              {its.part === section.id && its.talk && <PartTalk its={{ ...its.talk, written: talk.written }} view={view} part={section.id} />}
            </article>
          ))}
          {/* at the edge of the screen, and so in view wherever one reads */}
          <div className="passage-button"><Island of={HearingSelect} props={{ words: { comment: t.selected } }} /></div>
        </Section>
      )}
      {its.marks.length > 0 && (
        <Section id="marks" title={t.marks}>
          <Island of={HearingMap} props={{ source: view.href('/map-data'), geometries: '[]', box: boxOf(its.marks.map((each) => [each.longitude, each.latitude])), pins: its.marks.map((each) => ({ longitude: each.longitude, latitude: each.latitude, to: `${view.href(withQuery(view.path, { thread: each.id }))}#comment-${each.id}`, label: each.place ?? t.mark })), words: { ...t.map, label: t.marks } }} />
          <p className="hint">{t.marksHint}</p>
        </Section>
      )}
    </>
  )
}

/** Where a mark is put, for the matter's own discussion too; undefined where nothing is marked. */
export function picker(its: Pick<Read, 'places'>, view: View) {
  const t = hearingWords(view.language)
  if (its.places.length === 0) return undefined
  return (does: string, failed: View['failed'], kept: { place?: string; longitude?: string; latitude?: string } | undefined) => (
    <PlaceField does={does} view={failed ? { ...view, failed } : withoutFailed(view)} label={t.place} hint={t.placeHint} places={its.places} optional
      {...(kept?.place ? { place: kept.place } : {})} longitude={degrees(kept?.longitude)} latitude={degrees(kept?.latitude)} />
  )
}
const degrees = (text: string | undefined) => (text && Number.isFinite(Number(text)) ? Number(text) : null)
function withoutFailed(view: View): View { const { failed: _failed, ...rest } = view; return rest }

/** A section's words, picture and map. `pictures` is where its pictures are when the matter is not public. */
export function SectionBody({ section, view, lang, pictures = '/pictures' }: { section: Part; view: View; lang?: string | undefined; pictures?: string }) {
  const t = hearingWords(view.language)
  const { picture, map } = section
  return (
    <>
      <h3 id={`part-${section.id}-title`} lang={lang}>{section.title}</h3>
      {section.text && <div data-section={section.id}><Prose text={section.text} lang={lang} /></div>}
      {picture && <a className="photos one" href={view.href(`${pictures}/${picture.id}.webp`)} aria-label={`${picture.description}. ${t.enlarge}`}><img lang={lang} src={view.href(`${pictures}/${picture.id}.webp`)} alt={picture.description} width={picture.width} height={picture.height} loading="lazy" /></a>}
      {map && <Island of={HearingMap} props={{ source: view.href('/map-data'), geometries: JSON.stringify(map.geometries), box: boxOf(map.geometries.flatMap((each) => positionsOf(each.coordinates))), pins: [], words: { ...t.map, label: section.mapName || t.map.label } }} />}
      {section.mapName && <p className="meta"><span lang={lang}><Icon name="place" /> {section.mapName}</span></p>}
    </>
  )
}
/** West, south, east, north. */
function boxOf(points: [number, number][]): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  for (const [longitude, latitude] of points) { box[0] = Math.min(box[0], longitude); box[1] = Math.min(box[1], latitude); box[2] = Math.max(box[2], longitude); box[3] = Math.max(box[3], latitude) }
  return box
}

/** What came of the hearing, or until when it is told; and how many comments have been answered. */
function Summary({ its, view, lang }: Omit<Its, 'talk'>) {
  const t = hearingWords(view.language).summary
  const { language, now } = view
  const report = <LinkButton to={view.href(`/matters/${its.matterId}/report`)} icon="text">{t.report}</LinkButton>
  return (
    <>
      {its.summary && <Section id="summary" title={t.title}><Prose text={its.summary.text} lang={lang} /><p className="meta"><time dateTime={its.summary.at.toISOString()}>{day(its.summary.at, language, now)}</time></p></Section>}
      {its.summaryDueAt && <Card {...(its.summaryLate ? { tone: 'late' as const } : {})}><p><Icon name={its.summaryLate ? 'no' : 'clock'} /> {its.summaryLate ? t.late(day(its.summaryDueAt, language, now)) : t.due(day(its.summaryDueAt, language, now))}</p></Card>}
      {its.share && its.share.total > 0 && (its.endedAt !== null || its.share.answered > 0) && <p className="meta"><span title={t.shareHint}><Icon name="answered" /> {t.share(its.share.answered, its.share.total)}</span></p>}
      {(its.endedAt !== null || (its.mayManage && its.sections.length > 0)) && <p className="actions">{report}</p>}
    </>
  )
}

/** The officials' ways into a hearing, for the page where they manage a matter. */
export function HearingLinks({ matterId, view }: { matterId: string; view: View }) {
  const t = hearingWords(view.language).manage
  const to = (what: string) => view.href(`/matters/${matterId}/manage/${what}`)
  return (
    <nav className="card stack tight" aria-label={t.title}>
      <b>{t.title}</b><p className="hint">{t.hint}</p>
      <div className="actions"><LinkButton to={to('document')} icon="text">{t.document}</LinkButton><LinkButton to={to('comments')} icon="answered">{t.comments}</LinkButton><LinkButton to={to('summary')} icon="edited">{t.summary}</LinkButton><LinkButton to={view.href(`/matters/${matterId}/report`)} icon="download">{t.report}</LinkButton><LinkButton to={to('preview')} icon="linked">{t.preview}</LinkButton></div>
    </nav>
  )
}
