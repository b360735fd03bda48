import type { Texts } from './fi.ts'

export const en: Texts = {
  services: 'Services', places: 'Places', providers: 'Providers',
  accessible: { yes: 'Wheelchair access', partly: 'Partial wheelchair access', no: 'No wheelchair access', unknown: 'Accessibility is not known' },
  priceKinds: { free: 'Free of charge', paid: 'There is a charge', varies: 'The price varies', unknown: 'Not known' },
  audiences: { children: 'Children', families: 'Families', youth: 'Young people', adults: 'Adults', older: 'Older people', disabled: 'Disabled people', newcomers: 'People new to Finland', companies: 'Companies', associations: 'Associations' },
  channelKinds: { web: 'Online', form: 'With a form', phone: 'By phone', place: 'In person', desk: 'At a service point', chat: 'By chat', email: 'By e-mail' },
  facts: { title: 'At a glance', address: 'Where', map: 'Show on a map', access: 'Accessibility', accessMore: 'Read more', price: 'Price', phone: 'Phone', email: 'E-mail', web: 'Website', forWhom: 'For whom', keptBy: 'Kept by', answers: 'Responsible', partOf: 'Part of', allHours: 'All opening hours' },
  now: 'Right now', arrival: 'How to get here', about: 'About the place', entrances: 'Entrances', mainEntrance: 'Main entrance', equipment: 'Equipment', rooms: 'Rooms', servicesHere: 'Services here', parts: 'Also here', follow: 'Follow the place',
  people: (count) => `for ${count} people`, pieces: (count) => `× ${count}`,
  ways: 'How to use it', call: 'Call', write: 'Write', open: 'Open', charge: 'Price of the call', how: 'How it works', promise: 'What we promise', description: 'About the service', noWays: 'No contact details have been added yet.',
  followThis: 'Follow', following: 'Following', fault: 'Report a fault here', correct: 'Suggest a correction', report: 'Report inappropriate content', correction: (name) => `The details on this page need correcting: ${name}.\n\n`, correctBy: (name) => `Did you see a mistake? Tell the provider: ${name}.`, changed: (day) => `Updated ${day}`, photo: (n) => `Picture ${n}`, enlarge: 'Open larger',
  gone: { ended: 'This is no longer in use.', vanished: 'This is no longer in the register that it was brought from.', provider: 'The provider no longer keeps this page.', others: 'See the others' },
  draft: 'A draft. Only those who keep it see it.', hiddenWaits: 'Waits for a moderator. Others do not see this yet.', hiddenBy: 'A moderator has hidden this.', why: 'Reason:', appeal: 'Ask for another look', goneTitle: 'The content is hidden', goneText: (day) => `A moderator hid this ${day}.`,
  keep: {
    nav: 'Editing', facts: 'Details', access: 'Accessibility', inside: 'Rooms and equipment', here: 'Services here', pictures: 'Pictures', hours: 'Opening hours', channels: 'Ways to use it', state: 'State and handing over', ask: 'Ask how it went',
    newPlace: 'New place', newService: 'New service', editOf: (name) => `Edit: ${name}`, asProvider: (name) => `You add this as ${name}. Everyone sees it at once.`,
    save: 'Save', publish: 'Publish', saveDraft: 'Save as a draft', saved: 'Saved.', savedWaits: 'Saved. A moderator reads the words before others see them.', toPage: 'See the page',
    languages: { sv: 'In Swedish', en: 'In English' }, inLanguage: { fi: 'in Finnish', sv: 'in Swedish', en: 'in English' },
    labels: {
      kind: 'What kind of place', unitId: 'Unit that keeps it', topicId: 'Topic', name: 'Name', summary: 'In one sentence', description: 'Description', street: 'Street address', postalCode: 'Postal code', city: 'Post town', where: 'Where', arrival: 'How to get there', phone: 'Phone', email: 'E-mail', url: 'Website',
      priceKind: 'Price', price: 'More about the price', audiences: 'Especially for', forWhom: 'Who may use it', how: 'How it works', promise: 'What you promise', accessible: 'Wheelchair access', heading: 'Heading', sentence: 'Sentence', main: 'Main entrance', count: 'How many', capacity: 'Room for how many people', size: 'Area (m²)', point: 'Place on the map', version: 'The details', services: 'Services', service: 'Service', charge: 'What a call costs', placeId: 'Place', why: 'Why', offers: 'What you offer', reason: 'Reason', form: 'Form',
    },
    hints: {
      summary: 'Shown in lists.', arrival: 'Bus, parking, the way to the door.', name: 'As people call it.', price: 'For instance: adult €6, child €3.', sentence: 'For instance: The door is 95 cm wide.', heading: 'For instance: Entrance, Toilet, Parking.', forWhom: 'Terms, age, home municipality.', promise: 'For instance: We answer in three working days.', offers: 'Tell briefly what you do and for whom. It is shown on your page.', point: 'Latitude and longitude, if the place of the door is known.', topic: 'The unit of the topic decides. If you choose none, we find it in your words.', channelPlace: 'Write the name of the place and we look for it.', service: 'Write the name of the service and we look for it.', why: 'Shown to everyone on the page.',
    },
    problems: { badUrl: 'Give the address as https://…', badPhone: 'Check the phone number.', badEmail: 'Check the e-mail address.', placeNeeded: 'Give both latitude and longitude.', oneMain: 'Only one can be the main entrance.', changedMeanwhile: 'Someone else changed the details meanwhile. What you wrote is kept here. If you save again, it stands.', farAway: 'The place is not in this municipality.', notFound: 'Nothing was found by that name. Try another spelling.', choose: 'Choose what you meant.', tooOften: 'You have added a lot in a short time. Go on in a moment.' },
    meanwhile: 'These are now saved differently:', nothing: 'empty',
    addEntrance: 'Add an entrance', addSentence: 'Add a sentence', addEquipment: 'Add equipment', addRoom: 'Add a room', drop: 'Remove this', moreRows: 'Need more rows? Save and you get new ones.', roomHours: 'Opening hours of the room', pointOf: 'Place of the door on the map', latitude: 'Latitude', longitude: 'Longitude',
    noServicesHere: 'There are no services here yet.', addService: 'Add a service here', find: 'Find', remove: 'Remove', choose: 'Choose',
    noPictures: 'There are no pictures yet.', addPictures: 'Add pictures', describe: 'What is in the picture?', keepDescription: 'Save the description', removePicture: 'Remove the picture', mostPictures: (n) => `At most ${n} pictures. Remove one before you add another.`,
    noChannels: 'There are no ways to use it yet. Add the first: a phone number, a form or a place.', addChannel: 'Add a way to use it', channelKind: 'How', editChannel: 'Edit', up: 'Move up', down: 'Move down', channelHours: 'Service hours',
    hand: 'Hand over to another unit', handLead: 'The new unit keeps the details and gets the corrections.', handButton: 'Hand over', handed: 'Handed over.', end: 'End', endLead: 'Leaves lists and search. The page stays and says that this is no longer in use.', endButton: 'End', back: 'Take back into use', backLead: 'Comes back to lists and search.', publishLead: 'What is published is seen by everyone. Followers hear of it.',
    settle: (count) => (count === 1 ? 'Settle one question' : `Settle ${count} questions`), conflicts: 'Something that was edited here has changed in the register.',
  },
  provider: {
    title: 'Providers', lead: 'Associations and companies that keep their own services and places up to date.', none: 'There are no providers yet.', becomes: 'Become a provider', actAs: 'Sign in and choose to act for an association or a company.', actAsLink: 'Choose for whom you act',
    ask: 'Ask to become a provider', askLead: (name) => `When the municipality has approved the request, ${name} adds its own services and places. They are shown at once in your name.`, send: 'Send the request', waiting: 'Waiting for a decision', askedOn: (day) => `Asked ${day}`, decideBy: (day) => `Decide by ${day}`, lateBy: (day) => `Late: was to be decided by ${day}`,
    approve: 'Approve', refuse: 'Do not approve', reasonHint: 'Whoever asked reads the reason and may ask again.', refuseButton: 'Send the decision',
    states: { asked: 'The request has been sent. You will hear when it is decided.', approved: 'Approved', refused: 'The request was not approved.', ended: 'No longer keeps its pages here.' }, askAgain: 'Ask again', ownPage: 'Your own page',
    kinds: { association: 'Association', company: 'Company' }, offers: 'What we offer', addPlace: 'Add a place', addService: 'Add a service', editSelf: 'Edit the presentation', nothingYet: 'No services or places have been added yet.', businessId: 'Business ID', end: 'Stop being a provider', endLead: 'All services and places leave the lists. Their pages stay and say that nobody keeps them any more.', askedBy: 'Asks to become a provider', draft: 'Draft', ended: 'Ended', hidden: 'Hidden',
  },
}
