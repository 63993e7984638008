import { Button } from '@amsterdam/design-system-react'
import { useEffect, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { formatShort, isPlainDate } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxField } from '../../../ui/choice-fields.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { zoekPersonen } from '../../persoon/domain/contract.ts'
import { type Getypt, type MogelijkDubbel, pickMogelijkDubbel } from '../../persoon/domain/dubbel.ts'
import type { NieuweMelding } from './nieuw-page.tsx'

/** Where the answer stands in the form: of the person of the melding, or of one member of the family. */
export type DubbelPad = 'dubbel' | `huishouden.${number}.dubbel`

interface Props {
  readonly pad: DubbelPad
  readonly getypt: Getypt
  readonly onChoose: (persoon: { id: string; naam: string }) => void
}

/** What has been typed of a new person is looked up by itself; who may be the same is shown with why (search before create). */
export function DubbelCheck({ pad, getypt, onChoose }: Props) {
  const { setValue } = useFormContext<NieuweMelding>()
  const { gevonden, mislukt } = useMogelijkDubbel(getypt)
  const aantal = gevonden.length
  const wie = gevonden.map((een) => een.persoon?.id ?? 'elders').join()
  // "Somebody else" was said of these; of others it is asked again.
  useEffect(() => {
    setValue(pad, { gevonden: wie === '' ? 0 : wie.split(',').length, isAnder: false })
  }, [pad, wie, setValue])
  return (
    <div role="status" className="od-stapel">
      {mislukt && <p>Zoeken naar een eerder dossier is niet gelukt. Zoek zelf bij Cliënten.</p>}
      {aantal > 0 && (
        <Alert heading="Misschien is er al een dossier" tone="let_op" headingLevel={3}>
          <ul className="od-stapel" aria-label="Mogelijk dezelfde persoon">
            {gevonden.map((een) => (
              <li key={een.persoon?.id ?? 'elders'}>
                <Gevonden een={een} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {aantal > 0 && (
        <CheckboxField
          name={`${pad}.isAnder`}
          label="Dit is iemand anders: maak een nieuw dossier"
          hint="Alleen als u zeker weet dat het niet dezelfde persoon is."
        />
      )}
    </div>
  )
}

function Gevonden({ een, onChoose }: { een: MogelijkDubbel; onChoose: Props['onChoose'] }) {
  const { persoon, redenen } = een
  if (persoon === null)
    return (
      <>
        <p>{redenen.join(' ')} Word eerst betrokken bij dat dossier. Uw concept blijft bewaard.</p>
        <ButtonLink to="/clienten" variant="secondary">
          Naar cliënten zoeken
        </ButtonLink>
      </>
    )
  return (
    <>
      <p>
        {persoon.naam}
        <span className="od-hint">
          {persoon.geboortedatum && ` geboren ${formatShort(persoon.geboortedatum)}`}
          {persoon.woonplaats && `, ${persoon.woonplaats}`}
        </span>{' '}
        {een.zeker && <StatusBadge label="Vrijwel zeker dezelfde" tone="let_op" />}
      </p>
      <p className="od-hint">Waarom: {redenen.join('. ').toLowerCase()}.</p>
      <Button
        type="button"
        variant="secondary"
        aria-label={`Kies het dossier van ${persoon.naam}`}
        onClick={() => onChoose(persoon)}
      >
        Kies dit dossier
      </Button>
    </>
  )
}

const pauze = 400

/** Looks up when there is a name with a birth date or year, a moment after the last key. */
function useMogelijkDubbel(getypt: Getypt): { gevonden: readonly MogelijkDubbel[]; mislukt: boolean } {
  const [uitslag, setUitslag] = useState<{ gevonden: readonly MogelijkDubbel[]; mislukt: boolean }>(leeg)
  const vraag = JSON.stringify(getypt)
  useEffect(() => {
    const typed = JSON.parse(vraag) as Getypt
    const naam = [typed.voornaam, typed.tussenvoegsel, typed.achternaam].filter(Boolean).join(' ')
    const geboortedatum = isPlainDate(typed.geboortedatum ?? '') ? typed.geboortedatum : null
    if (naam.length < 2 || (geboortedatum === null && typed.geboortejaar === null)) {
      setUitslag(leeg)
      return
    }
    let current = true
    const timer = setTimeout(() => {
      call(zoekPersonen, { body: { naam, geboortedatum } }).then(
        ({ results }) =>
          current &&
          setUitslag({ gevonden: pickMogelijkDubbel({ ...typed, geboortedatum }, results), mislukt: false }),
        () => current && setUitslag({ gevonden: [], mislukt: true }),
      )
    }, pauze)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [vraag])
  return uitslag
}

const leeg = { gevonden: [], mislukt: false } as const
