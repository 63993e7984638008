import { fase, productOvergang, productRegel } from '../../src/modules/beheer/domain/soorten.ts'
import { changeGedateerd } from '../../src/modules/beheer/server/dated-commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Id } from '../../src/shared/id.ts'
import { accepted, workAs } from './platform.ts'
import { givenLocatie, givenProduct } from './plek.ts'
import type { TestRegio } from './regio.ts'

/** Names of the secret house, so that seeing one means knowing where somebody hides. */
export const huis = { naam: 'Huis Kornoelje', adres: 'Kornoeljehof', telefoon: '010-7774422' } as const

const fasen = [
  ['MO', 1, 'instroom', 'Instroom', null, null],
  ['MO', 2, 'verblijf', 'Verblijf', [12, 'weken'], 'verblijf'],
  ['MO', 3, 'uitstroom', 'Uitstroom', null, 'uitstroomgereed'],
  ['BW', 1, 'instroom', 'Instroom', [3, 'maanden'], 'verblijf'],
  ['BW', 2, 'doorstroom', 'Doorstroom', [24, 'maanden'], null],
  ['VO', 1, 'verblijf', 'Verblijf', [9, 'maanden'], 'verblijf'],
  ['VO', 2, 'uitstroom', 'Uitstroom', null, 'uitstroomgereed'],
] as const

/** A region with every step of the two long ways: from crisisopvang and from violence at home, to a home of one's own. */
export async function givenLangeKeten(platform: Platform, regio: TestRegio) {
  const product = (input: Parameters<typeof givenProduct>[2]) => givenProduct(platform, regio, input)
  const crisis = await product({
    naam: 'Crisisopvang',
    domein: 'MO',
    maximum: { aantal: 12, eenheid: 'weken' },
  })
  const tussen = await product({
    naam: 'Tussenvoorziening',
    domein: 'MO',
    nachtregistratie: false,
    maximum: { aantal: 24, eenheid: 'maanden' },
  })
  const timeOut = await product({ naam: 'Time-out', domein: 'BW', maximum: { aantal: 6, eenheid: 'weken' } })
  const opvangHg = await product({
    naam: 'Opvang na huiselijk geweld',
    domein: 'VO',
    maximum: { aantal: 9, eenheid: 'maanden' },
  })
  await workAs(platform, regio.systeem, async (work) => {
    await work.db.updateTable('product').set({ code: 'time_out' }).where('id', '=', timeOut).execute()
    for (const [domein, volgorde, code, naam, termijn, begintBij] of fasen)
      accepted(
        await changeGedateerd(work, fase, {
          sleutel: { domein, code },
          versie: 0,
          vanaf: '2020-01-01',
          waarde: {
            volgorde,
            naam,
            omschrijving: '',
            termijnAantal: termijn?.[0] ?? null,
            termijnEenheid: termijn?.[1] ?? null,
            waarschuwDagen: 28,
            begintBij,
            bron: null,
          },
        }),
      )
    accepted(
      await changeGedateerd(work, productOvergang, {
        sleutel: { vanProductId: crisis, naarProductId: tussen },
        versie: 0,
        vanaf: '2020-01-01',
        waarde: { voorwaarde: '', bron: null },
      }),
    )
  })
  const plek = (productId: Id, naam: string, organisatie: 'aanbieder' | 'andereAanbieder') =>
    givenLocatie(platform, regio, {
      organisatie,
      productId,
      voorziening: { naam },
      locatie: { naam },
      plekken: [{ personenMaximum: 2 }, { personenMaximum: 2 }],
    })
  const geheim = await givenLocatie(platform, regio, {
    organisatie: 'vrouwenopvang',
    productId: opvangHg,
    voorziening: { domein: 'VO' },
    locatie: { isGeheim: true, naam: huis.naam, adres: `${huis.adres} 9, Nergens`, telefoon: huis.telefoon },
    plekken: [{ personenMaximum: 4 }, { personenMaximum: 4 }],
  })
  return {
    producten: { crisis, tussen, timeOut, opvangHg },
    locaties: {
      crisis: await plek(crisis, 'Kadehuis', 'aanbieder'),
      tussen: await plek(tussen, 'Singelhof', 'andereAanbieder'),
      timeOut: await plek(timeOut, 'Rustpunt', 'aanbieder'),
      geheim,
    },
    /** How many days before the end of the longest stay of a product the region wants to be warned. */
    waarschuw: async (
      productId: Id,
      regel: { aantal: number; eenheid: 'weken' | 'maanden'; dagen: number },
    ) => {
      const { versie } = await workAs(platform, regio.systeem, (work) =>
        work.db
          .selectFrom('product_regel')
          .select('versie')
          .where('product_id', '=', productId)
          .where('tot', 'is', null)
          .executeTakeFirstOrThrow(),
      )
      accepted(
        await workAs(platform, regio.systeem, (work) =>
          changeGedateerd(work, productRegel, {
            sleutel: { productId },
            versie,
            vanaf: '2021-01-01',
            waarde: {
              maximumAantal: regel.aantal,
              maximumEenheid: regel.eenheid,
              waarschuwDagen: regel.dagen,
              bron: null,
            },
          }),
        ),
      )
    },
  }
}
