import { z } from 'zod'
import { Datum, endpoint, IdParam, tekst, Versie } from '../../../shared/endpoint.ts'
import { Afsluitreden, Conflictreden, PlegerAntwoord, Systeemrol, VoRoute, VtSoort } from './keuzes.ts'
import { planToestanden, routeToestanden, verbodActies, verbodToestanden } from './toestanden.ts'

const keys = <T extends string>(names: Readonly<Record<T, string>>) => Object.keys(names) as [T, ...T[]]
const vrij = (label: string, max = 1000) => tekst(label, max).nullish()
const Gedaan = z.object({ id: z.uuid(), versie: z.number().int() })
const post = <B extends z.ZodType, R extends z.ZodType>(
  path: string,
  options: { name: string; summary: string; body: B; response: R },
) => endpoint({ method: 'POST', path, params: IdParam, ...options })

export const Inhoud = z.object({
  dreiging: tekst('waar de dreiging vandaan komt', 2000),
  signalen: tekst('waaraan u ziet dat het misgaat', 2000),
  afspraken: tekst('wat er is afgesproken', 4000),
  kinderen: vrij('wat er voor de kinderen is afgesproken', 2000),
  bellen: tekst('wie er wordt gebeld', 500),
})
export type Inhoud = z.infer<typeof Inhoud>

export const PlanInvoer = Inhoud.extend({
  opgesteldOp: Datum,
  besprekenOp: Datum,
  metClient: z.boolean({ error: 'Kies of u het plan samen met de cliënt heeft gemaakt.' }),
  zonderClientReden: vrij('waarom zonder de cliënt', 300),
}).superRefine((value, context) => {
  if (!value.metClient && !value.zonderClientReden)
    context.addIssue({
      code: 'custom',
      path: ['zonderClientReden'],
      message: 'Vul in waarom het plan zonder de cliënt is gemaakt.',
    })
  if (value.besprekenOp <= value.opgesteldOp)
    context.addIssue({
      code: 'custom',
      path: ['besprekenOp'],
      message: 'Kies een dag na de dag waarop u het plan maakte.',
    })
})
export type PlanInvoer = z.infer<typeof PlanInvoer>

export const PlaatsingInvoer = z.object({
  versie: Versie,
  op: Datum,
  verblijfId: z.uuid({ error: 'Kies het verblijf.' }).nullish(),
  eldersRegio: vrij('de regio', 80),
  eldersOrganisatie: vrij('de organisatie', 120),
  eldersContact: vrij('wie daar te bereiken is', 120),
})
export type PlaatsingInvoer = z.infer<typeof PlaatsingInvoer>

export const HuisverbodInvoer = z.object({
  besluitnummer: tekst('het nummer van het besluit', 60),
  gemeenteCode: z.string({ error: 'Kies de gemeente van de burgemeester.' }).regex(/^GM\d{4}$/, {
    error: 'Kies de gemeente van de burgemeester.',
  }),
  opgelegdOp: Datum,
  veiligThuisOp: Datum.nullish(),
  procesregisseur: vrij('wie de hulp regisseert', 120),
})
export type HuisverbodInvoer = z.infer<typeof HuisverbodInvoer>

export const RoodAfwijkingInvoer = z.object({
  reden: tekst('waarom het hier toch veilig kan', 500),
  beslotenDoor: tekst('wie dat besloot, met functie', 120),
  beslotenOp: Datum,
})
export const PlegerhulpInvoer = z
  .object({
    aanbod: tekst('welke hulp u aanbiedt', 2000),
    aangebodenDoor: tekst('wie de hulp geeft, met organisatie', 120),
    aangebodenOp: Datum,
    besprekenOp: Datum,
  })
  .refine((value) => value.besprekenOp > value.aangebodenOp, {
    path: ['besprekenOp'],
    error: 'Kies een dag na het aanbod.',
  })

