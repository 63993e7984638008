import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type Jaarplichtrij,
  listJaarplichten,
  postJaarplicht,
  postJaarplichtgedaan,
  putJaarplicht,
} from '../domain/jaarplicht-contract.ts'
import { useZend } from './delen.tsx'
import { Jaarstand } from './standen.tsx'

/** What the region does each year, such as looking back at the cooperation (GOV-10) and the begroting before 1 July. */
export function Jaarplichten({ mag }: { mag: boolean }) {
  const toast = useToast()
  const nieuw = useCommand(postJaarplicht, { onDone: () => toast.show('Dit is vastgelegd.') })
  return (
    <>
      <DataTable
        id="jaarplichten"
        prefix="j-"
        caption="Elk jaar te doen"
        captionHidden
        endpoint={listJaarplichten}
        rowKey={(rij) => rij.id}
        defaultSort="-uiterlijkOp"
        columns={[
          { key: 'naam', label: 'Wat', sortable: true },
          { key: 'jaar', label: 'Jaar', align: 'end' },
          {
            key: 'uiterlijkOp',
            label: 'Uiterlijk',
            sortable: true,
            render: (rij: Jaarplichtrij) => <DateText date={rij.uiterlijkOp} />,
          },
          { key: 'stand', label: 'Stand', render: (rij: Jaarplichtrij) => <Jaarstand stand={rij.stand} /> },
          {
            key: 'gedaanOp',
            label: 'Gedaan op',
            sortable: true,
            render: (rij: Jaarplichtrij) => <DateText date={rij.gedaanOp} />,
          },
          { key: 'waar', label: 'Waar' },
          { key: 'bron', label: 'Bron', defaultHidden: true },
          ...(mag
            ? [
                {
                  key: 'versie',
                  label: 'Bijwerken',
                  render: (rij: Jaarplichtrij) => <Bijwerken rij={rij} />,
                },
              ]
            : []),
        ]}
        empty={{
          title: 'Nog niets',
          text: 'Leg vast wat elk jaar gedaan moet zijn, bijvoorbeeld de evaluatie van de samenwerking.',
        }}
      />
      {mag && (
        <>
          <FormDisclosure label="Iets toevoegen dat elk jaar moet">
            {(sluit) => (
              <Form
                schema={postJaarplicht.body}
                defaultValues={{ totEnMetJaar: null }}
                submitLabel="Vastleggen"
                draftKey="jaarplicht-nieuw"
                onSubmit={async (body) => {
                  await nieuw.run({ body })
                  sluit()
                }}
              >
                <Velden />
              </Form>
            )}
          </FormDisclosure>
          <Wijzigen />
        </>
      )}
    </>
  )
}

function Velden() {
  return (
    <>
      <TextField name="naam" label="Wat moet er gebeuren?" />
      <NumberField name="dagnummer" label="Laatste dag: dag" hint="Vóór 1 juli? Vul 30 in" size={4} />
      <NumberField name="maand" label="Laatste dag: maand" hint="1 tot en met 12" size={4} />
      <NumberField name="vanafJaar" label="Vanaf welk jaar?" size={6} />
      <NumberField
        name="totEnMetJaar"
        label="Tot en met welk jaar?"
        hint="Laat leeg zolang het doorgaat"
        size={6}
        optional
        empty={null}
      />
      <TextField name="bron" label="Bron" hint="Waar staat dat dit elk jaar moet?" />
    </>
  )
}

function Bijwerken({ rij }: { rij: Jaarplichtrij }) {
  return (
    <FormDisclosure label={`${rij.stand === 'gedaan' ? 'Verbeteren' : 'Vastleggen'}: ${rij.jaar}`}>
      {(sluit) => <GedaanForm rij={rij} sluit={sluit} />}
    </FormDisclosure>
  )
}

function GedaanForm({ rij, sluit }: { rij: Jaarplichtrij; sluit: () => void }) {
  const send = useZend(postJaarplichtgedaan, rij.jaarplichtId, 'Vastgelegd.', sluit)
  return (
    <Form
      schema={postJaarplichtgedaan.body}
      defaultValues={{ versie: rij.versie, jaar: rij.jaar, gedaanOp: rij.gedaanOp, waar: rij.waar }}
      submitLabel="Vastleggen"
      draftKey={`jaarplicht-${rij.jaarplichtId}-${rij.jaar}`}
      onSubmit={send}
    >
      <DateField
        name="gedaanOp"
        label="Gedaan op"
        hint="Laat leeg als het toch niet is gedaan"
        today
        optional
        empty={null}
      />
      <TextField name="waar" label="In welk overleg, of waar staat het?" optional empty={null} />
    </Form>
  )
}

/** Each duty once, whatever the number of its years. */
function Wijzigen() {
  const { data } = useEndpoint(listJaarplichten, { query: { aantalPerPagina: 200 } })
  const eenmaal = new Map(data?.results.map((rij) => [rij.jaarplichtId, rij] as const))
  return [...eenmaal.values()].map((rij) => (
    <FormDisclosure key={rij.jaarplichtId} label={`Wijzigen: ${rij.naam}`}>
      {(sluit) => <WijzigForm rij={rij} sluit={sluit} />}
    </FormDisclosure>
  ))
}

function WijzigForm({ rij, sluit }: { rij: Jaarplichtrij; sluit: () => void }) {
  const send = useZend(putJaarplicht, rij.jaarplichtId, 'Dit is gewijzigd.', sluit)
  const { naam, maand, dagnummer, vanafJaar, totEnMetJaar, bron, versie } = rij
  return (
    <Form
      schema={putJaarplicht.body}
      defaultValues={{ naam, maand, dagnummer, vanafJaar, totEnMetJaar, bron, versie }}
      submitLabel="Wijziging opslaan"
      draftKey={`jaarplicht-${rij.jaarplichtId}`}
      onSubmit={send}
    >
      <Velden />
    </Form>
  )
}
