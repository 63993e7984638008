import { UnorderedList } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import { formatLong } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Pages } from '../../../ui/table-tools.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { listWegwijzers } from '../../kaart/domain/contract.ts'
import { Openbaar } from '../../kaart/web/openbaar.tsx'
import { listOpenbareIdeeen, type Openbaaridee, stuurIdee, zoekIdee } from '../domain/idee-contract.ts'
import { ideestanden } from '../domain/keuzes.ts'

/** `/idee` */
export function IdeeGemeentePage() {
  const { data, error } = useEndpoint(listWegwijzers, {})
  return (
    <Openbaar>
      <Page
        title="Uw idee over wonen, zorg en opvang"
        lead="Wat kan beter? Laat het ons weten. U hoeft uw naam niet te geven. Voor welke gemeente is uw idee?"
        narrow
      >
        {error && <ProblemAlert problem={error} />}
        {data?.regios.map((regio) => (
          <Section key={regio.naam} title={`Regio ${regio.naam}`}>
            <UnorderedList>
              {regio.gemeenten.map(({ code, naam }) => (
                <UnorderedList.Item key={code}>
                  <Link to={`/idee/${code}` as never}>{naam}</Link>
                </UnorderedList.Item>
              ))}
            </UnorderedList>
          </Section>
        ))}
        <p>Praat u liever met iemand? Bel of ga langs bij uw gemeente. Ook dan bekijken wij uw idee.</p>
      </Page>
    </Openbaar>
  )
}

const terug = [{ label: 'Uw idee', to: '/idee' }]
const perPagina = 25

/** `/idee/$code`: what others thought of, with our reaction, and the way to give one's own. */
export function IdeeLijstPage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const { get } = useSearchParams()
  const pagina = Number(get('pagina')) || 1
  const { data, error } = useEndpoint(listOpenbareIdeeen, {
    params: { code },
    query: { pagina, aantalPerPagina: perPagina },
  })
  return (
    <Openbaar>
      <Page
        title={data ? `Ideeën in ${data.gemeente}` : 'Ideeën'}
        lead="Wij lezen elk idee voordat het hier staat. Bij elk idee staat wat wij ermee doen."
        breadcrumbs={terug}
        actions={data && <ButtonLink to={`/idee/${code}/nieuw`}>Geef uw idee</ButtonLink>}
        narrow
      >
        {error && !data && <ProblemAlert problem={error} />}
        {data && data.count === 0 && (
          <EmptyState title="Hier staan nog geen ideeën" text="Wees de eerste: geef uw idee." />
        )}
        {data && data.count > 0 && (
          <ul className="od-kaarten">
            {data.results.map((idee) => (
              <li key={idee.id}>
                <Idee idee={idee} />
              </li>
            ))}
          </ul>
        )}
        {data && data.count > perPagina && (
          <Pages caption="ideeën" count={data.count} prefix="" pageSize={perPagina} />
        )}
        <Section title="Volg uw idee">
          <Volgen code={code} />
        </Section>
      </Page>
    </Openbaar>
  )
}

function Idee({ idee }: { idee: Openbaaridee }) {
  return (
    <>
      <h2 className="ams-heading ams-heading--3">{idee.titel}</h2>
      <StatusBadge
        label={ideestanden[idee.status]}
        tone={idee.status === 'overgenomen' ? 'goed' : idee.status === 'wordt_bekeken' ? 'wacht' : 'neutraal'}
      />
      <span className="od-tekst">{idee.tekst}</span>
      {idee.reactie && idee.reactieOp && (
        <span className="od-tekst">
          Onze reactie (<DateText date={idee.reactieOp} />
          ): {idee.reactie}
        </span>
      )}
      {idee.activiteit && <span>Overgenomen in: {idee.activiteit}</span>}
      <span className="od-hint">
        Ontvangen op <DateText date={idee.ontvangenOp} />
      </span>
    </>
  )
}

function Volgen({ code: gemeenteCode }: { code: string }) {
  const [stand, setStand] = useState<z.output<typeof zoekIdee.response>>()
  const search = useCommand(zoekIdee, { onDone: setStand, invalidates: [] })
  return (
    <>
      <Form
        schema={zoekIdee.body}
        defaultValues={{ gemeenteCode, code: '' }}
        warnOnLeave={false}
        submitLabel="Toon de stand"
        onSubmit={(body) => {
          setStand(undefined)
          return search.run({ body })
        }}
      >
        <TextField
          name="code"
          label="Code"
          hint="Die kreeg u toen u uw idee gaf. Drie groepen van vier, bijvoorbeeld K7QM-2XPD-9RTW"
        />
      </Form>
      {stand && (
        <Alert heading={ideestanden[stand.status]} focus>
          <p>
            Ontvangen op {formatLong(stand.ontvangenOp)}.
            {stand.reactieOp ? ` Wij reageerden op ${formatLong(stand.reactieOp)}.` : ' Wij reageren nog.'}
          </p>
          {stand.reactie && <p>{stand.reactie}</p>}
        </Alert>
      )}
    </>
  )
}

/** `/idee/$code/nieuw` */
export function IdeeFormulierPage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const { data, error } = useEndpoint(listOpenbareIdeeen, { params: { code }, query: {} })
  const [sent, setSent] = useState<string>()
  const send = useCommand(stuurIdee, { onDone: (answer) => setSent(answer.code) })
  return (
    <Openbaar>
      <Page
        title={sent ? 'Dank u wel voor uw idee' : data ? `Uw idee voor ${data.gemeente}` : 'Uw idee'}
        breadcrumbs={[
          ...terug,
          { label: data ? `Ideeën in ${data.gemeente}` : 'Ideeën', to: `/idee/${code}` },
        ]}
        narrow
      >
        {error && !data && <ProblemAlert problem={error} />}
        {sent && (
          <Alert tone="goed" heading="Uw idee is ontvangen" focus>
            <p>Iemand leest uw idee en reageert. Wilt u weten wat wij ermee doen? Bewaar dan deze code:</p>
            <p>
              <strong>{sent}</strong>
            </p>
            <p>
              Vul de code in bij <Link to={`/idee/${code}` as never}>Volg uw idee</Link>. Wij kunnen de code
              niet opnieuw geven.
            </p>
          </Alert>
        )}
        {data && !sent && (
          <Form
            schema={stuurIdee.body}
            defaultValues={{ gemeenteCode: code, email: null, website: '' } as never}
            submitLabel="Idee versturen"
            onSubmit={(body) => send.run({ body })}
          >
            <TextAreaField
              name="tekst"
              label="Wat is uw idee?"
              hint="Noem geen namen van mensen. Schrijf gewoon op wat u denkt: fouten maken is niet erg."
              max={2000}
            />
            <TextField
              name="email"
              label="Uw e-mailadres"
              hint="Alleen als u antwoord per e-mail wilt. Daarna wissen wij uw adres."
              type="email"
              autoComplete="email"
              optional
              empty={null}
            />
            <Valkuil />
            <p className="od-hint">
              Wij lezen elk idee. Daarna kan iedereen het lezen, zonder wie u bent. Wij bewaren niet vanaf
              welk apparaat u dit stuurt.
            </p>
          </Form>
        )}
      </Page>
    </Openbaar>
  )
}

/** Out of sight and out of the tab order: only a machine fills it in. */
function Valkuil() {
  const { register } = useFormContext()
  return (
    <div className="ams-visually-hidden" aria-hidden="true">
      <label htmlFor="idee-website">Website</label>
      <input id="idee-website" type="text" tabIndex={-1} autoComplete="off" {...register('website')} />
    </div>
  )
}
