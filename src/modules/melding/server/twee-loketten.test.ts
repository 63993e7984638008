import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { eenMelding, eenOnderzoek, givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { completeOnderzoek, decideMelding, editMelding, editOnderzoek, recordTriage } from './commands.ts'
import { getBesluit, getOnderzoek } from './detail-queries.ts'
import { getOpties } from './opties-query.ts'
import { getMelding } from './queries.ts'
import { acceptOverdracht, offerOverdracht } from './samenwerking-commands.ts'

// TOE-02 and TOE-10: two users at two loketten, the local one and the regional one.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let wijkteam: Vrager
let loket: Vrager
let productId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  loket = await regio.als('loket', 'toegangsmedewerker')
  productId = await givenProduct(platform, regio)
})

const triage = (meldingId: Id, vrager: Vrager, toelichting: string) =>
  workAs(platform, vrager, (work) =>
    recordTriage(work, { meldingId, uitkomst: 'onderzoek', domein: 'MO', toelichting }),
  )
const onderzoek = (meldingId: Id, vrager: Vrager, velden: object) =>
  workAs(platform, vrager, (work) => editOnderzoek(work, { meldingId, ...velden }))
const lees = (meldingId: Id, vrager: Vrager) =>
  workAs(platform, vrager, async (work) => ({
    melding: accepted(await getMelding(work, meldingId)),
    onderzoek: accepted(await getOnderzoek(work, meldingId)).onderzoek,
  }))

describe('van het lokale naar het regionale loket', () => {
  it('het tweede loket leest wat het eerste schreef, vult aan zonder overtypen, en het eerste wijzigt niets meer', async () => {
    const { id } = await givenMelding(platform, wijkteam, { hulpvraag: 'De huur is opgezegd per 1 april.' })
    accepted(await triage(id, wijkteam, 'Kan niet bij familie terecht.'))
    const { eigenKracht, ...bijWijkteam } = eenOnderzoek('2026-03-02')
    accepted(await onderzoek(id, wijkteam, { ...bijWijkteam, behoeften: 'Een plek dicht bij school.' }))
    const { id: overdrachtId } = accepted(
      await workAs(platform, wijkteam, (work) =>
        offerOverdracht(work, {
          meldingId: id,
          naarOrganisatieId: regio.organisaties.loket,
          reden: 'Regionale plek nodig',
        }),
      ),
    )
    accepted(await workAs(platform, loket, (work) => acceptOverdracht(work, { overdrachtId })))

    const geschreven = {
      melding: {
        loket: 'Regionaal loket',
        hulpvraag: 'De huur is opgezegd per 1 april.',
        triageToelichting: 'Kan niet bij familie terecht.',
        domein: 'MO',
      },
      onderzoek: { behoeften: 'Een plek dicht bij school.', planUitgelegdOp: '2026-03-02' },
    }
    expect(await lees(id, loket)).toMatchObject(geschreven)
    accepted(await onderzoek(id, loket, { eigenKracht }))
    accepted(await workAs(platform, loket, (work) => completeOnderzoek(work, { meldingId: id })))
    expect(await lees(id, loket)).toMatchObject({
      ...geschreven,
      onderzoek: { ...geschreven.onderzoek, eigenKracht },
    })

    // The one who gave reads along, and that is all.
    const na = await lees(id, wijkteam)
    expect(na).toMatchObject({ ...geschreven, onderzoek: { ...geschreven.onderzoek, eigenKracht } })
    const pogingen = [
      await triage(id, wijkteam, 'Toch anders.'),
      await onderzoek(id, wijkteam, { behoeften: 'Iets anders.' }),
      await workAs(platform, wijkteam, (work) =>
        editMelding(work, {
          ...eenMelding,
          meldingId: id,
          versie: na.melding.versie,
          hulpvraag: 'Iets anders.',
        }),
      ),
      await workAs(platform, wijkteam, (work) =>
        decideMelding(work, { meldingId: id, uitkomst: 'ingetrokken', motivering: 'Toch niet nodig.' }),
      ),
    ]
    for (const poging of pogingen) expect(poging).toMatchObject({ rejected: true })
    expect(await lees(id, loket)).toMatchObject({
      ...geschreven,
      onderzoek: { ...geschreven.onderzoek, eigenKracht },
    })
  })
})

describe('gelijke screening (TOE-10)', () => {
  it('dezelfde zaak met dezelfde antwoorden krijgt bij beide loketten dezelfde vragen en dezelfde uitkomst', async () => {
    const screen = async (vrager: Vrager, antwoord: 'ja' | 'nee', toelichting: string | null) => {
      const { criteria } = await workAs(platform, vrager, (work) => getOpties(work))
      const { vragen } = criteria.find((one) => one.domein === 'MO')!
      const { id } = await givenMelding(platform, vrager)
      accepted(await triage(id, vrager, 'Nergens anders een plek.'))
      accepted(await onderzoek(id, vrager, eenOnderzoek('2026-03-02')))
      accepted(await workAs(platform, vrager, (work) => completeOnderzoek(work, { meldingId: id })))
      const done = await workAs(platform, vrager, (work) =>
        decideMelding(work, {
          meldingId: id,
          uitkomst: 'toegelaten',
          productId,
          antwoorden: vragen.map(({ code }) => ({ code, antwoord, toelichting })),
          motivering: 'Past bij de criteria.',
        }),
      )
      if ('rejected' in done) return { vragen, code: done.code, faults: done.faults }
      const { besluit } = accepted(await workAs(platform, vrager, (work) => getBesluit(work, id)))
      return {
        vragen,
        uitkomst: besluit?.uitkomst,
        criteria: besluit?.criteria,
        antwoorden: besluit?.antwoorden,
      }
    }
    for (const [antwoord, toelichting] of [
      ['ja', null],
      ['nee', null],
      ['nee', 'Slaapt met een kind in de auto.'],
    ] as const) {
      const lokaal = await screen(wijkteam, antwoord, toelichting)
      expect(lokaal.vragen.length).toBeGreaterThan(0)
      expect(await screen(loket, antwoord, toelichting)).toEqual(lokaal)
    }
    expect(await screen(loket, 'nee', null)).toMatchObject({ code: 'criteria_onvolledig' })
  })
})
