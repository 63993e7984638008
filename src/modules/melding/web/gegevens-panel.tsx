import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { formatMoment } from '../../../shared/plain-date.ts'
import { call } from '../../../ui/api.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatCount } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Section } from '../../../ui/page.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  CloseMelding,
  closeMelding,
  confirmOntvangst,
  EditMelding,
  editMelding,
  getMelding,
  listTijdlijn,
  type MeldingDetail,
} from '../domain/contract.ts'
import { veiligeWijzen, vraagtVeiligeWeg } from '../domain/rules.ts'
import {
  bevestigingswijzen,
  isOpen,
  rechtmatigVerblijven,
  type Sluitreden,
  slaapplekken,
  sluitredenen,
  veiligheden,
} from '../domain/status.ts'
import { conflictWords } from './conflict.ts'
import { KoppelPersoon } from './koppel-persoon.tsx'
import { ontvangstBrief } from './ontvangst-brief.ts'
import { codesOf, keuzesOf, useOpties } from './opties.ts'

export function GegevensPanel({ melding }: { melding: MeldingDetail }) {
  const mag = useMag()
  const sessie = useSessie()
  const [edit, setEdit] = useState(false)
  const [isClosing, setClosing] = useState(false)
  const open = isOpen(melding.status)
  const dicht = melding.status === 'gesloten'
  return (
    <>
      {edit ? (
        <WijzigForm melding={melding} onDone={() => setEdit(false)} />
      ) : (
        <Section
          title="Wat er is gemeld"
          actions={
            open &&
            mag('melding.registreren') &&
            melding.organisatieId === sessie.organisatie.id && (
              <Button type="button" variant="secondary" onClick={() => setEdit(true)}>
                Gegevens wijzigen
              </Button>
            )
          }
        >
          <Feiten melding={melding} />
        </Section>
      )}
      {melding.persoonId === null && melding.status !== 'gesloten' && mag('melding.registreren') && (
        <Section title="Cliënt koppelen">
          <KoppelPersoon melding={melding} />
        </Section>
      )}
      <Section title="Ontvangst bevestigen">
        <Bevestiging melding={melding} />
      </Section>
      {((!dicht && mag('melding.behandelen')) || isClosing) && (
        <Section title="Melding sluiten zonder besluit">
          <SluitForm
            melding={melding}
            onChanged={setClosing}
            closed={dicht ? 'Deze melding is al gesloten.' : undefined}
          />
        </Section>
      )}
      <Section title="Wat er gebeurde">
        <Tijdlijn meldingId={melding.id} />
      </Section>
    </>
  )
}

function Feiten({ melding }: { melding: MeldingDetail }) {
  return (
    <TermList>
      <Term label="Hulpvraag">{melding.hulpvraag}</Term>
      <Term label="Slaapplek vannacht">{slaapplekken[melding.slaapplekVannacht]}</Term>
      <Term label="Veiligheid">{veiligheden[melding.veiligheid]}</Term>
      <Term label="Huishouden">{`${formatCount(melding.volwassenen, 'volwassene', 'volwassenen')}, ${formatCount(melding.kinderen, 'kind', 'kinderen')}`}</Term>
      <Term label="Gemeente" empty="Onbekend">
        {melding.gemeente}
      </Term>
      <Term label="Rechtmatig verblijf">{rechtmatigVerblijven[melding.rechtmatigVerblijf]}</Term>
      <Term label="Binnengekomen">{`${formatMoment(melding.ontvangenOp)}, ${melding.kanaalNaam}`}</Term>
      <Term label="Gemeld door">
        {[melding.melderSoortNaam, melding.melderNaam, melding.melderContact, melding.melderOrganisatie]
          .filter(Boolean)
          .join(', ')}
      </Term>
      <Term label="Loket">{melding.loket}</Term>
      <Term label="Behandelaar" empty="Nog niet opgepakt">
        {melding.behandelaar}
      </Term>
      <Term label="Persoonlijk plan mag tot">
        <DateText date={melding.planUiterlijkOp} long />
      </Term>
      {melding.sluitreden && (
        <Term label="Gesloten">
          <DateText date={melding.geslotenOp} />:{' '}
          {sluitredenen[melding.sluitreden as Sluitreden] ?? melding.sluitreden}
        </Term>
      )}
    </TermList>
  )
}

function WijzigForm({ melding, onDone }: { melding: MeldingDetail; onDone: () => void }) {
  const toast = useToast()
  const opties = useOpties()
  const save = useCommand(editMelding, {
    onDone: () => {
      toast.show('De gegevens zijn opgeslagen.')
      onDone()
    },
  })
  return (
    <Form
      schema={EditMelding}
      defaultValues={melding}
      draftKey={`melding-${melding.id}-gegevens`}
      submitLabel="Gegevens opslaan"
      onSubmit={(body) => save.run({ params: { id: melding.id }, body })}
      onReload={() => call(getMelding, { params: { id: melding.id } })}
      conflictWords={conflictWords}
      actions={
        <Button type="button" variant="tertiary" onClick={onDone}>
          Annuleren
        </Button>
      }
    >
      <TextAreaField name="hulpvraag" label="Wat is er aan de hand?" rows={4} max={5000} />
      <RadioField
        name="slaapplekVannacht"
        label="Is er vannacht een slaapplek?"
        options={codesOf(slaapplekken)}
      />
      <RadioField name="veiligheid" label="Is de situatie veilig?" options={codesOf(veiligheden)} />
      <CheckboxField name="isSpoed" label="Er is vandaag iets nodig (spoed)" />
      <NumberField name="volwassenen" label="Aantal volwassenen" size={4} />
      <NumberField name="kinderen" label="Aantal minderjarige kinderen" size={4} />
      <SelectField
        name="gemeenteCode"
        label="Gemeente waar iemand zich meldt"
        options={keuzesOf(opties?.gemeenten)}
        emptyLabel="Onbekend"
        empty={null}
        optional
      />
      <SelectField
        name="rechtmatigVerblijf"
        label="Rechtmatig verblijf in Nederland?"
        options={codesOf(rechtmatigVerblijven)}
      />
      <SelectField name="kanaal" label="Kanaal" options={keuzesOf(opties?.kanalen)} />
      <SelectField name="melderSoort" label="Wie meldt?" options={keuzesOf(opties?.melderSoorten)} />
      <TextField name="melderNaam" label="Naam van de melder" empty={null} optional />
      <TextField name="melderContact" label="Telefoon of e-mail van de melder" empty={null} optional />
      <SelectField
        name="melderOrganisatieId"
        label="Organisatie van de melder"
        options={keuzesOf(opties?.organisaties)}
        emptyLabel="Geen of niet in de lijst"
        empty={null}
        optional
      />
    </Form>
  )
}

