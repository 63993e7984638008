import { giveBetrokkenheid } from '../../src/modules/persoon/server/betrokkenheid.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager, Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'

/** Rows of the chain as they stand on a day, written directly: the page that reads them is under test, not their making. */
export function givenKeten(platform: Platform, regio: TestRegio) {
  const asSystem = <T>(run: (work: Work) => Promise<T>): Promise<T> => workAs(platform, regio.systeem, run)

  const betrek = (work: Work, persoonId: Id, organisatieId: Id) =>
    giveBetrokkenheid(work, {
      persoonId,
      organisatieId,
      doel: 'test',
      grond: 'UITVOERING_AANBIEDER',
      bronSoort: 'test',
      bronId: work.newId(),
    })

  return {
    stap: (vrager: Vrager, persoonId: Id, op: string) =>
      asSystem((work) =>
        work.db
          .updateTable('opvolging')
          .set({
            volgende_stap_op: op,
            contactpersoon_id: vrager.gebruikerId!,
            organisatie_id: vrager.organisatieId!,
          })
          .where('persoon_id', '=', persoonId)
          .execute(),
      ),

    melding: (input: {
      persoonId: Id
      organisatieId: Id
      meldingsdatum: string
      uiterlijkOp?: string
      behandelaarId?: Id
      isSpoed?: boolean
    }) =>
      asSystem(async (work) => {
        const id = work.newId()
        await work.db
          .insertInto('melding')
          .values({
            id,
            regio_id: work.regioId,
            nummer: `M-${id.slice(-6)}`,
            persoon_id: input.persoonId,
            ontvangen_op: work.now,
            meldingsdatum: input.meldingsdatum,
            uiterlijk_op: input.uiterlijkOp ?? '2026-04-20',
            kanaal: 'balie',
            melder_soort: 'zelf',
            hulpvraag: 'Een plek',
            is_spoed: input.isSpoed ?? false,
            status: 'nieuw',
            organisatie_id: input.organisatieId,
            behandelaar_id: input.behandelaarId ?? null,
            aangemaakt_op: work.now,
            gewijzigd_op: work.now,
          })
          .execute()
        return id
      }),

    vervolg: (input: { meldingId: Id; persoonId: Id; vrager: Vrager; geplandOp: string }) =>
      asSystem((work) =>
        work.db
          .insertInto('vervolg')
          .values({
            id: work.newId(),
            regio_id: work.regioId,
            melding_id: input.meldingId,
            persoon_id: input.persoonId,
            organisatie_id: input.vrager.organisatieId!,
            contactpersoon_id: input.vrager.gebruikerId!,
            wat: 'Bellen hoe het gaat',
            gepland_op: input.geplandOp,
          })
          .execute(),
      ),

    wachtende: (input: { persoonId: Id; productId: Id; bevestigenVoor: string }) =>
      asSystem(async (work) => {
        const id = work.newId()
        await work.db
          .insertInto('wachtlijstplaatsing')
          .values({
            id,
            regio_id: work.regioId,
            persoon_id: input.persoonId,
            product_id: input.productId,
            richting: 'instroom',
            gemeente_code: 'GM0622',
            status: 'wachtend',
            gemeld_op: '2026-01-05',
            besloten_op: '2026-01-12',
            wachtreden: 'geen_plek',
            overbrugging: 'eigen_netwerk',
            laatst_bevestigd_op: '2026-01-19',
            bevestigen_voor: input.bevestigenVoor,
            aangemaakt_op: work.now,
            gewijzigd_op: work.now,
          })
          .execute()
        return id
      }),

    voorstel: (input: {
      wachtlijstplaatsingId: Id
      persoonId: Id
      locatieId: Id
      productId: Id
      organisatieId: Id
      door: Vrager
      status: 'voorgesteld' | 'aanvaard' | 'vervallen'
      reagerenVoor: string
      vanaf: string
    }) =>
      asSystem(async (work) => {
        const id = work.newId()
        await betrek(work, input.persoonId, input.organisatieId)
        await work.db
          .insertInto('plaatsingsvoorstel')
          .values({
            id,
            regio_id: work.regioId,
            wachtlijstplaatsing_id: input.wachtlijstplaatsingId,
            persoon_id: input.persoonId,
            personen: 1,
            locatie_id: input.locatieId,
            product_id: input.productId,
            vanaf: input.vanaf,
            status: input.status,
            voorgesteld_op: new Date(`${input.vanaf}T08:00:00Z`),
            voorgesteld_door: input.door.gebruikerId,
            reageren_voor: new Date(input.reagerenVoor),
            beantwoord_op: input.status === 'aanvaard' ? work.now : null,
            gewijzigd_op: work.now,
          })
          .execute()
        return id
      }),

    verblijf: (input: {
      persoonId: Id
      plekId: Id
      locatieId: Id
      productId: Id
      organisatieId: Id
      uiterlijkOp: string
      verwachtEindeOp?: string
    }) =>
      asSystem(async (work) => {
        const id = work.newId()
        await betrek(work, input.persoonId, input.organisatieId)
        await work.db
          .insertInto('verblijf')
          .values({
            id,
            regio_id: work.regioId,
            persoon_id: input.persoonId,
            plek_id: input.plekId,
            locatie_id: input.locatieId,
            product_id: input.productId,
            begonnen_op: '2026-01-01',
            uiterlijk_op: input.uiterlijkOp,
            verwacht_einde_op: input.verwachtEindeOp ?? null,
            aangemaakt_op: work.now,
            gewijzigd_op: work.now,
          })
          .execute()
        return id
      }),
  }
}
