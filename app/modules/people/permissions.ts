import { anyone, permissions, resident, type Rule } from '#core/permissions/permissions.ts'

/** a person who may act as the organisation */
const representative: Rule = { words: 'representative of the organisation', allows: (actor, thing) => actor.kind === 'person' && actor.represents.some((each) => each.id === thing.authorOrganisationId) }

/** Who may do what with accounts, profiles and organisations. What is mine is found by my own id, so that nobody else's can be asked for. */
export const can = permissions('people', {
  signIn: [anyone()],
  seeMine: [resident()],
  changeMine: [resident()],
  createOrganisation: [resident()],
  actAs: [representative],
  seeOrganisation: [representative],
  invite: [representative],
  acceptInvitation: [resident()],
})
