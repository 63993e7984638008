import { Button } from '@amsterdam/design-system-react'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf, RadioField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import {
  type Duiding,
  getDuidingversies,
  postDuiding,
  putDuiding,
  trekDuidingIn,
} from '../domain/contract.ts'
import { niveaus } from '../domain/keuzes.ts'
import { useZend } from './velden.ts'
import type { BijCijferProps } from './vertellen.tsx'

const ZONDER_WIE =
  'Noem geen namen, hele datums, nummers of adressen. Namen van gemeenten, organisaties en producten mogen wel.'

export function NieuweDuiding({ indicator, maand, sluit }: BijCijferProps & { sluit: () => void }) {
  const save = useZend(postDuiding, 'De uitleg is opgeslagen.', sluit)
  return (
    <Form
      schema={postDuiding.body}
      draftKey={`duiding-${indicator}-${maand}`}
      defaultValues={{ indicator, maand } as never}
      submitLabel="Uitleg opslaan"
      onSubmit={(body) => save.run({ body })}
    >
      <RadioField name="niveau" label="Voor wie is deze uitleg?" options={optionsOf(niveaus)} />
      <TextAreaField
        name="tekst"
        label="Hoe is dit cijfer te lezen?"
        hint={`Uw naam staat erbij. ${ZONDER_WIE}`}
        max={2000}
      />
    </Form>
  )
}

export function DuidingKaart({ rij }: { rij: Duiding }) {
  return (
    <article className="od-kaart od-stapel">
      <p>
        <StatusBadge label={niveaus[rij.niveau]} tone="info" />
      </p>
      <p className="od-tekst">{rij.tekst}</p>
      <p className="od-hint">
        {rij.auteur}, {rij.organisatie}, <DateText date={rij.gewijzigdOp} />, versie {rij.versie}
      </p>
      {rij.versie > 1 && (
        <FormDisclosure label="Eerdere teksten">{() => <Versies id={rij.id} />}</FormDisclosure>
      )}
      {rij.isVanMij && (
        <FormDisclosure label="Uitleg wijzigen of intrekken">
          {(sluit) => <Wijzigen rij={rij} sluit={sluit} />}
        </FormDisclosure>
      )}
    </article>
  )
}

function Versies({ id }: { id: string }) {
  const { data, error } = useEndpoint(getDuidingversies, { params: { id } })
  return (
    <>
      {error && <ProblemAlert problem={error} />}
      <ul className="od-kaarten">
        {data?.versies.slice(1).map((versie) => (
          <li key={versie.versie}>
            <span className="od-hint">
              Versie {versie.versie}, <DateText date={versie.op} />
            </span>
            <span className="od-tekst">{versie.tekst}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Wijzigen({ rij, sluit }: { rij: Duiding; sluit: () => void }) {
  const save = useZend(putDuiding, 'De uitleg is opgeslagen. De vorige tekst blijft te lezen.', sluit)
  const weg = useZend(trekDuidingIn, 'De uitleg is ingetrokken en gewist.', sluit)
  return (
    <>
      <Form
        schema={putDuiding.body}
        draftKey={`duiding-${rij.id}`}
        defaultValues={{ tekst: rij.tekst, versie: rij.versie }}
        submitLabel="Uitleg opslaan"
        onSubmit={(body) => save.run({ params: { id: rij.id }, body })}
      >
        <TextAreaField name="tekst" label="Uitleg" hint={ZONDER_WIE} max={2000} />
      </Form>
      {weg.problem && <ProblemAlert problem={weg.problem} focus />}
      <div className="od-knoppen">
        <Button
          type="button"
          variant="secondary"
          disabled={weg.busy}
          onClick={() => void weg.run({ params: { id: rij.id }, body: {} }).catch(() => undefined)}
        >
          Uitleg intrekken
        </Button>
      </div>
    </>
  )
}
