import { page } from '#core/http/page.ts'
import { PageHead, Section } from '#ui/layout.tsx'
import { Doors } from '../doors.tsx'
import { homeWords } from '../texts/index.ts'

/** Palvelut: says what is coming, and what can be done already. */
export const services = page('/services', {
  read: async () => null,
  head: (_data, { language }) => ({ title: homeWords(language).services, place: 'services' }),
  view(_data, view) {
    const t = homeWords(view.language)
    return (
      <>
        <PageHead title={t.services}><p className="lead">{t.servicesSoon}</p></PageHead>
        <Section id="now" title={t.now}>
          <Doors doors={[
            { to: view.href('/ideas/new?kind=need'), icon: 'need', title: t.wishService, hint: t.wishServiceHint },
            { to: view.href('/ideas?stage=service'), icon: 'done', title: t.seeServices, hint: t.seeServicesHint },
          ]} />
        </Section>
      </>
    )
  },
})

/** Yhteisö: likewise. */
export const community = page('/community', {
  read: async () => null,
  head: (_data, { language }) => ({ title: homeWords(language).community, place: 'community' }),
  view(_data, view) {
    const t = homeWords(view.language)
    return (
      <>
        <PageHead title={t.community}><p className="lead">{t.communitySoon}</p></PageHead>
        <Section id="now" title={t.now}>
          <Doors doors={[
            { to: view.href('/ideas/new'), icon: 'people', title: t.wishCommunity, hint: t.wishCommunityHint },
            { to: view.href('/ideas?sort=moving'), icon: 'comment', title: t.seeTalk, hint: t.seeTalkHint },
          ]} />
        </Section>
      </>
    )
  },
})
