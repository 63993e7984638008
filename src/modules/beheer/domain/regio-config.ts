import { z } from 'zod'
import { Datum, tekst } from '../../../shared/endpoint.ts'
import { OrganisatieGegevens, ProductGegevens } from './contract.ts'
import { overlapFault, perSleutel } from './gedateerd.ts'
import {
  criteria,
  escalatieniveau,
  ethosRegel,
  fase,
  instelling,
  keuze,
  mandaat,
  prioriteitsregel,
  productOvergang,
  productRegel,
  regioGemeente,
  rolPermissie,
  streefaantal,
  termijn,
  woningafspraak,
} from './soorten.ts'

// The whole configuration of a region as one file: every dated rule with its history and its future. Rows refer to each
// other by name and code, so that a file fits in any region.

const periode = { van: Datum, tot: Datum.nullable().default(null) }

/** One row of a dated table in the file: key and content side by side. */
function rijen<S extends z.ZodObject, W extends z.ZodObject>(soort: {
  sleutel: S
  waarde: W
  enkel: string
}) {
  return (
    z
      .array(z.object({ sleutel: soort.sleutel, waarde: soort.waarde, ...periode }))
      // @NOTE The shape of an open type parameter cannot be resolved here; the fields are those of the line above.
      .superRefine((list, context) => reportOverlaps(list as never, soort.enkel, context))
      .optional()
  )
}

function reportOverlaps(
  list: readonly { sleutel: object; van: string; tot: string | null }[],
  enkel: string,
  context: z.core.$RefinementCtx,
): void {
  for (const [key, group] of perSleutel(list)) {
    const fault = overlapFault(group)
    if (fault)
      context.addIssue({
        code: 'custom',
        message: `${enkel} ${key}: ${fault}.`,
        path: [list.indexOf(group[0]!)],
      })
  }
}

export const RegioConfig = z
  .strictObject({
    versie: z.literal(1),
    regio: z.object({
      code: z.string().regex(/^[A-Z][A-Z0-9_]{1,11}$/, { error: 'Gebruik hoofdletters, bijvoorbeeld MVS.' }),
      naam: tekst('de naam'),
    }),
    gemeenten: rijen(regioGemeente),
    organisaties: z.array(OrganisatieGegevens.extend(periode)).optional(),
    mandaten: rijen({
      enkel: mandaat.enkel,
      sleutel: mandaat.sleutel,
      waarde: mandaat.waarde.omit({ organisatieId: true }).extend({ organisatie: tekst('de organisatie') }),
    }),
    producten: z
      .array(
        ProductGegevens.extend({
          ...periode,
          regels: z.array(z.object({ waarde: productRegel.waarde, ...periode })).default([]),
        }).superRefine((product, context) => {
          const fault = overlapFault(product.regels)
          if (fault)
            context.addIssue({ code: 'custom', message: `Langste verblijf: ${fault}.`, path: ['regels'] })
        }),
      )
      .optional(),
    fasen: rijen(fase),
    escalatieniveaus: rijen(escalatieniveau),
    ethosregels: rijen(ethosRegel),
    productOvergangen: rijen({
      enkel: productOvergang.enkel,
      sleutel: z.object({ van: tekst('de code van het product'), naar: tekst('de code van het product') }),
      waarde: productOvergang.waarde,
    }),
    streefaantallen: rijen({
      enkel: streefaantal.enkel,
      sleutel: z.object({ product: tekst('de code van het product') }),
      waarde: streefaantal.waarde,
    }),
    woningafspraken: rijen({
      enkel: woningafspraak.enkel,
      sleutel: woningafspraak.sleutel
        .omit({ organisatieId: true })
        .extend({ organisatie: tekst('de corporatie') }),
      waarde: woningafspraak.waarde,
    }),
    termijnen: rijen(termijn),
    instellingen: rijen(instelling),
    keuzes: rijen(keuze),
    criteria: rijen(criteria),
    prioriteitsregels: rijen(prioriteitsregel),
    rolPermissies: rijen(rolPermissie),
    bronconflicten: z
      .array(
        z.object({
          onderwerp: tekst('het onderwerp', 300),
          waardeA: tekst('de eerste waarde', 300),
          bronA: tekst('de eerste bron', 300),
          waardeB: tekst('de tweede waarde', 300),
          bronB: tekst('de tweede bron', 300),
          gebruikt: tekst('welke waarde gebruikt wordt', 300),
          toelichting: z.string().trim().max(1000).default(''),
        }),
      )
      .optional(),
  })
  .superRefine((config, context) => {
    unique(config.organisaties ?? [], 'naam', 'organisaties', context)
    unique(config.producten ?? [], 'code', 'producten', context)
  })
/** As parsed: defaults are filled in. */
export type RegioConfig = z.output<typeof RegioConfig>
/** As written by hand. */
export type RegioConfigFile = z.input<typeof RegioConfig>

function unique<K extends string>(
  list: readonly Record<K, string>[],
  field: K,
  path: string,
  context: z.core.$RefinementCtx,
): void {
  for (const [i, one] of list.entries())
    if (list.findIndex((other) => other[field] === one[field]) !== i)
      context.addIssue({
        code: 'custom',
        message: `${one[field]} staat er twee keer in.`,
        path: [path, i, field],
      })
}

/** Every fault of a file at once, each with its place: `termijnen.3.waarde.aantal: Vul een heel getal in.` */
export function faultsOfConfig(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.map(String).join('.') || 'bestand'}: ${issue.message}`)
}
