import { Button } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { partijrollen, partnersoorten } from '../domain/keuzes.ts'
import {
  getPartner,
  getPartnercontacten,
  type Partner,
  type Partnercontact,
  postPartnercontact,
  trekPartnercontactIn,
} from '../domain/partner-contract.ts'
import { PartnerWijzigen } from './partner-form.tsx'
import { useZend } from './velden.tsx'

/** `/partners/$id` */
export function PartnerPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const { data, error } = useEndpoint(getPartner, { params: { id } })
  return (
    <Page
      title={data?.naam ?? 'Partner'}
      breadcrumbs={[
        { label: 'Partners en participatie', to: '/participatie' },
        { label: 'Partners', to: '/partners' },
      ]}
      status={data?.totEnMet && <StatusBadge label="Gestopt" tone="neutraal" />}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && <Feiten partner={data} />}
      {data && mag('participatie.schrijven') && (
        <FormDisclosure label="Partner wijzigen of stoppen">
          {(sluit) => <PartnerWijzigen partner={data} sluit={sluit} />}
        </FormDisclosure>
      )}
      {data && <Activiteiten partner={data} />}
      {data && data.verwachtingen.length > 0 && <Verwachtingen partner={data} />}
      {data && mag('participatie.contacten') && <Contacten partner={data} />}
    </Page>
  )
}

function Feiten({ partner }: { partner: Partner }) {
  return (
    <TermList>
      <Term label="Soort">{partnersoorten[partner.soort]}</Term>
      <Term label="Ook bekend als" empty="Geen andere namen">
        {partner.andereNamen.join(', ') || undefined}
      </Term>
      <Term label="In Onderdak" empty="Werkt niet met Onderdak">
        {partner.organisatie}
      </Term>
      {partner.toelichting && <Term label="Toelichting">{partner.toelichting}</Term>}
      {partner.totEnMet && (
        <Term label="Werkt mee tot en met">
          <DateText date={partner.totEnMet} long />
        </Term>
      )}
      <Term label="Bron">{partner.bron}</Term>
    </TermList>
  )
}

function Activiteiten({ partner }: { partner: Partner }) {
  return (
    <Section title="Activiteiten">
      {partner.activiteiten.length === 0 ? (
        <p>Deze partner staat bij geen activiteit van een programma.</p>
      ) : (
        <ul className="od-kaarten">
          {partner.activiteiten.map((een) => (
            <li key={`${een.activiteitId} ${een.rol} ${een.resultaatNummer}`}>
              <StatusBadge
                label={partijrollen[een.rol]}
                tone={een.rol === 'kartrekker' ? 'goed' : 'neutraal'}
              />{' '}
              <Link to={`/participatie/activiteiten/${een.activiteitId}` as never}>
                {een.code} {een.activiteit}
              </Link>
              <span className="od-hint od-keuze-uitleg">
                {een.programma}
                {een.resultaatNummer !== null && `, resultaat ${een.resultaatNummer}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Verwachtingen({ partner }: { partner: Partner }) {
  const bronnen = [...new Set(partner.verwachtingen.flatMap(({ bron }) => (bron ? [bron] : [])))]
  return (
    <Section title="Wat de regio van deze soort partner verwacht">
      <ul>
        {partner.verwachtingen.map(({ code, tekst }) => (
          <li key={code}>{tekst}</li>
        ))}
      </ul>
      {bronnen.length > 0 && <p className="od-hint">Bron: {bronnen.join('; ')}.</p>}
    </Section>
  )
}

/** Closed until somebody asks: opening it asks the server, and that is in the audit book. */
function Contacten({ partner }: { partner: Partner }) {
  const [open, setOpen] = useState(false)
  return (
    <Section title="Contactpersonen">
      {!open && (
        <>
          <p>
            {partner.contacten === 0
              ? 'Er is nog geen contactpersoon.'
              : partner.contacten === 1
                ? 'Er is één contactpersoon.'
                : `Er zijn ${partner.contacten} contactpersonen.`}{' '}
            Wie kijkt, staat in het logboek.
          </p>
          <div className="od-knoppen">
            <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
              Contactpersonen tonen
            </Button>
          </div>
        </>
      )}
      {open && <Contactlijst partnerId={partner.id} />}
      <FormDisclosure label="Contactpersoon toevoegen">
        {(sluit) => <NieuwContact partnerId={partner.id} sluit={sluit} />}
      </FormDisclosure>
    </Section>
  )
}

function Contactlijst({ partnerId }: { partnerId: string }) {
  const { data, error } = useEndpoint(getPartnercontacten, { params: { id: partnerId } })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return <p role="status">Bezig met laden…</p>
  if (data.contacten.length === 0) return <p>Er is nog geen contactpersoon.</p>
  return (
    <ul className="od-kaarten">
      {data.contacten.map((een) => (
        <li key={een.id}>
          <Contact contact={een} />
        </li>
      ))}
    </ul>
  )
}

function Contact({ contact }: { contact: Partnercontact }) {
  const trekIn = useZend(trekPartnercontactIn, 'De gegevens zijn gewist.')
  const { naam, email, telefoon, gewistOp } = contact
  return (
    <>
      <strong>{contact.functie}</strong>
      {gewistOp ? (
        <span className="od-hint od-keuze-uitleg">
          Gewist op <DateText date={gewistOp} />
        </span>
      ) : (
        <>
          {naam && <span>{naam}</span>}
          {email && <a href={`mailto:${email}`}>{email}</a>}
          {telefoon && <a href={`tel:${telefoon.replace(/[^+\d]/g, '')}`}>{telefoon}</a>}
          {contact.doel && contact.totEnMet && (
            <span className="od-hint od-keuze-uitleg">
              {contact.doel}. Bewaard tot en met <DateText date={contact.totEnMet} />
            </span>
          )}
          {trekIn.problem && <ProblemAlert problem={trekIn.problem} focus />}
          <div className="od-knoppen">
            <Button
              type="button"
              variant="tertiary"
              disabled={trekIn.busy}
              aria-label={`Intrekken en wissen: ${contact.functie}`}
              onClick={() => void trekIn.run({ params: { id: contact.id }, body: {} }).catch(() => undefined)}
            >
              Intrekken en wissen
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function NieuwContact({ partnerId, sluit }: { partnerId: string; sluit: () => void }) {
  const save = useZend(postPartnercontact, 'De contactpersoon is toegevoegd.', sluit)
  return (
    <Form
      schema={postPartnercontact.body}
      defaultValues={{ naam: null, email: null, telefoon: null, doel: null, totEnMet: null } as never}
      submitLabel="Contactpersoon toevoegen"
      draftKey={`partner-${partnerId}-contact`}
      onSubmit={(body) => save.run({ params: { id: partnerId }, body })}
    >
      <TextField name="functie" label="Functie" hint="Zonder naam. Bijvoorbeeld: beleidsadviseur wonen" />
      <TextField name="naam" label="Naam" optional empty={null} />
      <TextField name="email" label="E-mailadres" type="email" optional empty={null} />
      <TextField name="telefoon" label="Telefoonnummer" type="tel" optional empty={null} />
      <TextField
        name="doel"
        label="Waarvoor bewaart u dit?"
        hint="Nodig bij een naam, e-mailadres of telefoonnummer. Bijvoorbeeld: uitnodigen voor overleg"
        optional
        empty={null}
      />
      <DateField
        name="totEnMet"
        label="Bewaren tot en met"
        hint="Daarna wist Onderdak de gegevens zelf."
        optional
        empty={null}
      />
    </Form>
  )
}
