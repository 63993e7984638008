import { giveToestemming, recordDeling } from '../../src/modules/delen/server/commands.ts'
import { arrangeNazorg, stepNazorg } from '../../src/modules/nazorg/server/afspraak-commands.ts'
import { bookAhead } from '../../src/modules/nazorg/server/boeking-commands.ts'
import { saveTerugvalplan } from '../../src/modules/nazorg/server/plan-commands.ts'
import { addAdres } from '../../src/modules/persoon/server/adres-commands.ts'
import { findTrajectenVan } from '../../src/modules/traject/server/detail-queries.ts'
import { signalWlz } from '../../src/modules/traject/server/route-commands.ts'
import { startTraject } from '../../src/modules/traject/server/start-commands.ts'
import { askWoning, recordWens, stepAanbod } from '../../src/modules/uitstroom/server/commands.ts'
import {
  endVerblijf,
  startDirectVerblijf,
  startVerblijf,
} from '../../src/modules/verblijf/server/commands.ts'
import { acceptVoorstel, proposeVoorstel } from '../../src/modules/voorstel/server/commands.ts'
import type { Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { givenCasuswereld } from './casus.ts'
import { givenMelding } from './melding.ts'
import { givenVastgesteld } from './ondersteuningsplan.ts'
import { givenOverdrachtwereld } from './overdracht.ts'
import { accepted, type TestPlatform, workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'
import { givenSignalen } from './signaal.ts'
import { givenLocatie, givenPersoon, givenProduct, givenWachtende } from './wachtlijst.ts'
import { givenWintergasten } from './winter.ts'

/** Texts that occur nowhere else, so that seeing one means seeing that person. */
export const kenmerken = {
  verblijf: 'Alfaproef-verblijft',
  wachtend: 'Betaproef-wacht',
  melding: 'Gammaproef-meldt',
  traject: 'Epsilonproef-traject',
  signaal: 'Zetaproef-signaal',
  deling: 'Etaproef-deling',
  woonwens: 'Muproef-woonwens',
  woning: 'Nuproef-woning',
  nazorg: 'Thetaproef-nazorg',
  terugvalplan: 'Jotaproef-terugvalplan',
  overdracht: 'Kappaproef-overdracht',
  plan: 'Iotaproef-plan',
  bijnaam: 'Thetaproef-bijnaam',
  signaalVanPartner: 'Thetaproef-partner',
  signaalToelichting: 'Iotaproef-toelichting',
  bemoeizorg: 'Kappaproef-bemoeizorg',
  straat: 'Lambdaproef-straat',
  casus: 'Nuproef-casus',
  casusVraag: 'Xiproef-vraag',
  casusActie: 'Omikronproef-taak',
  casusLes: 'Piproef-les',
  timeOut: 'Rhoproef-time-out',
  geheim: 'Deltaproef-geheim',
  geheimAdres: 'Schuilproefstraat',
} as const

export type Kenmerk = keyof typeof kenmerken

/**
 * A traject without a stay, with a route to the Wlz, and what was shared: with an organisation inside the region, which
 * does not thereby see the dossier, and with one outside it.
 */
async function givenTrajectEnDelen(
  platform: TestPlatform,
  regio: TestRegio,
  ontvanger: keyof TestRegio['organisaties'],
): Promise<void> {
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const persoonId = await givenPersoon(platform, loket, { achternaam: kenmerken.traject })
  await workAs(platform, loket, async (work) => {
    accepted(await startTraject(work, { persoonId, op: work.today, stap: null }))
    const [traject] = accepted(await findTrajectenVan(work, persoonId)).trajecten
    const { id: trajectId, versie } = traject!
    accepted(await signalWlz(work, { trajectId, versie, op: work.today, signaal: kenmerken.signaal }))
    const deling = { persoonId, doel: kenmerken.deling, vervaltOp: '2026-09-01' }
    const binnen = { organisatieId: regio.organisaties[ontvanger] }
    accepted(
      await recordDeling(work, {
        ...deling,
        ontvanger: binnen,
        gegevensset: 'ondersteuning',
        grond: 'WETTELIJKE_TAAK_COLLEGE',
      }),
    )
    const buiten = {
      ontvanger: { soort: 'corporatie', naam: 'Wonen aan de Haven' },
      gegevensset: 'woonvraag',
    } as const
    const vorm = { vorm: 'mondeling', gegevenDoor: 'client', gegevenOp: work.today } as const
    const toestemmingId = accepted(await giveToestemming(work, { ...buiten, ...vorm, ...deling })).id
    const grond = 'UITDRUKKELIJKE_TOESTEMMING'
    accepted(await recordDeling(work, { ...buiten, ...deling, grond, toestemmingId }))
    await givenUitstroom(work, regio, persoonId)
  })
}

/** A dossier of outflow with a home that a corporatie offered; the corporatie knows the home, not the person. */
async function givenUitstroom(work: Work, regio: TestRegio, persoonId: Id): Promise<void> {
  const wens = { gemeenteCode: null, woningtype: 'huurwoning', wens: kenmerken.woonwens }
  accepted(await recordWens(work, { persoonId, versie: 0, ...wens }))
  const toestemmingId = accepted(
    await giveToestemming(work, {
      persoonId,
      ontvanger: { organisatieId: regio.organisaties.corporatie },
      gegevensset: 'woonvraag',
      doel: kenmerken.deling,
      vorm: 'mondeling',
      gegevenDoor: 'client',
      gegevenOp: work.today,
    }),
  ).id
  const vraag = { persoonId, toestemmingId, woningtype: 'huurwoning', gemeenteCode: 'GM0622' }
  const { id, versie } = accepted(await askWoning(work, vraag))
  accepted(
    await stepAanbod(work, {
      id,
      versie,
      naar: 'aangeboden',
      op: work.today,
      omschrijving: kenmerken.woning,
      huur: null,
      reageerVoor: null,
      weigerreden: null,
      toelichting: null,
    }),
  )
}

/** Somebody who left, with nazorg by an organisation that knows them by that alone, and a terugvalplan. */
async function givenNazorg(platform: TestPlatform, regio: TestRegio, productId: string): Promise<void> {
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const ander = await regio.als('andereAanbieder', 'aanbieder_planner')
  const { plekIds } = await givenLocatie({ platform, regio }, { productId, naam: 'Huis Vertrek', plekken: 1 })
  const persoonId = await givenPersoon(platform, loket, { achternaam: kenmerken.nazorg })
  const afspraak = await workAs(platform, loket, async (work) => {
    const op = work.today
    const stay = accepted(
      await startDirectVerblijf(work, { persoonId, plekId: plekIds[0]!, op, soort: 'regulier' }),
    )
    accepted(
      await endVerblijf(work, {
        verblijfId: stay.id,
        versie: stay.versie,
        op,
        reden: 'doelen_behaald',
        bestemming: 'eigen_woning',
        persoonId: null,
        nieuwAanspreekpuntId: null,
        vervolg: { soort: 'stap', volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' },
      }),
    )
    const plan = { signalen: kenmerken.terugvalplan, watHelpt: 'Rust', wieBellen: 'Zus', besprokenOp: op }
    accepted(await saveTerugvalplan(work, { ...plan, persoonId, versie: null }))
    return accepted(
      await arrangeNazorg(work, {
        verblijfId: stay.id,
        persoonId: null,
        besluit: 'wel',
        op,
        aanbieder: 'organisatie',
        organisatieId: regio.organisaties.andereAanbieder,
        toestemmingId: null,
        contactNaam: null,
        elkeWeken: 4,
        begintOp: op,
        tot: '2026-09-01',
        afspraken: null,
      }),
    )
  })
  accepted(
    await workAs(platform, ander, (work) =>
      stepNazorg(work, { actie: 'aannemen', afspraakId: afspraak.id, versie: 1, op: work.today }),
    ),
  )
}

/** A time-out place that is held for somebody from next week on. */
async function givenTimeOutboeking(platform: TestPlatform, regio: TestRegio, persoonId: Id): Promise<void> {
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const productId = await givenProduct({ platform, regio }, { code: 'time_out' })
  const { plekIds } = await givenLocatie({ platform, regio }, { productId, naam: 'Huis Rust', plekken: 1 })
  await workAs(platform, loket, async (work) => {
    const { id: trajectId } = await work.db
      .selectFrom('traject')
      .select('id')
      .where('persoon_id', '=', persoonId)
      .executeTakeFirstOrThrow()
    const dagen = { van: '2026-03-09', tot: '2026-03-16' }
    accepted(await bookAhead(work, { ...dagen, trajectId, plekId: plekIds[0]!, reden: kenmerken.timeOut }))
  })
}

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
  const begeleider = await regio.als('aanbieder', 'aanbieder_begeleider')
  await givenVastgesteld(platform, begeleider, a.persoonId, { eigenWoorden: kenmerken.plan })
  await givenTimeOutboeking(platform, regio, a.persoonId)
  await givenWachtende(platform, loket, { productId, achternaam: kenmerken.wachtend })
  await givenTrajectEnDelen(platform, regio, 'andereAanbieder')
  await givenNazorg(platform, regio, productId)
  await givenWintergasten(platform, regio, { bijnaam: kenmerken.bijnaam, achternaam: kenmerken.wachtend })
  await givenSignalen(platform, regio, kenmerken)
  await givenCasuswereld(platform, regio, kenmerken)
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
  await givenOverdrachtwereld(platform, regio, {
    achternaam: kenmerken.overdracht,
    geheimeId: geheim.persoonId!,
  })
}
