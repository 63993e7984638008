import { z } from 'zod'
import { Datum, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { Afsluitreden } from '../../opvolging/domain/contract.ts'

// Words and input of staying; the endpoints are in api.ts.

export const verblijfSoorten = {
  regulier: 'Gewoon verblijf',
  spoed: 'Spoedplaatsing',
  overbrugging: 'Overbrugging',
  time_out: 'Time-out',
} as const

const leeg = <T extends z.ZodType>(type: T) => type.nullable().default(null)
const reden = z.string().trim().max(500, { error: 'Gebruik niet meer dan 500 tekens.' })
const keuze = (wat: string) =>
  z
    .string({ error: `Kies ${wat}.` })
    .min(1, { error: `Kies ${wat}.` })
    .max(60)

/** What happens next, and when at the latest. */
export const Stap = z.object({ volgendeStap: tekst('een volgende stap', 300), volgendeStapOp: Datum })
export type Stap = z.infer<typeof Stap>

/** Why a stay that ends took longer than its longest stay; asked only then (TRJ-05). */
const Overschrijding = { overschrijdingReden: keuze('waarom het langer duurde').nullish() }

/** Reasons for what normally may not be; each is kept with the stay. */
const Afwijking = {
  /** The plek does not fit, or is promised to someone else. */
  afwijkingReden: leeg(reden),
  /** Children in a product that is not for families (CAP-10). */
  gezinReden: leeg(reden),
}

export const AankomstInvoer = z.object({
  /** Left out: the first free plek that fits. */
  plekId: leeg(Id),
  op: Datum,
  verwachtEindeOp: leeg(Datum),
  /** The stay elsewhere ends on this day. */
  eindigVorigVerblijf: z.boolean().default(false),
  ...Overschrijding,
  ...Afwijking,
  stap: leeg(Stap),
})
export type AankomstInvoer = z.infer<typeof AankomstInvoer>

export const VerhuizingInvoer = z.object({
  versie: Versie,
  plekId: Id,
  op: Datum,
  reden: leeg(reden),
  ...Overschrijding,
  ...Afwijking,
})
export type VerhuizingInvoer = z.infer<typeof VerhuizingInvoer>

export const VerlengingInvoer = z.object({
  versie: Versie,
  nieuwUiterlijkOp: Datum,
  reden: keuze('een reden'),
  toelichting: leeg(reden),
})
export type VerlengingInvoer = z.infer<typeof VerlengingInvoer>

export const VerwachtEindeInvoer = z.object({
  versie: Versie,
  /** Null: nobody can tell (any more). */
  op: Datum.nullable(),
  reden: tekst('waarom dit verandert', 300),
})
export type VerwachtEindeInvoer = z.infer<typeof VerwachtEindeInvoer>

export const UitstroomgereedInvoer = z
  .object({
    versie: Versie,
    /** Null takes it back. */
    op: Datum.nullable(),
    wachtOp: leeg(keuze('waarop gewacht wordt')),
  })
  .refine((input) => input.op === null || input.wachtOp !== null, {
    error: 'Kies waarop gewacht wordt.',
    path: ['wachtOp'],
  })
export type UitstroomgereedInvoer = z.infer<typeof UitstroomgereedInvoer>

/** Niemand uit beeld: whoever leaves gets a next step, or the promise is ended with a reason. */
export const Vervolg = z.discriminatedUnion('soort', [
  z.object({ soort: z.literal('stap'), ...Stap.shape }),
  z.object({
    soort: z.literal('afsluiten'),
    reden: Afsluitreden,
    toelichting: tekst('een toelichting', 500),
  }),
])
export type Vervolg = z.infer<typeof Vervolg>

export const VertrekInvoer = z.object({
  versie: Versie,
  op: Datum,
  reden: keuze('een reden'),
  bestemming: keuze('waar iemand heen gaat'),
  /** One member who leaves alone; null: everyone. */
  persoonId: leeg(Id),
  /** Who becomes the contact when that member was it. */
  nieuwAanspreekpuntId: leeg(Id),
  ...Overschrijding,
  vervolg: Vervolg,
})
export type VertrekInvoer = z.infer<typeof VertrekInvoer>

export const CorrectieInvoer = z.object({ versie: Versie, reden: tekst('een reden', 300), stap: Stap })
export type CorrectieInvoer = z.infer<typeof CorrectieInvoer>

export const NietVerschenenInvoer = z.object({
  op: Datum,
  reden: keuze('waarom niemand kwam'),
  toelichting: leeg(reden),
})

export const NachtInvoer = z.object({
  nacht: Datum,
  rijen: z
    .array(
      z.object({
        verblijfId: Id,
        persoonId: Id,
        aanwezig: z.boolean(),
        afwezigReden: leeg(z.string().max(60)),
      }),
    )
    .min(1, { error: 'Er is niemand om vast te leggen.' })
    .max(500, { error: 'Leg hooguit 500 mensen in één keer vast.' }),
})
export type NachtInvoer = z.infer<typeof NachtInvoer>

const Meekomend = z.number({ error: 'Vul een aantal in.' }).int().min(0).max(20)

/** One screen for tonight: who (known, new or without a name), where, and the melding (Wmo 2015 art. 2.3.3). */
export const SpoedInvoer = z
  .object({
    /** A melding that is there already, with its person; null: this makes one. */
    meldingId: leeg(Id),
    /** A person who is known; null: someone new. */
    persoonId: leeg(Id),
    /** The person gives no name, or cannot. */
    isNn: z.boolean().default(false),
    roepnaam: leeg(z.string().trim().max(100)),
    achternaam: leeg(z.string().trim().max(100)),
    geslacht: z.enum(['vrouw', 'man', 'anders', 'onbekend']).default('onbekend'),
    geboortejaar: leeg(
      z
        .number({ error: 'Vul een jaar in van vier cijfers, bijvoorbeeld 1985.' })
        .int()
        .min(1900, { error: 'Vul een jaar in vanaf 1900.' })
        .max(2199),
    ),
    volwassenen: Meekomend.min(1, { error: 'Er komt minstens 1 volwassene.' }).default(1),
    kinderen: Meekomend.default(0),
    gemeenteCode: leeg(z.string().max(20)),
    hulpvraag: tekst('de hulpvraag in eigen woorden', 2000),
    kanaal: keuze('hoe de melding binnenkwam').default('balie'),
    melderSoort: keuze('wie er meldt').default('zelf'),
    plekId: Id,
    op: Datum,
    eindigVorigVerblijf: z.boolean().default(false),
    ...Overschrijding,
    ...Afwijking,
  })
  .refine((input) => input.persoonId !== null || input.isNn || Boolean(input.achternaam), {
    error: 'Vul een achternaam in, of kies dat de naam onbekend is.',
    path: ['achternaam'],
    // Also when other fields have faults: all faults of a form at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
export type SpoedInvoer = z.infer<typeof SpoedInvoer>
