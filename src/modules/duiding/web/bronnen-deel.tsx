import { Button } from '@amsterdam/design-system-react'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import {
  type Bronwaarde,
  haalBronwaardeWeg,
  listBronwaarden,
  postBronwaarde,
  putBronwaarde,
} from '../domain/contract.ts'
import { useZend } from './velden.ts'

/** What other sources say of the same, side by side; none is made right. */
export function AndereBronnen({ indicator }: { indicator: string }) {
  const mag = useMag()
  const magSchrijven = mag('duiding.schrijven')
  return (
    <Section title="Wat zeggen andere bronnen?">
      <p>
        Spreken bronnen elkaar tegen, dan blijven beide staan, met hun bron en peildatum. Het cijfer van
        Onderdak staat bovenaan deze pagina.
      </p>
      <DataTable
        id="bronwaarden"
        prefix="bron-"
        caption="Andere bronnen"
        captionHidden
        endpoint={listBronwaarden}
        query={{ indicator }}
        defaultSort="onderwerp"
        columns={[
          { key: 'onderwerp', label: 'Onderwerp', sortable: true },
          {
            key: 'waarde',
            label: 'Waarde',
            align: 'end',
            render: (rij: Bronwaarde) => `${formatNumber(rij.waarde)} ${rij.eenheid}`,
          },
          { key: 'bron', label: 'Bron', sortable: true },
          {
            key: 'peildatum',
            label: 'Peildatum',
            sortable: true,
            render: (rij: Bronwaarde) => <DateText date={rij.peildatum} />,
          },
          {
            key: 'toelichting',
            label: 'Toelichting',
            render: (rij: Bronwaarde) => (
              <>
                {rij.isTegengesproken && <StatusBadge label="Bronnen spreken elkaar tegen" tone="wacht" />}{' '}
                {rij.toelichting}
              </>
            ),
          },
          ...(magSchrijven
            ? [
                {
                  key: 'versie',
                  label: 'Verbeteren',
                  render: (rij: Bronwaarde) => (
                    <FormDisclosure label="Verbeteren">
                      {(sluit) => <Verbeteren rij={rij} sluit={sluit} />}
                    </FormDisclosure>
                  ),
                },
              ]
            : []),
        ]}
        rowKey={(rij) => rij.id}
        empty={{
          title: 'Geen andere bronnen',
          text: 'Zegt een document of systeem iets anders? Zet dat getal ernaast.',
        }}
      />
      {magSchrijven && (
        <FormDisclosure label="Andere bron toevoegen">
          {(sluit) => <Toevoegen indicator={indicator} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}

function BronVelden() {
  return (
    <>
      <TextField
        name="onderwerp"
        label="Onderwerp"
        hint="Bronnen met hetzelfde onderwerp staan bij elkaar."
      />
      <NumberField name="waarde" label="Getal" />
      <TextField name="eenheid" label="Eenheid" hint="Bijvoorbeeld: cliënten" />
      <TextField name="bron" label="Bron" hint="Document en paragraaf, of het systeem" />
      <DateField name="peildatum" label="Peildatum" />
      <TextAreaField name="toelichting" label="Waarom kan het verschillen?" max={500} empty={null} optional />
    </>
  )
}

function Toevoegen({ indicator, sluit }: { indicator: string; sluit: () => void }) {
  const save = useZend(postBronwaarde, 'De bron staat ernaast.', sluit)
  return (
    <Form
      schema={postBronwaarde.body}
      draftKey={`bronwaarde-${indicator}`}
      defaultValues={{ indicator, toelichting: null } as never}
      submitLabel="Bron toevoegen"
      onSubmit={(body) => save.run({ body })}
    >
      <BronVelden />
    </Form>
  )
}

function Verbeteren({ rij, sluit }: { rij: Bronwaarde; sluit: () => void }) {
  const save = useZend(putBronwaarde, 'Het getal is verbeterd.', sluit)
  const weg = useZend(haalBronwaardeWeg, 'Het getal is weggehaald.', sluit)
  return (
    <>
      <Form
        schema={putBronwaarde.body}
        draftKey={`bronwaarde-${rij.id}`}
        defaultValues={rij}
        submitLabel="Getal opslaan"
        onSubmit={(body) => save.run({ params: { id: rij.id }, body })}
      >
        <BronVelden />
      </Form>
      {weg.problem && <ProblemAlert problem={weg.problem} focus />}
      <div className="od-knoppen">
        <Button
          type="button"
          variant="secondary"
          disabled={weg.busy}
          onClick={() => void weg.run({ params: { id: rij.id }, body: {} }).catch(() => undefined)}
        >
          Getal weghalen
        </Button>
      </div>
    </>
  )
}
