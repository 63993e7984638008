import { z } from 'zod'
import { Datum, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { daysBetween } from '../../../shared/plain-date.ts'

/** What a measure does to the chain. */
export const soortenMaatregel = {
  plekken: 'Plekken erbij of eraf',
  winterplekken: 'Plekken die elk jaar een deel van het jaar open zijn',
  overstap: 'Bewoners gaan over naar een ander product',
  doorstroom: 'Een deel gaat na een vaste tijd door naar een ander product',
  instroom: 'Meer of minder mensen melden zich',
  verblijf: 'Verblijven duren langer of korter',
  terugkeer: 'Meer of minder mensen komen terug',
  woningen: 'Meer woningen per jaar',
  woningen_ineens: 'Woningen die in één keer komen',
} as const
export type SoortMaatregel = keyof typeof soortenMaatregel

export type Veld = 'product' | 'naar' | 'gemeente' | 'aantal' | 'procent' | 'dagen' | 'tot' | 'vervalt'

interface Velden {
  readonly moet: readonly Veld[]
  readonly mag: readonly Veld[]
}

/** Which fields a measure needs, and which it may have besides. */
export const veldenPerSoort: Readonly<Record<SoortMaatregel, Velden>> = {
  plekken: { moet: ['product', 'aantal'], mag: ['gemeente', 'dagen', 'tot'] },
  winterplekken: { moet: ['product', 'aantal', 'tot'], mag: ['gemeente'] },
  overstap: { moet: ['product', 'naar', 'aantal'], mag: ['tot', 'vervalt'] },
  doorstroom: { moet: ['product', 'naar', 'dagen', 'procent'], mag: ['aantal'] },
  instroom: { moet: ['procent'], mag: ['product', 'gemeente', 'tot'] },
  verblijf: { moet: ['product', 'procent'], mag: [] },
  terugkeer: { moet: ['procent'], mag: ['product'] },
  woningen: { moet: ['aantal'], mag: ['gemeente', 'tot'] },
  woningen_ineens: { moet: ['aantal'], mag: ['gemeente'] },
}

const woordVoor: Readonly<Record<Veld, string>> = {
  product: 'Kies een product.',
  naar: 'Kies het product waar mensen naartoe gaan.',
  gemeente: 'Kies een gemeente.',
  aantal: 'Vul in hoeveel.',
  procent: 'Vul een percentage in.',
  dagen: 'Vul in na hoeveel dagen.',
  tot: 'Vul de einddatum in.',
  vervalt: 'Kies of de plek verdwijnt.',
}

const geld = (naam: string) =>
  z
    .number({ error: `Vul ${naam} in hele euro's in.` })
    .int({ error: `Vul ${naam} in hele euro's in.` })
    .min(-1_000_000_000, { error: 'Vul een bedrag in van hooguit een miljard euro.' })
    .max(1_000_000_000, { error: 'Vul een bedrag in van hooguit een miljard euro.' })
    .nullable()
    .default(null)

const velden = {
  soort: z.enum(Object.keys(soortenMaatregel) as [SoortMaatregel, ...SoortMaatregel[]], {
    error: 'Kies een maatregel.',
  }),
  naam: tekst('de naam van de maatregel', 120),
  vanaf: Datum,
  tot: Datum.nullable().default(null),
  product: Id.nullable().default(null),
  naar: Id.nullable().default(null),
  gemeente: z
    .string()
    .regex(/^GM\d{4}$/, { error: 'Kies een gemeente uit de lijst.' })
    .nullable()
    .default(null),
  aantal: z
    .number({ error: 'Vul een getal in.' })
    .int({ error: 'Vul een heel getal in.' })
    .min(-2000, { error: 'Vul een getal in tussen -2.000 en 2.000.' })
    .max(2000, { error: 'Vul een getal in tussen -2.000 en 2.000.' })
    .nullable()
    .default(null),
  procent: z
    .number({ error: 'Vul een getal in.' })
    .min(-100, { error: 'Minder dan -100% kan niet: dan is er niets meer over.' })
    .max(300, { error: 'Vul 300% of minder in.' })
    .nullable()
    .default(null),
  dagen: z
    .number({ error: 'Vul een getal in.' })
    .int({ error: 'Vul een heel aantal dagen in.' })
    .min(1, { error: 'Vul 1 dag of meer in.' })
    .max(36_500, { error: 'Vul hooguit 36.500 dagen (honderd jaar) in.' })
    .nullable()
    .default(null),
  /** With `overstap`: the old place closes when somebody goes over. */
  vervalt: z.boolean().default(false),
  kostenEenmalig: geld('de eenmalige kosten'),
  kostenPerJaar: geld('de kosten per jaar'),
}

type Inhoud = z.output<z.ZodObject<typeof velden>>

function check(one: Inhoud, { addIssue }: z.RefinementCtx) {
  const fault = (path: string, message: string) =>
    addIssue({ code: 'custom', path: [path], message, input: one })
  const { moet, mag } = veldenPerSoort[one.soort]
  for (const veld of moet) if (one[veld] === null) fault(veld, woordVoor[veld])
  const over = (Object.keys(woordVoor) as Veld[]).filter(
    (veld) => !moet.includes(veld) && !mag.includes(veld),
  )
  for (const veld of over) {
    if (one[veld] !== null && one[veld] !== false)
      fault(veld, `Dit hoort niet bij “${soortenMaatregel[one.soort].toLowerCase()}”. Maak het leeg.`)
  }
  if (one.tot !== null && one.tot <= one.vanaf) fault('tot', 'Kies een dag na de begindatum.')
  if (one.soort === 'winterplekken' && one.tot !== null && daysBetween(one.vanaf, one.tot) >= 365)
    fault('tot', 'Kies een dag binnen een jaar na de begindatum: daarna begint de volgende winter.')
  if (one.naar !== null && one.naar === one.product)
    fault('naar', 'Kies een ander product dan waar mensen vandaan komen.')
  if (one.aantal === 0) fault('aantal', 'Met 0 verandert er niets. Vul een ander getal in.')
  const alleenErbij = one.soort !== 'plekken'
  if (alleenErbij && one.aantal !== null && one.aantal < 0) fault('aantal', 'Vul een getal boven 0 in.')
  if (one.procent === 0) fault('procent', 'Met 0% verandert er niets. Vul een ander getal in.')
  if (one.soort === 'doorstroom' && one.procent !== null && (one.procent < 0 || one.procent > 100))
    fault('procent', 'Vul een percentage in tussen 0 en 100.')
  if (one.soort === 'verblijf' && one.procent !== null && one.procent < -95)
    fault('procent', 'Korter dan een twintigste van nu rekent niet. Vul -95 of meer in.')
}

export const MaatregelInvoer = z.object(velden).superRefine(check)
export type MaatregelInvoer = z.output<typeof MaatregelInvoer>

export const Maatregel = z.object({ ...velden, id: Id }).superRefine(check)
export type Maatregel = z.output<typeof Maatregel>

/** A measure in the words of who plans it, filled in as far as the source goes. */
export interface Sjabloon {
  readonly naam: string
  readonly uitleg: string
  readonly soort: SoortMaatregel
  /** Domein of the products to choose from first. */
  readonly begin: Partial<Pick<Inhoud, 'aantal' | 'procent' | 'dagen' | 'vervalt'>>
}

export const sjablonen = {
  housing_first: {
    naam: 'Housing First woningen',
    uitleg:
      'Woningen voor mensen van een wachtlijst. Wie er woont, blijft er: vul in hoe lang iemand er gemiddeld huurt.',
    soort: 'plekken',
    begin: { aantal: 10, dagen: 3650 },
  },
  beschermd_thuis: {
    naam: 'Van beschermd wonen naar beschermd thuis',
    uitleg: 'Bewoners verhuizen in de loop van de periode. Wie er het langst is, gaat het eerst.',
    soort: 'overstap',
    begin: { aantal: 56, vervalt: true },
  },
  tussenvoorziening: {
    naam: 'Tussenvoorziening na 12 weken opvang',
    uitleg: 'Wie na 12 weken nog in de opvang is, gaat voor een deel door naar de tussenvoorziening.',
    soort: 'doorstroom',
    begin: { dagen: 84, procent: 50, aantal: 10 },
  },
  eigen_kamers: {
    naam: 'Eigen kamers: minder bedden per kamer',
    uitleg: 'Er verdwijnen bedden. Wie er al slaapt, houdt zijn bed tot vertrek.',
    soort: 'plekken',
    begin: { aantal: -10 },
  },
  short_stay: {
    naam: 'Short stay erbij',
    uitleg: 'Plekken voor kort verblijf erbij.',
    soort: 'plekken',
    begin: { aantal: 15 },
  },
  flexwoningen: {
    naam: 'Flexwoningen',
    uitleg: 'Woningen die in drie maanden na de begindatum vrijkomen voor wie klaar is om te vertrekken.',
    soort: 'woningen_ineens',
    begin: { aantal: 20 },
  },
  meer_woningen: {
    naam: 'Meer woningen per jaar',
    uitleg: 'Extra woningen per jaar voor wie klaar is om te vertrekken, per gemeente of in de hele regio.',
    soort: 'woningen',
    begin: { aantal: 10 },
  },
  korter_verblijf: {
    naam: 'Kortere verblijven',
    uitleg: 'Verblijven die na de begindatum beginnen, duren korter. Wie er al is, blijft zo lang als nu.',
    soort: 'verblijf',
    begin: { procent: -10 },
  },
  preventie: {
    naam: 'Preventie: minder mensen melden zich',
    uitleg: 'Een deel van de mensen die zich anders zouden melden, heeft geen opvang nodig.',
    soort: 'instroom',
    begin: { procent: -10 },
  },
  nachtopvang_afbouwen: {
    naam: 'Nachtopvang afbouwen',
    uitleg: 'Plekken in de nachtopvang sluiten. Wie er slaapt, houdt zijn plek tot vertrek.',
    soort: 'plekken',
    begin: { aantal: -10 },
  },
  winter: {
    naam: 'Extra plekken in de winter',
    uitleg: 'Plekken die elk jaar in dezelfde maanden open zijn. De kou zelf is niet te voorspellen.',
    soort: 'winterplekken',
    begin: { aantal: 10 },
  },
  nazorg: {
    naam: 'Nazorg: minder mensen komen terug',
    uitleg: 'Van wie na de begindatum vertrekt, komt een kleiner deel binnen twee jaar terug.',
    soort: 'terugkeer',
    begin: { procent: -25 },
  },
} as const satisfies Readonly<Record<string, Sjabloon>>
export type SjabloonNaam = keyof typeof sjablonen
