/** `één dag`, `6 dagen`. */
export function dagenTekst(dagen: number): string {
  return dagen === 1 ? 'één dag' : `${dagen} dagen`
}
