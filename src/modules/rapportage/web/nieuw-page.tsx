import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { addDays, addMonths, dutchDateOf, isPlainDate, type PlainDate } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { listProgrammas } from '../../programma/domain/programma-contract.ts'
import {
  getRapportage,
  postRapportage,
  type RapportageDetail,
  type RapportageInvoer,
} from '../domain/contract.ts'
import { maandenVan, type Soort, soorten } from '../domain/keuzes.ts'
import { titelVan } from '../domain/periode.ts'

/** `/rapportages/nieuw`, and with `?na=` the next one of the same kind. */
export function NieuweRapportagePage() {
  const na = useSearchParams().get('na')
  const { data: programmas, error } = useEndpoint(listProgrammas, {
    query: { aantalPerPagina: 200, sorteer: '-van' },
  })
  const { data: vorige } = useEndpoint(getRapportage, { params: { id: na ?? '' } }, { enabled: Boolean(na) })
  const isKlaar = programmas && (!na || vorige)
  return (
    <Page
      title="Rapportage maken"
      breadcrumbs={[{ label: 'Rapportages', to: '/rapportages' }]}
      lead="Onderdak stelt achter de schermen een concept op. Daarna past u het aan."
      narrow
    >
      {error && !programmas && <ProblemAlert problem={error} />}
      {programmas?.count === 0 && <p>Er is nog geen programma om over te rapporteren.</p>}
      {isKlaar && programmas.count > 0 && (
        <Nieuw
          programmas={programmas.results.map(({ id, naam }) => ({ value: id, label: naam }))}
          vorige={vorige}
        />
      )}
    </Page>
  )
}

/** The last whole months before today, as many as this kind covers. */
function periodeVan(soort: Soort, vandaag: PlainDate): { van: PlainDate; tot: PlainDate } {
  if (soort === 'jaarverslag') {
    const jaar = Number(vandaag.slice(0, 4))
    return { van: `${jaar - 1}-01-01`, tot: `${jaar}-01-01` }
  }
  const tot = `${vandaag.slice(0, 7)}-01`
  return { van: addMonths(tot, -maandenVan[soort]), tot }
}

type Optie = { readonly value: string; readonly label: string }

function Nieuw({
  programmas,
  vorige,
}: {
  programmas: readonly Optie[]
  vorige?: RapportageDetail | undefined
}) {
  const navigate = useNavigate()
  const save = useCommand(postRapportage, {
    leaves: true,
    onDone: async ({ id }) => navigate({ to: '/rapportages/$id' as never, params: { id } as never }),
  })
  const soort = vorige?.soort ?? 'voortgang'
  const periode = vorige
    ? { van: vorige.tot, tot: addMonths(vorige.tot, maandenVan[soort]) }
    : periodeVan(soort, dutchDateOf(new Date()))
  return (
    <Form
      schema={postRapportage.body}
      defaultValues={{
        soort,
        programmaId: vorige?.programmaId ?? programmas[0]!.value,
        ...periode,
        titel: '',
        vorigeId: vorige?.id ?? null,
      }}
      submitLabel="Concept opstellen"
      draftKey={`rapportage-nieuw-${vorige?.id ?? ''}`}
      onSubmit={(body) => save.run({ body })}
    >
      <Velden programmas={programmas} heeftVorige={vorige !== undefined} />
    </Form>
  )
}

/** Another kind has another period, and a title that goes with it; what somebody typed stays. */
function Velden({ programmas, heeftVorige }: { programmas: readonly Optie[]; heeftVorige: boolean }) {
  const { control, setValue, getValues } = useFormContext<RapportageInvoer>()
  const [soort, programmaId, van, tot] = useWatch({ control, name: ['soort', 'programmaId', 'van', 'tot'] })
  const laatste = useRef({ soort, titel: '' })
  useEffect(() => {
    if (soort === laatste.current.soort) return
    laatste.current.soort = soort
    const periode = periodeVan(soort, dutchDateOf(new Date()))
    setValue('van', periode.van)
    setValue('tot', periode.tot)
  }, [soort, setValue])
  const naam = programmas.find(({ value }) => value === programmaId)?.label
  const isPeriode = [van, tot].every((dag) => typeof dag === 'string' && isPlainDate(dag)) && van < tot
  const titel = naam && isPeriode ? titelVan(soort, naam, { van, tot }) : ''
  useEffect(() => {
    const nu = getValues('titel')
    if (nu === '' || nu === laatste.current.titel) setValue('titel', titel.slice(0, 200))
    laatste.current.titel = titel.slice(0, 200)
  }, [titel, setValue, getValues])
  return (
    <>
      {!heeftVorige && <RadioField name="soort" label="Soort rapportage" options={optionsOf(soorten)} />}
      {!heeftVorige && <SelectField name="programmaId" label="Programma" options={programmas} />}
      <DateField name="van" label="Eerste dag van de periode" />
      <DateField
        name="tot"
        label="Dag na de periode"
        hint={
          isPeriode
            ? `Deze dag telt niet meer mee. Bijvoorbeeld 1-10-2026 voor een periode tot en met 30-9-2026. Nu tot en met ${addDays(tot, -1).split('-').reverse().map(Number).join('-')}.`
            : 'Deze dag telt niet meer mee. Bijvoorbeeld 1-10-2026 voor een periode tot en met 30-9-2026.'
        }
      />
      <TextField name="titel" label="Titel" />
    </>
  )
}
