import { useState } from 'react'
import { z } from 'zod'
import { Id } from '../../../shared/id.ts'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { compareWachtlijstplaatsing, getWachtlijstplaatsing } from '../domain/contract.ts'
import { zoekWachtenden } from '../domain/overzicht-contract.ts'

const kruimels = [{ label: 'Wachtlijst', to: '/wachtlijst' }]
const kies = (wie: string) => ({ error: `Kies ${wie}. Typ een deel van de naam.` })
const Keuze = z.object({
  een: z.string(kies('de eerste persoon')).pipe(Id),
  met: z.string(kies('de tweede persoon')).pipe(Id),
})

async function load(zoek: string, naast: string | undefined) {
  const { results } = await call(zoekWachtenden, { body: { zoek, naast: naast ?? null } })
  return results.map(({ id, naam, detail }) => ({ value: id, label: naam, detail }))
}

/** `/wachtlijst/vergelijken?een=…&met=…`: why this person and not that one, to read aloud at the desk. */
export function VergelijkPage() {
  const { get, set } = useSearchParams()
  const [een, met] = [get('een'), get('met')]
  // Only what the address said on arrival fills the form; later choices are in it already.
  const [begin] = useState({ een, met })
  const eerste = useEndpoint(
    getWachtlijstplaatsing,
    { params: { id: begin.een } },
    { enabled: begin.een !== '' },
  )
  const tweede = useEndpoint(
    getWachtlijstplaatsing,
    { params: { id: begin.met } },
    { enabled: begin.met !== '' },
  )
  const loading = (begin.een !== '' && eerste.isPending) || (begin.met !== '' && tweede.isPending)
  return (
    <Page
      title="Twee mensen vergelijken"
      lead="Waarom staat de een boven de ander? Kies twee mensen die op hetzelfde wachten, in dezelfde richting."
      breadcrumbs={kruimels}
      narrow
    >
      {!loading && (
        <Form
          schema={Keuze}
          defaultValues={{ ...(begin.een && { een: begin.een }), ...(begin.met && { met: begin.met }) }}
          onSubmit={async (keuze) => set(keuze)}
          submitLabel="Vergelijken"
          warnOnLeave={false}
        >
          {(form) => (
            <>
              <ComboboxField
                name="een"
                label="Eerste persoon"
                hint="Typ een deel van de naam."
                load={(zoek) => load(zoek, undefined)}
                initialLabel={eerste.data?.naam ?? ''}
              />
              <ComboboxField
                name="met"
                label="Tweede persoon"
                hint="U vindt alleen wie op dezelfde lijst staat als de eerste persoon."
                load={(zoek) => load(zoek, form.watch('een') || undefined)}
                initialLabel={tweede.data?.naam ?? ''}
              />
            </>
          )}
        </Form>
      )}
      <div aria-live="polite">{een !== '' && met !== '' && <Uitkomst een={een} met={met} />}</div>
    </Page>
  )
}

function Uitkomst({ een, met }: { een: string; met: string }) {
  const { data, error } = useEndpoint(compareWachtlijstplaatsing, { params: { id: een }, query: { met } })
  if (error) return <ProblemAlert problem={error} />
  if (!data) return null
  return (
    <>
      <Alert heading="Waarom deze volgorde" tone="info">
        <p>{data.zin}</p>
      </Alert>
      <div className="od-knoppen">
        <ButtonLink to={`/wachtlijst/${een}`} variant="secondary">
          Open de eerste persoon
        </ButtonLink>
        <ButtonLink to={`/wachtlijst/${met}`} variant="secondary">
          Open de tweede persoon
        </ButtonLink>
      </div>
    </>
  )
}
