import type { View } from '#core/http/page.ts'
import { previewPath } from '#core/files/pictures.server.ts'
import { draftData, DraftNotes } from '#ui/draft-notes.tsx'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { hasPhotos, PhotoFields } from '#ui/photo-fields.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { PlaceField } from '../place-field.tsx'
import { AlikeList, SupportForm } from './alike.tsx'
import type { ToWrite } from './new.server.ts'
import { proposingWords } from './texts/index.ts'

type Its = { its: ToWrite; view: View<'send'> }

/** The form of a new idea: two fields are enough, the rest is folded away or decided for the writer. */
export function IdeaForm({ its, view }: Its) {
  const t = proposingWords(view.language)
  const { failed, language } = view
  const values = failed?.values ?? {}
  const problems = failed?.problems ?? {}
  const common = { does: 'send', failed, language, words: t.problems }
  const placed = !!(values.place || values.longitude || problems.place || problems.longitude || problems.latitude)
  const { photos } = uiWords(language)
  const alike = values.alike ? JSON.parse(values.alike) as Parameters<typeof AlikeList>[0]['found'] : []
  const mendable = Object.keys(problems).some((name) => name !== 'alike')
  return (
    <>
      <ActionForm does="send" id="send-form" upload className="stack wide" data={{
        ...draftData('idea', failed, language), 'data-similar': view.href('/ideas/similar'),
      }}>
        <DraftNotes language={language} />
        {mendable && <ErrorSummary failed={failed} does="send" labels={t.labels} words={t.problems} language={language} />}
        {alike.length > 0 && (
          <section className="summary alike" tabIndex={-1} aria-labelledby="alike-title">
            <h2 id="alike-title">{t.similar}</h2><p>{t.similarStop}</p>
            <AlikeList found={alike} language={language} href={view.href} />
            <p><Button kind="main" icon="sent">{t.sendAnyway}</Button></p>
          </section>
        )}
        <input type="hidden" name="sendKey" value={values.sendKey || its.sendKey} />
        <input type="hidden" name="confirmed" value={values.confirmed ?? ''} />
        <div className="stack">
          <Choice {...common} name="kind" label={t.kind} value="idea" options={[{ value: 'idea', label: t.idea, hint: t.ideaHint, icon: 'idea' }, { value: 'need', label: t.need, hint: t.needHint, icon: 'need' }]} />
          <TextField {...common} name="title" label={t.ideaTitle} hint={t.ideaTitleHint} value={its.title} max={150} autoComplete="off" />
          <TextArea {...common} name="text" label={t.text} hint={t.textHint} rows={6} max={5000} />
          <div data-similar-here aria-live="polite" />
          <details className="fold" open={placed}>
            <summary><Icon name="place" /> {t.placeFold}</summary>
            <div className="stack">
              <PlaceField does="send" view={view} label={t.place} hint={t.placeHint} places={its.places} words={t.problems} optional />
            </div>
          </details>
          <details className="fold" open={hasPhotos(failed)}>
            <summary><Icon name="camera" /> {photos.fold}</summary>
            <div className="stack">
              <p className="hint">{photos.hint}</p>
              <PhotoFields does="send" failed={failed} language={language} preview={(token) => view.href(previewPath(token))} />
            </div>
          </details>
          <Select {...common} name="topicId" label={t.topic} hint={values.guessed ? t.topicGuess : t.topicHint} optional empty={t.topicAuto} options={[...its.topics.map((each) => ({ value: each.id, label: each.name })), { value: 'none', label: t.topicNone }]} />
        </div>
        {!view.me && (
          <fieldset className="stack">
            <legend><h2>{t.who}</h2></legend>
            <TextField {...common} name="email" type="email" label={t.email} hint={t.emailHint} autoComplete="email" max={254} />
            <TextField {...common} name="name" label={t.name} hint={t.nameHint} autoComplete="name" max={80} />
            <p><a className="touch" href={view.href('/sign-in?to=/ideas/new')}>{t.orSignIn}</a></p>
          </fieldset>
        )}
        <div className="stack tight">
          <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p>
          <p className="hint">{t.publicNote} {view.me && t.asNote(view.me.as?.name ?? view.me.name)}</p>
        </div>
      </ActionForm>
      <SupportForm />
    </>
  )
}
