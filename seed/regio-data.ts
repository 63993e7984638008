import type { InstellingCode } from '../src/modules/beheer/domain/standaard.ts'
import type { OrganisatieSoort, Taak } from '../src/modules/beheer/server/commands.ts'
import type { NewLocatie, NewPlek, NewVoorziening } from '../src/modules/plek/server/commands.ts'
import type { PlainDate } from '../src/shared/plain-date.ts'

// Shape of a demo region as pure data. Organisations, products and facilities refer to each other by key.

export type Domein = 'BW' | 'BT' | 'MO' | 'VO' | 'WONEN'

export interface OrganisatieData {
  readonly naam: string
  readonly soort: OrganisatieSoort
  readonly taken: readonly Taak[]
  readonly gemeenteCode?: string
  readonly openingstijden?: string
  readonly bron: string
}

export interface ProductData {
  readonly naam: string
  readonly domein: Domein
  readonly omschrijving: string
  readonly nachtregistratie?: boolean
  readonly gezinnen?: 'ja' | 'nee' | 'alleen'
  readonly toegang: 'besluit' | 'beschikking' | 'direct'
  /** Longest stay, by first day of the rule; none means that the sources give no limit. */
  readonly regels?: readonly {
    readonly van: PlainDate
    readonly aantal: number
    readonly eenheid: 'dagen' | 'weken' | 'maanden'
    readonly bron: string
  }[]
  readonly bron: string
}

export interface PlekkenData {
  readonly product: string
  readonly aantal: number
  /** `#` becomes the serial number. */
  readonly naam: string
  readonly soort: NewPlek['soort']
  readonly personenMaximum?: number
  readonly kenmerken?: readonly string[]
  /** Plekken that share a room: how many per room. */
  readonly perKamer?: number
  readonly bron: string
}

export interface LocatieData
  extends Omit<NewLocatie, 'voorzieningId' | 'van' | 'adres' | 'telefoon' | 'kenmerken'> {
  readonly kenmerken?: readonly string[]
  readonly opening?: readonly {
    readonly van: PlainDate
    readonly regime: 'nacht' | 'dag' | 'dag_en_nacht'
    readonly toelichting?: string
  }[]
  readonly plekken?: readonly PlekkenData[]
}

export interface VoorzieningData extends Omit<NewVoorziening, 'organisatieId' | 'van'> {
  readonly organisatie: string | null
  readonly van?: PlainDate
  readonly bron: string
  readonly locaties: readonly LocatieData[]
}

export interface Bronconflict {
  readonly onderwerp: string
  readonly waardeA: string
  readonly bronA: string
  readonly waardeB: string
  readonly bronB: string
  readonly gebruikt: string
  readonly toelichting: string
}

export interface Broncijfer {
  readonly onderwerp: string
  readonly rij: string
  readonly kolom: string
  readonly waarde: number
  readonly eenheid: string
  readonly peildatum?: PlainDate
  readonly bron: string
}

export interface GebruikerData {
  readonly gebruikersnaam: string
  readonly naam: string
  readonly organisatie: string
  readonly rollen: readonly string[]
}

export interface RegioData {
  readonly code: string
  readonly naam: string
  readonly gemeenten: readonly {
    readonly code: string
    readonly naam: string
    readonly isCentrumgemeente: boolean
  }[]
  readonly organisaties: Readonly<Record<string, OrganisatieData>>
  readonly mandaten: readonly {
    readonly organisatie: string
    readonly gemeenten: readonly string[]
    readonly domein: 'BW' | 'MO' | 'VO'
    readonly grondslag: string
    readonly van: PlainDate
    readonly bron: string
  }[]
  readonly producten: Readonly<Record<string, ProductData>>
  readonly fasen: readonly {
    readonly domein: Domein
    readonly bron: string
    readonly fasen: readonly (readonly [
      code: string,
      naam: string,
      omschrijving: string,
      meer?: {
        readonly termijn?: readonly [aantal: number, eenheid: 'dagen' | 'weken' | 'maanden']
        readonly begintBij?: 'verblijf' | 'uitstroomgereed'
        readonly bron?: string
      },
    ])[]
  }[]
  /** Levels of escalation of a casus, the lowest first (CAS-02). */
  readonly escalatieniveaus: readonly {
    readonly naam: string
    readonly wie: string
    readonly dagen: number
    readonly bron: string
  }[]
  /** Which product may follow which, by code; a product that is not here may be followed by anything. */
  readonly overgangen: readonly {
    readonly van: string
    readonly naar: string
    readonly voorwaarde?: string
    readonly bron: string
  }[]
  /** How many plekken of a product the region wants (CAP-17). */
  readonly streefaantallen: readonly {
    readonly product: string
    readonly aantal: number
    /** How many there were already: `aantal` comes on top. */
    readonly uitgangspunt?: number
    readonly van: PlainDate
    readonly bron: string
  }[]
  /** Choices that this region adds to the standard lists. */
  readonly keuzes: readonly {
    readonly lijst: string
    readonly code: string
    readonly naam: string
    readonly uitleg: string
    readonly bron: string
  }[]
  /** Where the region differs from what a new region starts with. */
  readonly instellingen: readonly {
    readonly code: InstellingCode
    readonly naam: string
    readonly waarde: string
    readonly soort: 'getal' | 'ja_nee' | 'tekst'
    readonly bron: string
  }[]
  readonly voorzieningen: readonly VoorzieningData[]
  readonly bronconflicten: readonly Bronconflict[]
  readonly broncijfers: readonly Broncijfer[]
  /** What documents say of the same as an indicator (MON-13). */
  readonly bronwaarden?: readonly BronwaardeData[]
  readonly gebruikers: readonly GebruikerData[]
}

export interface BronwaardeData {
  readonly indicator: string
  readonly onderwerp: string
  readonly waarde: number
  readonly eenheid: string
  readonly bron: string
  readonly peildatum: PlainDate
  readonly toelichting: string
}