function Bevestiging({ melding }: { melding: MeldingDetail }) {
  const mag = useMag()
  const toast = useToast()
  const [isChanged, setChanged] = useState(false)
  const confirm = useCommand(confirmOntvangst, { onDone: () => toast.show('De bevestiging is vastgelegd.') })
  const gevoelig = vraagtVeiligeWeg(melding)
  const wijzen = codesOf(bevestigingswijzen).filter(
    (wijze) => !gevoelig || veiligeWijzen.includes(wijze.value as (typeof veiligeWijzen)[number]),
  )
  const Brief = ontvangstBrief()
  const isBevestigd = melding.bevestigdOp !== null && melding.bevestigdVia !== null
  if (melding.bevestigdOp && melding.bevestigdVia && !isChanged)
    return (
      <>
        <p>
          Bevestigd op <DateText date={melding.bevestigdOp} long />:{' '}
          {bevestigingswijzen[melding.bevestigdVia].toLowerCase()}.
        </p>
        {Brief && <Brief melding={melding} />}
      </>
    )
  if (!mag('melding.registreren')) return <p>De ontvangst is nog niet bevestigd.</p>
  return (
    <>
      {gevoelig && (
        <p>
          Bij dit dossier kunt u alleen een veilige weg kiezen.
          {melding.veiligContact && ` Afgesproken is: ${melding.veiligContact}`}
        </p>
      )}
      {Brief && (
        <>
          <p>
            Maak een brief. Daarin staat dat het onderzoek uiterlijk{' '}
            <DateText date={melding.uiterlijkOp} long /> klaar is. Daarmee is de ontvangst bevestigd.
          </p>
          <Brief melding={melding} />
        </>
      )}
      <p>
        Bevestigde u zonder brief? Vertel dan ook dat het onderzoek uiterlijk{' '}
        <DateText date={melding.uiterlijkOp} long /> klaar is, dat een persoonlijk plan mag tot{' '}
        <DateText date={melding.planUiterlijkOp} long />, en dat cliëntondersteuning gratis is.
      </p>
      <Form
        schema={confirmOntvangst.body}
        conflictWords={conflictWords}
        defaultValues={{ versie: melding.versie }}
        warnOnLeave={false}
        submitLabel="Bevestiging vastleggen"
        onSubmit={(body) => confirm.run({ params: { id: melding.id }, body })}
        onChanged={setChanged}
        closed={isBevestigd ? 'De ontvangst is al bevestigd.' : undefined}
      >
        <DateField name="op" label="Bevestigd op" today />
        <SelectField name="via" label="Hoe is bevestigd?" options={wijzen} />
      </Form>
    </>
  )
}

function SluitForm(props: {
  melding: MeldingDetail
  onChanged: (isChanged: boolean) => void
  closed: string | undefined
}) {
  const { melding } = props
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const close = useCommand(closeMelding, { onDone: () => toast.show('De melding is gesloten.') })
  if (!open)
    return (
      <>
        <p>Bijvoorbeeld na een advies, of bij een dubbele melding. De cliënt blijft in beeld.</p>
        <div>
          <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
            Melding sluiten
          </Button>
        </div>
      </>
    )
  return (
    <Form
      schema={CloseMelding}
      conflictWords={conflictWords}
      defaultValues={{ versie: melding.versie }}
      draftKey={`melding-${melding.id}-sluiten`}
      submitLabel="Melding sluiten"
      onSubmit={(body) => close.run({ params: { id: melding.id }, body })}
      onChanged={props.onChanged}
      closed={props.closed}
      actions={
        <Button type="button" variant="tertiary" onClick={() => setOpen(false)}>
          Annuleren
        </Button>
      }
    >
      <SelectField name="reden" label="Waarom sluit de melding?" options={codesOf(sluitredenen)} />
      <TextAreaField name="toelichting" label="Toelichting" rows={2} max={1000} empty={null} optional />
      <TextField name="volgendeStap" label="Wat gebeurt er nu?" hint="Zo raakt niemand uit beeld." />
      <DateField name="volgendeStapOp" label="Uiterlijk op" />
    </Form>
  )
}

function Tijdlijn({ meldingId }: { meldingId: string }) {
  const { data } = useEndpoint(listTijdlijn, { params: { id: meldingId } })
  if (!data) return null
  return (
    <Timeline
      label="Wat er met deze melding gebeurde"
      items={data.results.map((regel) => ({
        id: regel.id,
        at: regel.vastgelegdOp,
        title: regel.titel,
        by: regel.door ?? undefined,
      }))}
    />
  )
}
