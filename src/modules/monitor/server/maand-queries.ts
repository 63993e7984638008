import { sql } from 'kysely'
import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { protectRows, type Telrij } from '../domain/afscherming.ts'
import { definities } from '../domain/definities.ts'
import {
  protectPerGemeente,
  protectWeigeringen,
  type WeigerGemeenteRij,
  type WeigerRij,
} from '../domain/weigeringen.ts'
import { monthsBefore, readStand } from './stand.ts'

export interface MaandQuery extends ListQuery {
  readonly op?: PlainDate | undefined
}

/** A year ago and now in one row of months. */
const MAANDEN = 13

export async function readPeriode(work: Work, op: PlainDate | undefined) {
  const stand = await readStand(work, op)
  return isRejection(stand) ? stand : { ...stand, van: monthsBefore(stand.op, MAANDEN - 1) }
}

interface MeldingRij extends Telrij {
  readonly maand: PlainDate
  readonly meldingen: number
  readonly toegelaten: number
  readonly geweigerd: number
  readonly doorverwezen: number
  readonly alleenHuisvestingsvraag: number
  readonly ingetrokken: number
}

export async function readMeldingen(work: Work, query: MaandQuery) {
  const stand = await readPeriode(work, query.op)
  if (isRejection(stand)) return stand
  const { rows } =
    await sql<MeldingRij>`select c.maand, c.meldingen, c.toegelaten, c.geweigerd, c.doorverwezen, c.ingetrokken,
      c.alleen_huisvestingsvraag as "alleenHuisvestingsvraag", c.zichtbaar
    from onderdak.cijfer_meldingen(${stand.van}::date, ${stand.morgen}::date) c`.execute(work.db)
  const { rijen } = protectRows(
    rows,
    null,
    {
      hoofd: null,
      aantallen: [
        'meldingen',
        'toegelaten',
        'geweigerd',
        'doorverwezen',
        'alleenHuisvestingsvraag',
        'ingetrokken',
      ],
    },
    stand.kleinsteGetal,
  )
  return {
    ...listPage(rijen as ((typeof rijen)[number] & { maand: PlainDate })[], query, '-maand'),
    definitie: definities.meldingen,
    van: stand.van,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}

export async function readWeigeringen(
  work: Work,
  query: MaandQuery & { tel: 'samen' | 'maand' | 'gemeente' },
) {
  const stand = await readPeriode(work, query.op)
  if (isRejection(stand)) return stand
  const meer = {
    definitie: definities.weigeringen,
    van: stand.van,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
  if (query.tel === 'gemeente') {
    const { rows } = await sql<WeigerGemeenteRij>`
      select coalesce(g.naam, 'Gemeente niet bekend') as gemeente, c.zijde, c.aantal, c.zichtbaar, ${redenNaam(work)} as reden
      from onderdak.cijfer_niet_toegelaten(${stand.van}::date, ${stand.morgen}::date) c
        left join gemeente g on g.code = c.gemeente order by 1, c.zijde, c.reden`.execute(work.db)
    return { ...listPage(protectPerGemeente(rows, stand.kleinsteGetal), query, 'gemeente'), ...meer }
  }
  const { rows } = await sql<WeigerRij>`
    select c.maand, c.zijde, c.aantal, c.zichtbaar, ${redenNaam(work)} as reden
    from onderdak.cijfer_weigeringen(${stand.van}::date, ${stand.morgen}::date) c order by c.maand, c.zijde, c.reden`.execute(
    work.db,
  )
  const { perMaand, samen } = protectWeigeringen(rows, stand.kleinsteGetal)
  const regionaal = <R>(rij: R) => ({ ...rij, gemeente: null })
  const list =
    query.tel === 'maand'
      ? listPage(perMaand.map(regionaal), query, '-maand')
      : listPage(samen.map(regionaal), query, '-aantal')
  return { ...list, ...meer }
}

/** Name of a reason, also of one that the region no longer uses. */
const redenNaam = (work: Work) => sql`coalesce((select k.naam from keuze k where k.regio_id = ${work.regioId}
  and k.lijst = 'weigerreden_' || c.zijde and k.code = c.reden order by k.van desc limit 1), c.reden)`

interface StroomRij extends Telrij {
  readonly maand: PlainDate
  readonly begin: number
  readonly erbij: number
  readonly vanAnderePlek: number
  readonly eraf: number
  readonly naarAnderePlek: number
  readonly eind: number
  readonly sluit: boolean
}

export async function readStromen(work: Work, query: MaandQuery) {
  const stand = await readPeriode(work, query.op)
  if (isRejection(stand)) return stand
  const { rows } = await sql<StroomRij>`
    select c.maand, c.begin, c.erbij, c.van_andere_plek as "vanAnderePlek", c.eraf, c.naar_andere_plek as "naarAnderePlek", c.eind, c.zichtbaar,
      c.begin + c.erbij - c.eraf = c.eind as sluit
    from onderdak.cijfer_stromen(${stand.van}::date, ${stand.morgen}::date) c`.execute(work.db)
  const { rijen } = protectRows(
    rows,
    null,
    {
      hoofd: null,
      aantallen: ['begin', 'erbij', 'vanAnderePlek', 'eraf', 'naarAnderePlek', 'eind'],
      balans: ['erbij', 'eraf'],
    },
    stand.kleinsteGetal,
  )
  return {
    ...listPage(rijen as ((typeof rijen)[number] & { maand: PlainDate; sluit: boolean })[], query, '-maand'),
    definitie: definities.stromen,
    van: stand.van,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}
