import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { UitstroomDetail } from '../domain/api.ts'
import { openVoorwaarden } from '../domain/rules.ts'
import { postAfronding, postHeropening } from '../domain/schrijf-api.ts'
import { type DeelProps, MetUitstroom, opties, useZend } from './delen.tsx'

/** In the dossier: along which way somebody left, and where to. */
export function AfrondenSectie({ persoonId }: { readonly persoonId: string }) {
  return (
    <MetUitstroom persoonId={persoonId}>
      {(one) => (
        <>
          {one.afgerond.length === 0 && <p>De uitstroom is nog niet afgerond.</p>}
          {one.dossier?.heropend && (
            <p>
              Weer geopend op <DateText date={one.dossier.heropend.op} />: {one.dossier.heropend.reden}
            </p>
          )}
          {one.afgerond.length > 0 && (
            <ul>
              {one.afgerond.map((een) => (
                <li key={een.id}>
                  <DateText date={een.op} />: {een.route}
                  {een.bestemming && `, naar: ${een.bestemming.toLowerCase()}`}
                  {een.afwijkingReden && `. Niet alles was in orde: ${een.afwijkingReden}`}
                  {one.magWijzigen && een.kanHeropenen && <Heropenen persoonId={persoonId} een={een} />}
                </li>
              ))}
            </ul>
          )}
          {one.magWijzigen && one.dossier && one.verblijftNu && (
            <p className="od-hint">Leg eerst het vertrek vast bij het verblijf. Daarna rondt u hier af.</p>
          )}
          {one.magWijzigen && one.dossier && !one.verblijftNu && (
            <FormDisclosure label="Uitstroom afronden">
              {(sluit) => <Afronding one={one} sluit={sluit} />}
            </FormDisclosure>
          )}
        </>
      )}
    </MetUitstroom>
  )
}

function Heropenen({
  persoonId,
  een,
}: {
  readonly persoonId: string
  readonly een: UitstroomDetail['afgerond'][number]
}) {
  const send = useZend(postHeropening, een.id, 'Het uitstroomdossier is weer open.')
  return (
    <FormDisclosure label="Toch niet afgerond: weer openen">
      {() => (
        <Form
          draftKey={`uitstroom-${persoonId}-heropening`}
          schema={postHeropening.body}
          defaultValues={{ versie: een.versie } as never}
          onSubmit={send}
          submitLabel="Weer openen"
        >
          <TextField
            name="reden"
            label="Waarom is de uitstroom toch niet afgerond?"
            hint="Verblijft de cliënt opnieuw? Dan begint er vanzelf een nieuw uitstroomdossier."
          />
        </Form>
      )}
    </FormDisclosure>
  )
}

function Afronding({ one, sluit }: DeelProps & { readonly sluit: () => void }) {
  const send = useZend(postAfronding, one.persoonId, 'De uitstroom is afgerond.', sluit)
  const { keuzes } = one
  const open = openVoorwaarden(one.voorwaarden)
  const routes = keuzes.routes.filter((route) => route.code !== 'urgentie' || !keuzes.urgentieIsBemiddeling)
  return (
    <Form
      draftKey={`uitstroom-${one.persoonId}-afronding`}
      schema={postAfronding.body}
      defaultValues={
        { versie: one.dossier?.versie ?? 0, verblijfId: keuzes.verblijven[0]?.id ?? null } as never
      }
      onSubmit={send}
      submitLabel="Uitstroom afronden"
    >
      {(form) => (
        <>
          <DateField name="op" label="Op welke dag?" />
          <SelectField name="route" label="Langs welke weg?" options={opties(routes)} />
          {keuzes.verblijven.length > 0 && (
            <SelectField
              name="verblijfId"
              label="Na welk verblijf?"
              hint="De bestemming van dat vertrek telt."
              options={keuzes.verblijven.map((een) => ({ value: een.id, label: een.naam }))}
              emptyLabel="Geen verblijf"
              optional
              empty={null}
            />
          )}
          {!form.watch('verblijfId') && (
            <SelectField
              name="bestemming"
              label="Waarheen?"
              options={opties(keuzes.bestemmingen)}
              empty={null}
            />
          )}
          {open.length > 0 && (
            <TextField
              name="afwijkingReden"
              label="Waarom kan het toch?"
              hint={`Nog niet in orde: ${open.map((een) => een.naam.toLowerCase()).join(', ')}.`}
              empty={null}
            />
          )}
        </>
      )}
    </Form>
  )
}
