import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { telwijzen } from '../../wachtlijst/domain/rules.ts'
import { Fout } from './fout.ts'
import { ketenbestanden, kolommen, type Soort, soorten } from './kolommen.ts'
import { partnerbestanden } from './kolommen-partners.ts'
import { programmabestanden } from './kolommen-programma.ts'

export const SoortBestand = z.enum(Object.keys(soorten) as [Soort, ...Soort[]], {
  error: 'Kies wat er in het bestand staat.',
})
/** Only for a waiting list; null when the source does not say. */
export const Telwijze = z.enum(
  Object.keys(telwijzen) as [keyof typeof telwijzen, ...(keyof typeof telwijzen)[]],
  {
    error: 'Kies hoe de bron telt.',
  },
)
export const standen = {
  gecontroleerd: 'Gecontroleerd, nog niet ingelezen',
  afgekeurd: 'Afgekeurd: er zijn fouten',
  ingelezen: 'Ingelezen',
} as const

export const Inleesbestand = z.object({
  id: z.uuid(),
  soort: SoortBestand,
  soortNaam: z.string(),
  bestandsnaam: z.string(),
  bron: z.string(),
  peildatum: Datum,
  telwijze: Telwijze.nullable(),
  status: z.enum(['gecontroleerd', 'afgekeurd', 'ingelezen']),
  statusNaam: z.string(),
  rijen: z.number().int(),
  aantalFouten: z.number().int(),
  samenvatting: z.string(),
  overgeslagen: z.array(z.string()),
  /** False when the checked content is no longer kept: then offer the file again. */
  kanInlezen: z.boolean(),
  gebruiker: z.string().nullable(),
  gemaaktOp: z.iso.datetime(),
  ingelezenOp: z.iso.datetime().nullable(),
})
export type Inleesbestand = z.infer<typeof Inleesbestand>

export const InleesbestandMetFouten = Inleesbestand.extend({ fouten: z.array(Fout) })
export type InleesbestandMetFouten = z.infer<typeof InleesbestandMetFouten>

/** Base64 of 10 MB. */
export const maximumInhoud = 14_000_000

/** The same four operations for files of the chain and for files of a programma: each has a right of its own. */
function bestandEndpoints(naam: { een: string; pad: string }, namen: Readonly<Record<string, string>>) {
  const { een, pad } = naam
  return {
    list: endpoint({
      method: 'GET',
      path: `/${pad}`,
      name: `list${een}en`,
      summary: 'Aangeboden bestanden van uw organisatie, nieuwste eerst',
      query: Paging.extend({ formaat: z.string().optional() }),
      response: page(Inleesbestand),
    }),
    get: endpoint({
      method: 'GET',
      path: `/${pad}/:id`,
      name: `get${een}`,
      summary: 'Eén aangeboden bestand met zijn fouten',
      params: IdParam,
      response: InleesbestandMetFouten,
    }),
    check: endpoint({
      method: 'POST',
      path: `/${pad}`,
      name: `check${een}`,
      summary: 'Bied een bestand aan: het wordt gecontroleerd en nog niet ingelezen',
      body: z.object({
        soort: z.enum(Object.keys(namen) as [Soort, ...Soort[]], {
          error: 'Kies wat er in het bestand staat.',
        }),
        bestandsnaam: tekst('de naam van het bestand'),
        bron: tekst('waar de gegevens vandaan komen'),
        peildatum: Datum,
        telwijze: Telwijze.nullish(),
        inhoud: z
          .base64({ error: 'Kies een bestand.' })
          .min(1, { error: 'Kies een bestand.' })
          .max(maximumInhoud, { error: 'Dit bestand is groter dan 10 MB.' }),
      }),
      response: InleesbestandMetFouten,
    }),
    load: endpoint({
      method: 'POST',
      path: `/${pad}/:id/inlezen`,
      name: `load${een}`,
      summary: 'Lees een gecontroleerd bestand in: alles of niets',
      params: IdParam,
      response: Inleesbestand,
      status: 200,
    }),
  }
}

export const reeksen = {
  keten: bestandEndpoints({ een: 'Inleesbestand', pad: 'inleesbestanden' }, ketenbestanden),
  programma: bestandEndpoints({ een: 'Programmabestand', pad: 'programmabestanden' }, programmabestanden),
  partners: bestandEndpoints({ een: 'Partnerbestand', pad: 'partnerbestanden' }, partnerbestanden),
} as const
export type Reeks = keyof typeof reeksen

/** The kinds of each series. */
export const soortenVan = {
  keten: ketenbestanden,
  programma: programmabestanden,
  partners: partnerbestanden,
} as const
export const reeksVan = (soort: Soort): Reeks =>
  soort in ketenbestanden ? 'keten' : soort in partnerbestanden ? 'partners' : 'programma'

/** The template of a kind: headings with one example row; `?formaat=csv|xlsx|ods` gives the file. */
function sjabloon<S extends Soort>(soort: S) {
  return endpoint({
    method: 'GET',
    path: `/inleessjablonen/${soort}`,
    name: `getSjabloon${soort[0]!.toUpperCase()}${soort.slice(1)}`,
    summary: `Voorbeeldbestand om in te vullen: ${soorten[soort].toLowerCase()}`,
    query: Paging.extend({ formaat: z.string().optional() }),
    response: page(z.object(Object.fromEntries(kolommen[soort].map((kolom) => [kolom.sleutel, z.string()])))),
  })
}
export const sjablonen = {
  plekken: sjabloon('plekken'),
  verblijven: sjabloon('verblijven'),
  wachtlijst: sjabloon('wachtlijst'),
  programmas: sjabloon('programmas'),
  onderdelen: sjabloon('onderdelen'),
  activiteiten: sjabloon('activiteiten'),
  resultaten: sjabloon('resultaten'),
  besluitmomenten: sjabloon('besluitmomenten'),
  knelpunten: sjabloon('knelpunten'),
  metingen: sjabloon('metingen'),
  partners: sjabloon('partners'),
} as const
