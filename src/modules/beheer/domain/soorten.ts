import { z } from 'zod'
import { tekst } from '../../../shared/endpoint.ts'
import { ethosKlassen } from '../../../shared/ethos.ts'
import { Id } from '../../../shared/id.ts'
import { Bron, Code, gedateerd } from './gedateerd.ts'

// Every dated table of the region with its key and content. Screens, routes, import and export all follow from here.

export const domeinen = {
  BW: 'Beschermd wonen',
  BT: 'Beschermd thuis',
  MO: 'Maatschappelijke opvang',
  VO: 'Vrouwenopvang',
  WONEN: 'Begeleid wonen',
} as const
export const Domein = z.enum(Object.keys(domeinen) as [keyof typeof domeinen, ...(keyof typeof domeinen)[]])
export type Domein = z.infer<typeof Domein>

export const eenheden = {
  uren: 'uren',
  werkdagen: 'werkdagen',
  dagen: 'dagen',
  weken: 'weken',
  maanden: 'maanden',
} as const
const enkelvoud = {
  uren: 'uur',
  werkdagen: 'werkdag',
  dagen: 'dag',
  weken: 'week',
  maanden: 'maand',
} as const

/** `1 week`, `6 weken`. */
export function duurTekst(aantal: number, eenheid: keyof typeof eenheden): string {
  return `${aantal} ${aantal === 1 ? enkelvoud[eenheid] : eenheden[eenheid]}`
}

const Aantal = z
  .number({ error: 'Vul een getal in.' })
  .int({ error: 'Vul een heel getal in.' })
  .min(1, { error: 'Vul 1 of meer in.' })
  .max(1000, { error: 'Vul 1000 of minder in.' })

export const GemeenteCode = z
  .string({ error: 'Kies een gemeente.' })
  .regex(/^GM\d{4}$/, { error: 'Kies een gemeente uit de lijst.' })

export const termijn = gedateerd({
  tabel: 'termijn',
  pad: '/termijnen',
  naam: 'Termijn',
  enkel: 'termijn',
  sleutel: z.object({ code: Code }),
  waarde: z.object({
    naam: tekst('een naam'),
    aantal: Aantal,
    eenheid: z.enum(['uren', 'werkdagen', 'dagen', 'weken', 'maanden']),
    wettelijk: z.boolean(),
    bron: Bron,
  }),
})

export const instelling = gedateerd({
  tabel: 'instelling',
  pad: '/instellingen',
  naam: 'Instelling',
  enkel: 'instelling',
  sleutel: z.object({ code: Code }),
  waarde: z
    .object({
      naam: tekst('een naam'),
      waarde: tekst('een waarde'),
      soort: z.enum(['getal', 'ja_nee', 'tekst']),
      bron: Bron,
    })
    .refine((i) => i.soort !== 'getal' || /^-?\d+([.,]\d+)?$/.test(i.waarde), {
      path: ['waarde'],
      error: 'Vul een getal in.',
    })
    .refine((i) => i.soort !== 'ja_nee' || ['ja', 'nee'].includes(i.waarde), {
      path: ['waarde'],
      error: 'Kies ja of nee.',
    }),
})

export const keuze = gedateerd({
  tabel: 'keuze',
  pad: '/keuzes',
  naam: 'Keuze',
  enkel: 'keuze',
  sleutel: z.object({ lijst: Code, code: Code }),
  waarde: z.object({
    naam: tekst('een naam'),
    volgorde: z.number().int().min(0).max(1000),
    uitleg: z.string().trim().max(500).default(''),
    bron: Bron,
  }),
})

export const productRegel = gedateerd({
  tabel: 'product_regel',
  pad: '/product-regels',
  naam: 'ProductRegel',
  enkel: 'langste verblijf',
  sleutel: z.object({ productId: Id }),
  waarde: z
    .object({
      maximumAantal: Aantal.nullable().default(null),
      maximumEenheid: z.enum(['dagen', 'weken', 'maanden']).nullable().default(null),
      waarschuwDagen: z.number().int().min(0).max(365),
      bron: Bron,
    })
    .refine((r) => (r.maximumAantal === null) === (r.maximumEenheid === null), {
      path: ['maximumEenheid'],
      error: 'Vul het aantal en de eenheid allebei in, of laat ze allebei leeg.',
    }),
})

