import type { ketenbestanden } from '../../src/modules/inlezen/domain/kolommen.ts'
import type { TestRegio } from './regio.ts'

interface Voorbeeld {
  readonly wie: readonly [keyof TestRegio['organisaties'], string]
  readonly kop: string
  /** Read in before. */
  readonly erAl: readonly string[]
  /** Row 2 is right; every row after it has one fault. */
  readonly rijen: readonly string[]
  /** Per row from 3 on: column and how the line begins. */
  readonly regels: readonly (readonly [kolom: string, melding: string])[]
  /** How each row should have been; undefined: leave it out. */
  readonly verbeterd: readonly (string | undefined)[]
}

/** Of each kind of file one with ten planted faults. */
export const tienFouten: Readonly<Record<keyof typeof ketenbestanden | 'partners', Voorbeeld>> = {
  plekken: {
    wie: ['aanbieder', 'aanbieder_planner'],
    kop: 'Voorziening;Locatie;Plek;Product;Vanaf;Tot;Personen;Gemeente',
    erAl: ['1', '2', '3'].map((n) => `BW Noord;Huis Noord;Kamer ${n};bw;1-1-2025;;1;Vlaardingen`),
    rijen: [
      'BW Noord;Huis Noord;Kamer 4;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis AndrÃ©;Kamer 5;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord,Huis Noord,Kamer 6,bw,1-1-2025,,1,Vlaardingen',
      'BW Noord;Huis Noord;Kamer 7;bw;31-2-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 8;bw;1-4-21;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 9;bw;1-1-2025;;veel;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 10;bw;1-1-2025;;1;Vlaardinge',
      'BW Noord;Huis Noord;Kamer 11;bwplus;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 12;bw;1-4-2021;1-4-2020;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 4;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 1;bw;1-1-2025;;1;Vlaardingen',
    ],
    regels: [
      ['Locatie', 'Hier staan vreemde tekens'],
      ['', 'Deze rij heeft een ander scheidingsteken dan de kopregel'],
      ['Vanaf', 'Deze dag bestaat niet'],
      ['Vanaf', 'Het jaar heeft twee cijfers'],
      ['Personen', 'Dit getal klopt niet'],
      ['Gemeente', 'Deze gemeente kennen wij niet'],
      ['Product', 'Dit product kennen wij niet'],
      ['Tot', 'De einddatum ligt niet na “Vanaf”'],
      ['Plek', 'Deze rij staat al in het bestand, op rij 2'],
      ['Plek', 'Deze locatie heeft al een plek met deze naam'],
    ],
    verbeterd: [
      'BW Noord;Huis Noord;Kamer 4;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis André;Kamer 5;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 6;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 7;bw;28-2-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 8;bw;1-4-2021;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 9;bw;1-1-2025;;3;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 10;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 11;bw;1-1-2025;;1;Vlaardingen',
      'BW Noord;Huis Noord;Kamer 12;bw;1-4-2020;1-4-2021;1;Vlaardingen',
      undefined,
      undefined,
    ],
  },
  verblijven: {
    wie: ['aanbieder', 'aanbieder_planner'],
    kop: 'Achternaam;Roepnaam;Geboortedatum;Geslacht;BSN;Gemeente;Locatie;Plek;Begonnen op',
    erAl: [],
    rijen: [
      'Demo-Linde;Sam;3-5-1990;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026',
      'Demo-JosÃ©;Alex;3-5-1991;man;;Schiedam;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Beuk,Robin,4-5-1991,man,,Schiedam,Huis Noord,Kamer 2,1-2-2026',
      'Demo-Eik;Jip;31-2-1985;man;;Schiedam;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Wilg;Noa;4-5-1985;man;;Schiedam;Huis Noord;Kamer 2;1-4-21',
      'Demo-Iep;Kim;4-5-1986;vrouw;123456789;Schiedam;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Spar;Tim;4-5-1987;man;;Vlaardinge;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Den;Ivo;4-5-1988;man;;Schiedam;Huis Noord;Kamer 2;1-4-2021',
      'Demo-Es;Ilse;4-5-1989;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026',
      'Demo-Linde;Sam;3-5-1990;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026',
      ';Tess;4-5-1983;vrouw;;Schiedam;Huis Noord;Kamer 2;1-2-2026',
    ],
    regels: [
      ['Achternaam', 'Hier staan vreemde tekens'],
      ['', 'Deze rij heeft een ander scheidingsteken dan de kopregel'],
      ['Geboortedatum', 'Deze dag bestaat niet'],
      ['Begonnen op', 'Het jaar heeft twee cijfers'],
      ['BSN', 'Dit is geen geldig burgerservicenummer'],
      ['Gemeente', 'Deze gemeente kennen wij niet'],
      ['Begonnen op', 'Deze plek is er pas vanaf 1 januari 2025'],
      ['Plek', 'Kamer 1 is op 1 februari 2026 bezet'],
      ['Achternaam', 'Deze rij staat al in het bestand, op rij 2'],
      ['Achternaam', 'Deze cel is leeg'],
    ],
    verbeterd: [
      'Demo-Linde;Sam;3-5-1990;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026',
      'Demo-José;Alex;3-5-1991;man;999900018;Schiedam;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Beuk;Robin;4-5-1991;man;;onbekend;Huis Noord;Kamer 3;1-4-2025',
    ],
  },
  wachtlijst: {
    wie: ['loket', 'wachtlijstbeheerder'],
    kop: 'Achternaam;Roepnaam;Geboortedatum;BSN;Gemeente;Product;Gemeld op;Besloten op',
    erAl: ['Demo-Varen;Kim;1-6-1980;;Vlaardingen;bw;1-1-2026;1-2-2026'],
    rijen: [
      'Demo-Mos;Sam;3-6-1990;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-JosÃ©;Alex;3-6-1991;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Riet,Robin,4-6-1991,,Schiedam,bw,1-1-2026,1-2-2026',
      'Demo-Gras;Jip;31-2-1985;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Kers;Noa;4-6-1985;;Schiedam;bw;1-4-21;1-2-2026',
      'Demo-Braam;Kim;4-6-1986;123456789;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Klaver;Tim;4-6-1987;;Vlaardinge;bw;1-1-2026;1-2-2026',
      'Demo-Lis;Ivo;4-6-1988;;Schiedam;bwplus;1-1-2026;1-2-2026',
      'Demo-Roos;Ilse;4-6-1989;;Schiedam;bw;1-4-2021;1-4-2020',
      'Demo-Mos;Sam;3-6-1990;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Varen;Kim;1-6-1980;;Vlaardingen;bw;1-1-2026;1-2-2026',
    ],
    regels: [
      ['Achternaam', 'Hier staan vreemde tekens'],
      ['', 'Deze rij heeft een ander scheidingsteken dan de kopregel'],
      ['Geboortedatum', 'Deze dag bestaat niet'],
      ['Gemeld op', 'Het jaar heeft twee cijfers'],
      ['BSN', 'Dit is geen geldig burgerservicenummer'],
      ['Gemeente', 'Deze gemeente kennen wij niet'],
      ['Product', 'Dit product kennen wij niet'],
      ['Besloten op', 'Het besluit ligt voor de melding'],
      ['Achternaam', 'Deze rij staat al in het bestand, op rij 2'],
      ['Product', 'Deze persoon wacht al op dit product in deze richting'],
    ],
    verbeterd: [
      'Demo-Mos;Sam;3-6-1990;;Schiedam;bw;1-1-2026;1-2-2026',
      'Demo-Riet;Robin;4-6-1991;;onbekend;bw;1-4-2021;1-5-2021',
    ],
  },
  partners: {
    wie: ['centrumgemeente', 'programmamanager'],
    kop: 'Naam;Ook bekend als;Soort;Bron',
    erAl: ['Woonstichting Noord;Noord Wonen;Woningcorporatie;Programma §1', 'Raad van Advies;;adviesraad;'],
    rijen: [
      'Zorggroep Oost;Oost Zorg|ZGO;Aanbieder;Programma §1',
      'CafÃ© Samen;;Welzijn;Programma §1',
      'Buurthuis Zuid,,Welzijn,Programma §1',
      ';Het Buurthuis;Welzijn;Programma §1',
      'Fonds Welkom;;Gever;Programma §1',
      `${'Lange naam '.repeat(20)};;Welzijn;Programma §1`,
      `Buurtzorg West;${'Nog langer '.repeat(20)};Aanbieder;Programma §1`,
      `School Zuid;;Onderwijs;${['Een bron', 'Een andere', 'Een derde'].map((bron) => `${bron} ${'x'.repeat(120)}`).join('|')}`,
      'Zorggroep Oost;;Aanbieder;Programma §1',
      'noord wonen;;Woningcorporatie;Programma §1',
      'Adviesgroep;Raad van advies;Adviesraad;Programma §1',
    ],
    regels: [
      ['Naam', 'Hier staan vreemde tekens'],
      ['', 'Deze rij heeft een ander scheidingsteken dan de kopregel'],
      ['Naam', 'Deze cel is leeg'],
      ['Soort', 'Dit staat niet in de lijst'],
      ['Naam', 'Deze tekst is te lang'],
      ['Ook bekend als', 'De regel “Nog langer Nog langer Nog lang…” is te lang'],
      ['Bron', 'Deze bron is te lang'],
      ['Naam', 'Deze rij staat al in het bestand, op rij 2'],
      ['Naam', 'Deze partner is er al'],
      ['Naam', 'Deze partner is er al'],
    ],
    verbeterd: [
      'Zorggroep Oost;Oost Zorg|ZGO;Aanbieder;Programma §1',
      'Café Samen;;Welzijn;Programma §1',
      'Buurthuis Zuid;;Welzijn;Programma §1',
      'Buurthuis Noord;Het Buurthuis;Welzijn;Programma §1',
      'Fonds Welkom;;Fonds;Programma §1',
      'Lange naam;;Welzijn;Programma §1',
      'Buurtzorg West;Nog langer;Aanbieder;Programma §1',
      'School Zuid;;Onderwijs;Een bron|Een andere',
      undefined,
      undefined,
      'Adviesgroep;;Adviesraad;',
    ],
  },
}
