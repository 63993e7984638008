import type { RegisterPersoon } from '../../src/modules/persoon/domain/persoon.ts'
import { registerPersoon } from '../../src/modules/persoon/server/commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import type { PlainDate } from '../../src/shared/plain-date.ts'
import { accepted, workAs } from './platform.ts'

let serial = 0

/** A person whom the organisation of `vrager` knows. */
export async function givenPersoon(
  platform: Platform,
  vrager: Vrager,
  input: Partial<RegisterPersoon> = {},
): Promise<Id> {
  const { id } = accepted(
    await workAs(platform, vrager, (work) =>
      registerPersoon(work, {
        achternaam: `Proef${++serial}`,
        roepnaam: 'Sam',
        geslacht: 'vrouw',
        geboortedatum: '1990-05-05',
        geenBsnReden: 'nog_niet_gevraagd',
        herkomstGemeente: 'GM0622',
        herkomstBewijs: 'verklaring_persoon',
        woonplaatsGemeente: 'GM0622',
        ...input,
      }),
    ),
  )
  return id
}

export interface VoorstelInput {
  persoonId: Id
  huishoudenId?: Id | null
  personen?: number
  locatieId: Id
  productId: Id
  plekId?: Id | null
  kenmerken?: string[]
  vanaf?: PlainDate
  status?: 'voorgesteld' | 'aanvaard'
}

/** Someone who waits, with an answered voorstel, as rows: how they came about is for the tests of those modules. */
export function givenVoorstel(platform: Platform, vrager: Vrager, input: VoorstelInput): Promise<Id> {
  return workAs(platform, vrager, async (work) => {
    const [wachtlijst, voorstel] = [work.newId(), work.newId()]
    const personen = input.personen ?? 1
    const own = { persoon_id: input.persoonId, huishouden_id: input.huishoudenId ?? null, personen }
    await work.db
      .insertInto('wachtlijstplaatsing')
      .values({
        id: wachtlijst,
        regio_id: work.regioId,
        ...own,
        product_id: input.productId,
        richting: 'instroom',
        gemeente_code: 'GM0622',
        status: 'voorgesteld',
        gemeld_op: '2026-01-05',
        besloten_op: '2026-01-10',
        plaatsbaar_op: '2026-01-10',
        voorgesteld_op: work.today,
        wachtreden: 'geen_plek',
        overbrugging: 'eigen_netwerk',
        laatst_bevestigd_op: work.today,
        bevestigen_voor: '2027-01-01',
        aangemaakt_op: work.now,
        gewijzigd_op: work.now,
      })
      .execute()
    await work.db
      .insertInto('opvolging')
      .values({
        id: work.newId(),
        regio_id: work.regioId,
        persoon_id: input.persoonId,
        status: 'open',
        organisatie_id: vrager.organisatieId!,
        contactpersoon_id: vrager.gebruikerId!,
        volgende_stap: 'Plaatsen',
        volgende_stap_op: work.today,
        gewijzigd_op: work.now,
      })
      .onConflict((c) => c.doNothing())
      .execute()
    await work.db
      .insertInto('plaatsingsvoorstel')
      .values({
        id: voorstel,
        regio_id: work.regioId,
        ...own,
        wachtlijstplaatsing_id: wachtlijst,
        locatie_id: input.locatieId,
        product_id: input.productId,
        plek_id: input.plekId ?? null,
        vereiste_kenmerken: input.kenmerken ?? [],
        vanaf: input.vanaf ?? work.today,
        status: input.status ?? 'aanvaard',
        voorgesteld_op: work.now,
        reageren_voor: new Date(work.now.getTime() + 86_400_000),
        beantwoord_op: work.now,
        beantwoord_door: vrager.gebruikerId,
        gewijzigd_op: work.now,
      })
      .execute()
    return voorstel
  })
}
