/** Terms of uitstroom that a new region starts with. */
export const uitstroomTermijnen = [
  {
    code: 'uitstroom_voorbereiden',
    naam: 'Voorwaarden voor uitstroom bekijken na het begin van een verblijf',
    aantal: 4,
    eenheid: 'weken',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'urgentie_waarschuwing',
    naam: 'Melden dat een urgentie bijna verloopt',
    aantal: 6,
    eenheid: 'weken',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'omklap_waarschuwing',
    naam: 'Melden dat een contract bijna een gewoon huurcontract wordt',
    aantal: 8,
    eenheid: 'weken',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
  {
    code: 'woningaanbod_reageren',
    naam: 'Reageren op een aangeboden woning',
    aantal: 7,
    eenheid: 'dagen',
    wettelijk: false,
    bron: 'Instelling van de regio',
  },
] as const
