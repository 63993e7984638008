import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { UitstroomDetail } from '../domain/api.ts'
import { urgentiesoorten } from '../domain/contract.ts'
import { postUrgentie, postUrgentieStap } from '../domain/schrijf-api.ts'
import { type UrgentieToestand, urgentieStappen, urgentieToestanden } from '../domain/toestanden.ts'
import { type DeelProps, MetUitstroom, opties, useZend } from './delen.tsx'

type Urgentie = UitstroomDetail['urgenties'][number]

const tonen: Readonly<Record<UrgentieToestand, StatusTone>> = {
  voorbereid: 'info',
  ingediend: 'wacht',
  toegekend: 'goed',
  afgewezen: 'fout',
  ingetrokken: 'neutraal',
  gebruikt: 'neutraal',
  verlopen: 'let_op',
}

/** In the dossier: urgentie and één-route, with their steps. */
export function UrgentieSectie({ persoonId }: { readonly persoonId: string }) {
  return (
    <MetUitstroom persoonId={persoonId}>
      {(one) => (
        <>
          <p className="od-hint">
            Over urgentie beslist: {one.keuzes.instantie}.
            {one.keuzes.urgentieIsBemiddeling &&
              ' In deze regio is urgentie altijd directe bemiddeling: de corporatie doet een aanbod in de gemeente van herkomst.'}
          </p>
          {one.urgenties.length === 0 && <p>Er is nog geen aanvraag.</p>}
          {one.urgenties.map((urgentie) => (
            <div key={urgentie.id} className="od-stapel">
              <Feiten urgentie={urgentie} />
              {one.magWijzigen && urgentieStappen(urgentie.toestand).length > 0 && (
                <FormDisclosure label={`Volgende stap van ${urgentiesoorten[urgentie.soort].toLowerCase()}`}>
                  {(sluit) => <StapForm urgentie={urgentie} sluit={sluit} />}
                </FormDisclosure>
              )}
            </div>
          ))}
          {one.magWijzigen && (
            <FormDisclosure label="Aanvraag voorbereiden">
              {(sluit) => <NieuwForm one={one} sluit={sluit} />}
            </FormDisclosure>
          )}
        </>
      )}
    </MetUitstroom>
  )
}

function Feiten({ urgentie }: { readonly urgentie: Urgentie }) {
  return (
    <TermList width="medium">
      <Term label={urgentie.soort === 'een_route' ? 'Eén-route' : 'Urgentie'}>
        <StatusBadge label={urgentieToestanden[urgentie.toestand]} tone={tonen[urgentie.toestand]} />
        {urgentie.verlooptBijna && (
          <>
            {' '}
            <StatusBadge label="Verloopt bijna" tone="let_op" />
          </>
        )}
      </Term>
      <Term label="Grond">{urgentie.grond}</Term>
      <Term label="Gemeente van herkomst" empty="Niet bekend">
        {urgentie.herkomst}
      </Term>
      <Term label="Ontvangende partij">{urgentie.ontvangendePartij}</Term>
      {urgentie.afspraken && <Term label="Afspraken">{urgentie.afspraken}</Term>}
      <Term label="Voorbereid op">
        <DateText date={urgentie.voorbereidOp} />
      </Term>
      {urgentie.ingediendOp && (
        <Term label="Ingediend op">
          <DateText date={urgentie.ingediendOp} />
          {urgentie.kenmerk && `, kenmerk ${urgentie.kenmerk}`}
        </Term>
      )}
      {urgentie.beslotenOp && (
        <Term label="Besloten op">
          <DateText date={urgentie.beslotenOp} />
        </Term>
      )}
      {urgentie.geldigTot && (
        <Term label="Geldig tot">
          <DateText date={urgentie.geldigTot} long />
        </Term>
      )}
      {urgentie.geeindigdOp && (
        <Term label="Geëindigd op">
          <DateText date={urgentie.geeindigdOp} />
        </Term>
      )}
      {urgentie.toelichting && <Term label="Toelichting">{urgentie.toelichting}</Term>}
    </TermList>
  )
}

/** A step from toegekend to toegekend is an extension, and is called so. */
const stapNaam = (van: UrgentieToestand, naar: UrgentieToestand) =>
  van === naar ? 'Verlengd' : urgentieToestanden[naar]

function StapForm({ urgentie, sluit }: { readonly urgentie: Urgentie; readonly sluit: () => void }) {
  const send = useZend(postUrgentieStap, urgentie.id, 'De stap is vastgelegd.', sluit)
  return (
    <Form
      draftKey={`urgentie-${urgentie.id}-stap`}
      schema={postUrgentieStap.body}
      defaultValues={{ versie: urgentie.versie } as never}
      onSubmit={send}
      submitLabel="Stap vastleggen"
    >
      {(form) => {
        const naar = form.watch('naar')
        return (
          <>
            <SelectField
              name="naar"
              label="Wat is er gebeurd?"
              options={urgentieStappen(urgentie.toestand).map((value) => ({
                value,
                label: stapNaam(urgentie.toestand, value),
              }))}
            />
            <DateField name="op" label="Op welke dag?" />
            {naar === 'ingediend' && (
              <TextField
                name="kenmerk"
                label="Kenmerk van de aanvraag"
                hint="Van wie beslist. Geen burgerservicenummer."
                optional
                empty={null}
              />
            )}
            {naar === 'toegekend' && <DateField name="geldigTot" label="Tot welke dag geldt de urgentie?" />}
            <TextField
              name="toelichting"
              label="Toelichting"
              hint="Nodig bij afgewezen en ingetrokken."
              optional
              empty={null}
            />
          </>
        )
      }}
    </Form>
  )
}

function NieuwForm({ one, sluit }: DeelProps & { readonly sluit: () => void }) {
  const send = useZend(postUrgentie, one.persoonId, 'De aanvraag staat klaar.', sluit)
  return (
    <Form
      draftKey={`uitstroom-${one.persoonId}-urgentie`}
      schema={postUrgentie.body}
      defaultValues={{} as never}
      onSubmit={send}
      submitLabel="Aanvraag voorbereiden"
    >
      <RadioField name="soort" label="Welke aanvraag?" options={optionsOf(urgentiesoorten)} />
      <SelectField name="grond" label="Op welke grond?" options={opties(one.keuzes.gronden)} />
      <DateField name="op" label="Sinds welke dag wordt dit voorbereid?" />
      <TextField
        name="ontvangendePartij"
        label="Wie ontvangt de aanvraag?"
        hint={`Leeg: ${one.keuzes.instantie}.`}
        optional
        empty={null}
      />
      <TextField name="afspraken" label="Afspraken met de andere gemeente" optional empty={null} />
    </Form>
  )
}
