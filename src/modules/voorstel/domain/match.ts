// CAP-07, CAP-09, CAP-10: does this space fit these people, and why (not)?

/** Who looks for a space: the whole household. */
export interface Zoeker {
  readonly personen: number
  readonly kinderen: number
  /** Of the person who waits. */
  readonly geslacht: string
  readonly kenmerken: readonly string[]
  /** Gemeente where the person wants to be or belongs; null when unknown. */
  readonly gemeenteCode: string | null
  /** Set when the person wants only this locatie. */
  readonly alleenLocatieId: string | null
}

/** A space: a plek, or what a locatie offers of a product. */
export interface Aanbod {
  readonly locatieId: string
  readonly gemeenteCode: string | null
  readonly kenmerken: readonly string[]
  readonly personenMaximum: number
  /** Whether households with children are allowed here (product). */
  readonly gezinnen: 'ja' | 'nee' | 'alleen'
  readonly alleenNacht: boolean
}

export interface Regels {
  /** Setting gezin_nooit_in_nachtopvang (regiovisie DWO §4.2). */
  readonly gezinNooitInNachtopvang: boolean
  /** Names of the kenmerken of the region. */
  readonly kenmerkNaam: (code: string) => string
}

export interface Reden {
  readonly code:
    | 'te_klein'
    | 'kenmerk_ontbreekt'
    | 'geen_gezinnen'
    | 'alleen_gezinnen'
    | 'gezin_nachtopvang'
    | 'alleen_vrouwen'
    | 'alleen_mannen'
    | 'wil_andere_locatie'
    | 'past_in_aantal'
    | 'kenmerk_aanwezig'
    | 'zelfde_gemeente'
    | 'andere_gemeente'
  /** `ja` fits, `nee` does not, `let_op` only weighs. */
  readonly past: 'ja' | 'nee' | 'let_op'
  readonly tekst: string
}

export interface Match {
  readonly past: boolean
  /** Does not fit, but tailor-made care may depart from the rule with a reason (CAP-10). */
  readonly maatwerkMogelijk: boolean
  readonly redenen: readonly Reden[]
}

export function matchOf(zoeker: Zoeker, aanbod: Aanbod, regels: Regels): Match {
  const redenen = [
    ...grootte(zoeker, aanbod),
    ...gezin(zoeker, aanbod, regels),
    ...geslacht(zoeker, aanbod),
    ...kenmerken(zoeker, aanbod, regels),
    ...plaats(zoeker, aanbod),
  ]
  const tegen = redenen.filter((reden) => reden.past === 'nee')
  return {
    past: tegen.length === 0,
    maatwerkMogelijk: tegen.length > 0 && tegen.every((reden) => reden.code === 'gezin_nachtopvang'),
    redenen,
  }
}

function grootte({ personen }: Zoeker, { personenMaximum }: Aanbod): Reden[] {
  if (personen > personenMaximum)
    return [
      {
        code: 'te_klein',
        past: 'nee',
        tekst: `Te klein: er is plaats voor ${aantal(personenMaximum)}, het gaat om ${aantal(personen)}.`,
      },
    ]
  return personen > 1
    ? [
        {
          code: 'past_in_aantal',
          past: 'ja',
          tekst: `Het hele huishouden van ${aantal(personen)} past hier samen.`,
        },
      ]
    : []
}

const aantal = (personen: number) => (personen === 1 ? '1 persoon' : `${personen} personen`)

function gezin({ kinderen }: Zoeker, aanbod: Aanbod, regels: Regels): Reden[] {
  if (kinderen === 0)
    return aanbod.gezinnen === 'alleen'
      ? [{ code: 'alleen_gezinnen', past: 'nee', tekst: 'Deze plek is alleen voor gezinnen met kinderen.' }]
      : []
  if (aanbod.gezinnen === 'nee')
    return [{ code: 'geen_gezinnen', past: 'nee', tekst: 'Hier kunnen geen kinderen verblijven.' }]
  if (aanbod.alleenNacht && regels.gezinNooitInNachtopvang)
    return [
      {
        code: 'gezin_nachtopvang',
        past: 'nee',
        tekst: 'Een gezin met kinderen gaat niet naar de nachtopvang. Alleen met een reden (maatwerk).',
      },
    ]
  return []
}

function geslacht(zoeker: Zoeker, { kenmerken }: Aanbod): Reden[] {
  if (kenmerken.includes('vrouwen') && zoeker.geslacht === 'man')
    return [{ code: 'alleen_vrouwen', past: 'nee', tekst: 'Deze plek is alleen voor vrouwen.' }]
  if (kenmerken.includes('mannen') && zoeker.geslacht === 'vrouw')
    return [{ code: 'alleen_mannen', past: 'nee', tekst: 'Deze plek is alleen voor mannen.' }]
  return []
}

function kenmerken(zoeker: Zoeker, aanbod: Aanbod, regels: Regels): Reden[] {
  return zoeker.kenmerken.map((code) =>
    aanbod.kenmerken.includes(code)
      ? { code: 'kenmerk_aanwezig', past: 'ja', tekst: `Heeft: ${regels.kenmerkNaam(code)}.` }
      : { code: 'kenmerk_ontbreekt', past: 'nee', tekst: `Mist: ${regels.kenmerkNaam(code)}.` },
  )
}

function plaats(zoeker: Zoeker, aanbod: Aanbod): Reden[] {
  if (zoeker.alleenLocatieId !== null && zoeker.alleenLocatieId !== aanbod.locatieId)
    return [{ code: 'wil_andere_locatie', past: 'nee', tekst: 'Deze persoon wil alleen een andere plek.' }]
  if (zoeker.gemeenteCode === null || aanbod.gemeenteCode === null) return []
  return zoeker.gemeenteCode === aanbod.gemeenteCode
    ? [{ code: 'zelfde_gemeente', past: 'ja', tekst: 'In de eigen gemeente.' }]
    : [{ code: 'andere_gemeente', past: 'let_op', tekst: 'In een andere gemeente dan de eigen.' }]
}
