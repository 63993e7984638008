import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { useCommand } from '../../../ui/api-hooks.ts'
import { CheckboxField, SelectField } from '../../../ui/choice-fields.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { SensitiveText } from '../../../ui/sensitive-text.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type Adres, beeindigAdres, type Dossier, voegAdresToe } from '../domain/contract.ts'
import { adresSoorten } from '../domain/keuzes.ts'
import { loadGemeenten, optionsOf } from './opties.ts'

/** Addresses of a person; a secret one is shown on request only, or not at all. */
export function Adressen({ dossier }: { dossier: Dossier }) {
  const mag = useMag()
  const [nieuw, setNieuw] = useState(false)
  const [einde, setEinde] = useState<Adres | undefined>()
  return (
    <>
      {dossier.adressen.length === 0 && !nieuw && (
        <EmptyState
          title="Geen adressen"
          text="Leg een woonadres, briefadres of verblijfadres vast als dat er is."
        />
      )}
      {dossier.adressen.length > 0 && (
        <ul className="od-kaarten">
          {dossier.adressen.map((adres) => (
            <li key={adres.id}>
              <p>
                <strong>{adresSoorten[adres.soort]}</strong>{' '}
                {adres.tot !== null && <StatusBadge label="Geëindigd" />}
              </p>
              <p>
                <AdresText adres={adres} />
              </p>
              <p className="od-hint">
                Vanaf <DateText date={adres.van} />
                {adres.tot && (
                  <>
                    {' '}
                    tot <DateText date={adres.tot} />
                  </>
                )}
              </p>
              {mag('persoon.wijzigen') && adres.tot === null && adres.adres !== null && (
                <Button type="button" variant="tertiary" onClick={() => setEinde(adres)}>
                  {adresSoorten[adres.soort]} laten eindigen
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {nieuw && (
        <AdresForm persoonId={dossier.id} geheim={dossier.gegevens.isGeheim} onDone={() => setNieuw(false)} />
      )}
      {einde && <EindeForm adres={einde} onDone={() => setEinde(undefined)} />}
      {mag('persoon.wijzigen') && !nieuw && (
        <p>
          <Button type="button" variant="secondary" onClick={() => setNieuw(true)}>
            Adres toevoegen
          </Button>
        </p>
      )}
    </>
  )
}

function AdresText({ adres }: { adres: Adres }) {
  if (!adres.isGeheim)
    return [adres.adres, adres.gemeente && `gemeente ${adres.gemeente}`].filter(Boolean).join(', ')
  const shown = adres.adres
  return <SensitiveText label="Geheim adres" onReveal={shown === null ? undefined : async () => shown} />
}

function AdresForm({
  persoonId,
  geheim,
  onDone,
}: {
  persoonId: string
  geheim: boolean
  onDone: () => void
}) {
  const mag = useMag()
  const toast = useToast()
  const save = useCommand(voegAdresToe, {
    onDone: () => {
      toast.show('Het adres is vastgelegd.')
      onDone()
    },
  })
  return (
    <Form
      schema={voegAdresToe.body}
      draftKey={`client-${persoonId}-adres`}
      defaultValues={{ isGeheim: geheim, gemeenteCode: null, tot: null }}
      submitLabel="Adres vastleggen"
      actions={
        <Button type="button" variant="tertiary" onClick={onDone}>
          Annuleren
        </Button>
      }
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <SelectField name="soort" label="Soort adres" options={optionsOf(adresSoorten)} />
      <TextField name="adres" label="Adres" hint="Straat, huisnummer, postcode en plaats" />
      <ComboboxField name="gemeenteCode" label="Gemeente" load={loadGemeenten} empty={null} optional />
      {mag('geheim_adres.lezen') && (
        <CheckboxField
          name="isGeheim"
          label="Dit adres is geheim"
          hint="Alleen wie geheime adressen mag zien, kan het lezen. Anderen zien alleen dat het er is."
        />
      )}
      <DateField name="van" label="Vanaf" />
    </Form>
  )
}

function EindeForm({ adres, onDone }: { adres: Adres; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(beeindigAdres, {
    onDone: () => {
      toast.show('Het adres is geëindigd.')
      onDone()
    },
  })
  return (
    <Form
      schema={beeindigAdres.body}
      draftKey={`adres-${adres.id}-einde`}
      defaultValues={{}}
      submitLabel={`${adresSoorten[adres.soort]} laten eindigen`}
      actions={
        <Button type="button" variant="tertiary" onClick={onDone}>
          Annuleren
        </Button>
      }
      onSubmit={(body) => save.run({ params: { id: adres.id }, body })}
    >
      <DateField name="tot" label="Eerste dag waarop het adres niet meer geldt" />
    </Form>
  )
}
