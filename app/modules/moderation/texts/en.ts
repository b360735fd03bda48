import type { Texts } from './fi.ts'

export const en: Texts = {
  reasons: { insult: 'Insults or threatens someone', spam: 'Advertising or spam', personalData: "Tells someone's personal data", illegal: 'Breaks the law', offTopic: 'Does not belong here', other: 'Another reason' },
  acts: { hidden: 'Hidden', restored: 'Restored', kept: 'Left visible', upheld: 'Kept hidden' },
  rules: { watchedWord: (words) => `The text has a watched word: ${words}`, links: (words) => `Links in the text: ${words}`, repeated: (words) => `The same text was sent ${words} times in a day`, identityCode: () => 'The text has a personal identity code' },
  rule: 'Rule',
  problems: { chooseReason: 'Choose a reason.', tooShort: 'Write at least ten characters.' },
  report: {
    title: 'Report a text', titleComment: 'Report a comment', lead: 'A moderator reads your report. The text stays visible until they have decided.', what: 'You are reporting this',
    reason: 'What is wrong with the text?', words: 'Tell more', wordsHint: 'The author sees neither who reported nor what you wrote.', send: 'Send the report',
    thanks: 'Thank you, your report has arrived.', thanksMore: 'A moderator reads the text and decides whether it stays visible. If they hide it, the reason is told to everyone in its place.', back: 'Back to the text',
    moderate: 'Handle it as a moderator',
  },
  queue: {
    title: 'Moderation', tabs: { queue: 'Queue', appeals: 'Appeals', log: 'Log' }, tabsLabel: 'Parts of moderation', search: 'Search texts and explanations', find: 'Search', reason: 'Reason', anyReason: 'All reasons', clear: 'Clear the search',
    count: (count) => (count === 1 ? '1 report' : `${count} reports`), total: (count) => (count === 1 ? 'One text waits' : `${count} texts wait`),
    since: (ago) => `came in ${ago}`, held: 'Not visible yet', comment: 'Comment', open: 'Handle', keep: 'Leave visible', release: 'Publish', gone: 'The author has removed the text.',
    empty: 'Nothing waits for a moderator. When someone reports a text or a rule stops it, it comes here.', emptyFound: 'Nothing was found.', emptyAppeals: 'No appeals are open.', emptyLog: 'The log is still empty.',
    next: 'Next', first: 'To the beginning', statistics: 'Statistics', by: (name) => `decided by ${name}`, appeal: 'Appeal',
    said: { keep: 'The text stays visible.', hide: 'The text is hidden. The author was told why and how to appeal.', restore: 'The text is visible again.', settle: 'The appeal is settled. The author was told.' },
  },
  thing: {
    title: 'Handle a text', titleComment: 'Handle a comment', text: 'Text', on: (title) => `Comment on “${title}”`, hidden: 'Hidden', held: 'A rule stopped the text. Others do not see it until you decide.', public: 'Visible to everyone',
    reports: 'Reports', guest: 'Not signed in', noReports: 'There are no open reports of this.', keepTitle: 'Leave visible', keepHint: 'The reports are marked as handled.', releaseHint: 'The text becomes visible to everyone and its author is told.',
    hideTitle: 'Hide', reason: 'Reason', explanation: 'Explanation', explanationHint: 'Shown to everyone in the place of the text and sent to its author. Say plainly what in the text breaks the rules.', hide: 'Hide the text',
    restoreTitle: 'Show again', restoreHint: 'Shown to everyone on the trail.', restore: 'Show again', before: 'Earlier decisions',
    appealTitle: 'The author appeals', outcome: 'Decision', outcomes: { restored: 'Show it again', upheld: 'Keep it hidden' }, settle: 'Settle', anotherDecides: 'You hid this, so another moderator settles the appeal.', toPlace: 'Open the page',
  },
  appeal: {
    title: 'Your text was hidden', titleComment: 'Your comment was hidden', why: 'Reason', your: 'What you wrote', lead: 'Others do not see the text. You still do.', words: 'Why should the text be shown again?', wordsHint: 'You can appeal once. Another moderator reads the text again where there are several.', send: 'Appeal',
    sent: (day) => `Appealed ${day}`, waits: 'A moderator has not settled your appeal yet. You will get a message when they have.', restored: 'Your text is shown again.', upheld: 'Your text stayed hidden.', over: 'This decision can no longer be appealed.', toPlace: 'Open the page',
  },
  statistics: {
    title: 'Moderation statistics', lead: 'Anyone may report a text. A moderator leaves it visible or hides it with a public explanation. Its author may appeal once.',
    month: 'Month', reports: 'Reports', decisions: 'Decisions', median: 'From report to decision', medianNone: 'No report has been decided yet.', hours: (hours) => `half within ${hours} hours`, minutes: 'half within an hour', days: (days) => `half within ${days} days`,
    byReason: 'Decisions by reason', reasonHead: 'Reason', small: (least) => `Groups of fewer than ${least} decisions are not broken down, so that nobody is recognised.`, tooFew: 'too few to break down', appeals: 'Appeals', appealsMade: (count) => (count === 1 ? '1 appeal' : `${count} appeals`),
    appealsEnds: (restored, upheld, open) => `${restored} shown again, ${upheld} kept hidden, ${open} waiting.`, csv: 'Download as a table (CSV)', empty: 'The moderators have made no decisions yet.', since: (day) => `Counted since ${day}.`,
  },
}
