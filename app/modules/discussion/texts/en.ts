import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Discussion',
  order: { newest: 'Newest first', oldest: 'Oldest first' },
  showNewest: 'Show newest first', showOldest: 'Show oldest first',
  write: 'Write a comment', text: 'Your comment', send: 'Send comment',
  stance: 'Where you stand', stances: { for: 'For', against: 'Against', neutral: 'Neither' },
  follow: 'Tell me when this moves or someone replies',
  voice: 'You write', ownName: 'in your own name', asOrganisation: (name) => `You write as ${name}.`,
  reply: 'Reply', replyTo: (name) => `Reply to ${name}`, replyText: 'Your reply', sendReply: 'Send reply',
  edit: 'Edit', editText: 'Edit your comment', save: 'Save the change', editHint: 'The earlier wording can still be read.',
  remove: 'Remove', removeSure: 'The comment is removed for good. Replies stay where they are.', removeNow: 'Remove the comment',
  report: 'Report', reportOf: (name) => `Report the comment by ${name}`,
  edited: 'edited', starter: 'Started this', official: 'The municipality', organisation: 'Organisation',
  removed: 'The writer has removed this comment.', hidden: 'A moderator has hidden this comment.', why: 'Reason', appeal: 'Ask for a second look', rules: 'How we moderate',
  waits: 'Waiting for a moderator. Others cannot see this yet.', hiddenYours: 'Hidden from others.',
  someone: 'Former user', link: 'Link to this',
  moreReplies: (count) => `Show all ${count} replies`, allReplies: 'More replies', wholeDiscussion: 'The whole discussion', thisThread: 'You see one branch of the discussion.',
  toNewest: 'To the start of the discussion', more: 'More comments',
  emptyOpen: 'Nobody has said anything yet. What do you think?', emptyClosed: 'There was no discussion of this.', closed: 'The discussion is closed.',
  signIn: 'Sign in and comment', signInFirst: 'Sign in to say what you think.',
  history: 'Wordings of the comment', now: 'Now', until: (day) => `Until ${day}`, back: 'Back to the discussion',
}
