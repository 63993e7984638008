import type { Id } from '../../../shared/id.ts'
import { type Fault, type Rejection, reject } from '../../../shared/rejection.ts'
import type { RegioConfig } from '../domain/regio-config.ts'

// Rows of the file name organisations and products; here they get the id that these have in this region.

export interface FileRij {
  readonly sleutel: Record<string, unknown>
  readonly waarde: Record<string, unknown>
  readonly van: string
  readonly tot: string | null
}

export function mandatenOf(config: RegioConfig, byName: ReadonlyMap<string, Id>): FileRij[] | undefined {
  return config.mandaten?.map(({ waarde: { organisatie, ...waarde }, ...rij }) => ({
    ...rij,
    waarde: { organisatieId: byName.get(organisatie), ...waarde },
  }))
}

export function productRegelsOf(config: RegioConfig, byCode: ReadonlyMap<string, Id>): FileRij[] | undefined {
  return config.producten?.flatMap(({ code, regels }) =>
    regels.map((regel) => ({ ...regel, sleutel: { productId: byCode.get(code) } })),
  )
}

export function overgangenOf(
  config: RegioConfig,
  byCode: ReadonlyMap<string, Id>,
): FileRij[] | undefined | Rejection {
  const faults = (config.productOvergangen ?? []).flatMap(({ sleutel }, i) =>
    (['van', 'naar'] as const)
      .filter((kant) => !byCode.has(sleutel[kant]))
      .map((kant) => ({
        field: `productOvergangen.${i}.sleutel.${kant}`,
        message: `${sleutel[kant]} is geen product van deze regio.`,
      })),
  )
  if (faults.length > 0) return unknownProducts(faults)
  return config.productOvergangen?.map(({ sleutel, ...rij }) => ({
    ...rij,
    sleutel: { vanProductId: byCode.get(sleutel.van), naarProductId: byCode.get(sleutel.naar) },
  }))
}

export function streefaantallenOf(
  config: RegioConfig,
  byCode: ReadonlyMap<string, Id>,
): FileRij[] | undefined | Rejection {
  const faults = (config.streefaantallen ?? []).flatMap(({ sleutel }, i) =>
    byCode.has(sleutel.product)
      ? []
      : [
          {
            field: `streefaantallen.${i}.sleutel.product`,
            message: `${sleutel.product} is geen product van deze regio.`,
          },
        ],
  )
  if (faults.length > 0) return unknownProducts(faults)
  return config.streefaantallen?.map(({ sleutel, ...rij }) => ({
    ...rij,
    sleutel: { productId: byCode.get(sleutel.product) },
  }))
}

export function woningafsprakenOf(
  config: RegioConfig,
  byName: ReadonlyMap<string, Id>,
): FileRij[] | undefined | Rejection {
  const faults = (config.woningafspraken ?? []).flatMap(({ sleutel }, i) =>
    byName.has(sleutel.organisatie)
      ? []
      : [
          {
            field: `woningafspraken.${i}.sleutel.organisatie`,
            message: `${sleutel.organisatie} is geen organisatie van deze regio.`,
          },
        ],
  )
  if (faults.length > 0)
    return reject('organisatie_onbekend', 'Een woningafspraak noemt een organisatie die er niet is.', {
      faults,
      status: 422,
    })
  return config.woningafspraken?.map(({ sleutel: { organisatie, ...sleutel }, ...rij }) => ({
    ...rij,
    sleutel: { ...sleutel, organisatieId: byName.get(organisatie) },
  }))
}

const unknownProducts = (faults: readonly Fault[]) =>
  reject('product_onbekend', faults.map((one) => `${one.field}: ${one.message}`).join('\n'), {
    faults: [...faults],
  })
