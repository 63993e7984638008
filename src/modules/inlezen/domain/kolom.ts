/** How a cell is read. `keuze` accepts the code and the name, whatever the capitals. */
export type Celsoort =
  | { readonly als: 'tekst'; readonly maximum?: number }
  | { readonly als: 'datum' }
  | { readonly als: 'getal'; readonly minimum: number; readonly maximum: number }
  | { readonly als: 'bsn' }
  | { readonly als: 'gemeente' }
  | { readonly als: 'keuze'; readonly keuzes: Readonly<Record<string, string>> }
  | { readonly als: 'lijst' }
  /** Several values in one cell, one on each line or with `|` between them. */
  | { readonly als: 'regels'; readonly maximum?: number }

export interface Kolom {
  readonly sleutel: string
  /** Heading in the template. */
  readonly naam: string
  /** Other headings that mean the same. */
  readonly ookWel?: readonly string[]
  readonly verplicht: boolean
  readonly cel: Celsoort
  readonly uitleg: string
  readonly voorbeeld: string
  /** Says something of a person: the report never repeats the value. */
  readonly persoonlijk?: boolean
}
