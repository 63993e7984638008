import type { z } from 'zod'
import { useSearchParams } from '../../../ui/search-params.ts'
import {
  type Beschikkingcijfer,
  listBeschikkingcijfers,
  listPlekcijfers,
  listVerblijfcijfers,
  listWachtcijfers,
  type Plekcijfer,
  type Verblijfcijfer,
  type Wachtcijfer,
} from '../domain/contract.ts'
import { CijferTabel, textOf } from './cijfer-tabel.tsx'
import { telKolom } from './kolommen.tsx'

function usePer() {
  const per = useSearchParams().get('per') === 'gemeente' ? ('gemeente' as const) : ('product' as const)
  return { per, naam: { key: 'naam', label: per === 'product' ? 'Product' : 'Gemeente', sortable: true } }
}

const groepOf = (rij: { groep: string | null }) => rij.groep ?? 'geen'

/** Apart from stays and persons: a guest of one night, often without a name (WIN-04). */
function Wintergasten({
  wintergasten,
}: Pick<z.output<(typeof listVerblijfcijfers)['response']>, 'wintergasten'>) {
  if (!wintergasten) return null
  return (
    <p>
      Los daarvan sliepen er die nacht gasten van de winterkouderegeling:{' '}
      {textOf(wintergasten.gasten).toLowerCase()} (zonder naam:{' '}
      {textOf(wintergasten.zonderNaam).toLowerCase()}).
    </p>
  )
}

export function Verblijven() {
  const { per, naam } = usePer()
  return (
    <CijferTabel
      id="verblijven"
      endpoint={listVerblijfcijfers}
      query={{ per }}
      rowKey={groepOf}
      columns={[
        naam,
        telKolom<Verblijfcijfer>('verblijven', 'Verblijven'),
        telKolom<Verblijfcijfer>('personen', 'Mensen'),
        telKolom<Verblijfcijfer>('teLang', 'Langer dan het maximum'),
        telKolom<Verblijfcijfer>('teLangZonderReden', 'Daarvan zonder reden'),
        telKolom<Verblijfcijfer>('uitstroomgereed', 'Klaar om te vertrekken'),
      ]}
      tegels={[
        { label: 'Verblijven', veld: 'verblijven' },
        { label: 'Mensen', veld: 'personen' },
        { label: 'Langer dan het maximum', veld: 'teLang' },
        { label: 'Klaar om te vertrekken', veld: 'uitstroomgereed' },
      ]}
      erbij={(antwoord) => <Wintergasten {...(antwoord as unknown as Parameters<typeof Wintergasten>[0])} />}
      staaf={{
        titel: 'Mensen die verblijven',
        label: (rij) => rij.naam,
        staven: (rij) => [{ waarde: rij.personen }],
      }}
    />
  )
}

export function Plekken() {
  const { per, naam } = usePer()
  return (
    <CijferTabel
      id="plekken"
      endpoint={listPlekcijfers}
      query={{ per }}
      rowKey={groepOf}
      columns={[
        naam,
        telKolom<Plekcijfer>('totaal', 'Alle plekken'),
        telKolom<Plekcijfer>('vrij', 'Vrij'),
        telKolom<Plekcijfer>('vastgehouden', 'Vastgehouden'),
        telKolom<Plekcijfer>('bezet', 'Bezet'),
        telKolom<Plekcijfer>('geblokkeerd', 'Geblokkeerd'),
        telKolom<Plekcijfer>('buitenGebruik', 'Buiten gebruik'),
        telKolom<Plekcijfer>('overboekt', 'Overboekt', { defaultHidden: true }),
        telKolom<Plekcijfer>('bruto', 'Bezetting van alle plekken', { unit: 'procent' }),
        telKolom<Plekcijfer>('netto', 'Van bruikbare plekken', { unit: 'procent' }),
        telKolom<Plekcijfer>('zonderGeblokkeerd', 'Zonder geblokkeerd', { unit: 'procent' }),
      ]}
      tegels={[
        { label: 'Alle plekken', veld: 'totaal' },
        { label: 'Vrij', veld: 'vrij' },
        { label: 'Bezetting van bruikbare plekken', veld: 'netto', unit: 'procent' },
        { label: 'Zonder geblokkeerd', veld: 'zonderGeblokkeerd', unit: 'procent' },
      ]}
      staaf={{
        titel: 'Bezetting van bruikbare plekken',
        label: (rij) => rij.naam,
        staven: (rij) => [{ waarde: rij.netto ?? 0, unit: 'procent' }],
      }}
    />
  )
}

export function Wachtlijst() {
  const { per, naam } = usePer()
  return (
    <CijferTabel
      id="wachtlijst"
      endpoint={listWachtcijfers}
      query={{ per }}
      rowKey={groepOf}
      columns={[
        naam,
        telKolom<Wachtcijfer>('dossiers', 'Cliënten'),
        telKolom<Wachtcijfer>('registraties', 'Registraties'),
        telKolom<Wachtcijfer>('personen', 'Mensen met hun gezin'),
        telKolom<Wachtcijfer>('sindsMelding', 'Dagen sinds melding'),
        telKolom<Wachtcijfer>('sindsBesluit', 'Dagen sinds besluit'),
        telKolom<Wachtcijfer>('plaatsbaar', 'Plaatsbaar', { defaultHidden: true }),
        telKolom<Wachtcijfer>('sindsPlaatsbaar', 'Dagen sinds plaatsbaar', { leegKan: true }),
        telKolom<Wachtcijfer>('voorgesteld', 'Met voorstel', { defaultHidden: true }),
        telKolom<Wachtcijfer>('sindsVoorstel', 'Dagen sinds voorstel', { leegKan: true }),
        telKolom<Wachtcijfer>('gestart', 'Plek gekregen in 12 maanden'),
        telKolom<Wachtcijfer>('besluitTotStart', 'Dagen van besluit tot plek', { leegKan: true }),
      ]}
      tegels={[
        { label: 'Cliënten', veld: 'dossiers' },
        { label: 'Registraties', veld: 'registraties' },
        { label: 'Mensen met hun gezin', veld: 'personen' },
        { label: 'Dagen sinds besluit (mediaan)', veld: 'sindsBesluit' },
      ]}
      staaf={{
        titel: 'Cliënten die wachten',
        label: (rij) => rij.naam,
        staven: (rij) => [{ waarde: rij.dossiers }],
      }}
    />
  )
}

export function Beschikkingen() {
  const { per, naam } = usePer()
  return (
    <CijferTabel
      id="beschikkingen"
      endpoint={listBeschikkingcijfers}
      query={{ per }}
      rowKey={groepOf}
      columns={[
        naam,
        telKolom<Beschikkingcijfer>('beschikkingen', 'Geldige beschikkingen'),
        telKolom<Beschikkingcijfer>('clienten', 'Cliënten'),
      ]}
      tegels={[
        { label: 'Geldige beschikkingen', veld: 'beschikkingen' },
        { label: 'Cliënten', veld: 'clienten' },
      ]}
      staaf={{
        titel: 'Cliënten met een geldige beschikking',
        label: (rij) => rij.naam,
        staven: (rij) => [{ waarde: rij.clienten }],
      }}
    />
  )
}
