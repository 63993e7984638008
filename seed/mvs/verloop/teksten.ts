/** Short texts without names or details: enough to make screens read like work, and plainly invented. */
export const hulpvragen = {
  mo: [
    'Ik slaap sinds vorige week in mijn auto en kan nergens terecht.',
    'Mijn relatie is voorbij en ik moest het huis uit.',
    'Mijn kamer is opgezegd en ik vind niets nieuws.',
    'Ik slaap steeds bij iemand anders op de bank. Dat gaat niet langer.',
    'Ik kom uit detentie en heb geen adres.',
    'Door schulden ben ik mijn woning kwijt.',
    'Ik ben ontslagen uit de kliniek en kan niet terug naar mijn oude adres.',
  ],
  gezin: [
    'Wij moeten met de kinderen uit huis en hebben nergens een plek.',
    'Wij wonen bij familie in, maar dat kan niet meer.',
    'De huur is opgezegd en wij staan volgende week op straat met de kinderen.',
  ],
  vo: [
    'Ik ben thuis niet veilig en wil met de kinderen weg.',
    'Ik ben weggegaan na geweld en slaap nu bij een kennis.',
    'Mijn partner bedreigt mij. Ik zoek een veilige plek.',
  ],
  bw: [
    'Alleen wonen lukt niet. Ik raak steeds weer in de war.',
    'Ik heb hulp in de buurt nodig, ook in de nacht.',
    'Na de opname durf ik niet alleen te wonen.',
  ],
} as const

export const onderzoek = {
  behoeften: 'Rust, een eigen plek en hulp bij geld en dagindeling.',
  eigenKracht: 'Regelt zelf afspraken; geldzaken lukken nu niet.',
  mantelzorgNetwerk: 'Een familielid denkt mee, onderdak bij het netwerk kan niet.',
  ondersteuningMantelzorger: 'Geen hulp nodig voor het familielid.',
  algemeneVoorzieningen: 'Inloop en maatschappelijk werk zijn besproken en niet genoeg.',
  samenwerking: 'Afstemming met wijkteam en werk en inkomen.',
  bijdragen: 'De eigen bijdrage is uitgelegd.',
} as const

export const motivering =
  'Op grond van het onderzoek en de beleidsregels. De persoon en de gegevens zijn verzonnen.'
