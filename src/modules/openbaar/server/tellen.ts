import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import { countPerGemeente, type Groepstelling, getIndicatorkaart } from '../../monitor/server/lookup.ts'
import { type Deel, type Regel, regelVan, type Tabel } from '../domain/bescherming.ts'
import type { Cijfer } from '../domain/contract.ts'
import { familieVan, OVERIG, openbareIds, type Populatie, REGIO } from '../domain/openbare-indicatoren.ts'
import { decideTabel, type Eerder } from '../domain/overlap.ts'
import { dagenVan, kwartalenVan, type Periode } from '../domain/rules.ts'

export interface Geteld {
  readonly indicator: string
  readonly kaart: ReturnType<typeof getIndicatorkaart>
  readonly dagen: { readonly van: PlainDate; readonly tot: PlainDate }
  readonly cijfers: readonly Cijfer[]
  readonly controle: string
}

export async function findRegel(work: Work): Promise<Regel> {
  const geheimTot = Number((await findInstelling(work, 'open_geheim_tot')) ?? '7')
  return regelVan(geheimTot, Number((await findInstelling(work, 'open_afronding')) ?? '5'))
}

/** Every indicator that can go public over a period, protected with all that ever was public. */
export async function countOpenbaar(work: Work, periode: Periode): Promise<Geteld[]> {
  const vo = await work.db
    .selectFrom('product')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('domein', '=', 'VO')
    .execute()
  const gevraagd = openbareIds.filter((id) => populatiesVan(id, periode).length > 0)
  const geteld = await countPerGemeente(work, {
    indicatoren: gevraagd,
    van: periode.van,
    tot: periode.tot,
    producten: vo.map(({ id }) => id),
    zonderProduct: 'telt_niet',
  })
  const gemeenten = await listGemeenten(work, periode)
  const eerder = await listEerder(work)
  const regel = await findRegel(work)
  return gevraagd.map((indicator) => {
    const kaart = getIndicatorkaart(indicator, periode.van)
    const vraag: Vraag = { indicator, kaart, periode, gemeenten, eerder, regel, geteld }
    const cijfers = populatiesVan(indicator, periode).flatMap((populatie) => cijfersVan(vraag, populatie))
    const controle = createHash('sha256').update(JSON.stringify(cijfers)).digest('base64url').slice(0, 22)
    return { indicator, kaart, dagen: dagenVan(periode, kaart.tijd), cijfers, controle }
  })
}

/** Vrouwenopvang goes out per year; of the rest a stand goes out per quarter, what happened per quarter and per year. */
function populatiesVan(indicator: string, { soort, van }: Periode): Populatie[] {
  if (soort === 'kwartaal') return ['zonder_vo']
  const { tijd, isMensen } = getIndicatorkaart(indicator, van)
  if (!isMensen) return []
  return tijd === 'periode' ? ['zonder_vo', 'vo'] : ['vo']
}

interface Gemeente {
  readonly code: string
  readonly naam: string
}

interface Vraag {
  readonly indicator: string
  readonly kaart: Geteld['kaart']
  readonly periode: Periode
  readonly gemeenten: readonly Gemeente[]
  readonly eerder: readonly Eerder[]
  readonly regel: Regel
  readonly geteld: readonly Groepstelling[]
}

function cijfersVan(vraag: Vraag, populatie: Populatie): Cijfer[] {
  const { gemeenten } = vraag
  const delen = delenVan(vraag, populatie)
  const { totaal, delen: perDeel } = tabelVan(vraag, populatie, delen)
  const regio = { populatie, gebied: REGIO, gebiedNaam: 'Hele regio', ...totaal }
  if (populatie === 'vo') return [regio]
  const namen = new Map(gemeenten.map(({ code, naam }) => [code, naam]))
  return [
    regio,
    ...delen.map(({ gebied }) => ({
      populatie,
      gebied,
      gebiedNaam: namen.get(gebied) ?? 'Niet in een gemeente van de regio',
      ...perDeel.get(gebied)!,
    })),
  ]
}

/** The region cut up: its gemeenten, and all who belong to none of them. Of vrouwenopvang there is no part. */
function delenVan({ indicator, geteld, gemeenten }: Vraag, populatie: Populatie): Deel[] {
  const rijen = geteld.filter((rij) => rij.indicator === indicator && rij.isVan === (populatie === 'vo'))
  const som = (past: (gemeente: string | null) => boolean) =>
    rijen.filter((rij) => past(rij.gemeente)).reduce((sum, { aantal }) => sum + aantal, 0)
  if (populatie === 'vo') return [{ gebied: OVERIG, aantal: som(() => true) }]
  const codes = gemeenten.map(({ code }) => code)
  return [
    ...codes.map((gebied) => ({ gebied, aantal: som((gemeente) => gemeente === gebied) })),
    { gebied: OVERIG, aantal: som((gemeente) => gemeente === null || !codes.includes(gemeente)) },
  ]
}

function tabelVan(vraag: Vraag, populatie: Populatie, delen: readonly Deel[]): Tabel {
  const { indicator, kaart, periode, regel, eerder } = vraag
  if (!kaart.isMensen) return exact(delen)
  const vak = { indicator, familie: familieVan(indicator), populatie, ...dagenVan(periode, kaart.tijd) }
  return decideTabel({ vak, delen, regel, eerder, perKwartaal: kwartalenVan(periode) })
}

/** Places are no people: they are shown as they are. */
function exact(delen: readonly Deel[]): Tabel {
  const toon = (waarde: number) => ({ waarde, grondslag: 'geteld' as const, verborgen: null })
  return {
    totaal: toon(delen.reduce((sum, { aantal }) => sum + aantal, 0)),
    delen: new Map(delen.map(({ gebied, aantal }) => [gebied, toon(aantal)])),
  }
}

/** All that ever was public, withdrawn or not: who copied it still has it. */
function listEerder(work: Work): Promise<Eerder[]> {
  return work.db
    .selectFrom('publicatie_cijfer as c')
    .innerJoin('publicatie as p', 'p.id', 'c.publicatie_id')
    .select(['c.indicator', 'c.familie', 'c.populatie', 'c.gebied', 'c.van', 'c.tot', 'c.waarde'])
    .select((e) => [
      e('p.status', '=', 'gepubliceerd').$castTo<boolean>().as('geldt'),
      e.ref('c.grondslag').$castTo<Cijfer['grondslag']>().as('grondslag'),
      e.ref('c.verborgen').$castTo<Cijfer['verborgen']>().as('verborgen'),
    ])
    .where('c.regio_id', '=', work.regioId)
    .orderBy('p.gepubliceerd_op')
    .orderBy('c.publicatie_id')
    .execute()
}

/** Gemeenten of the region on the last day of a period, by name. */
function listGemeenten(work: Work, { tot }: Periode): Promise<Gemeente[]> {
  return work.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam'])
    .where('r.regio_id', '=', work.regioId)
    .where('r.van', '<', tot)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>=', tot)]))
    .orderBy(sql`g.naam collate "und-x-icu"`)
    .execute()
}
