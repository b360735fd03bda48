import { subjectKind } from '#core/trail/kind.ts'

subjectKind('workOrder', {
  path: (id) => `/work/${id}`, name: { fi: 'Työmääräys', sv: 'Arbetsorder', en: 'Work order' }, comes: { fi: 'Alkaa', sv: 'Börjar', en: 'Begins' }, alias: ['työmääräy', 'arbetsorder', 'work order'],
  queued: false, // it has its own list; its reports are what the queue owes answers to
  stages: {
    idea: { name: { fi: 'Uusi', sv: 'Ny', en: 'New' }, icon: 'inbox' },
    developing: { name: { fi: 'Suunniteltu', sv: 'Planerad', en: 'Planned' }, icon: 'calendar' },
    experiment: { name: { fi: 'Työn alla', sv: 'Under arbete', en: 'Under way' }, icon: 'developing' },
    service: { name: { fi: 'Valmis', sv: 'Klar', en: 'Done' }, icon: 'done' },
    ended: { name: { fi: 'Ei tehdä', sv: 'Görs inte', en: 'Will not be done' }, icon: 'no' },
  },
})
