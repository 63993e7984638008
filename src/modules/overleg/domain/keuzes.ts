/** Words of the choices in this module; the keys are what is kept. */

export const overlegsoorten = {
  rbo: 'Regionaal bestuurlijk overleg',
  asg: 'Ambtelijke stuurgroep',
  projectgroep: 'Projectgroep',
  voortgangsoverleg: 'Voortgangsoverleg met partners',
  platform: 'Bestuurlijk platform',
  portefeuillehouders: 'Overleg van portefeuillehouders',
  netwerkbijeenkomst: 'Netwerkbijeenkomst',
  gemeenteraad: 'Gemeenteraad',
  werkgroep: 'Werkgroep',
  anders: 'Ander overleg',
} as const

export const niveaus = {
  bestuurlijk: 'Bestuurlijk',
  management: 'Management',
  ambtelijk: 'Ambtelijk',
  netwerk: 'Netwerk',
  participatie: 'Participatie',
} as const

export const agendasoorten = {
  uitvoeringsprogramma: 'Uitvoeringsprogramma',
  begroting: 'Begroting',
  evaluatie: 'Evaluatie van de samenwerking',
  overig: 'Iets anders',
} as const

export const herhalingen = {
  elke_vergadering: 'Elke vergadering',
  elk_kwartaal: 'Eén keer per kwartaal',
  elk_halfjaar: 'Eén keer per halfjaar',
  elk_jaar: 'Eén keer per jaar',
} as const
export type Herhaling = keyof typeof herhalingen

export const vergaderstatussen = {
  gepland: 'Gepland',
  gehouden: 'Gehouden',
  afgelast: 'Afgelast',
} as const

export const organen = {
  raad: 'Gemeenteraad',
  college: 'College',
  rbo: 'Regionaal bestuurlijk overleg',
  asg: 'Ambtelijke stuurgroep',
  overig: 'Een ander',
} as const
export type Orgaan = keyof typeof organen

/** Who decides at a besluitmoment of an activiteit; a stuurgroep or programmamanager is `overig` here. */
export const momentorganen = {
  raad: organen.raad,
  college: organen.college,
  rbo: organen.rbo,
  asg: organen.asg,
  stuurgroep: 'Stuurgroep',
  programmamanager: 'Programmamanager',
} as const

/** Of these there is one in each gemeente; of the others one in the region. */
export const isVanGemeente = (orgaan: Orgaan) => orgaan === 'raad' || orgaan === 'college'
export const isVanRegio = (orgaan: Orgaan) => orgaan === 'rbo' || orgaan === 'asg'

export const uitkomsten = {
  akkoord: 'Akkoord',
  akkoord_met_wijziging: 'Akkoord met wijziging',
  niet_akkoord: 'Niet akkoord',
} as const

export const besluitstanden = {
  voorgenomen: 'Voornemen',
  onderweg: 'Besloten, nog stappen te gaan',
  rond: 'Rond',
  niet_akkoord: 'Niet akkoord',
  ingetrokken: 'Ingetrokken',
} as const
export type Besluitstand = keyof typeof besluitstanden

export const actiestanden = {
  open: 'Open',
  te_laat: 'Te laat',
  gedaan: 'Gedaan',
  vervallen: 'Vervallen',
} as const

export const overeenkomstsoorten = {
  samenwerkingsovereenkomst: 'Samenwerkingsovereenkomst',
  dvo: 'Dienstverleningsovereenkomst (DVO)',
  mandaat: 'Mandaat',
  centrumregeling: 'Centrumregeling',
  convenant: 'Convenant',
} as const

/** What a samenwerkingsovereenkomst arranges: regiovisie MVS 2024 §7.3. */
export const onderwerpen = {
  doel: 'Doel en wijze van samenwerking',
  bestuursstructuur: 'Bestuursstructuur',
  taken: 'Taken, bevoegdheden en verantwoordelijkheden',
  besluitvorming: 'Organisatie en besluitvorming',
  centrumgemeente: 'Positie van de centrumgemeente',
  financien: 'Financiën',
  duur: 'Duur van de samenwerking',
  prestaties: 'Prestaties van partners',
  vergoedingen: 'Vergoedingen daarvoor',
  beeindiging: 'Hoe de samenwerking eindigt',
} as const

export const overeenkomststanden = {
  loopt: 'Loopt',
  nabij: 'Vraagt aandacht',
  voorbij: 'Voorbij',
  afgesloten: 'Afgesloten',
} as const

/** Norm van Opdrachtgeverschap beschermd wonen en maatschappelijke opvang: regiovisie MVS 2024, bijlagen 3 and 4. */
export const nvoAfspraken = {
  1: 'Er is een regiovisie voor beschermd wonen en maatschappelijke opvang, vastgesteld door elke gemeenteraad.',
  2: 'De regiovisie is gemaakt met professionals, inwoners, ervaringsdeskundigen en ketenpartijen.',
  3: 'De regiovisie beschrijft hoe zorg beschikbaar blijft en doorgaat.',
  4: 'Er zijn afspraken over het woonplaatsbeginsel en plekken buiten de eigen regio, zodra dat wordt ingevoerd.',
  5: 'De lokale toegang is verbonden met de regionale opvang en gecontracteerde hulp.',
  6: 'De governance is niet vrijblijvend, met één aanspreekpunt namens de regio.',
  7: 'De regio beperkt de administratieve lasten.',
  8: 'De regio contracteert voor meer jaren, met ruimte voor vernieuwing.',
} as const

export const nvoStatussen = { voldoet: 'Voldoet', deels: 'Voldoet deels', niet: 'Voldoet niet' } as const
