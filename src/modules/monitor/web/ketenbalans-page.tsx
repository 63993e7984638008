import { Link } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { type Boek, balansoorzaken, boeken, eenheden, splitsingen } from '../domain/ketenbalans.ts'
import {
  type Balansgat,
  type Balansrij,
  balansEndpoints,
  listBalansgaten,
  listBalansmaanden,
  type Maandrij,
} from '../domain/ketenbalans-contract.ts'
import { Maandfilters, maandNaam } from './indicator-tekst.tsx'
import { Ketenstroom } from './ketenstroom.tsx'
import { VasteLink } from './vaste-link.tsx'

/** `/ketenbalans`: begin + in − out = end, per month and however it is split, and what keeps it from closing. */
export function KetenbalansPage() {
  const { get } = useSearchParams()
  const boek = boekVan(get('boek'))
  const [maand, bekendOp] = [get('maand'), get('bekendOp')]
  const eenheid: keyof typeof eenheden = get('eenheid') === 'personen' ? 'personen' : 'registraties'
  const splits = boeken[boek].per as readonly string[]
  const per = splits.includes(get('per')) ? get('per') : splits[0]!
  const vraag = { ...(maand && { maand }), ...(bekendOp && { bekendOp }), eenheid }
  return (
    <Page
      title="Ketenbalans"
      lead="Wie er was, plus wie erbij kwam, min wie wegging, is wie er is. Sluit een rij niet, dan staat dat erbij, met wie het kan herstellen."
    >
      <search className="od-filters" aria-label="Welk boek">
        <Keuzes boek={boek} />
      </search>
      <Stand boek={boek} query={{ ...vraag, per }} />
      <Rijen boek={boek} per={per} vraag={vraag} />
      <Gaten vraag={{ ...vraag, boek }} />
      {boek === 'verblijf' && <Ketenstroom vraag={vraag} />}
      <Maanden vraag={{ ...vraag, boek }} />
    </Page>
  )
}

const boekVan = (value: string): Boek => (value === 'wachtlijst' || value === 'in_beeld' ? value : 'verblijf')

function Keuzes({ boek }: { boek: Boek }) {
  const [eerste, ...splits] = boeken[boek].per
  return (
    <>
      <FilterSelect
        name="boek"
        label="Boek"
        allLabel={boeken.verblijf.naam}
        options={(['wachtlijst', 'in_beeld'] as const).map((value) => ({ value, label: boeken[value].naam }))}
      />
      <FilterSelect
        name="eenheid"
        label="Tel"
        allLabel={eenheden.registraties}
        options={[{ value: 'personen', label: eenheden.personen }]}
      />
      <FilterSelect
        name="per"
        label="Splits naar"
        allLabel={splitsingen[eerste]}
        options={splits.map((value) => ({ value, label: splitsingen[value] }))}
      />
      <Maandfilters />
    </>
  )
}

const getal = (value: number | null | undefined) =>
  typeof value === 'number' ? formatNumber(value) : 'Niet getoond'

function Stand({ boek, query }: { boek: Boek; query: object }) {
  const { data, error } = useEndpoint(balansEndpoints[boek] as (typeof balansEndpoints)['verblijf'], {
    query: { ...query, pagina: '1', aantalPerPagina: '1' } as never,
  })
  if (error) return <ProblemAlert problem={error} />
  if (!data) return <p role="status">Bezig met laden…</p>
  const { totaal } = data
  return (
    <>
      <p>
        {maandNaam(data.maand)},{' '}
        {data.bekendOp ? `zoals bekend op ${formatLong(data.bekendOp)}` : 'zoals nu bekend'}. {data.definitie}
        {data.kleinsteGetal !== null &&
          ` Aantallen van 1 tot en met ${data.kleinsteGetal - 1} staan er niet, en soms een groter getal erbij.`}{' '}
        <VasteLink maand={data.maand} bekendOp={data.bekendOp} />
      </p>
      <StatTiles>
        <StatTile label="Begin van de maand" value={getal(totaal.begin)} note="Hele keten" />
        <StatTile label="In" value={getal(totaal.erin)} note="Hele keten" />
        <StatTile label="Uit" value={getal(totaal.eruit)} note="Hele keten" />
        <StatTile
          label="Eind van de maand"
          value={getal(totaal.eind)}
          note={totaal.sluit ? 'Sluit' : 'Sluit niet'}
        />
        {totaal.correctie !== null && (
          <StatTile
            label="Later gecorrigeerd"
            value={metTeken(totaal.correctie)}
            note="Verschil met wat op de laatste dag van de maand bekend was"
          />
        )}
      </StatTiles>
    </>
  )
}

const metTeken = (value: number) => (value > 0 ? `+${formatNumber(value)}` : formatNumber(value))

interface Slot {
  readonly sluit: boolean
  readonly correctie: number | null
}

