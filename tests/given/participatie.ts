import { randomUUID } from 'node:crypto'
import { VerhaalInvoer } from '../../src/modules/duiding/domain/verhaal-contract.ts'
import { publishVerhaal, writeVerhaal } from '../../src/modules/duiding/server/commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import type { TestDatabase } from './database.ts'
import { accepted, workAs } from './platform.ts'

/** A programma with one activiteit, written as the module of the programma would. */
export async function givenActiviteit(
  database: Pick<TestDatabase, 'login'>,
  regioId: Id,
  { code = 'UP', naam = 'Huiskamer in de buurt', openbaar = false } = {},
): Promise<{ programmaId: Id; activiteitId: Id }> {
  const [programmaId, activiteitId] = [randomUUID(), randomUUID()]
  const nu = '2026-01-01T09:00:00Z'
  await database.login.query(
    `insert into onderdak.programma (id, regio_id, code, naam, soort, van, openbaar_sinds, bron, aangemaakt_op, gewijzigd_op)
     values ($1, $2, $3, $4, 'uitvoeringsprogramma', '2025-01-01', $5, 'Proef', $6, $6)`,
    [programmaId, regioId, code, `Programma ${code}`, openbaar ? '2025-01-01' : null, nu],
  )
  await database.login.query(
    `insert into onderdak.activiteit (id, regio_id, programma_id, soort, code, naam, heeft_vaste_groepen, planning, participatie, volgorde, bron, aangemaakt_op, gewijzigd_op)
     values ($1, $2, $3, 'activiteit', 'A1', $4, true, 'doorlopend', 'nog_niet_bepaald', 1, 'Proef', $5, $5)`,
    [activiteitId, regioId, programmaId, naam, nu],
  )
  return { programmaId, activiteitId }
}

/** A story that shows: written by one and checked by another, with a consent that holds. */
export async function givenVerhaal(
  platform: Platform,
  [schrijver, controleur]: readonly [Vrager, Vrager],
  meer: Partial<Record<'titel' | 'toestemmingTotEnMet', string>> = {},
): Promise<Id> {
  const { id, versie } = accepted(
    await workAs(platform, schrijver, (work) =>
      writeVerhaal(
        work,
        VerhaalInvoer.parse({
          indicator: 'wachtenden',
          maand: '2026-01',
          soort: 'verhaal',
          titel: 'Een kop koffie',
          tekst: 'Het begon met een kop koffie in de buurt.',
          teller: 'inwoner',
          toestemmingVorm: 'schriftelijk',
          toestemmingOp: '2026-01-05',
          toestemmingTotEnMet: '2027-01-05',
          toestemmingWaar: 'formulier 12',
          ...meer,
        }),
      ),
    ),
  )
  accepted(await workAs(platform, controleur, (work) => publishVerhaal(work, { id, versie })))
  return id
}
