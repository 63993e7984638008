import { z } from 'zod'
import { endpoint } from '../../../shared/endpoint.ts'

/** Which page an item opens. */
export const Soort = z.enum([
  'client',
  'melding',
  'beschikking',
  'voorstel',
  'wachtlijst',
  'verblijf',
  'traject',
  'time_out',
  'uitstroom',
  'woonvraag',
  'plan',
  'locatie',
  'organisatie',
  'nacht',
  'noodprocedure',
  'nazorg',
  'overdracht',
  'winterintake',
  'signaal',
  'eigen_signaal',
  'bemoeizorg',
  'outreach',
  'casus',
  'casusuitnodiging',
  'casusactie',
  'bevinding',
  'clientervaring',
  'overlegactie',
  'overeenkomst',
  'jaarplicht',
  'besluitmoment',
  'advies',
  'idee',
  'klacht',
])
export type Soort = z.infer<typeof Soort>

export const groepen = [
  'aankomst',
  'time_out_aankomst',
  'nacht_vastleggen',
  'overdracht_aannemen',
  'overdracht_wacht',
  'overdracht_contact',
  'casus_uitnodiging',
  'meldingen_zonder_behandelaar',
  'voorstel_beantwoorden',
  'woonvraag_beantwoorden',
  'woningaanbod_beantwoorden',
  'signaal_oppakken',
  'casus_te_laat',
  'casus_actie',
  'mijn_stappen',
  'contact_weg',
  'ontvangst_bevestigen',
  'voorstel_terug',
  'bezwaar_beslissen',
  'noodprocedure_beoordelen',
  'bemoeizorg_wegen',
  'onderzoek_loopt_af',
  'beschikking_beslissen',
  'beschikking_versturen',
  'vo_route_regelen',
  'veiligheidsplan',
  'huisverbod_eindigt',
  'winter_intake',
  'signaal_afronden',
  'melder_beantwoorden',
  'outreach_terug',
  'vervolg',
  'achttien_plan',
  'herinstroom',
  'nazorg_aannemen',
  'netwerksignaal',
  'casus_overleg_afronden',
  'risicodag',
  'waakvlam',
  'verblijf_maximum',
  'traject_fase',
  'urgentie_loopt_af',
  'geen_woning_vervolg',
  'contract_nabij',
  'weigering_besluiten',
  'locatie_bevestigen',
  'wachtlijst_bevestigen',
  'te_late_stappen',
  'uitstroom_zonder_nazorg',
  'nazorg_regio',
  'heronderzoek',
  'plan_bespreken',
  'plan_akkoord',
  'traject_zonder_stap',
  'uitstroom_voorbereiden',
  'casus_les_controleren',
  'verwacht_vertrek',
  'eigen_signalen',
  'gegevens_nakijken',
  'clientervaring_leveren',
  'overlegactie_open',
  'overeenkomst_nabij',
  'jaarplicht_open',
  'besluitmoment_nabij',
  'advies_beantwoorden',
  'idee_beantwoorden',
  'klacht_beantwoorden',
] as const
export const Groepcode = z.enum(groepen)
export type Groepcode = z.infer<typeof Groepcode>

export const Stand = z.enum(['te_laat', 'vandaag', 'binnenkort'])
export type Stand = z.infer<typeof Stand>

export const Item = z.object({
  soort: Soort,
  /** A kind of finding has no row of its own: its id is made from its code, and no UUID of a version. */
  id: z.guid(),
  persoonId: z.uuid().nullable(),
  /** Who or what it is about. */
  naam: z.string(),
  /** What it is, in a few words. */
  wat: z.string(),
  /** The day that counts; null when only the fact counts. */
  datum: z.string().nullable(),
  /** The instant, when the hour matters. */
  moment: z.string().nullable(),
  /** Against `datum`; null when that is not a last day. */
  stand: Stand.nullable(),
})
export type Item = z.infer<typeof Item>

export const Groep = z.object({
  code: Groepcode,
  aantal: z.number().int(),
  /** Of `aantal`: past the last day. */
  teLaat: z.number().int(),
  /** The most urgent first. */
  items: z.array(Item),
})
export type Groep = z.infer<typeof Groep>

export const Vrij = z.object({
  locatieId: z.uuid(),
  locatie: z.string(),
  product: z.string(),
  vrij: z.number().int(),
  totaal: z.number().int(),
})

export const haalVandaag = endpoint({
  method: 'GET',
  path: '/vandaag',
  name: 'haalVandaag',
  summary: 'Wat er vandaag te doen is voor wie vraagt, het dringendste eerst',
  response: z.object({
    datum: z.string(),
    /** Only groups with something in them. */
    groepen: z.array(Groep),
  }),
})

/** A question of its own: it counts every plek of the region, and what must be done need not wait for that. */
export const haalVannacht = endpoint({
  method: 'GET',
  path: '/vandaag/vannacht',
  name: 'haalVannacht',
  summary: 'Hoeveel plekken er vannacht vrij zijn, en waar',
  response: z.object({ vrij: z.number().int(), totaal: z.number().int(), locaties: z.array(Vrij) }),
})
