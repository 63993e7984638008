import { optionsOf, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { overleguitkomsten } from '../domain/contract.ts'
import { postOverleg } from '../domain/schrijf-api.ts'
import { type DeelProps, useZend } from './delen.tsx'

/** UIT-14: talks about who needs a home with haste, and what came of them. */
export function Maatwerk({ one }: DeelProps) {
  return (
    <>
      {one.overleggen.length > 0 && (
        <>
          <h3 className="od-tussenkop">Maatwerkoverleg</h3>
          <ul>
            {one.overleggen.map((overleg) => (
              <li key={overleg.id}>
                <DateText date={overleg.op} />: {overleg.uitkomst}
                {overleg.pauzewoningTot && (
                  <>
                    {' '}
                    tot <DateText date={overleg.pauzewoningTot} />
                  </>
                )}
                . {overleg.toelichting}
              </li>
            ))}
          </ul>
        </>
      )}
      {one.magWijzigen && (
        <FormDisclosure label="Maatwerkoverleg vastleggen">
          {(sluit) => <OverlegForm one={one} sluit={sluit} />}
        </FormDisclosure>
      )}
    </>
  )
}

function OverlegForm({ one, sluit }: DeelProps & { readonly sluit: () => void }) {
  const send = useZend(postOverleg, one.persoonId, 'Het overleg is vastgelegd.', sluit)
  return (
    <Form
      draftKey={`uitstroom-${one.persoonId}-overleg`}
      schema={postOverleg.body}
      defaultValues={{} as never}
      onSubmit={send}
      submitLabel="Overleg vastleggen"
    >
      {(form) => (
        <>
          <DateField name="op" label="Dag van het overleg" />
          <SelectField name="uitkomst" label="Wat kwam eruit?" options={optionsOf(overleguitkomsten)} />
          {form.watch('uitkomst') === 'pauzewoning' && (
            <DateField name="pauzewoningTot" label="Tot welke dag kan de pauzewoning?" />
          )}
          <TextField name="toelichting" label="Wat is afgesproken?" />
        </>
      )}
    </Form>
  )
}

/** UIT-10 and UIT-13: what the rules say, and what Onderdak does not do. Information only. */
export function Huurinformatie({ one }: DeelProps) {
  return (
    <details className="od-meer">
      <summary>Kan iemand de huur betalen? (alleen informatie)</summary>
      <div className="od-stapel">
        <p>Onderdak beslist hier niets mee. Reken huurtoeslag na bij de Belastingdienst.</p>
        <ul>
          {one.huur.informatie.map((regel) => (
            <li key={regel.tekst}>
              {regel.letOp && <strong>Let op: </strong>}
              {regel.tekst}
            </li>
          ))}
        </ul>
        <ul>
          {one.huur.regels.map((regel) => (
            <li key={regel.naam} className="od-hint">
              {regel.naam}: {regel.waarde}, vanaf <DateText date={regel.van} />
              {regel.bron && `. Bron: ${regel.bron}`}
            </li>
          ))}
        </ul>
        <p className="od-hint">
          Een woonwagenstandplaats wijst de gemeente toe, met een eigen lijst. Dat loopt niet via Onderdak.
        </p>
      </div>
    </details>
  )
}
