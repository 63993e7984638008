import { useNavigate, useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type Bijeenkomst,
  type Groepdetail,
  getParticipatiegroep,
  postGroepsbijeenkomst,
  postParticipatiegroep,
  putGroepsbijeenkomst,
  putParticipatiegroep,
} from '../domain/groep-contract.ts'
import { groepsoorten } from '../domain/keuzes.ts'
import { getParticipatiekeuzes } from '../domain/verband-contract.ts'
import { InzetLijst, NieuweInzet } from './inzet-deel.tsx'
import { Leden } from './leden-deel.tsx'
import { keuzesVan, useZend } from './velden.tsx'

export const terugNaar = (tab: string, label: string) => [
  { label: 'Partners en participatie', to: '/participatie' },
  { label, to: `/participatie?tab=${tab}` },
]

/** `/participatie/groepen/nieuw` */
export function NieuweGroepPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postParticipatiegroep, {
    onDone: ({ id }) => {
      toast.show('De groep is vastgelegd.')
      void navigate({ to: `/participatie/groepen/${id}` as never })
    },
  })
  return (
    <Page
      title="Groep vastleggen"
      lead="Een groep mensen met ervaring die meedoet. Wie het zijn hoeft er niet bij."
      breadcrumbs={terugNaar('groepen', 'Groepen')}
      narrow
    >
      <Form
        schema={postParticipatiegroep.body}
        defaultValues={{ viaPartnerId: null, via: null, gemeenteCode: null, totEnMet: null } as never}
        submitLabel="Groep vastleggen"
        draftKey="participatiegroep-nieuw"
        onSubmit={(body) => save.run({ body })}
        actions={
          <ButtonLink to="/participatie" search={{ tab: 'groepen' }} variant="tertiary">
            Annuleren
          </ButtonLink>
        }
      >
        <Velden />
      </Form>
    </Page>
  )
}

function Velden() {
  const { data } = useEndpoint(getParticipatiekeuzes, {})
  return (
    <>
      <TextField name="naam" label="Naam van de groep" />
      <SelectField name="soort" label="Wat voor groep is het?" options={optionsOf(groepsoorten)} />
      <NumberField name="aantal" label="Hoeveel mensen?" size={6} />
      <TextAreaField
        name="ervaring"
        label="Welke ervaring brengen zij mee?"
        hint="Noem geen namen. Bijvoorbeeld: zelf in de opvang gewoond"
        max={500}
      />
      <SelectField
        name="viaPartnerId"
        label="Via welke partner zijn zij te bereiken?"
        options={keuzesVan(data?.partners ?? [])}
        emptyLabel="Een andere organisatie"
        empty={null}
        optional
      />
      <TextField
        name="via"
        label="Andere organisatie"
        hint="Alleen als u hierboven geen partner kiest."
        optional
        empty={null}
      />
      <SelectField
        name="gemeenteCode"
        label="Gebied"
        options={(data?.gemeenten ?? []).map(({ code, naam }) => ({ value: code, label: naam }))}
        emptyLabel="Hele regio"
        empty={null}
        optional
      />
      <DateField name="van" label="Doet mee vanaf" />
      <DateField
        name="totEnMet"
        label="Doet mee tot en met"
        hint="Leeg zolang de groep doorgaat."
        optional
        empty={null}
      />
      <TextField name="bron" label="Bron" hint="Bijvoorbeeld: voortgangsrapportage 2025" />
    </>
  )
}

/** `/participatie/groepen/$id` */
export function GroepPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const { data, error } = useEndpoint(getParticipatiegroep, { params: { id } })
  const magSchrijven = mag('participatie.schrijven')
  return (
    <Page
      title={data?.naam ?? 'Groep'}
      breadcrumbs={terugNaar('groepen', 'Groepen')}
      status={data?.totEnMet && <StatusBadge label="Gestopt" tone="neutraal" />}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && <Feiten groep={data} />}
      {data && magSchrijven && (
        <FormDisclosure label="Groep wijzigen of stoppen">
          {(sluit) => <Wijzigen groep={data} sluit={sluit} />}
        </FormDisclosure>
      )}
      {data && (
        <Section title="Waar deze groep meedoet">
          <InzetLijst inzet={data.inzet} toon="activiteit" />
          {magSchrijven && (
            <FormDisclosure label="Inzet vastleggen">
              {(sluit) => <NieuweInzet groepId={data.id} sluit={sluit} />}
            </FormDisclosure>
          )}
        </Section>
      )}
      {data && <Bijeenkomsten groep={data} magSchrijven={magSchrijven} />}
      {data && mag('participatie.contacten') && <Leden groepId={data.id} aantal={data.leden} />}
    </Page>
  )
}

