import { formatMonth } from '../../../ui/format.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import {
  listMeldingcijfers,
  listStroomcijfers,
  type Meldingcijfer,
  type Stroomcijfer,
} from '../domain/contract.ts'
import { CijferTabel } from './cijfer-tabel.tsx'
import { telKolom } from './kolommen.tsx'

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
