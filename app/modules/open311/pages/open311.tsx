import { page } from '#core/http/page.ts'
import { LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { open311Words } from '../texts/index.ts'

/** What the interface is, for who makes a program: the addresses, examples to copy, and what is different here. */
export default page('/open311', {
  read: async (ctx) => {
    const base = ctx.address('/').replace(/\/\w\w$/, '')
    return { base, jurisdiction: ctx.municipality.slug }
  },
  head: (_data, { language }) => ({ title: open311Words(language).title, description: open311Words(language).lead }),
  view: ({ base, jurisdiction }, view) => {
    const t = open311Words(view.language)
    const endpoint = `${base}/open311/v2/`
    const calls: [string, string][] = [
      ['GET services.json', t.calls.services], ['GET services/{service_code}.json', t.calls.definition], ['GET requests.json', t.calls.requests], ['GET requests/{service_request_id}.json', t.calls.request],
      ['GET servicerequestupdates.json', t.calls.updates], ['GET tokens/{token}.json', t.calls.token], ['GET statistics/services.json', t.calls.statistics], ['GET statistics/agencies.json', t.calls.statistics],
    ]
    return (
      <div className="stack">
        <PageHead title={t.title} crumbs={[{ to: view.href('/open-data'), name: t.crumb }]}><p className="lead">{t.lead}</p></PageHead>
        <Section title={t.what} id="what"><p>{t.whatText}</p></Section>
        <Section title={t.addresses} id="addresses">
          <dl className="card stack">
            <div><dt><b>{t.discovery}</b></dt><dd className="scroller"><code>{base}/open311/discovery.json</code></dd></div>
            <div><dt><b>{t.endpoint}</b></dt><dd className="scroller"><code>{endpoint}</code></dd></div>
            <div><dt><b>{t.jurisdiction}</b></dt><dd><code>{jurisdiction}</code></dd></div>
          </dl>
        </Section>
        <Section title={t.read} id="read">
          <p>{t.readText}</p>
          <ul className="card rows">{calls.map(([call, says]) => <li key={call}><div className="t"><b><code>{call}</code></b><small>{says}</small></div></li>)}</ul>
          <Example label={t.example} text={`curl '${endpoint}requests.json?status=open&extensions=true&locale=${view.language}'`} />
          <h3>{t.filters}</h3>
          <p>{t.filtersText}</p>
          <p>{t.extensionsText}</p>
        </Section>
        <Section title={t.write} id="write">
          <p>{t.writeText}</p>
          <Example label={t.example} text={`curl '${endpoint}requests.json' -d api_key=open311_… -d service_code=… -d lat=61.5563 -d long=23.5961 --data-urlencode 'description=…'`} />
          <Example label={t.example} text={`curl '${endpoint}requests.json' -F api_key=open311_… -F service_code=… -F 'address_string=…' -F 'description=…' -F 'media[]=@1.jpg'`} />
          <p>{t.media}</p>
          <p>{t.updatesText}</p>
          <Example label={t.example} text={`curl '${endpoint}servicerequestupdates.json' -d api_key=open311_… -d service_request_id=… -d status=FIXED -d update_id=1 --data-urlencode 'description=…'`} />
        </Section>
        <Section title={t.errorsTitle} id="errors"><p>{t.errorsText}</p></Section>
        <Section title={t.differs} id="differs"><ul className="card rows">{t.differences.map((each) => <li key={each}><div className="t"><p>{each}</p></div></li>)}</ul></Section>
        <p className="actions">
          <LinkButton to={view.href('/feedback')} icon="map">{t.toFeedback}</LinkButton>
          <LinkButton to={view.href('/open-data')} kind="quiet" icon="download">{t.toOpenData}</LinkButton>
          {view.me && (view.me.admin || view.me.installationAdmin) && <LinkButton to={view.href('/admin/open311')} kind="quiet" icon="key">{t.keysWay}</LinkButton>}
        </p>
      </div>
    )
  },
})

const Example = ({ label, text }: { label: string; text: string }) => <p className="card scroller" aria-label={label}><code>{text}</code></p>
