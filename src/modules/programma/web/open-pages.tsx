import { Link, useParams } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { formatCount } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Openbaar } from '../../kaart/web/openbaar.tsx'
import { programmasoorten } from '../domain/keuzes.ts'
import {
  haalOpenProgramma,
  listOpenProgrammas,
  type OpenActiviteit,
  type OpenProgramma,
  openBestandVan,
} from '../domain/open-contract.ts'
import { planningTekst } from '../domain/planning.ts'
import { getalTekst, Standbadge } from './waarden.tsx'

/** `/voortgang` */
export function VoortgangenPage() {
  const { data, error } = useEndpoint(listOpenProgrammas, {})
  return (
    <Openbaar>
      <Page title="Voortgang van programma’s" lead="Wat gemeenten doen, en hoe ver zij zijn." narrow>
        {error && !data && <ProblemAlert problem={error} />}
        {data?.programmas.length === 0 && <p>Er is nu geen programma openbaar.</p>}
        <ul>
          {data?.programmas.map(({ regio, code, naam }) => (
            <li key={`${regio.code} ${code}`}>
              <Link to={'/voortgang/$regio/$code' as never} params={{ regio: regio.code, code } as never}>
                {naam}
              </Link>{' '}
              <span className="od-hint">Regio {regio.naam}</span>
            </li>
          ))}
        </ul>
      </Page>
    </Openbaar>
  )
}

/** `/voortgang/$regio/$code` */
export function OpenVoortgangPage() {
  const { regio, code } = useParams({ strict: false }) as { regio: string; code: string }
  const { data, error } = useEndpoint(haalOpenProgramma, { params: { regio, code } })
  return (
    <Openbaar>
      <Page
        title={data?.naam ?? 'Voortgang'}
        lead={
          data &&
          `${programmasoorten[data.soort]} van ${data.gemeenten.length > 0 ? 'gemeenten in de' : 'de'} regio ${data.regio.naam}`
        }
        breadcrumbs={[{ label: 'Voortgang van programma’s', to: '/voortgang' }]}
        narrow
      >
        {error && !data && <ProblemAlert problem={error} />}
        {data && <Inhoud programma={data} />}
      </Page>
    </Openbaar>
  )
}

function Inhoud({ programma }: { programma: OpenProgramma }) {
  const { activiteiten } = programma
  const hoeveel = (past: (een: OpenActiviteit) => boolean) => activiteiten.filter(past).length
  const vertraagd = hoeveel(({ koers }) => koers === 'vertraagd')
  const klaar = hoeveel(({ stand }) => stand === 'afgerond')
  const gestopt = hoeveel(({ stand }) => stand === 'voortijdig_beeindigd')
  return (
    <>
      {programma.toelichting && <p className="od-tekst">{programma.toelichting}</p>}
      {programma.vastgesteldOp && (
        <p>
          Vastgesteld op <DateText date={programma.vastgesteldOp} long />
          {programma.vastgesteldDoor && ` door ${programma.vastgesteldDoor}`}.
        </p>
      )}
      <p>
        {formatCount(activiteiten.length, 'activiteit', 'activiteiten')}: {vertraagd} vertraagd, {klaar}{' '}
        afgerond, {gestopt} gestopt voor het einde.
      </p>
      {themasVan(activiteiten).map(([thema, bij]) => (
        <Section key={thema} title={thema}>
          {bij.map((een) => (
            <ActiviteitDeel key={`${een.code} ${een.naam}`} activiteit={een} />
          ))}
        </Section>
      ))}
      <Section title="Zelf verder rekenen">
        <p>
          U mag deze gegevens vrij gebruiken (CC0): als{' '}
          <a href={openBestandVan(programma.regio.code, programma.code)} download>
            CSV
          </a>{' '}
          of als <a href={`/api/v1/open/programmas/${programma.regio.code}/${programma.code}`}>JSON</a>.
        </p>
      </Section>
    </>
  )
}

/** The activities under their first thema, in the order of the programma. */
function themasVan(activiteiten: readonly OpenActiviteit[]): [string, OpenActiviteit[]][] {
  const per = new Map<string, OpenActiviteit[]>()
  for (const een of activiteiten) {
    const thema = een.themas[0] ?? 'Activiteiten'
    per.set(thema, [...(per.get(thema) ?? []), een])
  }
  return [...per]
}

function ActiviteitDeel({ activiteit }: { activiteit: OpenActiviteit }) {
  const { voortgang } = activiteit
  return (
    <article className="od-kaart od-stapel">
      <h3 className="od-tussenkop">
        {activiteit.code} {activiteit.naam}
      </h3>
      <p>
        <Standbadge stand={activiteit.stand} koers={activiteit.koers} />{' '}
        <span className="od-hint">
          Planning: {planningTekst(activiteit)}
          {activiteit.standOp && (
            <>
              . Stand van <DateText date={activiteit.standOp} />
            </>
          )}
        </span>
      </p>
      {(activiteit.doel ?? activiteit.toelichting) && (
        <p className="od-tekst">{activiteit.doel ?? activiteit.toelichting}</p>
      )}
      {activiteit.resultaten.length > 0 && (
        <ul>
          {activiteit.resultaten.map((een) => (
            <li key={een.naam}>
              {een.naam}
              {een.waarden.length > 0 && (
                <>
                  : <strong>{getalTekst(een.waarden.at(-1)!.waarde, een.eenheid)}</strong> op{' '}
                  <DateText date={een.waarden.at(-1)!.op} />
                </>
              )}
              {een.streefwaarde !== null && ` (doel: ${getalTekst(een.streefwaarde, een.eenheid)})`}
            </li>
          ))}
        </ul>
      )}
      {voortgang && (
        <details className="od-meer">
          <summary>
            Stand van zaken op <DateText date={voortgang.op} />
          </summary>
          <p className="od-tekst">{voortgang.standVanZaken}</p>
          {voortgang.inzichten && <p className="od-tekst">Wat leerden wij? {voortgang.inzichten}</p>}
          {voortgang.vervolg && <p className="od-tekst">Hoe gaat het verder? {voortgang.vervolg}</p>}
        </details>
      )}
    </article>
  )
}
