import { beforeAll, describe, expect, it } from 'vitest'
import { givenCasus, givenDeelnemer, givenOverleg, uitnodiging } from '../../../../tests/given/casus.ts'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { agreeActie, endOverleg, finishActie, publishLes, writeLes } from '../../casus/server/commands.ts'
import type { Groepcode } from '../domain/contract.ts'
import { readVandaag } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let gast: Vrager
let persoonId: Id
let casusId: Id
let overlegId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  gast = await regio.als('corporatie', 'corporatie_medewerker')
  persoonId = await givenPersoon(platform, loket, { achternaam: 'Grutto' })
  casusId = (await givenCasus(platform, loket, persoonId)).id
  overlegId = await givenOverleg(platform, loket, casusId)
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const blok = async (wie: Vrager, code: Groepcode) =>
  (await as(wie, (work) => readVandaag(work))).groepen.find((one) => one.code === code)

describe('casussen op Vandaag', () => {
  it('wie is uitgenodigd ziet het overleg zonder om wie het gaat, tot het einde', async () => {
    const id = await givenDeelnemer(
      platform,
      loket,
      overlegId,
      uitnodiging(gast.gebruikerId!, {
        grond: 'BEROEPSHALVE_MEDEWERKING',
        weging: 'Zonder verhuurder geen woning',
      }),
    )
    expect(await blok(gast, 'casus_uitnodiging')).toMatchObject({
      aantal: 1,
      items: [{ soort: 'casusuitnodiging', id, persoonId: null, datum: '2026-03-03' }],
    })
    platform.clock.set('2026-03-03T10:00:00Z')
    expect(await blok(gast, 'casus_uitnodiging')).toBeUndefined()
  })

  it('een overleg waarvan de tijd voorbij is vraagt de regievoerder om af te ronden', async () => {
    expect(await blok(loket, 'casus_overleg_afronden')).toMatchObject({
      items: [{ soort: 'casus', id: casusId, persoonId }],
    })
    accepted(await as(loket, (work) => endOverleg(work, { id: overlegId, naar: 'gehouden' })))
    expect(await blok(loket, 'casus_overleg_afronden')).toBeUndefined()
  })

  it('een actie blijft bij de eigenaar staan na het overleg, ook te laat, tot zij klaar is', async () => {
    const actie = await as(loket, async (work) =>
      accepted(
        await agreeActie(work, {
          casusId,
          soort: 'actie',
          tekst: 'Een gelijkvloerse woning zoeken',
          organisatieId: gast.organisatieId!,
          gebruikerId: null,
          uiterlijkOp: '2026-03-10',
        }),
      ),
    )
    platform.clock.set('2026-03-12')
    const mijn = await blok(gast, 'casus_actie')
    expect(mijn).toMatchObject({
      teLaat: 1,
      items: [{ naam: 'Een gelijkvloerse woning zoeken', persoonId: null }],
    })
    expect(JSON.stringify(mijn)).not.toMatch(new RegExp(`Grutto|${persoonId}|${casusId}`))
    accepted(await as(gast, (work) => finishActie(work, { ...actie, status: 'gedaan', uitkomst: null })))
    expect(await blok(gast, 'casus_actie')).toBeUndefined()
    platform.clock.set('2026-03-03')
  })

  it('een casus waarvan de termijn nadert of voorbij is staat bij de organisatie die leidt', async () => {
    const ander = await givenCasus(
      platform,
      loket,
      await givenPersoon(platform, loket, { achternaam: 'Wulp' }),
    )
    expect(await blok(loket, 'casus_te_laat')).toBeUndefined()
    platform.clock.set('2026-03-18')
    expect(await blok(loket, 'casus_te_laat')).toMatchObject({
      aantal: 1,
      teLaat: 1,
      items: [{ id: ander.id }],
    })
    expect(await blok(await regio.als('wijkteam', 'toegangsmedewerker'), 'casus_te_laat')).toBeUndefined()
  })

  it('een les vraagt een collega om te controleren, nooit de schrijver', async () => {
    const collega = await regio.als('loket', 'casusregisseur')
    const les = await as(loket, async (work) =>
      accepted(
        await writeLes(work, { casusId, titel: 'Nachtzorg', tekst: 'Er is te weinig zorg in de nacht' }),
      ),
    )
    expect(await blok(loket, 'casus_les_controleren')).toBeUndefined()
    expect(await blok(collega, 'casus_les_controleren')).toMatchObject({
      items: [{ naam: 'Nachtzorg', id: casusId }],
    })
    accepted(await as(collega, (work) => publishLes(work, les)))
    expect(await blok(collega, 'casus_les_controleren')).toBeUndefined()
  })
})
