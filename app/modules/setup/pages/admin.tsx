import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { PageHead, Said, Section } from '#ui/layout.tsx'
import { changeLook, changeRules, lookForm, ownMunicipality, rulesForm } from '../rules.server.ts'
import { setupWords } from '../texts/index.ts'

/** Where a municipality's admin begins: the ways to units, people and data, and the rules. */
export default page('/admin', {
  read: (ctx) => ownMunicipality(ctx),
  forms: {
    rules: fields(rulesForm, async (ctx, _params, input) => { await changeRules(ctx, input); return { to: '/admin?saved=1' } }),
    look: fields(lookForm, async (ctx, _params, input) => (await changeLook(ctx, input)) ?? { to: '/admin?saved=1' }),
  },
  head: (_data, { language }) => ({ title: setupWords(language).admin.title, place: 'desk', hidden: true }),
  view: (its, view) => {
    const { language, failed } = view
    const t = setupWords(language)
    const ways = [
      { to: '/admin/units', title: t.admin.units, text: t.admin.unitsText, icon: 'organisation' as const }, { to: '/admin/topics', title: t.admin.topics, text: t.admin.topicsText, icon: 'list' as const }, { to: '/admin/areas', title: t.admin.areas, text: t.admin.areasText, icon: 'map' as const },
      { to: '/admin/templates', title: t.admin.templates, text: t.admin.templatesText, icon: 'routed' as const }, { to: '/admin/people', title: t.admin.people, text: t.admin.peopleText, icon: 'people' as const },
      { to: '/admin/meetings', title: t.admin.meetings, text: t.admin.meetingsText, icon: 'calendar' as const }, { to: '/admin/initiatives', title: t.admin.initiatives, text: t.admin.initiativesText, icon: 'sign' as const }, { to: '/admin/population', title: t.admin.population, text: t.admin.populationText, icon: 'people' as const },
      { to: '/admin/feedback', title: t.admin.feedback, text: t.admin.feedbackText, icon: 'inbox' as const }, { to: '/admin/assets', title: t.admin.assets, text: t.admin.assetsText, icon: 'lamp' as const }, { to: '/admin/addresses', title: t.admin.addresses, text: t.admin.addressesText, icon: 'place' as const }, { to: '/admin/imports', title: t.admin.imports, text: t.admin.importsText, icon: 'imported' as const }, { to: '/admin/partners', title: t.admin.partners, text: t.admin.partnersText, icon: 'work' as const },
      { to: '/admin/exceptions', title: t.admin.exceptions, text: t.admin.exceptionsText, icon: 'calendar' as const }, { to: '/admin/life', title: t.admin.life, text: t.admin.lifeText, icon: 'compass' as const }, { to: '/admin/synonyms', title: t.admin.synonyms, text: t.admin.synonymsText, icon: 'search' as const },
      { to: '/admin/devices', title: t.admin.devices, text: t.admin.devicesText, icon: 'sensor' as const }, { to: '/admin/counters', title: t.admin.counters, text: t.admin.countersText, icon: 'gauge' as const }, { to: '/admin/cameras', title: t.admin.cameras, text: t.admin.camerasText, icon: 'cctv' as const },
      { to: '/ask', title: t.admin.asks, text: t.admin.asksText, icon: 'face4' as const },
      { to: '/ideas/import', title: t.admin.importing, text: t.admin.importingText, icon: 'imported' as const }, { to: '/admin/notices', title: t.admin.notices, text: t.admin.noticesText, icon: 'bell' as const }, { to: '/open-data', title: t.admin.openData, text: t.admin.openDataText, icon: 'download' as const }, { to: '/admin/open311', title: t.admin.open311, text: t.admin.open311Text, icon: 'key' as const },
      ...(view.me?.installationAdmin ? [{ to: '/admin/municipalities', title: t.admin.municipalities, text: t.admin.municipalitiesText, icon: 'home' as const }] : []),
    ]
    const rule = { does: 'rules', failed, language, words: t.problems }
    const look = { does: 'look', failed, language, words: t.problems }
    return (
      <div className="stack">
        <PageHead title={t.admin.title} />
        {view.query.has('saved') && !failed && <Said>{t.admin.saved} {t.admin.soon}</Said>}
        <div className="tiles">{ways.map((way) => <a className="tile" key={way.to} href={view.href(way.to)}><Icon name={way.icon} /><b>{way.title}</b><small>{way.text}</small></a>)}</div>
        <Section title={t.admin.rules} id="rules">
          <p>{t.admin.rulesText}</p>
          <ErrorSummary failed={failed} does="rules" labels={t.labels} words={t.problems} language={language} />
          <ActionForm does="rules">
            <TextField {...rule} name="replyDays" label={t.labels.replyDays!} hint={t.hints.replyDays!} inputMode="numeric" value={String(its.rules.replyDays)} max={3} />
            <div className="pairs"><TextField {...rule} name="linksAllowed" label={t.labels.linksAllowed!} hint={t.hints.linksAllowed!} inputMode="numeric" value={String(its.rules.linksAllowed)} max={3} /><TextField {...rule} name="sendsPerHour" label={t.labels.sendsPerHour!} inputMode="numeric" value={String(its.rules.sendsPerHour)} max={4} /></div>
            <TextArea {...rule} name="watchedWords" label={t.labels.watchedWords!} hint={t.hints.watchedWords!} value={its.rules.watchedWords.join('\n')} rows={5} optional />
            <p className="actions"><Button kind="main">{t.admin.save}</Button></p>
          </ActionForm>
        </Section>
        <Section title={t.admin.look} id="look">
          <ErrorSummary failed={failed} does="look" labels={t.labels} words={t.problems} language={language} />
          <ActionForm does="look">
            <TextField {...look} name="nameFi" label={t.labels.nameFi!} value={its.name?.fi} max={60} />
            <div className="pairs"><TextField {...look} name="nameSv" label={t.labels.nameSv!} value={its.name?.sv} optional max={60} /><TextField {...look} name="nameEn" label={t.labels.nameEn!} value={its.name?.en} optional max={60} /></div>
            <TextField {...look} name="hue" label={t.labels.hue!} hint={t.hints.hue!} inputMode="numeric" value={String(its.hue)} max={3} />
            <div className="pairs"><TextField {...look} name="latitude" label={t.labels.latitude!} hint={t.hints.latitude!} value={String(its.latitude)} max={12} /><TextField {...look} name="longitude" label={t.labels.longitude!} hint={t.hints.longitude!} value={String(its.longitude)} max={12} /></div>
            <p className="actions"><Button kind="main">{t.admin.save}</Button></p>
          </ActionForm>
        </Section>
      </div>
    )
  },
})
