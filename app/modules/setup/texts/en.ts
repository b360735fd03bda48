import type { Texts } from './fi.ts'

export const en: Texts = {
  first: {
    title: 'Set up Nousu', lead: 'Create a municipality: give it a name, languages, units and topics. Everything can be changed later in the administration.', municipality: 'The municipality', admin: 'Administrator', found: 'Create the municipality',
    noMail: 'No mail server is set.', noMailText: 'Messages stay in a mailbox that opens only in a browser on this same machine. Set SMTP_URL before you open the service to others.',
    done: 'The municipality is ready', doneText: 'Now sign in with the e-mail address you gave. You get a link that takes you to the administration.', signIn: 'Sign in by e-mail',
  },
  labels: {
    nameFi: 'Name in Finnish', nameSv: 'Name in Swedish', nameEn: 'Name in English', languages: 'Languages', units: 'Units', topics: 'Topics', latitude: 'Latitude of the centre', longitude: 'Longitude of the centre', code: 'Municipality number',
    adminName: 'Administrator’s name', adminEmail: 'Administrator’s e-mail', setupCode: 'Setup code',
    replyDays: 'Days to the first reply', watchedWords: 'Words that a moderator looks at first', linksAllowed: 'Links in one text', sendsPerHour: 'Sends in an hour by one person', hue: 'Hue of the main colour',
    unitId: 'Unit', email: 'E-mail', name: 'Name', what: 'Task', hosts: 'Own web addresses',
  },
  hints: {
    units: 'One per line. Other languages after a bar: Kirjasto | Bibliotek | Library', topics: 'One per line, then the unit that answers: Sports and outdoors > Sports services', latitude: 'For example 61.55. For the map and places.', longitude: 'For example 23.60', code: 'Three digits, for example 980',
    adminEmail: 'The sign-in link comes to this address.', setupCode: 'The code is shown in the console where Nousu was started.',
    replyDays: 'Calendar days, 1–90. For new ideas.', watchedWords: 'One per line. A text with such a word waits for a moderator.', linksAllowed: 'A text with more links waits for a moderator.', hue: 'Degrees on the colour circle, 0–359. Blue is 238.',
    hosts: 'One per line, for example participate.town.fi. Empty: the municipality is under this installation’s address.', inviteName: 'Needed if they have not signed in yet.',
  },
  problems: {
    wrongCode: 'The code is not right. See it in the console.', noLanguage: 'Choose at least one language.', unknownUnit: 'The topic’s unit is not among the units.', noUnit: 'Write > and the unit that answers after the topic.', tooMany: 'There are too many lines.', badName: 'No address can be made of this name.', notCode: 'A municipality number has three digits.',
    slugTaken: 'There is a municipality of this name already.', hostTaken: 'The address is another municipality’s already.', badHost: 'Write the host name only, for example participate.town.fi.', lastAdmin: 'The municipality must have at least one administrator.', nameTaken: 'There is one of this name already.', inUse: 'This is used somewhere, so it cannot be deleted.', lastUnit: 'The municipality must have at least one unit.', badNumber: 'Write a number within the limits.',
  },
  admin: {
    title: 'Administration', rules: 'Rules', rulesText: 'How the municipality promises to answer, and what a moderator looks at first.', exceptions: 'Shared exceptions', exceptionsText: 'Opening hours of holidays and other exceptional days for many places at once.', units: 'Units', unitsText: 'Who answers: the units and their names.', topicsText: 'What the municipality talks about, and what belongs to what.', areas: 'Areas', areasText: 'Parts of the municipality and their borders on the map.', deleted: 'Deleted.', deleteUnused: 'Delete unused', deleteOf: (name) => `Delete: ${name}`, people: 'People', peopleText: 'Officials, moderators and administrators.', municipalities: 'Municipalities', municipalitiesText: 'The municipalities of this installation and their addresses.', meetings: 'Meetings and feeds', meetingsText: 'The bodies, and where agendas come from.', templates: 'Phase templates', templatesText: 'The phases that matters are prepared in.', initiatives: 'Initiatives', initiativesText: 'The registry’s address and the unit that checks', population: 'Population', populationText: 'Figures that thresholds are counted from', feedback: 'Categories of feedback', feedbackText: 'What feedback is about, whom it goes to and what is promised.', assets: 'Lamps and things', assetsText: 'Things that can be picked in a report, from a GeoJSON file.', addresses: 'Addresses', addressesText: 'Streets and houses by which the place of a report is found.', imports: 'Imports', importsText: 'Services, places and hours from registers and files.', partners: 'Partners', partnersText: 'Contractors and other owners that reports are passed on to.', life: 'Life situations', lifeText: 'Paths to services when life happens', synonyms: 'Words of the search', synonymsText: 'What people say and what it means here', asks: 'How did it go?', asksText: 'One-tap questions, posters and lobby tablets.', importing: 'Import ideas', importingText: 'Ideas and comments from an earlier service.', notices: 'Delivery of messages', noticesText: 'What has been told, and what did not arrive.', openData: 'Open data', openDataText: 'Everything public as files and through the API.', devices: 'Devices', devicesText: 'Sensors, gates and cameras that tell of places by themselves.', counters: 'Visitor counters', countersText: 'Is there room at places, and do the counters work.', cameras: 'Cameras', camerasText: 'A picture of a place, with nobody recognisable.', open311: 'Open311 keys', open311Text: 'Programs that send reports and tell of the work.',
    save: 'Save', saved: 'Saved.', look: 'Name and look', addUnit: 'Add a unit', topics: 'Topics', unitList: 'Units', rename: (name) => `Change: ${name}`, unit: 'Unit',
    appoint: 'Appoint', appointText: 'They are told by e-mail. The task belongs to whoever has the mail of the address.', officials: 'Officials', moderators: 'Moderators', admins: 'Administrators', none: 'Nobody yet.', lead: 'Leads the unit', end: 'End the task', endOf: (name) => `End the task: ${name}`,
    roles: { official: 'Official', lead: 'Leader of the unit', moderator: 'Moderator', admin: 'Administrator' }, addMunicipality: 'Add a municipality', address: 'Address', appointed: 'Appointed.', added: 'Added.', ended: 'The task has ended.', soon: 'Everyone sees the change in a few seconds.',
  },
  mail: {
    subject: (municipality) => `You have been given a task: ${municipality}`,
    text: (name, what, municipality, address) => `Hello ${name}!\n\nYou have been given a task in ${municipality}: ${what}.\n\nSign in with this e-mail address: ${address}`,
  },
}