const sluitKolom = {
  key: 'sluit',
  label: 'Sluit',
  sortable: true,
  render: (rij: Slot) => (rij.sluit ? 'Ja' : <StatusBadge label="Sluit niet" tone="fout" />),
}
const correctieKolom = {
  key: 'correctie',
  label: 'Later gecorrigeerd',
  align: 'end' as const,
  sortable: true,
  render: (rij: Slot) => (rij.correctie === null ? '–' : metTeken(rij.correctie)),
}
const telKolom = <R extends object>(key: string, label: string, defaultHidden = false): Column<R> => ({
  key,
  label,
  align: 'end',
  sortable: true,
  defaultHidden,
  render: (rij) => getal((rij as Record<string, number | null>)[key]),
})

function Rijen({ boek, per, vraag }: { boek: Boek; per: string; vraag: object }) {
  const soorten = (richting: 'in' | 'uit') =>
    Object.entries(boeken[boek][richting]).map(([key, naam]) =>
      telKolom<Balansrij>(
        `${richting}_${key}`,
        `${richting === 'in' ? 'In' : 'Uit'}: ${naam}`,
        boek === 'in_beeld',
      ),
    )
  return (
    <Section title="Per groep">
      <DataTable
        key={boek}
        id={`ketenbalans-${boek}`}
        caption={`${boeken[boek].naam} per groep`}
        captionHidden
        endpoint={balansEndpoints[boek] as (typeof balansEndpoints)['verblijf']}
        query={{ ...vraag, per } as never}
        columns={[
          { key: 'naam', label: splitsingen[per as keyof typeof splitsingen], sortable: true },
          telKolom<Balansrij>('begin', 'Begin'),
          telKolom<Balansrij>('erin', 'In'),
          ...soorten('in'),
          telKolom<Balansrij>('eruit', 'Uit'),
          ...soorten('uit'),
          telKolom<Balansrij>('eind', 'Eind'),
          sluitKolom,
          {
            key: 'gaten',
            label: 'Te herstellen',
            render: (rij: Balansrij) =>
              rij.gaten.map((oorzaak) => balansoorzaken[oorzaak].naam).join('; ') || 'Niets',
          },
          correctieKolom,
        ]}
        rowKey={(rij) => rij.groep}
        empty={{ title: 'Niets te tellen in deze maand', text: 'Kies een andere maand.' }}
      />
    </Section>
  )
}

function Gaten({ vraag }: { vraag: object }) {
  return (
    <Section title="Wie kan wat herstellen?">
      <p>
        Wie het is en de contactpersoon ziet u alleen bij wie u mag zien. Bij anderen staat de organisatie,
        één keer per oorzaak.
      </p>
      <DataTable
        id="balansgaten"
        prefix="gat-"
        caption="Wat er te herstellen is"
        captionHidden
        endpoint={listBalansgaten}
        query={vraag as never}
        columns={[
          { key: 'wat', label: 'Wat er is' },
          { key: 'organisatie', label: 'Organisatie' },
          {
            key: 'contactpersoon',
            label: 'Contactpersoon',
            render: (rij: Balansgat) => rij.contactpersoon ?? 'Vraag de organisatie',
          },
          {
            key: 'naam',
            label: 'Cliënt',
            render: (rij: Balansgat) =>
              rij.persoonId ? (
                <Link to={'/clienten/$id' as never} params={{ id: rij.persoonId } as never}>
                  {rij.naam}
                </Link>
              ) : (
                (rij.naam ?? 'Niet getoond')
              ),
          },
          { key: 'herstel', label: 'Wat te doen' },
        ]}
        rowKey={(rij) => rij.id}
        empty={{ title: 'Alles klopt', text: 'Dit boek sluit deze maand en heeft geen gaten.' }}
      />
    </Section>
  )
}

function Maanden({ vraag }: { vraag: object }) {
  return (
    <Section title="Dertien maanden">
      <DataTable
        id="balansmaanden"
        prefix="maand-"
        caption="Hele keten per maand"
        captionHidden
        endpoint={listBalansmaanden}
        query={vraag as never}
        columns={[
          { key: 'maand', label: 'Maand', sortable: true, render: (rij: Maandrij) => maandNaam(rij.maand) },
          telKolom<Maandrij>('begin', 'Begin'),
          telKolom<Maandrij>('erin', 'In'),
          telKolom<Maandrij>('eruit', 'Uit'),
          telKolom<Maandrij>('eind', 'Eind'),
          sluitKolom,
          {
            key: 'eindToen',
            label: 'Eind, zoals toen bekend',
            align: 'end',
            render: (rij: Maandrij) => (rij.eindToen === null ? '–' : formatNumber(rij.eindToen)),
          },
          correctieKolom,
        ]}
        rowKey={(rij) => rij.maand}
        empty={{ title: 'Niets te tellen', text: 'Kies een andere maand.' }}
      />
    </Section>
  )
}
