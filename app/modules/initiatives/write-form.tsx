import type { View } from '#core/http/page.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { memberships } from './rules/membership.ts'
import { initiativeWords } from './texts/index.ts'

type Its = { sendKey?: string; about?: string; title: string; text: string; way: string; membership: string; shown: string; contact: string; referendum: boolean; saved?: boolean }

/** The grounds by which someone takes part, as choices. */
export function groundsOf(language: View['language']) {
  const t = initiativeWords(language).memberships
  return memberships.map((value) => ({ value, label: t[value], hint: t.hints[value] }))
}

/** An initiative as its author writes it: two fields and three choices. */
export function WriteForm({ its, view }: { its: Its; view: View<'write'> | View }) {
  const { failed, language } = view
  const words = initiativeWords(language)
  const t = words.write
  const common = { does: 'write', failed, language, words: words.problems }
  return (
    <ActionForm does="write" className="stack wide">
      <ErrorSummary failed={failed} does="write" labels={{ title: t.name, text: t.text, way: t.way, membership: t.ground, contact: t.contact }} words={words.problems} language={language} />
      {its.sendKey && <input type="hidden" name="sendKey" value={failed?.values.sendKey ?? its.sendKey} />}
      {its.about && <input type="hidden" name="about" value={failed?.values.about ?? its.about} />}
      <div className="stack">
        <TextField {...common} name="title" label={t.name} hint={t.nameHint} value={its.title} max={150} autoComplete="off" />
        <TextArea {...common} name="text" label={t.text} hint={t.textHint} value={its.text} rows={8} max={10_000} />
        <Choice {...common} name="way" label={t.way} value={its.way} options={[
          { value: 'together', label: t.together, hint: t.togetherHint, icon: 'people' }, { value: 'alone', label: t.alone, hint: t.aloneHint, icon: 'person' },
          ...(its.referendum && !view.me?.as ? [{ value: 'referendum', label: t.referendum, hint: t.referendumHint, icon: 'decision' as const }] : []),
        ]} />
        {view.me?.as ? <input type="hidden" name="membership" value="community" /> : <Choice {...common} name="membership" label={t.ground} hint={t.groundHint} value={its.membership} options={groundsOf(language)} />}
        <Choice {...common} name="shown" label={t.shown} value={its.shown} row options={[{ value: 'yes', label: t.shownYes }, { value: 'no', label: t.shownNo }]} />
        <TextArea {...common} name="contact" label={t.contact} hint={t.contactHint} value={its.contact} rows={2} max={500} optional />
      </div>
      <div className="stack tight">
        <p className="actions"><Button kind="main" icon="edited">{its.saved ? t.saveEdit : t.save}</Button></p>
        <p className="hint">{view.me && t.asNote(view.me.as?.name ?? view.me.name)} {t.next}</p>
      </div>
    </ActionForm>
  )
}
