/** Words for what happened, as shown in the history. */
export const gebeurtenissen: Readonly<Record<string, string>> = {
  AanvraagIngediend: 'Aanvraag vastgelegd',
  TermijnOpgeschort: 'Termijn stilgezet',
  TermijnHervat: 'Termijn loopt weer',
  BeschikkingGenomen: 'Besluit genomen',
  AanvraagGesloten: 'Aanvraag gesloten zonder besluit',
  BeschikkingVervangen: 'Vervangen door een nieuw besluit',
  BeschikkingHerzien: 'Besluit genomen: herziening',
  BeschikkingIngetrokken: 'Besluit genomen: intrekking',
  HeronderzoekGedaan: 'Heronderzoek gedaan',
  BeschikkingVerzonden: 'Brief verstuurd',
}
