import { page } from '#core/http/page.ts'
import { PageHead, Section } from '#ui/layout.tsx'
import { type Door, Doors } from '../doors.tsx'
import { homeWords } from '../texts/index.ts'

/** A place of the shell whose modules are not here yet: says what is coming, and what can be done already. */
export const community = page('/community', {
  read: async () => null,
  head: (_data, { language }) => ({ title: homeWords(language).community, place: 'community' }),
  view(_data, { language, href }) {
    const t = homeWords(language)
    const doors: Door[] = [
      { to: href('/ideas/new'), icon: 'people', title: t.wishCommunity, hint: t.wishCommunityHint },
      { to: href('/ideas?sort=moving'), icon: 'comment', title: t.seeTalk, hint: t.seeTalkHint },
    ]
    return (
      <>
        <PageHead title={t.community}><p className="lead">{t.communitySoon}</p></PageHead>
        <Section id="now" title={t.now}><Doors doors={doors} /></Section>
      </>
    )
  },
})