export const fase = gedateerd({
  tabel: 'fase',
  pad: '/fasen',
  naam: 'Fase',
  enkel: 'fase',
  sleutel: z.object({ domein: Domein, code: Code }),
  waarde: z
    .object({
      volgorde: z.number().int().min(1).max(100),
      naam: tekst('een naam'),
      omschrijving: z.string().trim().max(1000).default(''),
      /** How long the phase may last; both null when there is no limit. */
      termijnAantal: Aantal.nullable().default(null),
      termijnEenheid: z.enum(['dagen', 'weken', 'maanden']).nullable().default(null),
      waarschuwDagen: z.number().int().min(0).max(365).default(28),
      /** Step of the chain with which it begins by itself; null when someone chooses it. */
      begintBij: z.enum(['verblijf', 'uitstroomgereed']).nullable().default(null),
      bron: Bron,
    })
    .refine((f) => (f.termijnAantal === null) === (f.termijnEenheid === null), {
      path: ['termijnEenheid'],
      error: 'Vul het aantal en de eenheid allebei in, of laat ze allebei leeg.',
    }),
})

/** Which product may follow which; no rows for a product: everything may. */
export const productOvergang = gedateerd({
  tabel: 'product_overgang',
  pad: '/product-overgangen',
  naam: 'ProductOvergang',
  enkel: 'toegestane stap',
  sleutel: z.object({ vanProductId: Id, naarProductId: Id }),
  waarde: z.object({ voorwaarde: z.string().trim().max(300).default(''), bron: Bron }),
})

/** CAP-17: how many plekken of a product the region wants; what there is, is counted. */
export const streefaantal = gedateerd({
  tabel: 'streefaantal',
  pad: '/streefaantallen',
  naam: 'Streefaantal',
  enkel: 'streefaantal',
  sleutel: z.object({ productId: Id }),
  waarde: z.object({
    aantal: Aantal,
    /** Plekken that were there already: `aantal` comes on top. Null when `aantal` is the whole target. */
    uitgangspunt: z
      .number({ error: 'Vul een getal in.' })
      .int({ error: 'Vul een heel getal in.' })
      .min(0, { error: 'Vul 0 of meer in.' })
      .max(100_000, { error: 'Vul 100.000 of minder in.' })
      .nullable()
      .default(null),
    bron: Bron,
  }),
})

/** UIT-08: homes per year that a corporatie agreed to in a gemeente (prestatieafspraken); what came of it is counted. */
export const woningafspraak = gedateerd({
  tabel: 'woningafspraak',
  pad: '/woningafspraken',
  naam: 'Woningafspraak',
  enkel: 'woningafspraak',
  sleutel: z.object({
    gemeenteCode: GemeenteCode,
    organisatieId: z.uuid({ error: 'Kies een corporatie.' }),
  }),
  waarde: z.object({ aantal: Aantal, bron: Bron }),
})

/** CAS-02: on which levels a casus is discussed, who acts there and within how many days. */
export const escalatieniveau = gedateerd({
  tabel: 'escalatieniveau',
  pad: '/escalatieniveaus',
  naam: 'Escalatieniveau',
  enkel: 'escalatieniveau',
  sleutel: z.object({
    nummer: z
      .number({ error: 'Vul een getal in.' })
      .int({ error: 'Vul een heel getal in.' })
      .min(1, { error: 'Vul 1 of meer in.' })
      .max(99, { error: 'Vul 99 of minder in.' }),
  }),
  waarde: z.object({
    naam: tekst('een naam'),
    wie: tekst('wie aan zet is', 200),
    dagen: z
      .number({ error: 'Vul een getal in.' })
      .int({ error: 'Vul een heel getal in.' })
      .min(1, { error: 'Vul 1 of meer in.' })
      .max(365, { error: 'Vul 365 of minder in.' }),
    bron: Bron,
  }),
})

/** What is known of somebody that says something about a roof, from where the code of the rule comes. */
export const ethosgronden = {
  product: 'Verblijft in een product',
  domein: 'Verblijft in een deel van de keten',
  verblijfsoort: 'Soort verblijf',
  winterkou: 'Winterkouderegeling',
  uitstroom: 'Kan weg uit beschermd wonen',
  woonsituatie: 'Slaapplek bij de triage',
  overbrugging: 'Tijdens het wachten',
  bestemming: 'Vertrok naar',
  woning: 'Woning',
  ontruiming: 'Signaal van ontruiming',
} as const

/** Codes of the grounds that no list of the region holds. */
export const ethoscodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  verblijfsoort: {
    regulier: 'Gewoon verblijf',
    spoed: 'Spoed',
    overbrugging: 'Overbrugging',
    time_out: 'Time-out',
  },
  winterkou: { nacht: 'Een nacht te gast' },
  uitstroom: { geen_woning: 'Is klaar, en heeft binnen een maand geen woning' },
  overbrugging: {
    opvang: 'Wordt elders opgevangen',
    ambulante_hulp: 'Krijgt hulp thuis',
    dagbesteding: 'Heeft dagbesteding',
    eigen_netwerk: 'Is bij het eigen netwerk',
    geen: 'Er is niets',
  },
  woning: { huurcontract: 'Huurt een woning' },
  ontruiming: { binnen_een_maand: 'Wordt binnen een maand ontruimd' },
}

export const ethosUitkomsten = { ...ethosKlassen, niet: 'Niet dak- of thuisloos' } as const

