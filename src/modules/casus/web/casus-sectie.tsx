import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { type CasusRij, getPersoonCasussen, postCasus } from '../domain/contract.ts'
import { alleUitkomsten, redenen } from '../domain/keuzes.ts'
import { useZend } from './delen.tsx'

type Data = z.output<typeof getPersoonCasussen.response>

/** In the dossier, beside the traject: the casus that runs, those of before, and opening one. */
export function CasusSectie({ persoonId }: { readonly persoonId: string }) {
  const { data, error } = useEndpoint(getPersoonCasussen, { params: { id: persoonId } })
  const mag = useMag()
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return <p role="status">Bezig met laden…</p>
  const loopt = data.casussen.some((one) => one.status === 'open')
  return (
    <>
      {data.casussen.length === 0 && <p>Er is geen casus.</p>}
      <ul className="od-werklijst">
        {data.casussen.map((one) => (
          <Rij key={one.id} one={one} />
        ))}
      </ul>
      {!loopt && mag('casus.wijzigen') && data.medewerkers.length > 0 && (
        <FormDisclosure label="Casus openen">
          {(sluit) => <OpenForm persoonId={persoonId} data={data} sluit={sluit} />}
        </FormDisclosure>
      )}
    </>
  )
}

function Rij({ one }: { one: CasusRij }) {
  return (
    <li>
      <span className="od-werklijst__wie">
        <Link to={`/casussen/${one.id}` as never}>{redenen[one.reden]}</Link>
        <span className="od-hint">
          {one.status === 'open'
            ? `Niveau ${one.niveau}: ${one.niveauNaam}. Regievoerder: ${one.regievoerder}, ${one.regieOrganisatie}`
            : one.uitkomst && alleUitkomsten[one.uitkomst]}
        </span>
      </span>
      <span className="od-werklijst__wanneer">
        sinds <DateText date={one.geopendOp} /> {one.isTeLaat && <StatusBadge label="Te laat" tone="fout" />}
        {one.status === 'gesloten' && <StatusBadge label="Gesloten" />}
      </span>
    </li>
  )
}

export function InhoudVelden({ reden }: { reden: string | undefined }) {
  return (
    <>
      <RadioField name="reden" label="Waarom is dit een casus?" options={optionsOf(redenen)} />
      <TextAreaField
        name="redenToelichting"
        label="Toelichting op de reden"
        rows={2}
        max={500}
        empty={null}
        optional={reden !== 'anders'}
      />
      <TextAreaField
        name="vraag"
        label="Waar loopt het vast, en wat vraagt u van anderen?"
        hint="Wie u uitnodigt kan dit lezen. Schrijf op wat nodig is en niet meer."
        max={2000}
      />
      <TextAreaField
        name="veiligheid"
        label="Wat moet een deelnemer weten over veiligheid?"
        hint="Alleen zichtbaar voor wie u dat deel laat zien. Geen adres."
        rows={3}
        max={1000}
        empty={null}
        optional
      />
    </>
  )
}

export const medewerkerOpties = (medewerkers: Data['medewerkers']) =>
  medewerkers.map(({ id, naam, organisatie }) => ({ value: id, label: `${naam}, ${organisatie}` }))

function OpenForm({ persoonId, data, sluit }: { persoonId: string; data: Data; sluit: () => void }) {
  const send = useZend(postCasus, persoonId, 'De casus is geopend.', sluit)
  const begin = { redenToelichting: null, veiligheid: null, ...(data.ikId && { regievoerderId: data.ikId }) }
  return (
    <Form
      schema={postCasus.body}
      draftKey={`casus-${persoonId}-nieuw`}
      defaultValues={begin as never}
      submitLabel="Casus openen"
      onSubmit={send}
    >
      {(form) => (
        <>
          <InhoudVelden reden={form.watch('reden')} />
          <SelectField
            name="regievoerderId"
            label="Wie is de regievoerder?"
            hint="Eén medewerker van een organisatie die betrokken is"
            options={medewerkerOpties(data.medewerkers)}
          />
        </>
      )}
    </Form>
  )
}
