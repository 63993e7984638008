import {
  type NewLocatie,
  type NewPlek,
  type NewVoorziening,
  registerLocatie,
  registerPlekken,
  registerVoorziening,
} from '../../src/modules/plek/server/commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Id } from '../../src/shared/id.ts'
import { accepted, workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'

let serial = 0

export interface ProductInput {
  naam?: string
  domein?: 'BW' | 'BT' | 'MO' | 'VO' | 'WONEN'
  gezinnen?: 'ja' | 'nee' | 'alleen'
  nachtregistratie?: boolean
  maximum?: { aantal: number; eenheid: 'dagen' | 'weken' | 'maanden' }
}

/** A product with its stay rule, valid since 2020. */
export function givenProduct(platform: Platform, regio: TestRegio, input: ProductInput = {}): Promise<Id> {
  return workAs(platform, regio.systeem, async (work) => {
    const id = work.newId()
    const nummer = ++serial
    await work.db
      .insertInto('product')
      .values({
        id,
        regio_id: work.regioId,
        code: `P${nummer}`,
        naam: input.naam ?? `Product ${nummer}`,
        domein: input.domein ?? 'MO',
        gezinnen: input.gezinnen ?? 'ja',
        nachtregistratie: input.nachtregistratie ?? true,
        van: '2020-01-01',
      })
      .execute()
    await work.db
      .insertInto('product_regel')
      .values({
        regio_id: work.regioId,
        product_id: id,
        van: '2020-01-01',
        maximum_aantal: input.maximum?.aantal ?? null,
        maximum_eenheid: input.maximum?.eenheid ?? null,
      })
      .execute()
    return id
  })
}

export interface LocatieInput {
  organisatie?: keyof TestRegio['organisaties']
  voorziening?: Partial<NewVoorziening>
  locatie?: Partial<NewLocatie>
  productId: Id
  /** One plek per item, named Plek 1, Plek 2 … */
  plekken: readonly Partial<NewPlek>[]
}

/** A voorziening with one locatie and its plekken, since 2020, of Aanbieder Noord in Vlaardingen unless said otherwise. */
export async function givenLocatie(
  platform: Platform,
  regio: TestRegio,
  input: LocatieInput,
): Promise<{ voorzieningId: Id; locatieId: Id; plekIds: Id[] }> {
  return workAs(platform, regio.systeem, async (work) => {
    const nummer = ++serial
    const van = '2020-01-01'
    const voorziening = accepted(
      await registerVoorziening(work, {
        organisatieId: regio.organisaties[input.organisatie ?? 'aanbieder'],
        code: `V${nummer}`,
        naam: `Voorziening ${nummer}`,
        soort: 'verblijf',
        domein: 'MO',
        bereik: 'regionaal',
        van,
        ...input.voorziening,
      }),
    )
    const locatie = accepted(
      await registerLocatie(work, {
        voorzieningId: voorziening.id,
        naam: `Locatie ${nummer}`,
        gemeenteCode: input.locatie?.isGeheim || input.locatie?.isExtern ? null : 'GM0622',
        van,
        ...input.locatie,
      }),
    )
    const plekken = accepted(
      await registerPlekken(work, {
        plekken: input.plekken.map((plek, i) => ({
          locatieId: locatie.id,
          productId: input.productId,
          naam: `Plek ${i + 1}`,
          van,
          ...plek,
        })),
      }),
    )
    return { voorzieningId: voorziening.id, locatieId: locatie.id, plekIds: plekken.ids }
  })
}
