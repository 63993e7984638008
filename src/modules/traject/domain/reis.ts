/** The steps of the chain as the register knows them (TRJ-16), in their order. Codes of `reisstappen()` in the database. */
export const reisstappen = {
  triage: { naam: 'Melding tot triage', wachten: true },
  besluit: { naam: 'Triage tot besluit', wachten: true },
  wachtlijst: { naam: 'Besluit tot wachtlijst', wachten: true },
  voorstel: { naam: 'Wachtlijst tot voorstel', wachten: true },
  aankomst: { naam: 'Voorstel tot aankomst', wachten: true },
  // Staying is what the chain is for: long is not by itself standing still.
  verblijf: { naam: 'Aankomst tot klaar om te vertrekken', wachten: false },
  vertrek: { naam: 'Klaar om te vertrekken tot vertrek', wachten: true },
  nazorg: { naam: 'Vertrek tot eerste nazorg', wachten: true },
} as const
export type Reisstap = keyof typeof reisstappen
export const reisstapCodes = Object.keys(reisstappen) as Reisstap[]

/** Where people stand longest: the step of waiting with the highest median of who is still in it; hidden medians do not count. */
export function findKnelpunt(
  stappen: readonly { readonly stap: Reisstap; readonly nogInMediaan: number | null }[],
): Reisstap | null {
  const wachten = stappen.filter((one) => reisstappen[one.stap].wachten && (one.nogInMediaan ?? 0) > 0)
  const langste = wachten.reduce<(typeof wachten)[number] | null>(
    (best, one) => (best === null || one.nogInMediaan! > best.nogInMediaan! ? one : best),
    null,
  )
  return langste?.stap ?? null
}
