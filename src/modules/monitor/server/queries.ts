import { type RawBuilder, sql } from 'kysely'
import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import { addMonths, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { protectRows, type Regels, type Telrij } from '../domain/afscherming.ts'
import type { Beschikkingcijfer, Verblijfcijfer, Wachtcijfer } from '../domain/contract.ts'
import { type Cijfercode, definities } from '../domain/definities.ts'
import { namesOf, readStand, type Stand } from './stand.ts'

export interface GroepQuery extends ListQuery {
  readonly op?: PlainDate | undefined
  readonly per: 'product' | 'gemeente'
}

interface GroepRij extends Telrij {
  readonly groep: string | null
  readonly totaal: boolean
}

/** Reads grouped counts, hides what is small, names the groups and pages them. */
async function readGroepen<T extends GroepRij, Out extends object>(
  work: Work,
  query: GroepQuery,
  how: {
    readonly code: Cijfercode
    readonly select: (stand: Stand) => RawBuilder<T>
    readonly regels: Regels<T>
    readonly van?: (stand: Stand) => PlainDate
  },
) {
  const stand = await readStand(work, query.op)
  if (isRejection(stand)) return stand
  const { rows } = await how.select(stand).execute(work.db)
  const naam = await namesOf(work, query.per)
  const { rijen, totaal } = protectRows(
    rows.filter((row) => !row.totaal),
    rows.find((row) => row.totaal) ?? null,
    how.regels,
    stand.kleinsteGetal,
  )
  const named = rijen.map((rij) => ({ ...rij, naam: naam(rij.groep) })) as unknown as Out[]
  return {
    ...listPage(named, query, 'naam'),
    totaal: totaal && ({ ...totaal, groep: null, naam: 'Hele regio' } as unknown as Out),
    definitie: definities[how.code],
    van: how.van?.(stand) ?? null,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}

interface VerblijfRij extends GroepRij, Record<'verblijven' | 'personen', number> {
  readonly teLang: number
  readonly teLangZonderReden: number
  readonly uitstroomgereed: number
}

export async function readVerblijven(work: Work, query: GroepQuery) {
  const verblijven = await readGroepen<VerblijfRij, Verblijfcijfer>(work, query, {
    code: 'verblijven',
    select: ({
      op,
    }) => sql<VerblijfRij>`select c.groep, c.totaal, c.verblijven, c.personen, c.te_lang as "teLang",
        c.te_lang_zonder_reden as "teLangZonderReden", c.uitstroomgereed, c.zichtbaar
      from onderdak.cijfer_verblijven(${op}::date, ${query.per}) c`,
    regels: {
      hoofd: 'verblijven',
      aantallen: ['verblijven', 'personen', 'teLang', 'teLangZonderReden', 'uitstroomgereed'],
    },
  })
  if (isRejection(verblijven)) return verblijven
  const { peildatum, kleinsteGetal } = verblijven
  return { ...verblijven, wintergasten: await readWintergasten(work, peildatum, kleinsteGetal) }
}

/** A guest of one night is no stay, and without a name no person: counted apart, and never added to them (WIN-04). */
async function readWintergasten(work: Work, nacht: PlainDate, min: number | null) {
  const { rows } = await sql<{ nachten: number; gasten: number; anoniem: number }>`
    select count(*)::int as nachten, coalesce(sum(s.gasten), 0)::int as gasten, coalesce(sum(s.anoniem), 0)::int as anoniem
    from onderdak.winterstand(${nacht}::date, (${nacht}::date + 1)) s`.execute(work.db)
  const { nachten, gasten, anoniem } = rows[0]!
  if (nachten === 0) return null
  const klein = (aantal: number) => min !== null && aantal > 0 && aantal < min
  if (klein(gasten)) return { gasten: null, zonderNaam: null }
  return { gasten, zonderNaam: klein(anoniem) || klein(gasten - anoniem) ? null : anoniem }
}

interface WachtRij extends GroepRij {
  readonly dossiers: number
  readonly registraties: number
  readonly personen: number
  readonly plaatsbaar: number
  readonly voorgesteld: number
  readonly gestart: number
  readonly sindsMelding: number | null
  readonly sindsBesluit: number | null
  readonly sindsPlaatsbaar: number | null
  readonly sindsVoorstel: number | null
  readonly besluitTotStart: number | null
}

/** Who waits, and who got a plek in the year up to the day: both with their clocks. */
export function readWachtlijst(work: Work, query: GroepQuery) {
  return readGroepen<WachtRij, Wachtcijfer>(work, query, {
    code: 'wachtlijst',
    select: ({ op, morgen }) => sql<WachtRij>`
      select coalesce(w.groep, s.groep) as groep, coalesce(w.totaal, s.totaal) as totaal, coalesce(w.dossiers, 0) as dossiers,
        coalesce(w.registraties, 0) as registraties, coalesce(w.personen, 0) as personen, coalesce(w.plaatsbaar, 0) as plaatsbaar,
        coalesce(w.voorgesteld, 0) as voorgesteld, coalesce(s.gestart, 0) as gestart, w.sinds_melding as "sindsMelding",
        w.sinds_besluit as "sindsBesluit", w.sinds_plaatsbaar as "sindsPlaatsbaar", w.sinds_voorstel as "sindsVoorstel",
        s.van_besluit as "besluitTotStart", coalesce(w.zichtbaar, true) and coalesce(s.zichtbaar, true) as zichtbaar
      from onderdak.cijfer_wachtlijst(${op}::date, ${query.per}) w
      full join onderdak.cijfer_starts(${addMonths(morgen, -12)}::date, ${morgen}::date, ${query.per}) s
        on s.totaal = w.totaal and coalesce(s.groep, '') = coalesce(w.groep, '')`,
    regels: {
      hoofd: null,
      aantallen: ['dossiers', 'registraties', 'personen', 'plaatsbaar', 'voorgesteld', 'gestart'],
      rustOp: {
        personen: 'dossiers',
        registraties: 'dossiers',
        plaatsbaar: 'dossiers',
        sindsMelding: 'dossiers',
        sindsBesluit: 'dossiers',
        sindsPlaatsbaar: 'plaatsbaar',
        sindsVoorstel: 'voorgesteld',
        besluitTotStart: 'gestart',
      },
    },
  })
}

interface BeschikkingRij extends GroepRij {
  readonly beschikkingen: number
  readonly clienten: number
}

export function readBeschikkingen(work: Work, query: GroepQuery) {
  return readGroepen<BeschikkingRij, Beschikkingcijfer>(work, query, {
    code: 'beschikkingen',
    select: ({ op }) =>
      sql<BeschikkingRij>`select c.* from onderdak.cijfer_beschikkingen(${op}::date, ${query.per}) c`,
    regels: { hoofd: 'clienten', aantallen: ['beschikkingen', 'clienten'] },
  })
}
