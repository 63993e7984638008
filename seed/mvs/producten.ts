import type { ProductData } from '../regio-data.ts'

const s2 = (paragraaf: string) => `Regiovisie MVS 2024 ${paragraaf}`
const s0 = (paragraaf: string) => `Uitvoeringsprogramma wonen, welzijn en zorg 2025–2027 ${paragraaf}`

export const producten: Record<string, ProductData> = {
  bw: {
    naam: 'Beschermd wonen',
    domein: 'BW',
    omschrijving: 'Wonen met toezicht en hulp, 24 uur per dag, herstelgericht en met leerdoelen.',
    toegang: 'beschikking',
    bron: s2('§4, bijlage 1'),
  },
  bt: {
    naam: 'Beschermd thuis',
    domein: 'BT',
    omschrijving:
      'Hulp die niet altijd te plannen is, met minder dan 24 uur toezicht: geclusterd wonen (6–10 woningen met een gedeelde ruimte) of een satellietwoning. De duur moet nog worden bepaald.',
    toegang: 'beschikking',
    bron: `${s2('§4.1, bijlage 2')}; ${s0('§2.2.3')}`,
  },
  tussenvoorziening: {
    naam: 'Tussenvoorziening',
    domein: 'MO',
    omschrijving:
      'Tijdelijk wonen, zo nodig met behandeling, voor mensen met een licht verstandelijke beperking en psychische kwetsbaarheid, na opname of detentie.',
    toegang: 'besluit',
    bron: s2('§5.3, bijlage 2'),
  },
  logeer_herstel: {
    naam: 'Logeer- en herstelplek (time-out)',
    domein: 'BW',
    omschrijving: 'Vrijwillige time-out bij terugval.',
    toegang: 'besluit',
    bron: `${s2('bijlage 2')}; ${s0('§4.2.3')}`,
  },
  waakvlam: {
    naam: 'Waakvlamcontact',
    domein: 'WONEN',
    omschrijving: 'Licht contact na uitstroom; moet nog als product worden beschreven.',
    toegang: 'direct',
    bron: s0('§4.2.3'),
  },
  crisisopvang_mo: {
    naam: 'Crisisopvang maatschappelijke opvang',
    domein: 'MO',
    omschrijving: 'Tijdelijk verblijf om stabiel te worden: inkomen, schulden, gezondheid.',
    nachtregistratie: true,
    gezinnen: 'nee',
    toegang: 'besluit',
    regels: [
      {
        van: '2020-01-01',
        aantal: 17,
        eenheid: 'weken',
        bron: `${s2('§5.3 fase 2')}: huidig verblijf 12–17 weken`,
      },
      {
        van: '2024-01-01',
        aantal: 12,
        eenheid: 'weken',
        bron: `${s2('§5.3 fase 2')}: gewenst na 12 weken uitstroom`,
      },
    ],
    bron: s2('§5.3'),
  },
  gezinsopvang: {
    naam: 'Gezinsopvang',
    domein: 'MO',
    omschrijving: 'Tijdelijk onderdak voor dakloze gezinnen.',
    nachtregistratie: true,
    gezinnen: 'alleen',
    toegang: 'besluit',
    bron: s2('§5'),
  },
  winteropvang: {
    naam: 'Winteropvang',
    domein: 'MO',
    omschrijving:
      'Gratis slaapplek als het vriest, voor iedereen die nergens anders kan slapen, ongeacht herkomst of recht.',
    nachtregistratie: true,
    toegang: 'direct',
    bron: s2('§5.4 (winterkouderegeling)'),
  },
  noodplek_vo: {
    naam: 'Noodplek na huiselijk geweld',
    domein: 'VO',
    omschrijving:
      'Acuut onderdak voor vrouwen en mannen vanaf 18 jaar, van binnen en buiten de regio. De bron noemt geen langste verblijf.',
    toegang: 'direct',
    bron: s2('§6'),
  },
  crisisopvang_vo: {
    naam: 'Crisisopvang vrouwenopvang',
    domein: 'VO',
    omschrijving:
      'Opvang met 24-uurs hulp voor slachtoffers uit heel Nederland en voor gezinnen uit de regio.',
    toegang: 'besluit',
    regels: [{ van: '2020-01-01', aantal: 12, eenheid: 'weken', bron: s2('§6') }],
    bron: s2('§6'),
  },
  opvang_hg: {
    naam: 'Opvang na huiselijk geweld',
    domein: 'VO',
    omschrijving: 'Opvang bij structurele onveiligheid (code oranje of groen).',
    toegang: 'besluit',
    regels: [{ van: '2020-01-01', aantal: 9, eenheid: 'maanden', bron: s2('§6, §6.3') }],
    bron: s2('§6, §6.3'),
  },
  opvang_pleger: {
    naam: 'Opvang pleger',
    domein: 'VO',
    omschrijving: 'Onderdak voor plegers, nu vaak een hotel zonder hulp; gewenst is opvang met hulp.',
    toegang: 'besluit',
    bron: s2('§6.6'),
  },
  housing_first: {
    naam: 'Housing First',
    domein: 'WONEN',
    omschrijving: 'Eerst een eigen woning, met begeleiding. De doelgroep verschilt per bron.',
    toegang: 'besluit',
    bron: `${s2('§5.2, bijlage 2')}; ${s0('§2.2.3')}`,
  },
  flexwoning: {
    naam: 'Flexwoning',
    domein: 'WONEN',
    omschrijving:
      'Tijdelijke, kleine en betaalbare woning met begeleiding. De bron noemt geen langste verblijf.',
    toegang: 'besluit',
    bron: 'Woonzorgvisie Maassluis en Vlaardingen 2024 §5.2',
  },
  maatwerkwoning: {
    naam: 'Maatwerk- of pauzewoning',
    domein: 'WONEN',
    omschrijving: 'Woning voor spoedzoekers, via het Maatwerkoverleg.',
    toegang: 'besluit',
    bron: 'Woonzorgvisie Maassluis en Vlaardingen 2024 §5.2.1',
  },
  een_route_woning: {
    naam: 'Woning via de één-route-regeling',
    domein: 'WONEN',
    omschrijving:
      'Zelfstandige woning in de gemeente van herkomst na zorg of begeleiding; SUWR geeft de urgentie.',
    toegang: 'direct',
    bron: s2('§5.3 fase 3, bijlage 2'),
  },
}
