export { Because } from './comment-parts.tsx'
export { Discussion, PartTalk } from './discussion.tsx'
export { OutcomeWork } from './outcomes/work-view.tsx'
export { Write } from './write.tsx'
