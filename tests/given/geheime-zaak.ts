import { makeOntvangstbevestiging } from '../../src/modules/beschikking/server/commands.ts'
import { recordTriage } from '../../src/modules/melding/server/commands.ts'
import { addAdres } from '../../src/modules/persoon/server/adres-commands.ts'
import { createHuishouden } from '../../src/modules/persoon/server/huishouden-commands.ts'
import { startVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { acceptVoorstel, proposeVoorstel } from '../../src/modules/voorstel/server/commands.ts'
import { makePlan } from '../../src/modules/vrouwenopvang/server/plan-commands.ts'
import { chooseRoute } from '../../src/modules/vrouwenopvang/server/route-commands.ts'
import { startSysteem } from '../../src/modules/vrouwenopvang/server/systeem-commands.ts'
import { registerHuisverbod } from '../../src/modules/vrouwenopvang/server/verbod-commands.ts'
import { placeOnWachtlijst } from '../../src/modules/wachtlijst/server/commands.ts'
import type { Id } from '../../src/shared/id.ts'
import { givenMelding } from './melding.ts'
import { givenPersoon } from './persoon.ts'
import { accepted, type TestPlatform, workAs } from './platform.ts'
import { givenLocatie, givenProduct } from './plek.ts'
import type { TestRegio } from './regio.ts'

/** Texts that occur nowhere else, so that seeing one means knowing where somebody hides, or that she does. */
export const geheimen = {
  /** Where she stays, as it stands in her dossier. */
  adres: 'Schuilzaakstraat',
  /** Where the house is, how to call it and how its people call it. */
  huisAdres: 'Huiszaaklaan',
  huisTelefoon: '010-7773311',
  huisNaam: 'Schuilnaamzaak',
  /** Who she is. */
  naam: 'Geheimzaakproef',
  kind: 'Kindzaakproef',
  /** What she fears, and the number of the decision about the pleger. */
  plan: 'Dreigingzaakproef',
  huisverbod: 'HV-ZAAK-1',
} as const
export type Geheim = keyof typeof geheimen

export interface GeheimeZaak {
  readonly persoonId: Id
  readonly locatieId: Id
  readonly productId: Id
}

/** A mother with a child at a secret address: from the code oranje to the stay, with letter, plan, route and system. */
export async function givenGeheimeZaak(platform: TestPlatform, regio: TestRegio): Promise<GeheimeZaak> {
  const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  const productId = await givenProduct(platform, regio, { naam: 'Crisisopvang VO', domein: 'VO' })
  await workAs(platform, regio.systeem, (work) =>
    work.db.updateTable('product').set({ toegang: 'direct' }).where('id', '=', productId).execute(),
  )
  const { locatieId } = await givenLocatie(platform, regio, {
    organisatie: 'vrouwenopvang',
    productId,
    voorziening: { domein: 'VO' },
    locatie: {
      isGeheim: true,
      naam: geheimen.huisNaam,
      adres: `${geheimen.huisAdres} 77, Nergens`,
      telefoon: geheimen.huisTelefoon,
    },
    plekken: [{ personenMaximum: 4 }, { personenMaximum: 4 }],
  })
  const melding = await givenMelding(platform, vo, {
    domein: 'VO',
    persoon: {
      achternaam: geheimen.naam,
      geboortedatum: '1990-01-01',
      geslacht: 'vrouw',
      isGeheim: true,
      geenBsnReden: 'nog_niet_gevraagd',
      herkomstOnbekendReden: 'geheim',
      woonplaatsOnbekendReden: 'geheim',
    } as never,
  })
  const persoonId = melding.persoonId!
  const kind = await givenPersoon(platform, vo, {
    achternaam: geheimen.kind,
    geboortedatum: '2020-01-01',
    isGeheim: true,
    geenBsnReden: 'nog_niet_gevraagd',
  })
  await workAs(platform, vo, async (work) => {
    const adres = {
      soort: 'verblijfadres',
      isGeheim: true,
      gemeenteCode: null,
      van: '2026-01-01',
      tot: null,
    } as const
    for (const wie of [persoonId, kind])
      accepted(await addAdres(work, { ...adres, persoonId: wie, adres: `${geheimen.adres} 13, Nergens` }))
    accepted(
      await recordTriage(work, {
        meldingId: melding.id,
        domein: 'VO',
        uitkomst: 'onderzoek',
        toelichting: 'Niet veilig thuis',
        voCode: 'oranje',
        rechtmatigVerblijf: 'ja',
        voGeweldAfhankelijk: true,
        voThuisOnveilig: true,
      } as never),
    )
    accepted(await chooseRoute(work, { persoonId, route: 'plek_in_regio' }))
    accepted(await makeOntvangstbevestiging(work, { meldingId: melding.id, via: 'veilig_kanaal' }))
    accepted(
      await createHuishouden(work, { persoonId, leden: [{ persoonId: kind, rol: 'kind' }], op: work.today }),
    )
  })
  const voorstelId = await workAs(platform, vo, async (work) => {
    const wacht = accepted(
      await placeOnWachtlijst(work, {
        persoonId,
        productId,
        richting: 'instroom',
        gemeenteCode: 'GM0622',
        overbrugging: 'eigen_netwerk',
      }),
    )
    return accepted(
      await proposeVoorstel(work, { wachtlijstplaatsingId: wacht.id, locatieId, vanaf: work.today }),
    ).id
  })
  await workAs(platform, vo, async (work) => {
    accepted(await acceptVoorstel(work, { voorstelId, versie: 1 }))
  })
  await workAs(platform, vo, async (work) => {
    accepted(await startVerblijf(work, { voorstelId, op: work.today }))
    const bespreken = { opgesteldOp: work.today, besprekenOp: '2026-03-30', metClient: true } as const
    accepted(
      await makePlan(work, {
        persoonId,
        dreiging: geheimen.plan,
        signalen: `${geheimen.plan} bij de school`,
        afspraken: `Nooit zeggen dat het huis op de ${geheimen.huisAdres} staat`,
        kinderen: null,
        bellen: 'De wacht',
        ...bespreken,
      }),
    )
    accepted(await startSysteem(work, { persoonId, rol: 'slachtoffer' }))
    const verbod = {
      besluitnummer: geheimen.huisverbod,
      gemeenteCode: 'GM0622',
      opgelegdOp: work.today,
    } as const
    accepted(await registerHuisverbod(work, { persoonId: kind, ...verbod }))
  })
  return { persoonId, locatieId, productId }
}
