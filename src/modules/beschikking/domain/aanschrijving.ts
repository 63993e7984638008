export interface NaamOpBrief {
  readonly achternaam: string | null
  readonly tussenvoegsel: string | null
  readonly voornamen: string | null
  readonly roepnaam: string | null
  readonly geslacht: string
}

/** `Mevrouw S. de Vries` for the window, `Geachte mevrouw De Vries,` above the text. Without a name both stay neutral. */
export function aanschrijvingOf(naam: NaamOpBrief): { venster: string; aanhef: string } {
  const achternaam = [naam.tussenvoegsel, naam.achternaam].filter(Boolean).join(' ')
  if (achternaam === '') return { venster: 'Aan de geadresseerde', aanhef: 'Beste lezer,' }
  const voorletters = (naam.voornamen ?? naam.roepnaam ?? '')
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((deel) => `${deel[0]!.toUpperCase()}.`)
    .join('')
  const vol = [voorletters, achternaam].filter(Boolean).join(' ')
  if (naam.geslacht === 'vrouw')
    return { venster: `Mevrouw ${vol}`, aanhef: `Geachte mevrouw ${hoofdletter(achternaam)},` }
  if (naam.geslacht === 'man')
    return { venster: `De heer ${vol}`, aanhef: `Geachte heer ${hoofdletter(achternaam)},` }
  const voornaam = naam.roepnaam ?? naam.voornamen?.split(/\s+/)[0]
  return { venster: vol, aanhef: `Geachte ${[voornaam, achternaam].filter(Boolean).join(' ')},` }
}

function hoofdletter(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}
