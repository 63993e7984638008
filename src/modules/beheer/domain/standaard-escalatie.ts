const bron = 'Voorbeeld van Onderdak; nog niet door de regio vastgesteld'

/** Levels that a new region starts with, for the region to replace: the policy documents name none with a term. */
export const escalatieniveaus = [
  {
    nummer: 1,
    naam: 'Casuïstiekoverleg',
    wie: 'Regievoerder met de betrokken organisaties',
    dagen: 14,
    bron,
  },
  {
    nummer: 2,
    naam: 'Leidinggevenden',
    wie: 'Leidinggevenden van de betrokken organisaties',
    dagen: 14,
    bron,
  },
  {
    nummer: 3,
    naam: 'Bestuurlijk overleg',
    wie: 'Bestuurders van gemeenten en organisaties',
    dagen: 28,
    bron,
  },
] as const
