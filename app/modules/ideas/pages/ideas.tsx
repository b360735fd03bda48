import { page } from '#core/http/page.ts'
import { listSubjects, readFilters } from '#core/trail/list.server.ts'
import { PageHead } from '#ui/layout.tsx'
import { IdeaRows } from '../idea-rows.tsx'
import { ideaWords } from '../texts/index.ts'

export default page('/ideas', {
  read: (ctx, _params, query) => listSubjects(ctx, { ...readFilters(query), kind: 'idea' }),
  head: (_data, { language }) => ({ title: ideaWords(language).ideas, place: 'participate' }),
  view: ({ lines }, view) => <><PageHead title={ideaWords(view.language).ideas} /><IdeaRows lines={lines} view={view} /></>,
})
