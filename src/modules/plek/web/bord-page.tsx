import { Button } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { urlOf } from '../../../ui/api.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { ExportMenu } from '../../../ui/table-tools.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { postBevestiging } from '../domain/api.ts'
import { type BordRij, type ExtraBedden, listPlekkenbord } from '../domain/bord-api.ts'
import { bereiken, domeinen, regimes } from '../domain/contract.ts'
import { optionsOf, usePlekkeuzes } from './keuzes.ts'

const filterNames = [
  'op',
  'domein',
  'productId',
  'gemeenteCode',
  'kenmerk',
  'personen',
  'alleenVrij',
] as const

/** `/plekken`: what is free tonight, readable on a phone in the dark. */
export function BordPage() {
  const { get, set } = useSearchParams()
  const filters = Object.fromEntries(filterNames.flatMap((name) => (get(name) ? [[name, get(name)]] : [])))
  const query = { ...filters, aantalPerPagina: '200' }
  const bord = useEndpoint(listPlekkenbord, { query: query as never })
  const data = bord.data
  return (
    <Page
      title="Plekkenbord"
      lead={data ? <BordLead op={data.op} geteldOp={data.geteldOp} /> : 'Welke plekken vanavond vrij zijn.'}
      actions={
        <>
          <ButtonLink to="/plekken/kalender" variant="secondary">
            Kalender
          </ButtonLink>
          <ExportMenu
            urlFor={(formaat) => urlOf(listPlekkenbord, { query: { ...query, formaat } } as never)}
          />
        </>
      }
    >
      <Filters onClear={() => set(Object.fromEntries(filterNames.map((name) => [name, undefined])))} />
      {bord.error && <ProblemAlert problem={bord.error} />}
      {data && (
        <>
          <StatTiles>
            <StatTile label="Vrij" value={data.totalen.vrij} note={`van ${data.totalen.totaal} plekken`} />
            <StatTile
              label="Vastgehouden"
              value={data.totalen.vastgehouden}
              note="voor een voorstel of een time-out"
            />
            <StatTile
              label="Bezet"
              value={data.totalen.bezet + data.totalen.geblokkeerd}
              note={`${data.totalen.geblokkeerd} geblokkeerd: klaar om te vertrekken`}
            />
            <StatTile
              label="Buiten gebruik"
              value={data.totalen.buitenGebruik}
              note={`${data.totalen.overboekt} overboekt`}
            />
          </StatTiles>
          {data.extra.length > 0 && <Extra bedden={data.extra} />}
          <Section title={`${data.count} ${data.count === 1 ? 'groep plekken' : 'groepen plekken'}`}>
            {data.count === 0 ? (
              <EmptyState
                title="Geen plekken gevonden"
                text="Wis een filter, of voeg plekken toe bij Voorzieningen."
                action={<Link to={'/voorzieningen' as never}>Naar voorzieningen</Link>}
              />
            ) : (
              <ul className="od-bord">
                {data.results.map((rij) => (
                  <BordKaart
                    key={`${rij.locatieId} ${rij.productId}`}
                    rij={rij}
                    gefilterd={Boolean(get('kenmerk') || get('personen'))}
                  />
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </Page>
  )
}

/** Beds that are there because it freezes or because of a calamiteit; they are no plekken and not in the totals. */
function Extra({ bedden }: { bedden: readonly ExtraBedden[] }) {
  const mag = useMag()
  const vrij = bedden.reduce((sum, one) => sum + one.vrij, 0)
  return (
    <Section title={`Extra bedden: ${vrij} vrij`}>
      <p>
        De regeling voor {bedden.some((one) => one.soort === 'winterkou') ? 'winterkou' : 'een calamiteit'}{' '}
        staat aan. Deze bedden zijn voor wie nergens anders kan slapen, en tellen niet mee in de plekken
        hieronder. {mag('winterkou.lezen') && <Link to={'/winterkou' as never}>Meer over de regeling</Link>}
      </p>
      <ul className="od-bord">
        {bedden.map((one) => (
          <li key={one.locatieId} className="od-kaart">
            <h3>{one.locatie}</h3>
            <p>
              <span className="od-bord__vrij">{one.vrij}</span> vrij van {one.bedden}{' '}
              {one.vrij > 0 ? (
                <StatusBadge label="Bed vrij" tone="goed" />
              ) : (
                <StatusBadge label="Vol" tone="fout" />
              )}
            </p>
            {one.telefoon && (
              <p>
                <a href={`tel:${one.telefoon.replace(/[^+\d]/g, '')}`}>Bel {one.telefoon}</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function BordLead({ op, geteldOp }: { op: string; geteldOp: string }) {
  return (
    <>
      Stand voor de nacht van <DateText date={op} long />, geteld op <MomentText at={geteldOp} />.
    </>
  )
}

function Filters({ onClear }: { onClear: () => void }) {
  const keuzes = usePlekkeuzes()
  return (
    <search aria-label="Filters bij het plekkenbord" className="od-stapel">
      <div className="od-filters">
        <FilterSelect
          name="alleenVrij"
          label="Tonen"
          allLabel="Alle plekken"
          options={[{ value: 'ja', label: 'Alleen waar plek is' }]}
        />
        <FilterSelect name="productId" label="Product" options={keuzes.producten} />
      </div>
      {/* On a phone the places come first; what is used less waits behind one tap. */}
      <details className="od-meer">
        <summary>Meer filters</summary>
        <div className="od-filters">
          <FilterSelect name="domein" label="Deel van de keten" options={optionsOf(domeinen)} />
          <FilterSelect name="gemeenteCode" label="Gemeente" options={keuzes.gemeenten} />
          <FilterSelect name="kenmerk" label="Kenmerk" options={keuzes.lijst('kenmerk')} />
          <FilterSelect
            name="personen"
            label="Aantal personen"
            allLabel="1"
            options={[2, 3, 4, 5, 6, 7, 8].map((n) => ({ value: String(n), label: String(n) }))}
          />
          <FilterDate name="op" label="Nacht van" />
          <Button type="button" variant="tertiary" onClick={onClear}>
            Filters wissen
          </Button>
        </div>
      </details>
    </search>
  )
}

function BordKaart({ rij, gefilterd }: { rij: BordRij; gefilterd: boolean }) {
  const keuzes = usePlekkeuzes()
  return (
    <li className={rij.verouderd ? 'od-kaart od-kaart--verouderd' : 'od-kaart'}>
      <div>
        <h3>
          <Link to={`/locaties/${rij.locatieId}` as never}>{rij.locatie}</Link>
        </h3>
        <p className="od-hint">
          {rij.product} · {rij.gemeente} · {bereiken[rij.bereik as 'lokaal']}
          {rij.regime ? ` · ${regimes[rij.regime as 'nacht']}` : ''}
          {rij.aanbieder ? ` · ${rij.aanbieder}` : ''}
        </p>
      </div>
      <p>
        <span className="od-bord__vrij">{rij.vrij}</span> vrij van {rij.totaal}{' '}
        {rij.vrij > 0 ? (
          <StatusBadge label="Plek vrij" tone="goed" />
        ) : (
          <StatusBadge label="Vol" tone="fout" />
        )}
        {rij.overboekt > 0 && <StatusBadge label={`${rij.overboekt} overboekt`} tone="fout" />}
      </p>
      {gefilterd && <p>{rij.passend} daarvan past bij uw filter.</p>}
      <ul className="od-bord__tellingen">
        <li>{rij.vastgehouden} vastgehouden</li>
        <li>{rij.bezet} bezet</li>
        <li>{rij.geblokkeerd} geblokkeerd</li>
        <li>{rij.buitenGebruik} buiten gebruik</li>
        {rij.tijdelijk > 0 && <li>{rij.tijdelijk} tijdelijk</li>}
      </ul>
      {rij.beperking && (
        <p>
          <StatusBadge label={`Nog ${rij.beperking.percentage} % bruikbaar`} tone="let_op" /> Door een
          calamiteit zijn {rij.beperking.dicht} plekken niet te gebruiken, sinds{' '}
          <DateText date={rij.beperking.van} />: {rij.beperking.reden}
        </p>
      )}
      {rij.kenmerken.length > 0 && (
        <p className="od-hint">{rij.kenmerken.map((code) => keuzes.naamVan('kenmerk', code)).join(', ')}</p>
      )}
      {rij.telefoon && (
        <p>
          <a href={`tel:${rij.telefoon.replace(/[^+\d]/g, '')}`}>Bel {rij.telefoon}</a>
        </p>
      )}
      <Bevestiging {...rij} />
    </li>
  )
}

/** Who said that the stand is right, and when; for the own aanbieder one tap to say it again. */
export function Bevestiging(props: {
  locatieId: string
  locatie: string
  bevestigdOp: string | null
  bevestigdDoor: string | null
  verouderd: boolean
  magBevestigen: boolean
}) {
  const toast = useToast()
  const confirm = useCommand(postBevestiging, {
    onDone: () => toast.show(`Stand van ${props.locatie} bevestigd.`),
  })
  return (
    <>
      <p className="od-hint">
        {props.bevestigdOp ? (
          <>
            Bevestigd op <MomentText at={props.bevestigdOp} />
            {props.bevestigdDoor ? ` door ${props.bevestigdDoor}` : ''}.
          </>
        ) : (
          'Nog nooit bevestigd.'
        )}{' '}
        {props.verouderd && <StatusBadge label="Stand is verouderd" tone="let_op" />}
      </p>
      {confirm.problem && <ProblemAlert problem={confirm.problem} focus />}
      {props.magBevestigen && (
        <Button
          type="button"
          className="od-knop--groot"
          variant={props.verouderd ? 'primary' : 'secondary'}
          aria-label={`De stand van ${props.locatie} klopt`}
          onClick={() => void confirm.run({ params: { id: props.locatieId }, body: {} }).catch(() => {})}
        >
          {confirm.busy ? 'Bezig…' : 'De stand klopt'}
        </Button>
      )}
    </>
  )
}
