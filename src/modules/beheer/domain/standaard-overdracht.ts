/** Terms of a warme overdracht with which a new region starts. */
export const overdrachttermijnen = [
  {
    code: 'overdracht_antwoord',
    naam: 'Antwoord op een aangeboden overdracht',
    aantal: 10,
    eenheid: 'werkdagen',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'overdracht_eerste_contact',
    naam: 'Eerste contact na een overdracht',
    aantal: 5,
    eenheid: 'werkdagen',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'overdracht_inzage_gever',
    naam: 'Hoelang de gever het dossier nog ziet na een overdracht',
    aantal: 3,
    eenheid: 'maanden',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
] as const
