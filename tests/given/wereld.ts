import { addAdres } from '../../src/modules/persoon/server/adres-commands.ts'
import { startVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { acceptVoorstel, proposeVoorstel } from '../../src/modules/voorstel/server/commands.ts'
import { givenMelding } from './melding.ts'
import { accepted, type TestPlatform, workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'
import { givenLocatie, givenProduct, givenWachtende } from './wachtlijst.ts'

/** Texts that occur nowhere else, so that seeing one means seeing that person. */
export const kenmerken = {
  verblijf: 'Alfaproef-verblijft',
  wachtend: 'Betaproef-wacht',
  melding: 'Gammaproef-meldt',
  geheim: 'Deltaproef-geheim',
  geheimAdres: 'Schuilproefstraat',
} as const

export type Kenmerk = keyof typeof kenmerken

/** One person at each step of the chain, known to different organisations, and a secret one with a secret address. */
export async function givenWereld(platform: TestPlatform, regio: TestRegio): Promise<void> {
  const context = { platform, regio }
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  const planner = await regio.als('aanbieder', 'aanbieder_planner')
  const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  const productId = await givenProduct(context, { code: 'WERELD' })
  const { locatieId } = await givenLocatie(context, { productId, naam: 'Huis Wereld', plekken: 3 })

  const a = await givenWachtende(platform, loket, { productId, achternaam: kenmerken.verblijf })
  const voorstel = accepted(
    await workAs(platform, loket, (work) =>
      proposeVoorstel(work, { wachtlijstplaatsingId: a.id, locatieId, vanaf: work.today }),
    ),
  )
  accepted(
    await workAs(platform, planner, (work) => acceptVoorstel(work, { voorstelId: voorstel.id, versie: 1 })),
  )
  accepted(
    await workAs(platform, planner, (work) =>
      startVerblijf(work, { voorstelId: voorstel.id, op: work.today }),
    ),
  )
  await givenWachtende(platform, loket, { productId, achternaam: kenmerken.wachtend })
  await givenMelding(platform, wijkteam, {
    persoon: {
      achternaam: kenmerken.melding,
      geboortedatum: '1990-01-01',
      geenBsnReden: 'nog_niet_gevraagd',
      herkomstOnbekendReden: 'nog_navragen',
      woonplaatsOnbekendReden: 'nog_navragen',
    },
  })
  const geheim = await givenMelding(platform, vo, {
    domein: 'VO',
    persoon: {
      achternaam: kenmerken.geheim,
      geboortedatum: '1990-01-01',
      isGeheim: true,
      geenBsnReden: 'nog_niet_gevraagd',
      herkomstOnbekendReden: 'geheim',
      woonplaatsOnbekendReden: 'geheim',
    },
  })
  accepted(
    await workAs(platform, vo, (work) =>
      addAdres(work, {
        persoonId: geheim.persoonId!,
        soort: 'verblijfadres',
        isGeheim: true,
        adres: `${kenmerken.geheimAdres} 13, Nergens`,
        gemeenteCode: null,
        van: '2026-01-01',
        tot: null,
      }),
    ),
  )
}
