import { registerPersoon } from '../../src/modules/persoon/server/commands.ts'
import {
  type NewPlek,
  registerLocatie,
  registerPlekken,
  registerVoorziening,
} from '../../src/modules/plek/server/commands.ts'
import {
  type NewWachtlijstplaatsing,
  placeOnWachtlijst,
} from '../../src/modules/wachtlijst/server/commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { accepted, workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'

type Context = { platform: Platform; regio: TestRegio }

export interface TestProduct {
  readonly code: string
  readonly domein?: 'BW' | 'BT' | 'MO' | 'VO' | 'WONEN'
  readonly toegang?: 'besluit' | 'beschikking' | 'direct'
  readonly gezinnen?: 'ja' | 'nee' | 'alleen'
}

/** A product; without more words one of the opvang that needs no decision. */
export async function givenProduct({ platform, regio }: Context, product: TestProduct): Promise<Id> {
  const id = platform.newId()
  await workAs(platform, regio.systeem, (work) =>
    work.db
      .insertInto('product')
      .values({
        id,
        regio_id: regio.regioId,
        code: product.code,
        naam: `Product ${product.code}`,
        domein: product.domein ?? 'MO',
        toegang: product.toegang ?? 'direct',
        gezinnen: product.gezinnen ?? 'ja',
        van: '2020-01-01',
      })
      .execute(),
  )
  return id
}

/** A locatie of an organisation with plekken `1`, `2` … for one product. */
export async function givenLocatie(
  { platform, regio }: Context,
  input: {
    productId: Id
    naam: string
    organisatie?: keyof TestRegio['organisaties']
    plekken?: number
    plek?: Partial<NewPlek>
    kenmerken?: string[]
    gemeenteCode?: string
  },
): Promise<{ locatieId: Id; plekIds: Id[] }> {
  return workAs(platform, regio.systeem, async (work) => {
    const voorziening = accepted(
      await registerVoorziening(work, {
        organisatieId: regio.organisaties[input.organisatie ?? 'aanbieder'],
        code: input.naam,
        naam: input.naam,
        soort: 'verblijf',
        domein: 'MO',
        bereik: 'regionaal',
        van: '2020-01-01',
      }),
    )
    const locatie = accepted(
      await registerLocatie(work, {
        voorzieningId: voorziening.id,
        naam: input.naam,
        gemeenteCode: input.gemeenteCode ?? 'GM0622',
        kenmerken: input.kenmerken ?? [],
        van: '2020-01-01',
      }),
    )
    const plekken = Array.from({ length: input.plekken ?? 1 }, (_, i) => ({
      naam: `Plek ${i + 1}`,
      locatieId: locatie.id,
      productId: input.productId,
      van: '2020-01-01',
      ...input.plek,
    }))
    const { ids } = plekken.length === 0 ? { ids: [] } : accepted(await registerPlekken(work, { plekken }))
    return { locatieId: locatie.id, plekIds: ids }
  })
}

let serial = 0

export interface TestWachtende extends Partial<Omit<NewWachtlijstplaatsing, 'productId' | 'persoonId'>> {
  readonly productId: Id
  readonly achternaam?: string
  readonly voornamen?: string
  readonly geboortedatum?: string
  readonly geslacht?: 'vrouw' | 'man' | 'anders' | 'onbekend'
  readonly isGeheim?: boolean
}

export async function givenPersoon(
  platform: Platform,
  vrager: Vrager,
  input: Pick<TestWachtende, 'achternaam' | 'voornamen' | 'geboortedatum' | 'geslacht' | 'isGeheim'> = {},
): Promise<Id> {
  serial++
  return accepted(
    await workAs(platform, vrager, (work) =>
      registerPersoon(work, {
        voornamen: input.voornamen ?? `Wacht ${serial}`,
        achternaam: input.achternaam ?? `Proef${serial}`,
        geboortedatum: input.geboortedatum ?? '1985-05-17',
        geslacht: input.geslacht ?? 'onbekend',
        isGeheim: input.isGeheim ?? false,
        geenBsnReden: 'nog_niet_gevraagd',
        herkomstGemeente: 'GM0622',
        herkomstBewijs: 'verklaring_persoon',
        woonplaatsOnbekendReden: 'niet_vast_te_stellen',
      }),
    ),
  ).id
}

/** A person put on the list by `vrager`; without more words one adult from Vlaardingen, instroom. */
export async function givenWachtende(
  platform: Platform,
  vrager: Vrager,
  input: TestWachtende,
): Promise<{ id: Id; persoonId: Id }> {
  const { achternaam, voornamen, geboortedatum, geslacht, isGeheim, ...rest } = input
  const persoonId = await givenPersoon(platform, vrager, {
    ...(achternaam && { achternaam }),
    ...(voornamen && { voornamen }),
    ...(geboortedatum && { geboortedatum }),
    ...(geslacht && { geslacht }),
    ...(isGeheim && { isGeheim }),
  })
  const { id } = accepted(
    await workAs(platform, vrager, (work) =>
      placeOnWachtlijst(work, {
        persoonId,
        richting: 'instroom',
        gemeenteCode: 'GM0622',
        overbrugging: 'eigen_netwerk',
        ...rest,
      }),
    ),
  )
  return { id, persoonId }
}
