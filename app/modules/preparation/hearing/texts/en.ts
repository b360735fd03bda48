import type { Texts } from './fi.ts'

export const en: Texts = {
  happened: { ended: 'The hearing ended', summary: 'The summary of the hearing was published', summaryEdited: 'The summary of the hearing was edited', document: 'The document of the hearing was edited' },
  closedSince: (day) => `The hearing ended on ${day}. Comments are no longer taken.`,
  document: 'The document', comments: (count) => (count === 1 ? '1 comment' : `${count} comments`), hideComments: 'Hide comments', enlarge: 'Enlarge the picture',
  selected: 'Comment on this passage', place: 'Where?', placeHint: 'The name of the place or its address. You can also mark it on the map.',
  marks: 'Places marked on the map', mark: 'A marked place', marksHint: 'A mark leads to its comment.',
  map: { label: 'Map', ground: 'Map', zoomIn: 'Zoom in', zoomOut: 'Zoom out' },
  summary: { title: 'Summary of the hearing', due: (day) => `The hearing has ended. Its summary comes by ${day}.`, late: (day) => `The hearing has ended. Its summary was due by ${day}. It is late.`, report: 'Report of the hearing', share: (answered, total) => `Answered ${answered}/${total}`, shareHint: 'For this many comments it has been said what became of them.' },
  manage: {
    title: 'Hearing', document: 'The document', comments: 'Comments and what became of them', summary: 'Summary', report: 'Report', preview: 'Preview link',
    hint: 'Make the document section by section, tell those who comment what became of their words, and write a summary at the end.',
  },
  edit: {
    title: 'The document', lead: 'Residents comment on the document section by section. Short sections are the easiest to read on a phone.', none: 'The document has no sections yet. Add the first one.', add: 'Add a section', kept: 'The change is saved.', keep: 'Save the section', up: 'Move up', down: 'Move down', remove: 'Remove the section', removeSure: 'The section is taken out of the document. Comments on it stay.', ofSection: (what, title) => `${what}: ${title}`,
    name: 'Title', text: 'Body text', textHint: 'If this section has been commented on already, the quoted sentences can still be read in the comments.',
    picture: 'Picture', pictureNew: 'Choose a picture', pictureOther: 'Change the picture', pictureHint: 'JPEG, PNG, WebP, GIF or AVIF, at most 15 MB.', alternative: 'What does the picture show?', alternativeHint: 'Write it for someone who does not see the picture.', drop: 'Remove the picture', keptPicture: 'The chosen picture',
    map: 'On the map', mapName: 'The place or area in words', mapNameHint: 'A known place or an area of the municipality is shown on the map. For another area paste its borders below.', area: 'Area', noArea: 'No area', geo: 'Borders as GeoJSON', geoHint: 'For instance an area, a route or a point from a GIS program, in WGS 84 coordinates.', dropMap: 'Remove the map', hasMap: 'The section has a map. It stays unless you give another.',
  },
  summarise: { title: 'Summary of the hearing', lead: 'Say briefly what was said in the hearing and what follows from it. The summary is shown on the page of the matter, and everyone who follows hears of it.', notYet: 'The hearing is still going on. The summary can be published when it has ended.', text: 'Summary', publish: 'Publish the summary', keep: 'Save the change', hint: (answered, total) => `${answered} of ${total} comments have been answered.`, toComments: 'Answer the comments', due: (day) => `The summary is to be published by ${day}.` },
  preview: {
    banner: 'This is a preview', text: 'You see the draft because you were given its link. It is not published and cannot be commented on yet.', published: 'The matter is published already.', toMatter: 'Go to the matter', ask: 'Question', thought: 'What is being planned', law: 'Law', money: 'Money', time: 'Time', notOpen: 'What is not open',
    share: 'Preview link', hint: 'Anyone who has the link sees the draft without signing in. Search engines do not find it.', renew: 'Make a new link', renewHint: 'Earlier links stop working.', renewed: 'A new link is made. The earlier ones no longer work.', link: 'The link', see: 'See the preview',
  },
  problems: {
    alternativeNeeded: 'Say in words what the picture shows.', mapNameNeeded: 'Write the place or area of the map in words too.', notGeoJson: 'The borders could not be read. Check that they are GeoJSON.', farAway: 'The borders are far from the municipality. Check the coordinates.', sectionsMany: 'A document can have at most 60 sections.', notPicture: 'The file is not a picture that we can read.', pictureTooLarge: 'The picture is too large.',
    writtenMeanwhile: 'Someone else changed this at the same time. Your text is kept: compare it with what the page says now, and save again.', summaryShort: 'Write at least a few sentences.', sentenceShort: 'Write at least a few words.',
  },
}
