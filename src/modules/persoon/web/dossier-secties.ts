import type { ComponentType } from 'react'

/** A part of the dossier page that a later module adds, e.g. meldingen or verblijven of this cliënt. */
export interface DossierSectie {
  readonly titel: string
  /** Lower comes first; opvolging is 10. */
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
