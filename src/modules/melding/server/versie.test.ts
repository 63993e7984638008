import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import {
  eenMelding,
  eenPersoon,
  givenMelding,
  givenOnderzochteMelding,
} from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import {
  closeMelding,
  decideMelding,
  editMelding,
  editOnderzoek,
  linkPersoon,
  pickUpMelding,
  recordTriage,
} from './commands.ts'
import { getOnderzoek } from './detail-queries.ts'
import { offerOverdracht } from './samenwerking-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let collega: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  collega = await regio.als('loket', 'consulent_daklozenloket')
})

describe('twee mensen in één melding', () => {
  it('een oudere versie wordt geweigerd en zegt wie wat wijzigde', async () => {
    const { id } = await givenMelding(platform, loket)
    const wijzig = (vrager: Vrager, hulpvraag: string) =>
      workAs(platform, vrager, (work) =>
        editMelding(work, { ...eenMelding, hulpvraag, meldingId: id, versie: 1 }),
      )
    const uitkomsten = await Promise.all([wijzig(loket, 'Eén'), wijzig(collega, 'Twee')])
    const geweigerd = uitkomsten.filter((one) => 'rejected' in one)
    expect(geweigerd).toHaveLength(1)
    expect(geweigerd[0]).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [expect.objectContaining({ veld: 'hulpvraag' })],
    })
  })

  it('triage en besluit op een oudere versie zeggen wie wat wijzigde, met namen en gewone datums', async () => {
    const { id } = await givenMelding(platform, loket)
    accepted(await workAs(platform, collega, (work) => pickUpMelding(work, { meldingId: id, versie: 1 })))
    const triage = (vrager: Vrager, versie: number) =>
      workAs(platform, vrager, (work) =>
        recordTriage(work, { meldingId: id, versie, uitkomst: 'onderzoek', toelichting: 'Gesprek.' }),
      )
    expect(await triage(loket, 1)).toMatchObject({
      code: 'versie_verouderd',
      title: 'Iemand anders heeft dit intussen gewijzigd',
      message: expect.stringContaining('Proef consulent_daklozenloket loket wijzigde dit'),
      wijzigingen: [
        { veld: 'status', oud: 'nieuw', nieuw: 'triage' },
        { veld: 'behandelaar', oud: 'leeg', nieuw: 'Proef consulent_daklozenloket loket' },
      ],
    })
    expect(await triage(collega, 1)).toMatchObject({ title: 'U heeft dit zelf gewijzigd' })
    accepted(await triage(loket, 2))
    const besluit = (versie: number) =>
      workAs(platform, collega, (work) =>
        decideMelding(work, { meldingId: id, versie, uitkomst: 'ingetrokken', motivering: 'Wil niet.' }),
      )
    expect(await besluit(2)).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: expect.arrayContaining([
        expect.objectContaining({ veld: 'triageOp', oud: 'leeg', nieuw: '2-3-2026' }),
      ]),
    })
    accepted(await besluit(3))
    expect(await besluit(3)).toMatchObject({
      wijzigingen: [
        { veld: 'status', oud: 'onderzoek', nieuw: 'besloten' },
        { veld: 'besluit', oud: 'leeg', nieuw: 'ingetrokken' },
      ],
    })
  })

  it('triage, sluiten, koppelen en overdragen op een oudere versie: namen en datums, nooit een sleutel', async () => {
    const { id } = await givenMelding(platform, loket, { persoonId: null })
    accepted(await workAs(platform, collega, (work) => pickUpMelding(work, { meldingId: id, versie: 1 })))
    const wijzigingen = [
      { veld: 'status', oud: 'nieuw', nieuw: 'triage' },
      { veld: 'behandelaar', oud: 'leeg', nieuw: 'Proef consulent_daklozenloket loket' },
    ]
    const opnieuw = { meldingId: id, versie: 1 }
    const pogingen = [
      (work: Work) => recordTriage(work, { ...opnieuw, uitkomst: 'advies', toelichting: 'x' }),
      (work: Work) => closeMelding(work, { ...opnieuw, reden: 'dubbel' }),
      (work: Work) => linkPersoon(work, { ...opnieuw, persoon: eenPersoon }),
      (work: Work) =>
        offerOverdracht(work, {
          ...opnieuw,
          naarOrganisatieId: regio.organisaties.wijkteam,
          reden: 'Woont daar.',
        }),
    ]
    for (const poging of pogingen)
      expect(await workAs(platform, loket, poging)).toMatchObject({ code: 'versie_verouderd', wijzigingen })
    accepted(
      await workAs(platform, collega, (work) =>
        recordTriage(work, { meldingId: id, versie: 2, uitkomst: 'advies', toelichting: 'Wijkteam.' }),
      ),
    )
    expect(await workAs(platform, loket, pogingen[0]!)).toMatchObject({
      wijzigingen: expect.arrayContaining([
        expect.objectContaining({ veld: 'triageOp', oud: 'leeg', nieuw: '2-3-2026' }),
      ]),
    })
  })

  it('wie zelf in een ander venster wijzigde, leest dat', async () => {
    const { id } = await givenMelding(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        editMelding(work, { ...eenMelding, gemeenteCode: 'GM0606', isSpoed: true, meldingId: id, versie: 1 }),
      ),
    )
    expect(
      await workAs(platform, loket, (work) =>
        recordTriage(work, { meldingId: id, versie: 1, uitkomst: 'advies', toelichting: 'x' }),
      ),
    ).toMatchObject({
      title: 'U heeft dit zelf gewijzigd',
      wijzigingen: [
        { veld: 'isSpoed', oud: 'nee', nieuw: 'ja' },
        { veld: 'gemeenteCode', oud: 'Vlaardingen', nieuw: 'Schiedam' },
      ],
    })
  })

  it('een onderzoek dat na een nieuwe triage weer opengaat, zegt door wie', async () => {
    const { id } = await givenOnderzochteMelding(platform, loket)
    const { versie } = accepted(await workAs(platform, loket, (work) => getOnderzoek(work, id))).onderzoek!
    accepted(
      await workAs(platform, collega, (work) =>
        recordTriage(work, { meldingId: id, uitkomst: 'onderzoek', toelichting: 'Nieuwe feiten.' }),
      ),
    )
    expect(
      await workAs(platform, loket, (work) =>
        editOnderzoek(work, { meldingId: id, versie, behoeften: 'Rust' }),
      ),
    ).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [{ veld: 'afgerondOp', nieuw: 'leeg', door: 'Proef consulent_daklozenloket loket' }],
    })
  })
})
