import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import { beschermCijfers } from '../domain/afscherming.ts'
import type { listTellingen, TellingDetail } from '../domain/contract.ts'
import { gepubliceerd } from '../domain/gepubliceerd.ts'
import { geslachten, gezinnen, leeftijden, type toestanden } from '../domain/keuzes.ts'
import { type Antwoord, type Cijfer, regel } from '../domain/ontdubbelen.ts'
import { listAntwoorden, listParen } from './antwoorden.ts'

type Toestand = keyof typeof toestanden

export async function readTellingen(work: Work, query: z.output<typeof listTellingen.query>) {
  const veld = query.sorteer.replace('-', '') as 'teldag' | 'naam'
  const basis = work.db.selectFrom('telling as t').where('t.regio_id', '=', work.regioId)
  const { n } = await basis.select((e) => e.fn.countAll<string>().as('n')).executeTakeFirstOrThrow()
  const rows = await basis
    .select((e) => [
      't.id',
      't.naam',
      't.teldag',
      't.sluit_op as sluitOp',
      't.status',
      e
        .selectFrom('telling_organisatie as o')
        .whereRef('o.telling_id', '=', 't.id')
        .select((f) => f.fn.countAll<string>().as('n'))
        .as('deelnemers'),
    ])
    .orderBy(`t.${veld}`, query.sorteer.startsWith('-') ? 'desc' : 'asc')
    .orderBy('t.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  const results = rows.map(({ deelnemers, status, ...row }) => ({
    ...row,
    status: status as Toestand,
    organisaties: Number(deelnemers),
  }))
  return { count: Number(n), results }
}

/** One count: before it is published who takes part and the doubtful pairs, after it what came out. */
export async function readTelling(work: Work, id: Id): Promise<TellingDetail | Rejection> {
  const telling = await work.db
    .selectFrom('telling')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!telling) return notFound('Deze telling')
  const antwoorden = await listAntwoorden(work, id)
  const deelnemers = await listDeelnemers(work, id, antwoorden)
  const kleinsteGetal = Number((await findInstelling(work, 'kleine_cel')) ?? '8')
  return {
    id: telling.id,
    versie: telling.versie,
    naam: telling.naam,
    teldag: telling.teldag,
    sluitOp: telling.sluit_op,
    status: telling.status as Toestand,
    vragen: telling.vragen,
    regels: [...regel],
    geslotenOp: telling.gesloten_op,
    gepubliceerdOp: telling.gepubliceerd_op,
    organisaties: telling.organisaties ?? deelnemers.length,
    antwoorden: telling.antwoorden ?? antwoorden.length,
    zekereDubbelen: telling.zekere_dubbelen,
    kanSluiten: telling.status === 'open' && work.today > telling.teldag,
    kleinsteGetal,
    deelnemers,
    paren: await readParen(work, id, { antwoorden, deelnemers }),
    uitkomst:
      telling.status === 'gepubliceerd' ? beschermCijfers(await listCijfers(work, id), kleinsteGetal) : null,
    elders: gepubliceerd.map((one) => ({ ...one })),
  }
}

async function listDeelnemers(work: Work, id: Id, antwoorden: readonly Antwoord[]) {
  const rows = await work.db
    .selectFrom('telling_organisatie')
    .select(['id', 'versie', 'naam', 'token_hash', 'verloopt_op', 'klaar_op as klaarOp'])
    .where('regio_id', '=', work.regioId)
    .where('telling_id', '=', id)
    .orderBy('naam')
    .execute()
  return rows.map(({ token_hash, verloopt_op, ...row }) => ({
    ...row,
    heeftLink: token_hash !== null && verloopt_op !== null && verloopt_op > work.today,
    antwoorden: antwoorden.filter((one) => one.organisatieId === row.id).length,
  }))
}

async function readParen(
  work: Work,
  id: Id,
  met: { antwoorden: readonly Antwoord[]; deelnemers: readonly { id: Id; naam: string }[] },
) {
  const kant = (antwoordId: string) => {
    const one = met.antwoorden.find((antwoord) => antwoord.id === antwoordId)!
    return {
      organisatie:
        met.deelnemers.find((deelnemer) => deelnemer.id === one.organisatieId)?.naam ?? 'Eigen registratie',
      klasse: one.klasse,
      kenmerken: [
        geslachten[one.geslacht],
        leeftijden[one.leeftijd].toLowerCase(),
        gezinnen[one.gezin].toLowerCase(),
      ].join(', '),
    }
  }
  return (await listParen(work, id)).map(({ een, ander, ...paar }) => ({
    ...paar,
    een: kant(een),
    ander: kant(ander),
  }))
}

async function listCijfers(work: Work, id: Id): Promise<Cijfer[]> {
  const rows = await work.db
    .selectFrom('telling_cijfer')
    .select(['klasse', 'verdeling', 'waarde', 'aantal', 'minimum'])
    .where('regio_id', '=', work.regioId)
    .where('telling_id', '=', id)
    .execute()
  return rows as Cijfer[]
}
