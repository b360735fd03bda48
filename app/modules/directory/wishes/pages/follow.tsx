import { addressOf } from '#core/http/asker-address.server.ts'
import { fields, page } from '#core/http/page.ts'
import { LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { endWishes, guestWishForm, keepWishes, wishByMail, wishForm } from '../keep.server.ts'
import { showWishes } from '../offered.server.ts'
import { WishForm } from '../wish-form.tsx'
import { wishWords } from '../texts/index.ts'

export default page('/places/:placeId/follow', {
  read: (ctx, { placeId }) => showWishes(ctx, placeId),
  forms: {
    keep: fields(wishForm, async (ctx, { placeId }: { placeId: string }, { when }) => { await keepWishes(ctx, placeId, when); return { to: `/places/${placeId}/follow?said=kept` } }),
    mail: fields(guestWishForm, async (ctx, { placeId }: { placeId: string }, input, more) => await wishByMail(ctx, placeId, input, addressOf(more.request)) ?? { to: `/places/${placeId}/follow?said=asked` }),
    stop: async (ctx, { placeId }) => { await endWishes(ctx, placeId); return { to: `/places/${placeId}/follow?said=stopped` } },
  },
  head: ({ name }, { language }) => ({ title: `${wishWords(language).title}: ${name}`, place: 'services', hidden: true }),
  view(its, view) {
    const t = wishWords(view.language)
    const said = view.query.get('said')
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href(`/places/${its.placeId}`), name: its.name }]} />
        {said === 'kept' && <Said>{t.kept(its.name, its.offered.filter((each) => each.chosen).map((each) => each.name))}</Said>}
        {said === 'asked' && <Said>{t.asked}</Said>}
        {said === 'stopped' && <Said>{t.stopped}</Said>}
        {said !== 'asked' && <WishForm its={its} view={view} />}
        <p className="actions"><LinkButton to={view.href(`/places/${its.placeId}`)} kind="quiet">{t.back}</LinkButton></p>
      </>
    )
  },
})