const Route = z.object({
  id: z.uuid(),
  versie: z.number().int(),
  code: z.enum(['rood', 'oranje', 'groen']),
  route: VoRoute,
  status: z.enum(keys(routeToestanden)),
  gekozenOp: z.string(),
  geplaatstOp: z.string().nullable(),
  eldersRegio: z.string().nullable(),
  eldersOrganisatie: z.string().nullable(),
  eldersContact: z.string().nullable(),
  verblijfId: z.uuid().nullable(),
  afgerondOp: z.string().nullable(),
  eindeReden: z.string().nullable(),
})
const Planversie = Inhoud.extend({
  nummer: z.number().int(),
  kinderen: z.string().nullable(),
  opgesteldOp: z.string(),
  metClient: z.boolean(),
  zonderClientReden: z.string().nullable(),
  door: z.string().nullable(),
})
const Plan = z.object({
  id: z.uuid(),
  versie: z.number().int(),
  status: z.enum(keys(planToestanden)),
  begonnenOp: z.string(),
  besprekenOp: z.string(),
  afgeslotenOp: z.string().nullable(),
  afsluitreden: Afsluitreden.nullable(),
  /** The newest first. */
  versies: z.array(Planversie),
})
const Huisverbod = z.object({
  id: z.uuid(),
  versie: z.number().int(),
  besluitnummer: z.string(),
  gemeente: z.string(),
  opgelegdOp: z.string(),
  tot: z.string(),
  verlengdOp: z.string().nullable(),
  verlengdTot: z.string().nullable(),
  ingetrokkenOp: z.string().nullable(),
  veiligThuisOp: z.string().nullable(),
  procesregisseur: z.string().nullable(),
  toestand: z.enum(keys(verbodToestanden)),
  acties: z.array(z.enum(keys(verbodActies))),
})
const Systeem = z.object({
  id: z.uuid(),
  koppelcode: z.string(),
  /** Own link of this person. */
  lidId: z.uuid(),
  lidVersie: z.number().int(),
  rol: Systeemrol,
  slachtoffers: z.number().int(),
  kinderen: z.number().int(),
  plegers: z.number().int(),
  /** First day without huisverbod for the pleger; null when none runs. */
  huisverbodTot: z.string().nullable(),
  /** Others in it whose dossier the asker sees anyway. */
  bekend: z.array(z.object({ persoonId: z.uuid(), naam: z.string(), rol: Systeemrol })),
})

export const VrouwenopvangDossier = z.object({
  /** Code of the newest melding with one; null when there is none. */
  code: z
    .object({
      code: z.enum(['rood', 'oranje', 'groen']),
      naam: z.string(),
      meldingId: z.uuid(),
      op: z.string(),
    })
    .nullable(),
  /** Only with code rood: who decided that it can be in the region after all; null as long as nobody did. */
  roodAfwijking: z.object({ reden: z.string(), beslotenDoor: z.string(), beslotenOp: z.string() }).nullable(),
  routes: z.array(Route),
  /** Running stays in the vrouwenopvang, to choose from. */
  verblijven: z.array(z.object({ id: z.uuid(), begonnenOp: z.string(), product: z.string() })),
  plannen: z.array(Plan),
  /** Until when there must be a plan; null when none is needed or it is there. */
  planNodigVoor: z.string().nullable(),
  aanspreekpunt: z.string().nullable(),
  huisverboden: z.array(Huisverbod),
  veiligThuis: z.array(
    z.object({
      id: z.uuid(),
      versie: z.number().int(),
      soort: VtSoort,
      van: z.string(),
      tot: z.string().nullable(),
      kenmerk: z.string().nullable(),
    }),
  ),
  systemen: z.array(Systeem),
  /** Help that goes with staying as pleger, the newest first. */
  plegerhulp: z.array(
    z.object({
      id: z.uuid(),
      versie: z.number().int(),
      aanbod: z.string(),
      aangebodenDoor: z.string(),
      aangebodenOp: z.string(),
      antwoord: PlegerAntwoord.nullable(),
      antwoordOp: z.string().nullable(),
      besprekenOp: z.string(),
      geeindigdOp: z.string().nullable(),
      eindeReden: z.string().nullable(),
    }),
  ),
  /** A pleger stays here, and nobody offered help yet. */
  plegerhulpNodig: z.boolean(),
  gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })),
})
export type VrouwenopvangDossier = z.infer<typeof VrouwenopvangDossier>

