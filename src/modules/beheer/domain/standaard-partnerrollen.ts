/**
 * What the region may expect of each kind of partner (S1 §6.3), in short sentences. The code begins with the kind; the region changes the
 * list on screen, with a date.
 */
export const partnerrollen = {
  gemeente_a: 'Voert de regie op de samenwerking en op de voortgang van het uitvoeringsprogramma',
  gemeente_b: 'Zorgt voor samenhang binnen de eigen organisatie',
  gemeente_c: 'Legt afspraken vast in prestatieafspraken en subsidiebeschikkingen',
  gemeente_d: 'Toetst nieuwe initiatieven op de sociale en fysieke intaketafel',
  gemeente_e: 'Zorgt in het woningbouwprogramma voor genoeg nieuwbouw voor de aandachtsgroepen',
  gemeente_f: 'Borgt de afspraken bij gebiedsontwikkeling',
  gemeente_g: 'Neemt het voortouw om de woonomgeving geschikt te maken',
  gemeente_h: 'Betaalt mee aan woonzorgvormen, projectondersteuning en initiatieven van inwoners',
  corporatie_a: 'Zorgt voor passende en betaalbare woningen en woonvormen voor de aandachtsgroepen',
  corporatie_b: 'Draagt bij aan prettig wonen in complexen en buurten, samen met gemeente, zorg en welzijn',
  corporatie_c: 'Signaleert wat er speelt in de buurt, en wie welzijn of zorg nodig heeft',
  corporatie_d: 'Wisselt gegevens uit voor monitoring en sturing, binnen de grenzen van de AVG',
  corporatie_e: 'Betrekt zorg, welzijn en ouderen bij nieuwe woningen en woonvormen',
  aanbieder_a: 'Begeleidt cliënten met oog voor de buurt',
  aanbieder_b: 'Ontwikkelt woonvormen voor ouderen, samen met gemeenten en corporaties',
  aanbieder_c: 'Werkt samen met andere zorgpartners om zorg slim in te zetten bij een tekort aan personeel',
  aanbieder_d: 'Werkt samen met inwoners en met formele en informele partners in de wijk',
  aanbieder_e: 'Versterkt zorg en welzijn in de wijk, ook met eigen locaties',
  aanbieder_f: 'Begint of doet mee aan welzijnsactiviteiten in woonvormen met zorg',
  welzijn_a: 'Maakt een steunend netwerk, ontmoeting en activiteiten voor de aandachtsgroepen',
  welzijn_b: 'Begint of doet mee aan welzijnsactiviteiten in woonvormen met zorg',
  welzijn_c: 'Zet vrijwilligers in en ondersteunt hen',
  zorgverzekeraar_a: 'Zorgkantoor: verbindt zich voor meer jaren aan de opgave en de verdeling van zorg',
  zorgverzekeraar_b: 'Zorgkantoor: geeft inzicht in zorgprognoses voor de monitoring',
  zorgverzekeraar_c: 'Zorgkantoor: verbindt de zorginkoop met de woonzorgopgave',
  zorgverzekeraar_d:
    'Zorgkantoor: betaalt mee aan woonzorgvormen en activiteiten om zelfstandig thuis te wonen',
  ontwikkelaar_a: 'Maakt passende en betaalbare woningen voor de aandachtsgroepen',
  ontwikkelaar_b: 'Voegt woningen en woonvormen toe die lokaal nodig zijn',
} as const
