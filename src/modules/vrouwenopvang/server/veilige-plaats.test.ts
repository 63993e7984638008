import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenLocatie, givenProduct, givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { recordTriage } from '../../melding/server/commands.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import { regioNietMogelijk } from '../../voorstel/domain/veilige-plaats.ts'
import { proposeVoorstel } from '../../voorstel/server/commands.ts'
import { matchWachtende } from '../../voorstel/server/match-queries.ts'
import { placeOnWachtlijst } from '../../wachtlijst/server/commands.ts'
import { answerPlegerhulp, endPlegerhulp, offerPlegerhulp } from './plegerhulp-commands.ts'
import { readVrouwenopvang } from './queries.ts'
import { allowRood } from './rood-command.ts'
import { joinSysteem, startSysteem } from './systeem-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let vo: Vrager
let loket: Vrager
let productId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  loket = await regio.als('loket', 'wachtlijstbeheerder')
  productId = await givenProduct({ platform, regio }, { code: 'vo', domein: 'VO' })
})

const doe = <T>(wie: Vrager, run: Parameters<typeof workAs<T>>[2]) => workAs(platform, wie, run)
const opvolging = () => ({
  organisatieId: regio.organisaties.vrouwenopvang,
  contactpersoonId: vo.gebruikerId!,
})
const plaats = (persoonId: Id, plekId: Id) =>
  doe(regio.systeem, (work) =>
    startDirectVerblijf(work, {
      persoonId,
      plekId,
      op: work.today,
      soort: 'regulier',
      opvolging: opvolging(),
    }),
  )
const lees = async (persoonId: Id) => accepted(await doe(vo, (work) => readVrouwenopvang(work, persoonId)))
let serial = 0
const locatie = () =>
  givenLocatie(
    { platform, regio },
    { productId, naam: `Huis ${++serial}`, organisatie: 'vrouwenopvang', plekken: 3 },
  )

async function givenRood(): Promise<Id> {
  const { id, persoonId } = await givenMelding(platform, vo)
  accepted(
    await doe(vo, (work) =>
      recordTriage(work, {
        meldingId: id,
        domein: 'VO',
        voCode: 'rood',
        uitkomst: 'onderzoek',
        toelichting: 'Ernstig gevaar',
        rechtmatigVerblijf: 'ja',
        voGeweldAfhankelijk: true,
        voThuisOnveilig: true,
      } as never),
    ),
  )
  return persoonId!
}
const wacht = async (persoonId: Id) =>
  accepted(
    await doe(vo, (work) =>
      placeOnWachtlijst(work, {
        persoonId,
        productId,
        richting: 'instroom',
        gemeenteCode: 'GM0622',
        overbrugging: 'eigen_netwerk',
      }),
    ),
  ).id
const stelVoor = (wachtlijstplaatsingId: Id, locatieId: Id, wie = loket) =>
  doe(wie, (work) =>
    proposeVoorstel(work, {
      wachtlijstplaatsingId,
      locatieId,
      vanaf: work.today,
      afwijkingReden: 'Proef',
      overboekingReden: 'Proef',
    }),
  )

describe('code rood gaat naar elders (VO-02)', () => {
  it('een voorstel en een verblijf in de regio worden geweigerd, tot vastligt waarom het kan en wie dat besloot', async () => {
    const persoonId = await givenRood()
    const { locatieId, plekIds } = await locatie()
    const wachtend = await wacht(persoonId)
    expect(await stelVoor(wachtend, locatieId, vo)).toMatchObject({ code: 'code_rood_elders' })
    // Who may not read files of the vrouwenopvang does not hear why.
    expect(JSON.stringify(regioNietMogelijk(false))).not.toMatch(/rood|geweld/)
    expect(await plaats(persoonId, plekIds[0]!)).toMatchObject({ code: 'code_rood_elders' })
    const besluit = {
      persoonId,
      reden: 'De pleger zit vast.',
      beslotenDoor: 'Coördinator vrouwenopvang',
      beslotenOp: '2026-03-02',
    }
    expect(
      await doe(vo, (work) => allowRood(work, { ...besluit, reden: 'Kerkstraat 12 is veilig' })),
    ).toMatchObject({ code: 'adres_niet_vastleggen', field: 'reden' })
    accepted(await doe(vo, (work) => allowRood(work, besluit)))
    expect((await lees(persoonId)).roodAfwijking).toMatchObject({ beslotenDoor: 'Coördinator vrouwenopvang' })
    accepted(await stelVoor(wachtend, locatieId, vo))
    accepted(await plaats(persoonId, plekIds[0]!))
  })

  it('zonder code rood is er niets af te wijken', async () => {
    const persoonId = await givenPersoon(platform, vo)
    expect(
      await doe(vo, (work) =>
        allowRood(work, { persoonId, reden: 'x', beslotenDoor: 'x', beslotenOp: '2026-03-02' }),
      ),
    ).toMatchObject({ code: 'geen_code_rood' })
  })
})

