import { z } from 'zod'
import { Datum, endpoint, tekst } from '../../../shared/endpoint.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

/** What holds for one key of a dated table from `van` until `tot` (half-open). `waarde` is the content. */
export interface Rij<W> {
  readonly van: PlainDate
  readonly tot: PlainDate | null
  readonly waarde: W
}

/** The tables of configuration in which "vanaf datum X geldt Y" holds per key. */
export type GedateerdeTabel =
  | 'termijn'
  | 'instelling'
  | 'keuze'
  | 'product_regel'
  | 'fase'
  | 'product_overgang'
  | 'streefaantal'
  | 'woningafspraak'
  | 'escalatieniveau'
  | 'ethos_regel'
  | 'criteria'
  | 'prioriteitsregel'
  | 'mandaat'
  | 'regio_gemeente'
  | 'rol_permissie'
  | 'gebruiker_rol'

/** The row that holds on a day, if any. */
export function rijOp<R extends { van: PlainDate; tot: PlainDate | null }>(
  rijen: readonly R[],
  dag: PlainDate,
): R | undefined {
  return rijen.find((rij) => rij.van <= dag && (rij.tot === null || rij.tot > dag))
}

/** Same content, whatever the order of fields; an absent field equals null. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, one]) => one !== null && one !== undefined)
            .sort(([x], [y]) => (x < y ? -1 : 1)),
        )
      : part,
  )
}

/**
 * From `vanaf` on `waarde` holds, until the next change that was already planned. The row that held then is closed on that
 * day; a row that starts on the very same day gets the new content. `rijen` are those of one key, in order of `van`.
 */
export function planChange<W>(
  rijen: readonly Rij<W>[],
  change: { readonly vanaf: PlainDate; readonly waarde: W },
): Rij<W>[] | Rejection {
  const { vanaf, waarde } = change
  const current = rijOp(rijen, vanaf)
  if (current && isSame(current.waarde, waarde))
    return reject('niets_gewijzigd', 'Dit geldt op die dag al. Wijzig iets, of kies een andere dag.', {
      field: 'vanaf',
    })
  const next = rijen.find((rij) => rij.van > vanaf)
  const kept = rijen.filter((rij) => rij !== current)
  const before = current && current.van < vanaf ? [{ ...current, tot: vanaf }] : []
  return [...kept, ...before, { van: vanaf, tot: current ? current.tot : (next?.van ?? null), waarde }].sort(
    byVan,
  )
}

/** Nothing holds any more from `vanaf`. A change planned later must be withdrawn first. */
export function planEnd<W>(rijen: readonly Rij<W>[], vanaf: PlainDate): Rij<W>[] | Rejection {
  const current = rijOp(rijen, vanaf)
  if (!current)
    return reject('geldt_niet', 'Dit geldt op die dag al niet meer. Kies een andere dag.', { field: 'vanaf' })
  if (rijen.some((rij) => rij.van > vanaf))
    return reject('later_gepland', 'Er staat een latere wijziging klaar. Trek die eerst in.', {
      field: 'vanaf',
    })
  const kept = rijen.filter((rij) => rij !== current)
  return current.van === vanaf ? kept : [...kept, { ...current, tot: vanaf }].sort(byVan)
}

/** A planned change or a planned end that has not come is taken back; what holds goes on as if it was never planned. */
export function planWithdraw<W>(
  rijen: readonly Rij<W>[],
  input: { readonly van: PlainDate; readonly vandaag: PlainDate },
): Rij<W>[] | Rejection {
  const planned = rijen.find((rij) => rij.van === input.van)
  const ending = rijen.find((rij) => rij.tot === input.van)
  if (!planned && ending && input.van > input.vandaag) {
    const next = rijen.find((rij) => rij.van > input.van)
    return rijen.map((rij) => (rij === ending ? { ...rij, tot: next?.van ?? null } : rij))
  }
  if (!planned)
    return reject('niet_gepland', 'Deze wijziging staat niet (meer) klaar. Laad de pagina opnieuw.')
  if (planned.van <= input.vandaag)
    return reject(
      'al_ingegaan',
      'Deze wijziging geldt al. Maak een nieuwe wijziging die vanaf vandaag of later geldt.',
    )
  const kept = rijen.filter((rij) => rij !== planned)
  return kept.map((rij) => (rij.tot === planned.van ? { ...rij, tot: planned.tot } : rij))
}

/** The past stays as it was decided, unless someone with the right says why. */
export function mayStartOn(
  vanaf: PlainDate,
  asker: {
    readonly vandaag: PlainDate
    readonly magTerugwerkend: boolean
    readonly reden?: string | undefined
  },
): Rejection | undefined {
  if (vanaf >= asker.vandaag) return undefined
  if (!asker.magTerugwerkend)
    return reject(
      'in_het_verleden',
      'Kies vandaag of een latere dag. Wat al gold, blijft staan zoals het was.',
      {
        field: 'vanaf',
      },
    )
  if (!asker.reden)
    return reject('reden_ontbreekt', 'Vul een reden in. Deze dag ligt in het verleden.', { field: 'reden' })
  return undefined
}

