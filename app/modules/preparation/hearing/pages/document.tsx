import { previewPath } from '#core/files/pictures.server.ts'
import { page, type View } from '#core/http/page.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, PageHead, Said } from '#ui/layout.tsx'
import { documentForms, showDocument } from '../document.server.ts'
import type { Section } from '../sections.server.ts'
import { hearingWords } from '../texts/index.ts'

type Read = Awaited<ReturnType<typeof showDocument>>

/** The document of a hearing as its officials make it: section by section, in order. */
export default page('/matters/:matterId/manage/document', {
  read: (ctx, { matterId }) => showDocument(ctx, matterId),
  forms: documentForms,
  head: ({ title }, { language }) => ({ title: `${hearingWords(language).edit.title}: ${title}`, place: 'desk', hidden: true }),
  view(its, view) {
    const t = hearingWords(view.language).edit
    const adding = view.failed?.form === 'add'
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href(`/matters/${its.id}/manage`), name: its.title }]}><p className="lead">{t.lead}</p></PageHead>
        {view.query.has('kept') && !view.failed && <Said>{t.kept}</Said>}
        <datalist id="section-places">{its.places.map((each) => <option key={each} value={each} />)}</datalist>
        {its.sections.length === 0 && <Empty icon="text">{t.none}</Empty>}
        {its.sections.map((section, at) => <Existing key={section.id} section={section} first={at === 0} last={at === its.sections.length - 1} its={its} view={view} />)}
        <details className="fold" open={adding || its.sections.length === 0}>
          <summary><Icon name="plus" /> {t.add}</summary>
          <Form does="add" its={its} view={view} section={undefined} />
        </details>
      </div>
    )
  },
})

function Existing({ section, first, last, its, view }: { section: Section; first: boolean; last: boolean; its: Read; view: View }) {
  const t = hearingWords(view.language).edit
  const failed = view.failed?.form === 'edit' && view.failed.values.sectionId === section.id
  const move = (does: 'up' | 'down', words: string) => <ActionForm does={does} className="inline"><input type="hidden" name="sectionId" value={section.id} /><button type="submit" className="btn small" aria-label={t.ofSection(words, section.title)}>{words}</button></ActionForm>
  return (
    <details className="fold part" id={`section-${section.id}`} open={failed || view.query.get('kept') === section.id}>
      <summary><Icon name="text" /> <b>{section.title}</b></summary>
      <div className="stack">
        <div className="actions">{!first && move('up', t.up)}{!last && move('down', t.down)}</div>
        <Form does="edit" its={its} view={view} section={section} />
        <details className="fold">
          <summary>{t.remove}</summary>
          <ActionForm does="remove"><input type="hidden" name="sectionId" value={section.id} /><p>{t.removeSure}</p><p className="actions"><Button kind="danger" icon="remove">{t.remove}</Button></p></ActionForm>
        </details>
      </div>
    </details>
  )
}

function Form({ does: name, its, view, section }: { does: 'add' | 'edit'; its: Read; view: View; section: Section | undefined }) {
  const all = hearingWords(view.language), t = all.edit
  const { language } = view
  const mine = view.failed?.form === name && (view.failed.values.sectionId ?? '') === (section?.id ?? '') ? view.failed : undefined
  const does = section ? `${name}-${section.id}` : name
  const failed = mine && { ...mine, form: does }
  const common = { does, failed, language, words: all.problems }
  const values = mine?.values ?? {}
  const meanwhile = mine?.problems.text === 'writtenMeanwhile'
  return (
    <ActionForm does={name} upload className="stack">
      {section && <><input type="hidden" name="sectionId" value={section.id} /><input type="hidden" name="seen" value={section.version} /></>}
      <ErrorSummary failed={failed} does={does} labels={{ title: t.name, text: t.text, picture: t.picture, description: t.alternative, mapName: t.mapName, map: t.geo }} words={all.problems} language={language} />
      {meanwhile && section && <blockquote className="passage prose"><b>{section.title}</b><p>{section.text}</p></blockquote>}
      <TextField {...common} name="title" label={t.name} value={section?.title} max={150} autoComplete="off" />
      <TextArea {...common} name="text" label={t.text} {...(section ? { hint: t.textHint } : {})} value={section?.text} rows={8} max={20_000} optional />
      <details className="fold" open={section?.picture !== null && section !== undefined || !!values.kept || !!mine?.problems.picture || !!mine?.problems.description}>
        <summary><Icon name="camera" /> {t.picture}</summary>
        <div className="stack"><Picture common={common} values={values} section={section} problem={mine?.problems.picture} view={view} /></div>
      </details>
      <details className="fold" open={!!section?.mapName || !!values.mapName || !!values.map || !!values.area}>
        <summary><Icon name="map" /> {t.map}</summary>
        <div className="stack">
          <TextField {...common} name="mapName" label={t.mapName} hint={t.mapNameHint} value={section?.mapName} optional max={120} list="section-places" autoComplete="off" />
          {its.areas.length > 0 && <Select {...common} name="area" label={t.area} optional value="" empty={t.noArea} options={its.areas.map((each) => ({ value: each.key, label: each.name }))} />}
          <TextArea {...common} name="map" label={t.geo} hint={t.geoHint} rows={3} optional />
          {section?.map && <><p className="hint">{t.hasMap}</p><Checkbox name="dropMap" label={t.dropMap} checked={values.dropMap === 'on'} /></>}
        </div>
      </details>
      <p className="actions"><Button kind="main" icon={section ? 'done' : 'plus'}>{section ? t.keep : t.add}</Button></p>
    </ActionForm>
  )
}

function Picture({ common, values, section, problem, view }: { common: { does: string; failed: View['failed'] | undefined; language: View['language']; words: Record<string, string> }; values: Record<string, string>; section: Section | undefined; problem: string | undefined; view: View }) {
  const t = hearingWords(view.language).edit
  const id = `${common.does}-picture`
  const now = section?.picture
  return (
    <>
      {values.kept ? <><input type="hidden" name="kept" value={values.kept} /><img src={view.href(previewPath(values.kept))} alt={values.description || t.keptPicture} width={160} height={120} /></> : now && <img src={view.href(`/pictures/${now.id}-small.webp`)} alt={now.description} width={160} height={120} />}
      <div className={problem ? 'field wrong' : 'field'}>
        <label htmlFor={id}>{now || values.kept ? t.pictureOther : t.pictureNew}</label>
        <p className="hint" id={`${id}-hint`}>{t.pictureHint}</p>
        {problem && <p className="problem" id={`${id}-problem`}><Icon name="no" /> {common.words[problem]}</p>}
        <input type="file" id={id} name="picture" accept="image/jpeg,image/png,image/webp,image/gif,image/avif" aria-invalid={problem ? true : undefined} aria-describedby={[`${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')} />
      </div>
      <TextField {...common} name="description" label={t.alternative} hint={t.alternativeHint} value={now?.description} optional max={300} />
      {(now || values.kept) && <Checkbox name="drop" label={t.drop} />}
    </>
  )
}
