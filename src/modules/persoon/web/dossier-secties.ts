import type { ComponentType } from 'react'

/** The tabs of the dossier, in the order of the chain; one shows only when something is in it. */
export const dossierTabs = {
  overzicht: 'Overzicht',
  instroom: 'Instroom',
  plan: 'Plan',
  verblijf: 'Verblijf',
  overdracht: 'Overdracht',
  uitstroom: 'Uitstroom',
  nazorg: 'Nazorg',
  huishouden: 'Huishouden',
  gegevens: 'Gegevens',
  delen: 'Delen',
} as const

export type DossierTab = keyof typeof dossierTabs

/** A part of the dossier page, e.g. meldingen or verblijven of this cliënt, that a later module adds. */
export interface DossierSectie {
  readonly titel: string
  /** `kop`: above the tabs, always in sight. */
  readonly tab: DossierTab | 'kop'
  /** Lower comes first within its tab. */
  readonly volgorde: number
  /** Left out: for everyone who sees the dossier. */
  readonly permission?: string
  readonly Component: ComponentType<{ readonly persoonId: string }>
}

let secties: readonly DossierSectie[] = []

/** Called once by src/app/web, which knows every module; persoon itself knows none that come after it. */
export function setDossierSecties(list: readonly DossierSectie[]): void {
  secties = [...list].sort((a, b) => a.volgorde - b.volgorde || (a.titel < b.titel ? -1 : 1))
}

export function dossierSecties(): readonly DossierSectie[] {
  return secties
}