export const haalVrouwenopvang = endpoint({
  method: 'GET',
  path: '/personen/:id/vrouwenopvang',
  name: 'haalVrouwenopvang',
  summary: 'Route, veiligheidsplan, huisverbod, Veilig Thuis en systeem van een cliënt',
  params: IdParam,
  response: VrouwenopvangDossier,
})

export const kiesVoRoute = post('/personen/:id/vo-routes', {
  name: 'kiesVoRoute',
  summary: 'Kies de weg die bij de code van Veilig Thuis hoort',
  body: z.object({ route: VoRoute }),
  response: Gedaan,
})
export const plaatsVoRoute = post('/vo-routes/:id/plaatsing', {
  name: 'plaatsVoRoute',
  summary:
    'Leg vast waar iemand terecht kan: een verblijf in de eigen gemeenten, of een noodbed elders zonder adres',
  body: PlaatsingInvoer,
  response: Gedaan,
})
export const eindigVoRoute = post('/vo-routes/:id/einde', {
  name: 'eindigVoRoute',
  summary: 'Beëindig de route, of laat haar vervallen',
  body: z.object({ versie: Versie, op: Datum, reden: tekst('de reden', 300) }),
  response: Gedaan,
})
export const legRoodAfwijkingVast = post('/personen/:id/vo-rood-afwijkingen', {
  name: 'legRoodAfwijkingVast',
  summary: 'Leg vast waarom iemand met code rood toch in de regio kan verblijven, en wie dat besloot',
  body: RoodAfwijkingInvoer,
  response: z.object({ id: z.uuid() }),
})
export const biedPlegerhulp = post('/personen/:id/plegerhulp', {
  name: 'biedPlegerhulp',
  summary: 'Leg vast welke hulp een pleger bij de opvang krijgt aangeboden',
  body: PlegerhulpInvoer,
  response: Gedaan,
})
export const beantwoordPlegerhulp = post('/plegerhulp/:id/antwoord', {
  name: 'beantwoordPlegerhulp',
  summary: 'Leg vast of de pleger de hulp aanneemt',
  body: z.object({ versie: Versie, antwoord: PlegerAntwoord, op: Datum }),
  response: Gedaan,
})
export const eindigPlegerhulp = post('/plegerhulp/:id/einde', {
  name: 'eindigPlegerhulp',
  summary: 'Leg vast dat de hulp aan de pleger eindigt',
  body: z.object({ versie: Versie, op: Datum, reden: tekst('de reden', 300) }),
  response: Gedaan,
})
export const maakVeiligheidsplan = post('/personen/:id/veiligheidsplannen', {
  name: 'maakVeiligheidsplan',
  summary: 'Maak een veiligheidsplan',
  body: PlanInvoer,
  response: Gedaan,
})
export const herzieVeiligheidsplan = post('/veiligheidsplannen/:id/versies', {
  name: 'herzieVeiligheidsplan',
  summary: 'Leg een nieuwe versie van een veiligheidsplan vast; de vorige blijft staan',
  body: PlanInvoer.safeExtend({ versie: Versie }),
  response: Gedaan,
})
export const sluitVeiligheidsplan = post('/veiligheidsplannen/:id/afsluiting', {
  name: 'sluitVeiligheidsplan',
  summary: 'Sluit een veiligheidsplan af',
  body: z.object({ versie: Versie, reden: Afsluitreden }),
  response: Gedaan,
})
export const legHuisverbodVast = post('/personen/:id/huisverboden', {
  name: 'legHuisverbodVast',
  summary:
    'Leg een tijdelijk huisverbod vast bij de cliënt die het huis uit moet; het eindigt vanzelf na tien dagen',
  body: HuisverbodInvoer,
  response: Gedaan,
})
export const verlengHuisverbod = post('/huisverboden/:id/verlenging', {
  name: 'verlengHuisverbod',
  summary: 'Leg de verlenging van een huisverbod vast, tot hooguit vier weken na de eerste dag',
  body: z.object({ versie: Versie, op: Datum, verlengdTot: Datum }),
  response: Gedaan,
})
export const trekHuisverbodIn = post('/huisverboden/:id/intrekking', {
  name: 'trekHuisverbodIn',
  summary: 'Leg vast dat de burgemeester het huisverbod introk',
  body: z.object({ versie: Versie, op: Datum }),
  response: Gedaan,
})
export const legVeiligThuisVast = post('/personen/:id/veilig-thuis', {
  name: 'legVeiligThuisVast',
  summary: 'Leg vast dat Veilig Thuis betrokken is',
  body: z.object({ soort: VtSoort, van: Datum, kenmerk: vrij('het kenmerk', 60) }),
  response: Gedaan,
})
export const eindigVeiligThuis = post('/veilig-thuis/:id/einde', {
  name: 'eindigVeiligThuis',
  summary: 'Leg vast dat Veilig Thuis klaar is',
  body: z.object({ versie: Versie, op: Datum }),
  response: Gedaan,
})
export const maakSysteem = post('/personen/:id/vo-systemen', {
  name: 'maakSysteem',
  summary: 'Begin een systeem met deze cliënt; de koppelcode laat anderen hun eigen cliënt koppelen',
  body: z.object({ rol: Systeemrol }),
  response: z.object({ id: z.uuid(), koppelcode: z.string() }),
})
export const koppelAanSysteem = post('/personen/:id/vo-systeemkoppelingen', {
  name: 'koppelAanSysteem',
  summary: 'Koppel deze cliënt aan een systeem; dat geeft niemand zicht op het dossier van een ander',
  body: z.object({ koppelcode: tekst('de koppelcode', 20), rol: Systeemrol }),
  response: z.object({ id: z.uuid() }),
})
export const ontkoppelVanSysteem = post('/vo-systeemleden/:id/einde', {
  name: 'ontkoppelVanSysteem',
  summary: 'Haal deze cliënt uit het systeem',
  body: z.object({ versie: Versie, reden: tekst('de reden', 300) }),
  response: Gedaan,
})

