import { formatMonth } from '../../../ui/format.ts'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import {
  listMeldingcijfers,
  listStroomcijfers,
  listWeigercijfers,
  type Meldingcijfer,
  type Stroomcijfer,
  type Weigercijfer,
} from '../domain/contract.ts'
import { CijferTabel } from './cijfer-tabel.tsx'
import { telKolom } from './kolommen.tsx'

const zijden = { toegang: 'De toegang', persoon: 'De persoon zelf' } as const

const maandKolom = {
  key: 'maand',
  label: 'Maand',
  sortable: true,
  render: (rij: { maand: string }) => formatMonth(rij.maand),
}

export function Meldingen() {
  return (
    <CijferTabel
      id="meldingen"
      endpoint={listMeldingcijfers}
      query={{}}
      rowKey={(rij) => rij.maand}
      columns={[
        maandKolom,
        telKolom<Meldingcijfer>('meldingen', 'Meldingen'),
        telKolom<Meldingcijfer>('toegelaten', 'Toegelaten'),
        telKolom<Meldingcijfer>('geweigerd', 'Geweigerd'),
        telKolom<Meldingcijfer>('doorverwezen', 'Doorverwezen'),
        telKolom<Meldingcijfer>('alleenHuisvestingsvraag', 'Alleen een woonvraag'),
        telKolom<Meldingcijfer>('ingetrokken', 'Ingetrokken'),
      ]}
      staaf={{
        titel: 'Meldingen per maand',
        label: (rij) => formatMonth(rij.maand),
        staven: (rij) => [{ waarde: rij.meldingen }],
      }}
    />
  )
}

export function Weigeringen() {
  const tel = useSearchParams().get('tel') === 'maand' ? ('maand' as const) : ('samen' as const)
  return (
    <>
      <search className="od-filters" aria-label="Hoe tellen we de weigeringen">
        <FilterSelect
          name="tel"
          label="Toon"
          allLabel="13 maanden samen"
          options={[{ value: 'maand', label: 'Per maand' }]}
        />
      </search>
      <CijferTabel
        id="weigeringen"
        endpoint={listWeigercijfers}
        query={{ tel }}
        rowKey={(rij) => `${rij.maand} ${rij.zijde} ${rij.reden}`}
        columns={[
          ...(tel === 'maand'
            ? [
                {
                  key: 'maand',
                  label: 'Maand',
                  sortable: true,
                  render: (rij: Weigercijfer) => (rij.maand ? formatMonth(rij.maand) : '–'),
                },
              ]
            : []),
          { key: 'reden', label: 'Reden', sortable: true },
          {
            key: 'zijde',
            label: 'Wie weigerde',
            sortable: true,
            render: (rij: Weigercijfer) => zijden[rij.zijde],
          },
          telKolom<Weigercijfer>('aantal', 'Aantal'),
        ]}
        staaf={{
          titel: 'Weigeringen per reden',
          label: (rij) =>
            `${rij.maand ? `${formatMonth(rij.maand)}: ` : ''}${rij.reden} (${zijden[rij.zijde].toLowerCase()})`,
          staven: (rij) => [{ waarde: rij.aantal }],
        }}
      />
    </>
  )
}

export function Stromen() {
  return (
    <CijferTabel
      id="stromen"
      endpoint={listStroomcijfers}
      query={{}}
      rowKey={(rij) => rij.maand}
      columns={[
        maandKolom,
        telKolom<Stroomcijfer>('begin', 'Begin van de maand'),
        telKolom<Stroomcijfer>('erbij', 'Erbij'),
        telKolom<Stroomcijfer>('vanAnderePlek', 'Waarvan van een andere plek'),
        telKolom<Stroomcijfer>('eraf', 'Eraf'),
        telKolom<Stroomcijfer>('naarAnderePlek', 'Waarvan naar een andere plek'),
        telKolom<Stroomcijfer>('eind', 'Eind van de maand'),
        {
          key: 'sluit',
          label: 'Sluit',
          render: (rij: Stroomcijfer) => (rij.sluit ? 'Ja' : <StatusBadge label="Sluit niet" tone="fout" />),
        },
      ]}
      staaf={{
        titel: 'Erbij en eraf per maand',
        label: (rij) => formatMonth(rij.maand),
        staven: (rij) => [
          { naam: 'erbij', waarde: rij.erbij },
          { naam: 'eraf', waarde: rij.eraf },
        ],
      }}
    />
  )
}
