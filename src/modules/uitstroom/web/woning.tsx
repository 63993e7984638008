import { Alert } from '../../../ui/alert.tsx'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { UitstroomDetail } from '../domain/api.ts'
import { gevolgen } from '../domain/contract.ts'
import { postAanbodStap, postGevolg, postWoonvraag } from '../domain/schrijf-api.ts'
import { type AanbodToestand, aanbodStappen, aanbodToestanden } from '../domain/toestanden.ts'
import { type DeelProps, MetUitstroom, opties, useZend } from './delen.tsx'
import { Huurinformatie, Maatwerk } from './woning-meer.tsx'

type Aanbod = UitstroomDetail['aanbod'][number]

export const aanbodTonen: Readonly<Record<AanbodToestand, StatusTone>> = {
  gevraagd: 'wacht',
  aangeboden: 'info',
  geen_woning: 'let_op',
  aanvaard: 'goed',
  geweigerd: 'let_op',
  ingetrokken: 'neutraal',
}

/** In the dossier: what was asked of a corporatie, what it offered and what the cliënt answered. */
export function WoningSectie({ persoonId }: { readonly persoonId: string }) {
  return (
    <MetUitstroom persoonId={persoonId}>
      {(one) => (
        <>
          <Weigeringen one={one} />
          {one.aanbod.length === 0 && <p>Er is nog geen corporatie gevraagd.</p>}
          {one.aanbod.map((aanbod) => (
            <div key={aanbod.id} className="od-stapel">
              <Feiten aanbod={aanbod} />
              {one.magWijzigen && aanbodStappen(aanbod.toestand).length > 0 && (
                <FormDisclosure label={`Antwoord vastleggen: ${aanbod.corporatie}`}>
                  {(sluit) => <StapForm one={one} aanbod={aanbod} sluit={sluit} />}
                </FormDisclosure>
              )}
            </div>
          ))}
          {one.magWijzigen && (
            <FormDisclosure label="Een corporatie om een woning vragen">
              {(sluit) => <VraagForm one={one} sluit={sluit} />}
            </FormDisclosure>
          )}
          <Maatwerk one={one} />
          <Huurinformatie one={one} />
        </>
      )}
    </MetUitstroom>
  )
}

function Feiten({ aanbod }: { readonly aanbod: Aanbod }) {
  return (
    <TermList width="medium">
      <Term label={aanbod.corporatie}>
        <StatusBadge label={aanbodToestanden[aanbod.toestand]} tone={aanbodTonen[aanbod.toestand]} />
      </Term>
      <Term label="Gevraagd">
        <DateText date={aanbod.gevraagdOp} />: {aanbod.woningtype.toLowerCase()} in {aanbod.gemeente}
      </Term>
      {aanbod.omschrijving && (
        <Term label="Aanbod">
          {aanbod.omschrijving}
          {aanbod.huur !== null && `, ${formatNumber(aanbod.huur, { unit: 'euro', decimals: 2 })} per maand`}
        </Term>
      )}
      {aanbod.reageerVoor && aanbod.toestand === 'aangeboden' && (
        <Term label="Antwoord voor">
          <DateText date={aanbod.reageerVoor} long />
        </Term>
      )}
      {aanbod.beantwoordOp && (
        <Term label="Beantwoord op">
          <DateText date={aanbod.beantwoordOp} />
          {aanbod.weigerreden && `. Reden: ${aanbod.weigerreden.toLowerCase()}`}
          {aanbod.toelichting && `. ${aanbod.toelichting}`}
        </Term>
      )}
      {aanbod.gevolg && (
        <Term label="Besloten na weigeren">
          <DateText date={aanbod.gevolgOp} />: {gevolgen[aanbod.gevolg as 'overleg'].toLowerCase()}.{' '}
          {aanbod.gevolgToelichting}
          {aanbod.gevolgDoor && ` (${aanbod.gevolgDoor})`}
        </Term>
      )}
    </TermList>
  )
}