// ── Who may never see this person ──

const Belangenconflict = z.object({
  id: z.uuid(),
  wie: z.string(),
  soort: z.enum(['medewerker', 'organisatie']),
  reden: Conflictreden,
  toelichting: z.string().nullable(),
  van: z.string(),
  tot: z.string().nullable(),
  eindeReden: z.string().nullable(),
})
export const haalBelangenconflicten = endpoint({
  method: 'GET',
  path: '/personen/:id/belangenconflicten',
  name: 'haalBelangenconflicten',
  summary: 'Wie deze cliënt niet mag zien, en wie daarvoor te kiezen zijn',
  params: IdParam,
  response: z.object({
    conflicten: z.array(Belangenconflict),
    medewerkers: z.array(z.object({ id: z.uuid(), naam: z.string() })),
    organisaties: z.array(z.object({ id: z.uuid(), naam: z.string() })),
  }),
})
export const ConflictInvoer = z
  .object({
    soort: z.enum(['medewerker', 'organisatie'], { error: 'Kies een medewerker of een hele organisatie.' }),
    gebruikerId: z.uuid({ error: 'Kies een medewerker.' }).nullish(),
    organisatieId: z.uuid({ error: 'Kies een organisatie.' }).nullish(),
    reden: Conflictreden,
    toelichting: vrij('de toelichting', 300),
  })
  .superRefine((value, context) => {
    const veld = value.soort === 'medewerker' ? 'gebruikerId' : 'organisatieId'
    if (!value[veld]) context.addIssue({ code: 'custom', path: [veld], message: `Kies een ${value.soort}.` })
  })
export type ConflictInvoer = z.infer<typeof ConflictInvoer>
export const legBelangenconflictVast = post('/personen/:id/belangenconflicten', {
  name: 'legBelangenconflictVast',
  summary: 'Leg vast wie deze cliënt niet mag zien; dat geldt meteen en overal',
  body: ConflictInvoer,
  response: z.object({ id: z.uuid() }),
})
export const eindigBelangenconflict = post('/belangenconflicten/:id/einde', {
  name: 'eindigBelangenconflict',
  summary: 'Hef een blokkade door een belangenconflict op',
  body: z.object({ reden: tekst('de reden', 300) }),
  response: z.object({ id: z.uuid() }),
})
