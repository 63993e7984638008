/** Kinds of rapportage: code → what the screen says. */
export const soorten = {
  voortgang: 'Voortgangsrapportage',
  jaarverslag: 'Jaarverslag voor de raad',
  nieuwsbrief: 'Nieuwsbrief',
} as const
export type Soort = keyof typeof soorten

/** How many months a kind usually covers: S3 §6.3 (nine months), S1 §6.3 (yearly to the raad), S0 §7.2.2 (each quarter). */
export const maandenVan: Readonly<Record<Soort, number>> = { voortgang: 9, jaarverslag: 12, nieuwsbrief: 3 }

export const eigenSoorten = { alinea: 'Tekst', kop: 'Tussenkop' } as const