/** Rows by key, in the order in which the keys appear. */
export function perSleutel<R extends { sleutel: object }>(rijen: readonly R[]): Map<string, R[]> {
  const found = new Map<string, R[]>()
  for (const rij of rijen) {
    const key = JSON.stringify(rij.sleutel)
    const group = found.get(key)
    if (group) group.push(rij)
    else found.set(key, [rij])
  }
  return found
}

function byVan(a: { van: PlainDate }, b: { van: PlainDate }): number {
  return a.van < b.van ? -1 : a.van > b.van ? 1 : 0
}

/** Rows of one key fit together: in order, without overlap. Used for files, whose rows come from outside. */
export function overlapFault(
  rijen: readonly { van: PlainDate; tot: PlainDate | null }[],
): string | undefined {
  const ordered = [...rijen].sort(byVan)
  for (const [i, rij] of ordered.entries()) {
    if (rij.tot !== null && rij.tot <= rij.van) return `tot (${rij.tot}) ligt niet na van (${rij.van})`
    const next = ordered[i + 1]
    if (next && (rij.tot === null || rij.tot > next.van))
      return `de periode vanaf ${next.van} overlapt met die vanaf ${rij.van}`
  }
  return undefined
}

/** What a change hits, in counts: how many open cases run on under the old rule, and how the dates would have differed. */
export const Voorbeeld = z.object({
  /** Open cases that this rule touches today. All of them keep the date they were promised. */
  lopend: z.number().int(),
  /** How many of them would have had another date or place under the new rule. */
  anders: z.number().int(),
  zinnen: z.array(z.string()),
  tabel: z
    .object({
      titel: z.string(),
      kolommen: z.array(z.string()),
      rijen: z.array(z.array(z.union([z.string(), z.number()]))),
    })
    .nullable(),
})
export type Voorbeeld = z.infer<typeof Voorbeeld>

const Stand = z.object({
  van: Datum,
  tot: Datum.nullable(),
  /** Version of everything under this key; a change carries the one that the editor saw. */
  versie: z.number().int(),
})

/** One table of dated configuration with its contract: list, change, end, withdraw, preview. */
export function gedateerd<S extends z.ZodObject, W extends z.ZodObject>(options: {
  readonly tabel: GedateerdeTabel
  readonly pad: string
  /** camelCase noun in operation names, e.g. `Termijn`. */
  readonly naam: string
  /** Words on screen. */
  readonly enkel: string
  readonly sleutel: S
  readonly waarde: W
  readonly heeftId?: true
}) {
  const { pad, naam, enkel, sleutel, waarde } = options
  const Regel = Stand.extend({ sleutel, waarde })
  const reden = z.string().trim().max(500).optional()
  const versie = z.number().int().min(0)
  const Wijziging = z.object({ sleutel, waarde, vanaf: Datum, versie, reden })
  const Gedaan = z.object({ versie: z.number().int() })
  return {
    ...options,
    Regel,
    list: endpoint({
      method: 'GET',
      path: pad,
      name: `list${naam}`,
      summary: `Alle regels (${enkel}): wat geldt, wat gold en wat klaarstaat`,
      response: z.object({ regels: z.array(Regel) }),
    }),
    change: endpoint({
      method: 'POST',
      path: `${pad}/wijzigingen`,
      name: `change${naam}`,
      summary: `Vanaf een dag geldt iets anders (${enkel})`,
      body: Wijziging,
      response: Gedaan,
      status: 200,
    }),
    end: endpoint({
      method: 'POST',
      path: `${pad}/beeindigingen`,
      name: `end${naam}`,
      summary: `Vanaf een dag geldt dit niet meer (${enkel})`,
      body: z.object({ sleutel, vanaf: Datum, versie, reden }),
      response: Gedaan,
      status: 200,
    }),
    withdraw: endpoint({
      method: 'POST',
      path: `${pad}/intrekkingen`,
      name: `withdraw${naam}`,
      summary: `Trek een wijziging in die nog niet is ingegaan (${enkel})`,
      body: z.object({ sleutel, van: Datum, versie }),
      response: Gedaan,
      status: 200,
    }),
    preview: endpoint({
      method: 'POST',
      path: `${pad}/_voorbeeld`,
      name: `preview${naam}`,
      summary: `Wat een wijziging raakt, in aantallen (${enkel})`,
      body: Wijziging.extend({ versie: versie.optional() }),
      response: Voorbeeld,
      status: 200,
    }),
  }
}

export type Gedateerd<S extends z.ZodObject = z.ZodObject, W extends z.ZodObject = z.ZodObject> = ReturnType<
  typeof gedateerd<S, W>
>

export const Bron = z
  .string()
  .trim()
  .max(300, { error: 'Gebruik voor de bron niet meer dan 300 tekens.' })
  .nullable()
  .default(null)

/** Lower-case code as it is stored with cases. */
export const Code = tekst('een code', 60).regex(/^[a-z0-9_]+$/, {
  error: 'Gebruik voor de code alleen kleine letters, cijfers en _.',
})
