import type { Texts } from './fi.ts'

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const en: Texts = {
  signIn: {
    title: 'Sign in', lead: 'No password needed. We send a link to your e-mail that lets you in.',
    email: 'E-mail', send: 'Send the link', or: 'Other ways',
    passkey: 'Sign in with a passkey', passkeyHint: 'Fingerprint, face or the lock code of your device.',
    identify: 'Use strong identification', identifyHint: 'With online banking, a mobile certificate or an identity card. We do not keep your personal identity code.',
    practice: 'This is practice: the identification service is made up, and there you choose a made-up person.',
    sent: 'The link is on its way', sentText: (minutes) => `Open your e-mail and tap the link in the message. It works once, for ${minutes} minutes.`,
    sentHint: 'No message? Look in your spam folder and check that you typed the address right.', again: 'Send a new link', mailbox: 'Open the mailbox of the demonstration',
    personas: 'Try as a demonstration person', already: (name) => `You are already signed in: ${name}.`, goOn: 'Continue',
    errors: { away: 'The identification service does not answer right now. Sign in another way or try again in a moment.', cancelled: 'You cancelled the identification. Nothing was kept.', taken: 'This identification already belongs to another account. Sign in with it.', old: 'Signing in took too long. Start again.', failed: 'The identification did not succeed. Nothing was kept. Try again or sign in another way.' },
    passkeyProblems: { failed: 'The passkey did not let you in. Sign in by e-mail; you can add a passkey after that under Me.', stale: 'Show first that it is you: sign in again, then add the passkey.', cancelled: 'You cancelled. You can try again.' },
  },
  link: {
    title: 'Almost there', as: 'You are signing in as', enter: 'Sign in', name: 'Your name', nameHint: 'Others see your first name and the initial of your last name.',
    newHere: 'This is your first time here. Tell us your name.',
    used: 'The link no longer works', usedText: 'The link has been used or has expired. Ask for a new one, it comes at once.', new: 'Ask for a new link',
  },
  signOut: { title: 'Sign out', text: 'Sign out of this device? Your other devices stay signed in.', out: 'Sign out', stay: 'Stay here' },
  personas: {
    title: 'Try as a demonstration person', lead: 'These people are made up. Tap to be one of them.', be: (name) => `Be ${name}`, you: 'You are now this person', none: 'This municipality has no demonstration people.', ownWay: 'Or sign in with your own e-mail',
    role: { resident: 'Resident', moderator: 'Moderator', admin: 'Administrator of the municipality', installationAdmin: 'Administrator of the installation', official: (unit, lead) => (lead ? `${unit}, lead official` : `${unit}, official`), association: (name) => `${name}, representative of the association`, company: (name) => `${name}, representative of the company` },
  },
  me: {
    title: 'Me', identified: 'Strongly identified', myIdeas: 'My matters', noIdeas: 'Here you see the ideas you have sent and how far they have come.', firstIdea: 'Send your first idea', all: 'Show all', more: (n) => `and ${n} more`,
    inName: (name) => `In the name of ${name}`, visibility: { public: '', waiting: 'Waits for a moderator', hidden: 'Hidden', withdrawn: 'Withdrawn', private: 'Private' },
    supports: (n) => count(n, 'supporter', 'supporters'), comments: (n) => count(n, 'comment', 'comments'),
    places: 'My places', placesHint: 'What happens near them', follows: 'What I follow', followsCount: (n) => count(n, 'followed', 'followed'), notices: 'Messages', unread: (n) => (n === 0 ? 'Nothing new' : count(n, 'new message', 'new messages')),
    organisations: 'Associations and companies', organisationsHint: (n) => (n === 0 ? 'Act in the name of an association or a company' : count(n, 'in whose name you can act', 'in whose names you can act')),
    signIn: 'Signing in', signInHint: 'Devices, passkeys, identification', data: 'My data', dataHint: 'See, download, delete',
    profile: 'Name and messages', save: 'Save', name: 'Name', nameHint: 'Others see your first name and the initial of your last name.', language: 'Language of messages', home: 'Which place is near your home?', homeHint: 'From it, the Home page shows what happens near you. Others do not see this.', homeUntold: 'I do not tell', rhythm: 'How do we tell you when something you follow moves?', saved: 'Saved.',
    rhythms: { atOnce: ['At once', 'A message comes when something happens.'], daily: ['Once a day', 'The events of the day in one message.'], weekly: ['Once a week', 'The events of the week in one message on Monday.'], inApp: ['Only here', 'No e-mail; a red dot tells of news.'] },
    email: 'E-mail', noEmail: 'We do not know your e-mail address, so messages are shown only here.', changeEmail: 'Change the address', addEmail: 'Add an address', newEmail: 'New address', emailHint: 'We send a link to the address, with which you confirm it.', sendConfirm: 'Send the confirmation link', emailSent: 'The confirmation link is on its way. The address changes when you open it.', emailChanged: 'The address has been changed.',
    problems: { taken: 'The address already belongs to another account.', same: 'This is your address already.' },
    signOut: 'Sign out', languages: { fi: 'Suomi', sv: 'Svenska', en: 'English' },
  },
  email: { title: 'Confirm the address', text: 'From now on messages and sign-in links come to', confirm: 'Use this address', old: 'The link does not work', oldText: 'The link has expired or was made for another account. Ask for a new one under Me.', toMe: 'Go to Me' },
  ways: {
    title: 'Signing in', sessions: 'Devices where you are signed in', here: 'This device', used: (when) => `Used ${when}`, since: (when) => `Signed in ${when}`, end: 'Sign out', endOthers: 'Sign out of other devices', unknown: 'Unknown device', ended: 'The device has been signed out.',
    passkeys: 'Passkeys', passkeysHint: 'With a passkey you sign in by fingerprint, face or the lock code of your device. It works only in this service and cannot be phished.', noPasskeys: 'You have no passkeys yet.', add: 'Add a passkey on this device', needsScript: 'Adding a passkey needs a browser that supports passkeys and has JavaScript on.', added: (when) => `Added ${when}`, remove: 'Remove', removed: 'The passkey has been removed.', aPasskey: 'Passkey',
    identification: 'Strong identification', identifiedAs: { high: 'You are strongly identified (level of assurance high).', substantial: 'You are strongly identified (level of assurance substantial).' }, notIdentified: 'Some things, such as votes, may need strong identification.', identify: 'Identify yourself strongly', again: 'Update your details by identifying again', kept: 'We keep your name, date of birth, home municipality and level of assurance. We do not keep your personal identity code.',
  },
  organisations: {
    title: 'Associations and companies', lead: 'When you act in the name of an association or a company, others see its name. Its representatives see in the log who did what.',
    none: 'You do not represent any association or company yet. Create one or ask a representative for an invitation.',
    kind: { association: 'Association', company: 'Company' }, actAs: (name) => `Act as ${name}`, acting: 'You are acting in this name', stop: 'Stop and act in your own name',
    people: 'Representatives', since: (when) => `since ${when}`, until: (when) => `ended ${when}`, you: 'you', handedBy: (name) => `invited by ${name}`,
    log: 'Who acted and when', noLog: 'Nothing has been done in this name yet.',
    invite: 'Invite a representative', email: 'The representative’s e-mail', emailHint: 'They get a link with which they accept. The link works for seven days.', handOver: 'I step down when they accept', sendInvite: 'Send the invitation', invited: 'The invitation has been sent.',
    leave: 'Stop representing', leaveText: 'You can no longer act in this name. What you have done stays in its name.', left: 'You no longer represent it.',
    create: 'Create an association or a company', name: 'Name', what: 'Which one is it?', businessId: 'Business ID', businessIdHint: 'In the form 1234567-1. Required of a company, not of an association.', unchecked: 'The details are not checked from registers. Acting in a false name is forbidden, and the log shows who created it.', made: 'Created. You can now act in its name.', make: 'Create',
    problems: { taken: 'There is already a company with this Business ID here. Ask its representative for an invitation.', notBusinessId: 'Check the Business ID. The check digit does not match.', lastOne: 'You are the only representative. Invite someone else first.', already: 'They are already a representative.', tooMany: 'Many invitations have been sent. Try again tomorrow.' },
  },
  invitation: {
    title: 'Invitation to represent', text: (who, name) => `${who} invites you to represent: ${name}.`, hands: (who) => `When you accept, ${who} steps down.`, means: 'You can act in its name. The other representatives see what you do in its name.', accept: 'Accept', notNow: 'Not now',
    old: 'The invitation is not valid', oldText: 'The invitation has expired or was withdrawn. Ask for a new one.', other: (email) => `The invitation was sent to ${email}. Sign in with that address.`, signInOther: 'Sign in with another address',
  },
  data: {
    title: 'My data', lead: 'You see everything that is kept about you in this municipality.', level: { high: 'high', substantial: 'substantial' }, account: 'Your account', facts: { name: 'Name', email: 'E-mail', birthDate: 'Date of birth', homeMunicipalityCode: 'Number of home municipality', home: 'Place near your home (coordinates)', assurance: 'Identification', createdAt: 'Account created', language: 'Language of messages' }, nothing: 'none',
    what: { ideas: 'Ideas', supports: 'Supports', comments: 'Comments', follows: 'What you follow', notices: 'Messages', mails: 'E-mails sent to you', reports: 'Reports to moderators', pictures: 'Pictures', organisations: 'Representations', sessions: 'Sessions', passkeys: 'Passkeys', keys: 'Keys of programs', answers: 'Answers', views: 'Saved views', places: 'My places', networks: 'Networks', questions: 'Questions to networks', followed: 'Topics, areas and units you follow' },
    download: 'Download all (JSON)', remove: 'Delete the account', removeLead: 'The account is deleted in every municipality and cannot be restored.',
    stays: ['Your public ideas and comments stay, but without your name. If you do not want a text to stay, withdraw it first.', 'Your supports stay in the numbers without your name.', 'What was done in the name of an association or a company stays in its name.'], goes: ['Your name, e-mail, date of birth and home municipality are erased.', 'Your sessions, passkeys and identifications are erased.', 'What you follow, your messages and the e-mails sent to you are erased.'], staysTitle: 'What stays', goesTitle: 'What goes',
    sure: 'I understand that the account cannot be restored', removeNow: 'Delete my account', mustAgree: 'Tick the box to show that you understand.', alone: (names) => `You are the only representative of: ${names}. After this nobody can act in its name. Invite another representative first if it goes on.`, gone: 'Your account has been deleted. Thank you for being here.',
  },
  mail: {
    link: { subject: (town) => `Sign-in link: ${town}`, text: (town, address, minutes) => `Hello!\n\nWith this link you sign in to Nousu, ${town}:\n${address}\n\nThe link works once, for ${minutes} minutes. If you did not ask for it, you need not do anything.` },
    email: { subject: 'Confirm your e-mail address', text: (town, address) => `Hello!\n\nConfirm with this link that the address is yours (Nousu, ${town}):\n${address}\n\nThe link works for an hour. If you did not ask for it, you need not do anything.`, changed: 'Your e-mail address has been changed', changedText: (town) => `Hello!\n\nThe e-mail address of your account (Nousu, ${town}) has been changed to another. If you did not do this, contact the municipality at once.` },
    invite: { subject: (name) => `Invitation to represent: ${name}`, text: (who, name, town, address) => `Hello!\n\n${who} invites you to represent: ${name} (Nousu, ${town}).\n\nLook and accept:\n${address}\n\nThe link works for seven days.` },
  },
}
