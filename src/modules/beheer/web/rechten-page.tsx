import { Label, Select } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { isPlainDate } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterDate } from '../../../ui/table-filters.tsx'
import { listRollen } from '../domain/contract.ts'
import { rijOp } from '../domain/gedateerd.ts'
import { rolPermissie } from '../domain/soorten.ts'
import { beheerCrumb } from './dated-list-page.tsx'
import { useRegels } from './dated-screen.tsx'
import { today } from './today.ts'

/** Who may do what: one role at a time to read and change, and the whole matrix where the screen is wide enough. */
export function RechtenPage() {
  const mag = useMag()
  const { get, set } = useSearchParams()
  const { data, error } = useEndpoint(listRollen, {})
  const { regels } = useRegels(rolPermissie as never)
  const asked = get('op')
  const op = isPlainDate(asked) ? asked : today()
  const rol = data?.rollen.find((one) => one.code === get('rol')) ?? data?.rollen[0]
  const holds = (rolCode: string, permissie: string) =>
    rijOp(
      (regels ?? []).filter((r) => r.sleutel.rolCode === rolCode && r.sleutel.permissie === permissie),
      op,
    ) !== undefined
  return (
    <Page
      title="Rollen en rechten"
      lead="Wat elke rol mag. Elke wijziging heeft een dag waarop zij ingaat."
      breadcrumbs={[beheerCrumb]}
    >
      {error && <ProblemAlert problem={error} />}
      {data && rol && regels && (
        <>
          <search className="od-filters" aria-label="Rol en dag">
            <div className="od-filter">
              <Label htmlFor="kies-rol">Rol</Label>
              <Select id="kies-rol" value={rol.code} onChange={(event) => set({ rol: event.target.value })}>
                {data.rollen.map((one) => (
                  <Select.Option key={one.code} value={one.code}>
                    {one.naam}
                  </Select.Option>
                ))}
              </Select>
            </div>
            <FilterDate name="op" label="Zoals het is op" />
          </search>
          <Section title={rol.naam}>
            <p>{rol.omschrijving}</p>
            <ul className="od-rechten">
              {data.permissies.map((permissie) => (
                <li key={permissie.code}>
                  <StatusBadge
                    label={holds(rol.code, permissie.code) ? 'Mag' : 'Mag niet'}
                    tone={holds(rol.code, permissie.code) ? 'goed' : 'neutraal'}
                  />
                  <span>{permissie.naam}</span>
                  {mag('gebruiker.beheren') && (
                    <Link
                      to={'/beheer/rechten/wijzigen' as never}
                      search={{ rolCode: rol.code, permissie: permissie.code } as never}
                      aria-label={`Recht wijzigen: ${permissie.naam}, voor ${rol.naam}`}
                    >
                      Wijzigen
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </Section>
          <Matrix rollen={data.rollen} permissies={data.permissies} holds={holds} />
        </>
      )}
    </Page>
  )
}

interface MatrixProps {
  rollen: readonly { code: string; naam: string }[]
  permissies: readonly { code: string; naam: string }[]
  holds: (rol: string, permissie: string) => boolean
}

function Matrix({ rollen, permissies, holds }: MatrixProps) {
  return (
    <div className="od-alleen-breed">
      <Section title="Alle rollen naast elkaar">
        <section
          className="ams-table od-tabelvak od-matrix"
          aria-label="Alle rollen naast elkaar"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
          tabIndex={0}
        >
          <table className="ams-table__table od-tabel">
            <caption className="ams-visually-hidden">Rechten per rol</caption>
            <thead>
              <tr>
                <th scope="col" className="ams-table__header-cell">
                  Recht
                </th>
                {rollen.map((rol) => (
                  <th key={rol.code} scope="col" className="ams-table__header-cell">
                    <span>{rol.naam}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {permissies.map((permissie) => (
                <tr key={permissie.code}>
                  <th scope="row" className="ams-table__cell">
                    {permissie.naam}
                  </th>
                  {rollen.map((rol) => (
                    <td key={rol.code} className="ams-table__cell ams-table__cell--align-center">
                      {holds(rol.code, permissie.code) ? 'ja' : <span className="od-hint">–</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Section>
    </div>
  )
}
