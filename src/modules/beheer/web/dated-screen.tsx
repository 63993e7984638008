import type { ReactNode } from 'react'
import type { z } from 'zod'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { listGemeenten, listOrganisaties, listProducten } from '../domain/contract.ts'
import type { Gedateerd } from '../domain/gedateerd.ts'

export interface Regel {
  readonly sleutel: Record<string, unknown>
  readonly waarde: Record<string, unknown>
  readonly van: string
  readonly tot: string | null
  readonly versie: number
}

/** Names behind codes and ids, for the screens that show them. */
export interface Namen {
  readonly organisatie: (id: string) => string
  readonly gemeente: (code: string) => string
  readonly organisaties: readonly { value: string; label: string }[]
  readonly gemeenten: readonly { value: string; label: string }[]
  readonly product: (id: string) => string
  readonly producten: readonly { value: string; label: string }[]
}

interface Options<Sl, Wa> {
  readonly pad: string
  readonly titel: string
  readonly lead: string
  /** Heading under which a key stands. */
  readonly groep?: (sleutel: Sl, namen: Namen) => string
  readonly naam: (sleutel: Sl, waarde: Wa, namen: Namen) => string
  readonly inhoud: (waarde: Wa, namen: Namen) => ReactNode
  /** Fields of the content; `waarde` is what holds now, for fields that depend on it. */
  readonly velden: (waarde: Partial<Wa>, namen: Namen, sleutel: Partial<Sl>) => ReactNode
  /** With it, something new can be added: the fields of the key and what the content starts with. */
  readonly nieuw?: {
    knop: string
    velden: (namen: Namen) => ReactNode
    waarde: Partial<Wa>
    sleutel?: Partial<Sl>
  }
  /** With it, a rule can end: what that does to what runs already. */
  readonly eindigen?: string
}

export interface DatedScreen extends Options<never, never> {
  readonly soort: Gedateerd
}

/** A screen for one dated table; checked here against its contract, and from then on handled like any other. */
export function datedScreen<S extends z.ZodObject, W extends z.ZodObject>(
  soort: Gedateerd<S, W>,
  options: Options<z.output<S>, z.output<W>>,
): DatedScreen {
  return { ...options, soort } as never
}

/** The names of a region; short lists that every screen of beheer shares in the cache. */
export function useNamen(): Namen {
  const organisaties = useEndpoint(listOrganisaties, { query: { aantalPerPagina: 200 } }).data?.results ?? []
  const gemeenten = useEndpoint(listGemeenten, { query: {} }).data?.gemeenten ?? []
  const producten = useProducten()
  return {
    product: (id) => producten.find((one) => one.id === id)?.naam ?? '…',
    producten: producten.map((one) => ({ value: one.id, label: one.naam })),
    organisatie: (id) => organisaties.find((one) => one.id === id)?.naam ?? '…',
    gemeente: (code) => gemeenten.find((one) => one.code === code)?.naam ?? code,
    organisaties: organisaties.map((one) => ({ value: one.id, label: one.naam })),
    gemeenten: gemeenten.map((one) => ({ value: one.code, label: `${one.naam} (${one.code})` })),
  }
}

export function useProducten() {
  return useEndpoint(listProducten, {}).data?.producten ?? []
}

export function useRegels(soort: Gedateerd) {
  const answer = useEndpoint(soort.list, {} as never)
  return { ...answer, regels: (answer.data as { regels: Regel[] } | undefined)?.regels }
}

export const keyOf = (sleutel: Record<string, unknown>) => JSON.stringify(sleutel)

/** Search part of the address of an edit page: the key, field by field. */
export function searchOf(sleutel: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(sleutel).map(([field, value]) => [field, String(value)]))
}

/** The key in the address, as the contract wants it; undefined when it is not one. */
export function keyFromSearch(
  soort: Gedateerd,
  get: (name: string) => string,
): Record<string, unknown> | undefined {
  const raw = Object.fromEntries(
    Object.keys(soort.sleutel.shape).map((field) => {
      const text = get(field)
      return [field, field === 'volgorde' ? Number(text) : text]
    }),
  )
  const parsed = soort.sleutel.safeParse(raw)
  return parsed.success ? parsed.data : undefined
}

const veldnamen: Readonly<Record<string, string>> = {
  naam: 'Naam',
  aantal: 'Aantal',
  eenheid: 'Eenheid',
  wettelijk: 'Wettelijke termijn',
  bron: 'Bron',
  waarde: 'Waarde',
  soort: 'Soort',
  volgorde: 'Volgorde',
  uitgangspunt: 'Plekken die er al waren',
  uitleg: 'Uitleg',
  omschrijving: 'Omschrijving',
  vragen: 'Criteria',
  voorwaarde: 'Voorwaarde',
  organisatieId: 'Organisatie',
  grondslag: 'Grondslag',
  isCentrumgemeente: 'Centrumgemeente',
  inwoners: 'Inwoners',
  maximumAantal: 'Langste verblijf',
  maximumEenheid: 'Eenheid van het langste verblijf',
  waarschuwDagen: 'Dagen vooraf waarschuwen',
  termijnAantal: 'Hoelang hooguit',
  termijnEenheid: 'Eenheid van de termijn',
  begintBij: 'Begint vanzelf bij',
  geldt: 'Geldt',
  tot: 'Einde',
  taken: 'Taken',
  email: 'E-mailadres',
  telefoon: 'Telefoon',
  openingstijden: 'Openingstijden',
  gemeenteCode: 'Gemeente',
  nachtregistratie: 'Nachtregistratie',
  gezinnen: 'Gezinnen',
  toegang: 'Toegang',
}
export const veldnaam = (veld: string) => veldnamen[veld] ?? veld

export function waardeTekst(value: unknown, namen: Namen): string {
  if (value === null || value === undefined || value === '') return 'leeg'
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (Array.isArray(value))
    return value.map((one) => (typeof one === 'object' ? (one as { tekst?: string }).tekst : one)).join(' · ')
  const text = String(value)
  return namen.organisaties.find((one) => one.value === text)?.label ?? text.replaceAll('_', ' ')
}