/** MON-04: to which group of ETHOS Light a situation belongs (FEANTSA). A situation without a rule says nothing. */
export const ethosRegel = gedateerd({
  tabel: 'ethos_regel',
  pad: '/ethos-regels',
  naam: 'EthosRegel',
  enkel: 'regel van ETHOS Light',
  sleutel: z.object({
    grond: z.enum(Object.keys(ethosgronden) as [keyof typeof ethosgronden], { error: 'Kies een situatie.' }),
    code: z.string({ error: 'Kies of vul een code in.' }).regex(/^[A-Za-z0-9_]{1,60}$/, {
      error: 'Gebruik voor de code alleen letters, cijfers en _.',
    }),
  }),
  waarde: z.object({
    klasse: z.enum(Object.keys(ethosUitkomsten) as [keyof typeof ethosUitkomsten], {
      error: 'Kies een groep.',
    }),
    bron: Bron,
  }),
})

export const criteria = gedateerd({
  tabel: 'criteria',
  pad: '/criteria',
  naam: 'Criteria',
  enkel: 'toelatingscriteria',
  heeftId: true,
  sleutel: z.object({ domein: Domein }),
  waarde: z
    .object({
      naam: tekst('een naam'),
      vragen: z
        .array(
          z.object({
            code: Code,
            tekst: tekst('de tekst van het criterium', 500),
            toelichting: z.string().trim().max(500).default(''),
          }),
        )
        .min(1, { error: 'Vul minstens één criterium in.' })
        .max(30),
      bron: Bron,
    })
    .refine((c) => new Set(c.vragen.map((v) => v.code)).size === c.vragen.length, {
      path: ['vragen'],
      error: 'Elke code mag één keer voorkomen.',
    }),
})

export const voorwaarden = {
  acuut_onveilig: 'De situatie is acuut onveilig',
  gezin_met_kinderen: 'Er zijn minderjarige kinderen',
  buiten_slapen: 'Er is vannacht geen slaapplek',
  overbrugging_elders: 'Wordt nu elders opgevangen',
  uitstroomgereed: 'Houdt een plek bezet en kan door',
  jonger_dan_23: 'Jonger dan 23 jaar',
  herinstroom: 'Komt terug na eerder verblijf',
  regiobinding: 'Heeft een band met de regio',
  beschikking_geldig: 'Er is een geldige beschikking',
  plaatsbaar: 'Plaatsing kan nu',
  altijd: 'Geldt voor iedereen',
} as const

export const prioriteitsregel = gedateerd({
  tabel: 'prioriteitsregel',
  pad: '/prioriteitsregels',
  naam: 'Prioriteitsregel',
  enkel: 'volgorderegel',
  heeftId: true,
  sleutel: z.object({
    domein: Domein,
    soort: z.enum(['poort', 'trede']),
    volgorde: z.number().int().min(1).max(99),
  }),
  waarde: z.object({
    voorwaarde: z.enum(
      Object.keys(voorwaarden) as [keyof typeof voorwaarden, ...(keyof typeof voorwaarden)[]],
    ),
    naam: tekst('een naam'),
    uitleg: tekst('een uitleg', 500),
    bron: Bron,
  }),
})

export const mandaat = gedateerd({
  tabel: 'mandaat',
  pad: '/mandaten',
  naam: 'Mandaat',
  enkel: 'mandaat',
  heeftId: true,
  sleutel: z.object({ gemeenteCode: GemeenteCode, domein: z.enum(['BW', 'MO', 'VO']) }),
  waarde: z.object({
    organisatieId: z.uuid({ error: 'Kies een organisatie.' }),
    grondslag: tekst('het besluit of de overeenkomst', 500),
    bron: Bron,
  }),
})

export const regioGemeente = gedateerd({
  tabel: 'regio_gemeente',
  pad: '/regio-gemeenten',
  naam: 'RegioGemeente',
  enkel: 'gemeente',
  sleutel: z.object({ gemeenteCode: GemeenteCode }),
  waarde: z.object({
    isCentrumgemeente: z.boolean(),
    inwoners: z.number().int().min(1).max(20_000_000).nullable().default(null),
    bron: Bron,
  }),
})

/** A right that a role has; there is no content: the row is the right. */
export const rolPermissie = gedateerd({
  tabel: 'rol_permissie',
  pad: '/rol-permissies',
  naam: 'RolPermissie',
  enkel: 'recht',
  sleutel: z.object({ rolCode: Code, permissie: tekst('een recht', 60) }),
  waarde: z.object({}),
})

export const gebruikerRol = gedateerd({
  tabel: 'gebruiker_rol',
  pad: '/gebruiker-rollen',
  naam: 'GebruikerRol',
  enkel: 'rol',
  sleutel: z.object({ gebruikerId: Id, rolCode: Code }),
  waarde: z.object({}),
})
