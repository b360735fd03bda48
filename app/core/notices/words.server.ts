import { eventWords } from '#core/trail/event.ts'
import { subjectPath } from '#core/trail/kind.ts'
import type { Language } from '#core/text/language.ts'

/** What happened, as a notice says it: the event's words, and the sentence of whoever acted. */
export function noticeWords(its: { kind: string; data: Record<string, unknown> }, language: Language): { what: string; sentence: string | null } {
  const { sentence } = its.data
  return { what: eventWords(its.kind, language, its.data), sentence: typeof sentence === 'string' && sentence ? sentence : null }
}

/** Where a notice leads within its municipality: `data.to` when it is a path there, else the subject's page. */
export function noticePath(its: { data: Record<string, unknown>; subjectKind: string; subjectId: string }): string {
  const { to } = its.data
  return typeof to === 'string' && /^\/(?!\/)[^\s\\]*$/.test(to) ? to : subjectPath(its.subjectKind, its.subjectId)
}
