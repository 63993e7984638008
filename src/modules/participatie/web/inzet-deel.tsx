import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { useMag } from '../../../ui/session.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { type Inzet, postGroepsinzet, putGroepsinzet } from '../domain/groep-contract.ts'
import { inzetrollen } from '../domain/keuzes.ts'
import { getParticipatiekeuzes } from '../domain/verband-contract.ts'
import { keuzesVan, useZend } from './velden.tsx'

/** What groups do; `toon` is what the page is not about already. */
export function InzetLijst({ inzet, toon }: { inzet: readonly Inzet[]; toon: 'activiteit' | 'groep' }) {
  const mag = useMag()
  if (inzet.length === 0)
    return (
      <p>
        {toon === 'groep'
          ? 'Er doet nog geen groep mee bij deze activiteit.'
          : 'Er is nog niet vastgelegd waar deze groep meedoet.'}
      </p>
    )
  return (
    <ul className="od-kaarten">
      {inzet.map((een) => (
        <li key={een.id}>
          <Link
            to={
              (toon === 'groep'
                ? `/participatie/groepen/${een.groepId}`
                : `/participatie/activiteiten/${een.activiteitId}`) as never
            }
          >
            {toon === 'groep' ? een.groep : een.activiteit}
          </Link>
          <span>
            {inzetrollen[een.rol]}, vanaf <DateText date={een.van} />
            {een.totEnMet && (
              <>
                {' '}
                tot en met <DateText date={een.totEnMet} />
              </>
            )}
          </span>
          <span className={een.opbrengst ? 'od-tekst' : 'od-hint'}>
            {een.opbrengst ?? 'Nog niet opgeschreven wat ermee is gedaan.'}
          </span>
          {mag('participatie.schrijven') && (
            <FormDisclosure label="Inzet bijwerken">
              {(sluit) => <InzetWijzigen inzet={een} sluit={sluit} />}
            </FormDisclosure>
          )}
        </li>
      ))}
    </ul>
  )
}

function InzetVelden() {
  return (
    <>
      <RadioField name="rol" label="Wat doet de groep?" options={optionsOf(inzetrollen)} />
      <DateField name="van" label="Vanaf" />
      <DateField name="totEnMet" label="Tot en met" optional empty={null} />
      <TextAreaField
        name="opbrengst"
        label="Wat is met hun inbreng gedaan?"
        hint="Noem geen namen."
        max={2000}
        optional
        empty={null}
      />
    </>
  )
}

export function NieuweInzet({ groepId, sluit }: { groepId: string; sluit: () => void }) {
  const { data } = useEndpoint(getParticipatiekeuzes, {})
  const save = useZend(postGroepsinzet, 'De inzet is vastgelegd.', sluit)
  return (
    <Form
      schema={postGroepsinzet.body}
      defaultValues={{ totEnMet: null, opbrengst: null } as never}
      submitLabel="Inzet vastleggen"
      draftKey={`participatiegroep-${groepId}-inzet`}
      onSubmit={(body) => save.run({ params: { id: groepId }, body })}
    >
      <SelectField
        name="activiteitId"
        label="Bij welke activiteit?"
        options={keuzesVan(data?.activiteiten ?? [])}
      />
      <InzetVelden />
    </Form>
  )
}

function InzetWijzigen({ inzet, sluit }: { inzet: Inzet; sluit: () => void }) {
  const save = useZend(putGroepsinzet, 'De inzet is bijgewerkt.', sluit)
  const { id, rol, van, totEnMet, opbrengst, versie } = inzet
  return (
    <Form
      schema={putGroepsinzet.body}
      defaultValues={{ rol, van, totEnMet, opbrengst, versie }}
      submitLabel="Inzet opslaan"
      draftKey={`groepsinzet-${id}`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <InzetVelden />
    </Form>
  )
}
