/** Terms of signals and bemoeizorg that a new region starts with. */
export const signaalTermijnen = [
  {
    code: 'signaal_oppakken',
    naam: 'Een signaal oppakken',
    aantal: 3,
    eenheid: 'werkdagen',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'signaal_afronden',
    naam: 'Een opgepakt signaal afronden',
    aantal: 4,
    eenheid: 'weken',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'bemoeizorg_heroverwegen',
    naam: 'Bemoeizorg zonder toestemming opnieuw wegen',
    aantal: 3,
    eenheid: 'maanden',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
] as const