function Feiten({ groep }: { groep: Groepdetail }) {
  return (
    <TermList>
      <Term label="Soort">{groepsoorten[groep.soort]}</Term>
      <Term label="Hoeveel mensen">{formatNumber(groep.aantal)}</Term>
      <Term label="Ervaring">{groep.ervaring}</Term>
      <Term label="Te bereiken via">{groep.via}</Term>
      <Term label="Gebied">{groep.gebied}</Term>
      <Term label="Doet mee">
        vanaf <DateText date={groep.van} long />
        {groep.totEnMet && (
          <>
            {' '}
            tot en met <DateText date={groep.totEnMet} long />
          </>
        )}
      </Term>
      <Term label="Bron">{groep.bron}</Term>
    </TermList>
  )
}

function Wijzigen({ groep, sluit }: { groep: Groepdetail; sluit: () => void }) {
  const save = useZend(putParticipatiegroep, 'De groep is gewijzigd.', sluit)
  const { naam, soort, aantal, ervaring, viaPartnerId, viaTekst, gemeenteCode, van, totEnMet, bron, versie } =
    groep
  return (
    <Form
      schema={putParticipatiegroep.body}
      defaultValues={
        {
          naam,
          soort,
          aantal,
          ervaring,
          viaPartnerId,
          via: viaTekst,
          gemeenteCode,
          van,
          totEnMet,
          bron,
          versie,
        } as never
      }
      submitLabel="Wijziging opslaan"
      draftKey={`participatiegroep-${groep.id}`}
      onSubmit={(body) => save.run({ params: { id: groep.id }, body })}
    >
      <Velden />
    </Form>
  )
}

function Bijeenkomsten({ groep, magSchrijven }: { groep: Groepdetail; magSchrijven: boolean }) {
  return (
    <Section title="Bijeenkomsten">
      {groep.perJaar.length === 0 ? (
        <p>Er is nog geen bijeenkomst vastgelegd.</p>
      ) : (
        <p>{groep.perJaar.map(({ jaar, aantal }) => `${jaar}: ${aantal} keer`).join(', ')}.</p>
      )}
      {groep.bijeenkomsten.length > 0 && (
        <ul className="od-kaarten">
          {groep.bijeenkomsten.map((een) => (
            <li key={een.id}>
              <strong>
                <DateText date={een.op} long />: {een.onderwerp}
              </strong>
              {een.aanwezig !== null && <span>{formatNumber(een.aanwezig)} mensen aanwezig</span>}
              {een.opbrengst && <span className="od-tekst">{een.opbrengst}</span>}
              {magSchrijven && (
                <FormDisclosure label="Bijeenkomst verbeteren">
                  {(sluit) => <BijeenkomstWijzigen bijeenkomst={een} sluit={sluit} />}
                </FormDisclosure>
              )}
            </li>
          ))}
        </ul>
      )}
      {magSchrijven && (
        <FormDisclosure label="Bijeenkomst vastleggen">
          {(sluit) => <NieuweBijeenkomst groepId={groep.id} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}

function BijeenkomstVelden() {
  return (
    <>
      <DateField name="op" label="Dag" today />
      <TextField name="onderwerp" label="Onderwerp" />
      <NumberField name="aanwezig" label="Hoeveel mensen waren er?" size={6} optional empty={null} />
      <TextAreaField
        name="opbrengst"
        label="Wat kwam eruit?"
        hint="Noem geen namen."
        max={2000}
        optional
        empty={null}
      />
    </>
  )
}

function NieuweBijeenkomst({ groepId, sluit }: { groepId: string; sluit: () => void }) {
  const save = useZend(postGroepsbijeenkomst, 'De bijeenkomst is vastgelegd.', sluit)
  return (
    <Form
      schema={postGroepsbijeenkomst.body}
      defaultValues={{ aanwezig: null, opbrengst: null } as never}
      submitLabel="Bijeenkomst vastleggen"
      draftKey={`participatiegroep-${groepId}-bijeenkomst`}
      onSubmit={(body) => save.run({ params: { id: groepId }, body })}
    >
      <BijeenkomstVelden />
    </Form>
  )
}

function BijeenkomstWijzigen({ bijeenkomst, sluit }: { bijeenkomst: Bijeenkomst; sluit: () => void }) {
  const save = useZend(putGroepsbijeenkomst, 'De bijeenkomst is verbeterd.', sluit)
  const { id, ...velden } = bijeenkomst
  return (
    <Form
      schema={putGroepsbijeenkomst.body}
      defaultValues={velden}
      submitLabel="Verbetering opslaan"
      draftKey={`groepsbijeenkomst-${id}`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <BijeenkomstVelden />
    </Form>
  )
}
