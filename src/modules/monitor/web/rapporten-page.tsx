import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import {
  kwartaalNaam,
  kwartalenTot,
  laatsteHeleKwartaal,
  periodeVanKwartaal,
} from '../../../shared/kwartaal.ts'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { niveaus } from '../domain/indicator.ts'
import {
  listRapporten,
  postRapport,
  type RapportInvoer,
  type Rapportrij,
  rapportsoorten,
} from '../domain/rapport-contract.ts'
import { eerdereMaanden } from './indicator-tekst.tsx'

/** `/rapporten`: what was frozen to take along, and a new one. */
export function RapportenPage() {
  const mag = useMag()
  return (
    <Page
      title="Rapporten"
      lead="De cijfers van een maand, kwartaal of jaar, zoals zij bekend waren toen het rapport werd gemaakt. Met uitleg en verhalen. Wat is ingetrokken, staat er ook later niet meer in."
    >
      {mag('rapport.maken') && <FormDisclosure label="Rapport maken">{() => <Nieuw />}</FormDisclosure>}
      <DataTable
        id="rapporten"
        caption="Rapporten"
        captionHidden
        endpoint={listRapporten}
        rowKey={(rij) => rij.id}
        defaultSort="-gemaaktOp"
        filters={<FilterSelect name="niveau" label="Voor wie" options={optionsOf(niveaus)} />}
        columns={[
          {
            key: 'periode',
            label: 'Rapport',
            sortable: true,
            render: (rij: Rapportrij) => (
              <Link to={'/rapporten/$id' as never} params={{ id: rij.id } as never}>
                {rapportsoorten[rij.soort]} {rij.periodeNaam}
              </Link>
            ),
          },
          { key: 'niveau', label: 'Voor wie', render: (rij: Rapportrij) => niveaus[rij.niveau] },
          {
            key: 'gemaaktOp',
            label: 'Gemaakt op',
            sortable: true,
            render: (rij: Rapportrij) => <DateText date={rij.gemaaktOp} />,
          },
          { key: 'gemaaktDoor', label: 'Gemaakt door' },
          {
            key: 'isKlaar',
            label: 'Stand',
            render: (rij: Rapportrij) => (
              <StatusBadge
                label={rij.isKlaar ? 'Klaar' : 'Wordt geteld'}
                tone={rij.isKlaar ? 'goed' : 'wacht'}
              />
            ),
          },
        ]}
        empty={{
          title: 'Nog geen rapporten',
          text: 'Maak een rapport over een maand, kwartaal of jaar dat voorbij is.',
        }}
      />
    </Page>
  )
}

/** How many years back one can choose. */
const JAREN = 5

/** Months, quarters and years that are over, newest first. */
function perioden() {
  const vandaag = dutchDateOf(new Date())
  const kwartaal = laatsteHeleKwartaal(vandaag)
  return {
    maand: eerdereMaanden(1),
    kwartaal: kwartalenTot(periodeVanKwartaal(kwartaal).van, 8).map((value) => ({
      value,
      label: kwartaalNaam(value),
    })),
    jaar: Array.from({ length: JAREN }, (_, i) => String(Number(vandaag.slice(0, 4)) - 1 - i)).map(
      (value) => ({
        value,
        label: value,
      }),
    ),
  }
}

function Nieuw() {
  const navigate = useNavigate()
  const save = useCommand(postRapport, {
    onDone: async (out) => {
      await navigate({ to: '/rapporten/$id' as never, params: { id: out.id } as never })
    },
  })
  return (
    <Form
      schema={postRapport.body}
      defaultValues={{ soort: 'maand', periode: perioden().maand[0]!.value, niveau: 'strategisch' } as never}
      submitLabel="Rapport maken"
      onSubmit={(body) => save.run({ body })}
    >
      <Velden />
    </Form>
  )
}

/** Another kind has other periods: the newest one stands ready, instead of one that is no longer in the list. */
function Velden() {
  const { control, setValue, getValues } = useFormContext<RapportInvoer>()
  const soort = useWatch({ control, name: 'soort' })
  const keuzes = perioden()[soort]
  const nieuwste = keuzes[0]!.value
  const past = keuzes.some(({ value }) => value === getValues('periode'))
  useEffect(() => {
    if (!past) setValue('periode', nieuwste)
  }, [past, nieuwste, setValue])
  return (
    <>
      <RadioField name="soort" label="Soort rapport" options={optionsOf(rapportsoorten)} />
      <SelectField name="periode" label="Periode" options={keuzes} />
      <RadioField name="niveau" label="Voor wie" options={optionsOf(niveaus)} />
    </>
  )
}
