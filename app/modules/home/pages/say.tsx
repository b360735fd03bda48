import { page } from '#core/http/page.ts'
import { kinds } from '#core/trail/kind.ts'
import { PageHead } from '#ui/layout.tsx'
import { Doors } from '../doors.tsx'
import { homeWords } from '../texts/index.ts'

/** The one-minute chooser: only what works now. */
export default page('/say', {
  read: async () => null,
  head: (_data, { language }) => ({ title: homeWords(language).sayTitle, place: 'participate' }),
  view(_data, view) {
    const t = homeWords(view.language)
    return (
      <>
        <PageHead title={t.sayTitle}><p className="lead">{t.sayLead}</p></PageHead>
        <Doors doors={[
          { to: view.href('/ideas/new'), icon: 'idea', title: t.sayIdea, hint: t.sayIdeaHint },
          ...(kinds().has('report') ? [{ to: view.href('/feedback/new'), icon: 'place' as const, title: t.sayReport, hint: t.sayReportHint }] : []),
          { to: view.href('/ideas/new?kind=need'), icon: 'need', title: t.sayNeed, hint: t.sayNeedHint },
          ...(view.me && (view.me.units.length > 0 || view.me.admin || view.me.installationAdmin) ? [{ to: view.href('/matters/new'), icon: 'text' as const, title: t.sayMatter, hint: t.sayMatterHint }] : []),
          ...(kinds().has('initiative') ? [{ to: view.href('/initiatives/new'), icon: 'sign' as const, title: t.sayInitiative, hint: t.sayInitiativeHint }] : []),
          { to: view.href('/search'), icon: 'search', title: t.sayFind, hint: t.sayFindHint },
        ]} />
      </>
    )
  },
})