describe('een pleger komt nooit op de locatie van het slachtoffer (VO-06)', () => {
  it('zo’n voorstel wordt al geweigerd als het wordt gedaan, zonder te zeggen waarom, en de locatie staat er niet tussen', async () => {
    const slachtoffer = await givenPersoon(platform, vo, { achternaam: 'Slachtofferproef', isGeheim: true })
    const { locatieId, plekIds } = await locatie()
    accepted(await plaats(slachtoffer, plekIds[0]!))
    const { koppelcode } = accepted(
      await doe(vo, (work) => startSysteem(work, { persoonId: slachtoffer, rol: 'slachtoffer' })),
    )
    const { id: wachtend, persoonId: pleger } = await givenWachtende(platform, loket, { productId })
    await doe(regio.systeem, async (work) => {
      accepted(await joinSysteem(work, { persoonId: pleger, koppelcode, rol: 'pleger' }))
    })
    const ander = await locatie()
    const geweigerd = await stelVoor(wachtend, locatieId)
    expect(geweigerd).toMatchObject({ code: 'locatie_niet_mogelijk', field: 'locatieId' })
    expect(JSON.stringify(geweigerd)).not.toMatch(/slachtoffer|pleger|systeem/i)
    const { locaties } = accepted(
      await doe(regio.systeem, (work) =>
        matchWachtende(work, { wachtlijstplaatsingId: wachtend, vanaf: work.today }),
      ),
    )
    const ids = locaties.map((one) => one.locatieId)
    expect(ids).toContain(ander.locatieId)
    expect(ids).not.toContain(locatieId)
    accepted(await stelVoor(wachtend, ander.locatieId))
    // And the other way round: no voorstel for a slachtoffer where the pleger has been proposed.
    const kind = await givenWachtende(platform, loket, { productId })
    await doe(regio.systeem, async (work) => {
      accepted(await joinSysteem(work, { persoonId: kind.persoonId, koppelcode, rol: 'kind' }))
    })
    expect(await stelVoor(kind.id, ander.locatieId)).toMatchObject({ code: 'locatie_niet_mogelijk' })
    accepted(await stelVoor(kind.id, locatieId))
  })
})

describe('opvang van een pleger gaat samen met hulp (VO-06)', () => {
  it('alleen voor wie als pleger in een systeem staat, één aanbod tegelijk, met het antwoord', async () => {
    const persoonId = await givenPersoon(platform, vo)
    const aanbod = {
      persoonId,
      aanbod: 'Gesprekken over omgaan met boosheid',
      aangebodenDoor: 'Wijkteam Oost',
      aangebodenOp: '2026-03-02',
      besprekenOp: '2026-04-01',
    }
    const bied = () => doe(vo, (work) => offerPlegerhulp(work, aanbod))
    expect(await bied()).toMatchObject({ code: 'geen_pleger' })
    accepted(await doe(vo, (work) => startSysteem(work, { persoonId, rol: 'pleger' })))
    const { plekIds } = await locatie()
    accepted(await plaats(persoonId, plekIds[0]!))
    expect((await lees(persoonId)).plegerhulpNodig).toBe(true)
    const { id } = accepted(await bied())
    expect(await bied()).toMatchObject({ code: 'hulp_loopt_al' })
    expect(await lees(persoonId)).toMatchObject({
      plegerhulpNodig: false,
      plegerhulp: [{ aanbod: aanbod.aanbod, antwoord: null }],
    })
    const stap = { id, op: '2026-03-02' }
    accepted(await doe(vo, (work) => answerPlegerhulp(work, { ...stap, versie: 1, antwoord: 'aangenomen' })))
    expect(
      await doe(vo, (work) => answerPlegerhulp(work, { ...stap, versie: 1, antwoord: 'geweigerd' })),
    ).toMatchObject({ code: 'versie_verouderd' })
    accepted(await doe(vo, (work) => endPlegerhulp(work, { ...stap, versie: 2, reden: 'Afgerond' })))
    expect(await doe(vo, (work) => endPlegerhulp(work, { ...stap, versie: 3, reden: 'x' }))).toMatchObject({
      code: 'hulp_geeindigd',
    })
  })
})
