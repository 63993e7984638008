import { Button, FieldSet } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { type UseFormReturn, useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import { formatShort } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { ApiProblem, call } from '../../../ui/api.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type Zoekresultaat, zoekPersonen } from '../../persoon/domain/contract.ts'
import { geenBsnRedenen, geslachten, herkomstBewijzen, onbekendRedenen } from '../../persoon/domain/keuzes.ts'
import type { getOpties } from '../domain/contract.ts'
import { DubbelCheck } from './dubbel-check.tsx'
import type { NieuweMelding } from './nieuw-page.tsx'
import { codesOf, keuzesOf } from './opties.ts'

type Form = UseFormReturn<NieuweMelding>
type Opties = z.output<(typeof getOpties)['response']> | undefined

/** Who it is about: search first, then choose, record or stay anonymous. */
export function WieVelden({ opties }: { opties: Opties }) {
  const one = useFormContext<NieuweMelding>()
  const wie = one.watch('wie')
  return (
    <FieldSet legend="Over wie gaat het?" className="od-groep">
      <ZoekEerst form={one} />
      <RadioField
        name="wie"
        label="De melding gaat over"
        options={[
          ...(one.watch('persoonId')
            ? [{ value: 'bekend', label: one.watch('gekozenNaam') ?? 'De gekozen cliënt' }]
            : []),
          { value: 'nieuw', label: 'Een nieuwe cliënt', hint: 'Ook als de naam nog onbekend is (NN).' },
          { value: 'anoniem', label: 'Anoniem', hint: 'U kunt later een cliënt koppelen.' },
        ]}
      />
      {wie === 'nieuw' && <NieuwePersoon form={one} opties={opties} />}
    </FieldSet>
  )
}

function ZoekEerst({ form }: { form: Form }) {
  const [results, setResults] = useState<readonly Zoekresultaat[] | undefined>()
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function search() {
    const { naam, geboortedatum } = form.getValues('zoek') ?? {}
    setBusy(true)
    setFault('')
    try {
      const answer = await call(zoekPersonen, {
        body: { naam: naam || null, geboortedatum: geboortedatum || null },
      })
      setResults(answer.results)
    } catch (error) {
      setResults(undefined)
      setFault(error instanceof ApiProblem ? error.detail : 'Zoeken is niet gelukt. Probeer het opnieuw.')
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <TextField name="zoek.naam" label="Zoek eerst op naam" size={30} empty={null} optional />
      <DateField name="zoek.geboortedatum" label="En op geboortedatum" empty={null} optional />
      <div>
        <Button type="button" variant="secondary" disabled={busy} onClick={() => void search()}>
          {busy ? 'Bezig met zoeken…' : 'Zoeken'}
        </Button>
      </div>
      <div role="status" className="od-stapel">
        {fault && <p>{fault}</p>}
        {results && <Uitslag results={results} onChoose={(persoon) => chooseBekende(form, persoon)} />}
      </div>
    </>
  )
}

function Uitslag(props: {
  results: readonly Zoekresultaat[]
  onChoose: (persoon: { id: string; naam: string }) => void
}) {
  const own = props.results.filter((result) => result.persoon !== null)
  const elders = props.results.some((result) => result.bekendElders)
  return (
    <>
      {elders && (
        <Alert
          heading="Deze persoon is waarschijnlijk al bekend bij een andere organisatie"
          tone="let_op"
          headingLevel={3}
        >
          <p>
            Word eerst betrokken bij dat dossier. Daarna vindt u de persoon hier. Uw concept blijft bewaard.
          </p>
          <ButtonLink to="/clienten" variant="secondary">
            Naar cliënten zoeken
          </ButtonLink>
        </Alert>
      )}
      {own.length === 0 && !elders && <p>Niemand gevonden. Kies een nieuwe cliënt of anoniem.</p>}
      {own.length > 0 && (
        <ul className="od-stapel" aria-label="Gevonden cliënten">
          {own.map(({ persoon, reden }) => (
            <li key={persoon!.id}>
              <p>
                {persoon!.naam}
                <span className="od-hint">
                  {persoon!.geboortedatum && ` geboren ${formatShort(persoon!.geboortedatum)}`}
                  {persoon!.woonplaats && `, ${persoon!.woonplaats}`}. Gevonden door: {reden.toLowerCase()}.
                </span>
              </p>
              <Button
                type="button"
                variant="secondary"
                aria-label={`Kies ${persoon!.naam}`}
                onClick={() => props.onChoose(persoon!)}
              >
                Kies deze cliënt
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Somebody who has a file already takes the place of the new one. */
export function chooseBekende(form: Form, persoon: { id: string; naam: string }): void {
  form.setValue('persoonId', persoon.id, { shouldDirty: true })
  form.setValue('gekozenNaam', persoon.naam)
  form.setValue('dubbel', { gevonden: 0, isAnder: false })
  form.setValue('wie', 'bekend', { shouldDirty: true })
}

/** The least that a new file needs; the rest is filled in at the dossier. */
function NieuwePersoon({ form, opties }: { form: Form; opties: Opties }) {
  const isNn = form.watch('persoon.isNn')
  return (
    <>
      <CheckboxField name="persoon.isNn" label="De naam is nog onbekend (NN)" />
      <TextField name="persoon.roepnaam" label="Roepnaam" size={20} empty={null} optional />
      <TextField name="persoon.tussenvoegsel" label="Tussenvoegsel" size={10} empty={null} optional />
      <TextField
        name="persoon.achternaam"
        label="Achternaam"
        size={30}
        empty={null}
        optional={isNn === true}
      />
      <DateField name="persoon.geboortedatum" label="Geboortedatum" empty={null} optional={isNn === true} />
      {!form.watch('persoon.geboortedatum') && (
        <NumberField
          name="persoon.geboortejaar"
          label="Of geschat geboortejaar"
          size={6}
          empty={null}
          optional
        />
      )}
      <DubbelCheck
        pad="dubbel"
        getypt={{
          voornaam: form.watch('persoon.roepnaam') ?? null,
          tussenvoegsel: form.watch('persoon.tussenvoegsel') ?? null,
          achternaam: form.watch('persoon.achternaam') ?? null,
          geboortedatum: form.watch('persoon.geboortedatum') ?? null,
          geboortejaar: form.watch('persoon.geboortejaar') ?? null,
        }}
        onChoose={(persoon) => chooseBekende(form, persoon)}
      />
      <RadioField name="persoon.geslacht" label="Geslacht" options={codesOf(geslachten)} />
      <TextField name="persoon.telefoon" label="Telefoonnummer" type="tel" size={20} empty={null} optional />
      <TextField
        name="persoon.bsn"
        label="Burgerservicenummer"
        size={12}
        inputMode="numeric"
        empty={null}
        optional
      />
      {!form.watch('persoon.bsn') && (
        <SelectField
          name="persoon.geenBsnReden"
          label="Waarom is er geen nummer?"
          options={codesOf(geenBsnRedenen)}
          empty={null}
        />
      )}
      <SelectField
        name="persoon.herkomstGemeente"
        label="Gemeente van herkomst"
        hint="Waar iemand de laatste jaren thuishoorde."
        options={keuzesOf(opties?.gemeenten)}
        emptyLabel="Onbekend"
        empty={null}
        optional
      />
      {form.watch('persoon.herkomstGemeente') ? (
        <SelectField
          name="persoon.herkomstBewijs"
          label="Waaruit blijkt dat?"
          options={codesOf(herkomstBewijzen)}
          empty={null}
        />
      ) : (
        <SelectField
          name="persoon.herkomstOnbekendReden"
          label="Waarom is de herkomst onbekend?"
          options={codesOf(onbekendRedenen)}
          empty={null}
        />
      )}
      <SelectField
        name="persoon.woonplaatsGemeente"
        label="Gemeente waar iemand nu verblijft"
        options={keuzesOf(opties?.gemeenten)}
        emptyLabel="Onbekend"
        empty={null}
        optional
      />
      {!form.watch('persoon.woonplaatsGemeente') && (
        <SelectField
          name="persoon.woonplaatsOnbekendReden"
          label="Waarom is de woonplaats onbekend?"
          options={codesOf(onbekendRedenen)}
          empty={null}
        />
      )}
    </>
  )
}
