import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { listRollen } from '../domain/contract.ts'
import { rijOp, type Voorbeeld } from '../domain/gedateerd.ts'
import { needsReason } from '../domain/rechten.ts'
import { rolPermissie } from '../domain/soorten.ts'
import { beheerCrumb } from './dated-list-page.tsx'
import { type Regel, useRegels } from './dated-screen.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { today } from './today.ts'

const Vraag = z.object({ vanaf: Datum, reden: z.string().trim().max(500).optional() })

/** Gives or takes one right of one role from a day. */
export function RechtPage() {
  const { get } = useSearchParams()
  const sleutel = { rolCode: get('rolCode'), permissie: get('permissie') }
  const { data } = useEndpoint(listRollen, {})
  const { regels } = useRegels(rolPermissie as never)
  const rol = data?.rollen.find((one) => one.code === sleutel.rolCode)
  const recht = data?.permissies.find((one) => one.code === sleutel.permissie)
  const crumbs = [beheerCrumb, { label: 'Rollen en rechten', to: '/beheer/rechten' }]
  if (!rol || !recht || !regels)
    return (
      <Page title="Recht wijzigen" breadcrumbs={crumbs} narrow>
        <p role="status">{data ? 'Dit recht bestaat niet.' : 'Bezig met laden…'}</p>
      </Page>
    )
  const rows = regels.filter((r) => r.sleutel.rolCode === rol.code && r.sleutel.permissie === recht.code)
  const holds = (rijOp(rows, today()) ?? rows.find((row) => row.van > today())) !== undefined
  return (
    <Page
      title={holds ? 'Recht afnemen' : 'Recht geven'}
      lead={`${rol.naam}: ${recht.naam.charAt(0).toLowerCase()}${recht.naam.slice(1)}`}
      breadcrumbs={crumbs}
      narrow
    >
      <RechtForm
        sleutel={sleutel}
        rows={rows}
        holds={holds}
        needsReden={!holds && needsReason(rol.code, recht.code)}
      />
      {rows.length > 0 && (
        <Section title="Geschiedenis">
          <ul className="ams-unordered-list">
            {rows.map((row) => (
              <li key={row.van} className="ams-unordered-list__item">
                Mag vanaf <DateText date={row.van} /> tot <DateText date={row.tot} empty="nu" />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

interface RechtFormProps {
  sleutel: { rolCode: string; permissie: string }
  rows: readonly Regel[]
  holds: boolean
  needsReden: boolean
}

function RechtForm({ sleutel, rows, holds, needsReden }: RechtFormProps) {
  const navigate = useNavigate()
  const toast = useToast()
  const [filled, setFilled] = useState<{ vraag: z.output<typeof Vraag>; voorbeeld?: Voorbeeld } | undefined>()
  const back = async () => {
    toast.show('De wijziging is opgeslagen.')
    await navigate({ to: '/beheer/rechten' as never, search: { rol: sleutel.rolCode } as never })
  }
  const preview = useCommand(rolPermissie.preview, { invalidates: [] })
  const grant = useCommand(rolPermissie.change, { onDone: back })
  const withdraw = useCommand(rolPermissie.end, { onDone: back })
  const versie = Math.max(0, ...rows.map((row) => row.versie))
  const save = (vraag: z.output<typeof Vraag>) =>
    holds
      ? withdraw.run({ body: { sleutel, versie, ...vraag } })
      : grant.run({ body: { sleutel, waarde: {}, versie, ...vraag } })
  if (filled?.voorbeeld)
    return (
      <PreviewPanel
        voorbeeld={filled.voorbeeld}
        vanaf={filled.vraag.vanaf}
        wijzigingen={[['Recht', holds ? 'mag' : 'mag niet', holds ? 'mag niet' : 'mag']]}
        busy={grant.busy || withdraw.busy}
        problem={grant.problem ?? withdraw.problem}
        saveLabel={holds ? 'Recht afnemen' : 'Recht geven'}
        onSave={() => void save(filled.vraag).catch(() => undefined)}
        onBack={() => setFilled({ vraag: filled.vraag })}
      />
    )
  return (
    <Form
      schema={Vraag}
      defaultValues={filled?.vraag ?? {}}
      warnOnLeave={false}
      submitLabel="Bekijk wat dit raakt"
      onSubmit={async (vraag) => {
        setFilled({ vraag, voorbeeld: await preview.run({ body: { sleutel, waarde: {}, ...vraag } }) })
      }}
      actions={
        <ButtonLink to="/beheer/rechten" search={{ rol: sleutel.rolCode }} variant="tertiary">
          Annuleren
        </ButtonLink>
      }
    >
      <DateField name="vanaf" label={holds ? 'Mag niet meer vanaf' : 'Mag vanaf'} />
      <TextField
        name="reden"
        label="Reden"
        hint={
          needsReden
            ? 'Verplicht: deze rol werkt zonder gegevens van personen. De reden wordt vastgelegd.'
            : 'Wordt vastgelegd bij de wijziging.'
        }
        optional={!needsReden}
      />
    </Form>
  )
}