/** UIT-07: what can follow is shown; nothing follows before somebody decided. */
function Weigeringen({ one }: DeelProps) {
  const { aantal, grens, gevolg, bron, besluitNodigOver } = one.weigeringen
  if (aantal === 0) return null
  const keren = aantal === 1 ? '1 woning' : `${aantal} woningen`
  return (
    <Alert
      tone={besluitNodigOver ? 'let_op' : 'info'}
      heading={besluitNodigOver ? 'Beslis wat er volgt' : `Weigerde ${keren}`}
      headingLevel={3}
    >
      <p>
        De cliënt weigerde {keren}. Vanaf {grens} geldt in deze regio: {gevolg} Er verandert niets zolang
        niemand een besluit nam.{bron && ` Bron: ${bron}.`}
      </p>
      {besluitNodigOver && one.magWijzigen && (
        <FormDisclosure label="Besluit vastleggen">
          {(sluit) => <GevolgForm id={besluitNodigOver} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Alert>
  )
}

function GevolgForm({ id, sluit }: { readonly id: string; readonly sluit: () => void }) {
  const send = useZend(postGevolg, id, 'Het besluit is vastgelegd.', sluit)
  return (
    <Form
      draftKey={`woningaanbod-${id}-gevolg`}
      schema={postGevolg.body}
      defaultValues={{} as never}
      onSubmit={send}
      submitLabel="Besluit vastleggen"
    >
      <RadioField name="gevolg" label="Wat volgt er?" options={optionsOf(gevolgen)} />
      <TextField name="toelichting" label="Waarom?" />
    </Form>
  )
}

function VraagForm({ one, sluit }: DeelProps & { readonly sluit: () => void }) {
  const send = useZend(postWoonvraag, one.persoonId, 'De vraag is bij de corporatie.', sluit)
  const { keuzes, dossier } = one
  if (keuzes.toestemmingen.length === 0)
    return (
      <p>
        Vraag de cliënt eerst om toestemming. Leg die vast op het tabblad Delen: de gegevens Woonvraag, voor
        de corporatie.
      </p>
    )
  return (
    <Form
      draftKey={`uitstroom-${one.persoonId}-woonvraag`}
      schema={postWoonvraag.body}
      defaultValues={
        {
          woningtype: dossier?.woningtype ?? '',
          gemeenteCode: keuzes.gemeenten.find((een) => een.naam === dossier?.gemeente)?.code,
        } as never
      }
      onSubmit={send}
      submitLabel="Vraag versturen"
    >
      <p>
        De corporatie ziet initialen, het aantal personen, de soort woning, de gemeente en wie het vraagt.
        Geen naam, geen diagnose en geen dossier.
      </p>
      <SelectField
        name="toestemmingId"
        label="Op welke toestemming?"
        options={keuzes.toestemmingen.map((een) => ({ value: een.id, label: een.naam }))}
      />
      <SelectField
        name="woningtype"
        label="Welke soort woning is nodig?"
        options={opties(keuzes.woningtypen)}
      />
      <SelectField name="gemeenteCode" label="In welke gemeente?" options={opties(keuzes.gemeenten)} />
    </Form>
  )
}

function StapForm({
  one,
  aanbod,
  sluit,
}: DeelProps & { readonly aanbod: Aanbod; readonly sluit: () => void }) {
  const send = useZend(postAanbodStap, aanbod.id, 'Het antwoord is vastgelegd.', sluit)
  return (
    <Form
      draftKey={`woningaanbod-${aanbod.id}-stap`}
      schema={postAanbodStap.body}
      defaultValues={{ versie: aanbod.versie } as never}
      onSubmit={send}
      submitLabel="Antwoord vastleggen"
    >
      {(form) => {
        const naar = form.watch('naar')
        return (
          <>
            <SelectField
              name="naar"
              label="Wat is er gebeurd?"
              options={aanbodStappen(aanbod.toestand).map((value) => ({
                value,
                label: aanbodToestanden[value],
              }))}
            />
            <DateField name="op" label="Op welke dag?" />
            {naar === 'aangeboden' && <AanbodVelden />}
            {naar === 'geweigerd' && (
              <SelectField
                name="weigerreden"
                label="Waarom geweigerd?"
                options={opties(one.keuzes.weigerredenen)}
              />
            )}
            <TextField name="toelichting" label="Toelichting" optional empty={null} />
          </>
        )
      }}
    </Form>
  )
}

/** What an offer says; the corporatie fills in the same. */
export function AanbodVelden() {
  return (
    <>
      <TextField
        name="omschrijving"
        label="Welke woning is het?"
        hint="Soort, kamers en buurt."
        empty={null}
      />
      <NumberField name="huur" label="Kale huur per maand in euro" optional empty={null} />
      <DateField name="reageerVoor" label="Antwoord voor welke dag?" optional />
    </>
  )
}
