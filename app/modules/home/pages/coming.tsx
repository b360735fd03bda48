import { page, type View } from '#core/http/page.ts'
import { PageHead, Section } from '#ui/layout.tsx'
import { type Door, Doors } from '../doors.tsx'
import { homeWords } from '../texts/index.ts'

type Says = (t: ReturnType<typeof homeWords>, href: View['href']) => { lead: string; doors: Door[] }

/** A place of the shell whose modules are not here yet: says what is coming, and what can be done already. */
const coming = (place: 'services' | 'community', says: Says) => page(`/${place}`, {
  read: async () => null,
  head: (_data, { language }) => ({ title: homeWords(language)[place], place }),
  view(_data, view) {
    const t = homeWords(view.language)
    const { lead, doors } = says(t, view.href)
    return (
      <>
        <PageHead title={t[place]}><p className="lead">{lead}</p></PageHead>
        <Section id="now" title={t.now}><Doors doors={doors} /></Section>
      </>
    )
  },
})

/** Palvelut. */
export const services = coming('services', (t, href) => ({
  lead: t.servicesSoon,
  doors: [
    { to: href('/ideas/new?kind=need'), icon: 'need', title: t.wishService, hint: t.wishServiceHint },
    { to: href('/ideas?stage=service'), icon: 'done', title: t.seeServices, hint: t.seeServicesHint },
  ],
}))

/** Yhteisö. */
export const community = coming('community', (t, href) => ({
  lead: t.communitySoon,
  doors: [
    { to: href('/ideas/new'), icon: 'people', title: t.wishCommunity, hint: t.wishCommunityHint },
    { to: href('/ideas?sort=moving'), icon: 'comment', title: t.seeTalk, hint: t.seeTalkHint },
  ],
}))
