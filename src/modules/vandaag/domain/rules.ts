import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { deadline, type Termijn } from '../../../shared/termijn.ts'
import { type Groep, type Groepcode, groepen, type Stand } from './contract.ts'

/** How many items a block shows; the count tells the rest. */
export const ITEMS_PER_GROEP = 5
/** From how many days before its last day something appears. */
export const VOORUIT = {
  onderzoek: 7,
  beschikking: 5,
  heronderzoek: 28,
  vertrek: 6,
  achttien: 28,
  signaal: 5,
  bemoeizorg: 14,
  waakvlam: 7,
  veiligheidsplan: 7,
  huisverbod: 3,
  casus: 3,
} as const
/** How long an answered signal of the own organisation stays on the page. */
export const EIGEN_SIGNAAL_DAGEN = 14
/** How long someone who came back stays on the page. */
export const HERINSTROOM_DAGEN = 14
/** How long an outflow without an agreement about nazorg stays on the page; the list keeps it. */
export const UITSTROOM_DAGEN = 180
/** How long an answered voorstel stays on the page when nobody made a new one. */
export const VOORSTEL_TERUG_DAGEN = 14

/** Right that a block needs; the asker sees no block without it. */
export const rechten: Readonly<Record<Groepcode, readonly string[]>> = {
  aankomst: ['verblijf.vastleggen'],
  time_out_aankomst: ['nazorg.wijzigen'],
  nacht_vastleggen: ['verblijf.vastleggen'],
  overdracht_aannemen: ['melding.overdragen'],
  overdracht_wacht: ['overdracht.doen'],
  overdracht_contact: ['overdracht.doen'],
  casus_uitnodiging: ['casus.deelnemen'],
  meldingen_zonder_behandelaar: ['melding.behandelen'],
  voorstel_beantwoorden: ['voorstel.beantwoorden'],
  woonvraag_beantwoorden: ['woonvraag.beantwoorden'],
  woningaanbod_beantwoorden: ['uitstroom.wijzigen'],
  signaal_oppakken: ['signaal.behandelen'],
  casus_te_laat: ['casus.wijzigen'],
  casus_actie: ['casus.deelnemen'],
  mijn_stappen: ['opvolging.wijzigen'],
  contact_weg: ['opvolging.wijzigen'],
  ontvangst_bevestigen: ['melding.behandelen'],
  voorstel_terug: ['voorstel.doen'],
  bezwaar_beslissen: ['voorstel.bezwaar_beslissen'],
  noodprocedure_beoordelen: ['audit.lezen'],
  bemoeizorg_wegen: ['bemoeizorg.wijzigen'],
  onderzoek_loopt_af: ['melding.behandelen'],
  beschikking_beslissen: ['beschikking.beslissen'],
  beschikking_versturen: ['beschikking.beslissen'],
  vo_route_regelen: ['vrouwenopvang.wijzigen'],
  veiligheidsplan: ['vrouwenopvang.wijzigen'],
  huisverbod_eindigt: ['vrouwenopvang.wijzigen'],
  winter_intake: ['winterkou.registreren'],
  signaal_afronden: ['signaal.behandelen'],
  melder_beantwoorden: ['signaal.behandelen'],
  outreach_terug: ['outreach.vastleggen'],
  vervolg: ['melding.behandelen'],
  achttien_plan: ['traject.wijzigen'],
  herinstroom: ['traject.wijzigen'],
  nazorg_aannemen: ['nazorg.wijzigen'],
  netwerksignaal: ['nazorg.wijzigen'],
  casus_overleg_afronden: ['casus.wijzigen'],
  risicodag: ['nazorg.lezen'],
  waakvlam: ['nazorg.wijzigen'],
  verblijf_maximum: ['verblijf.vastleggen'],
  traject_fase: ['traject.wijzigen'],
  urgentie_loopt_af: ['uitstroom.wijzigen'],
  geen_woning_vervolg: ['uitstroom.wijzigen'],
  contract_nabij: ['uitstroom.wijzigen'],
  weigering_besluiten: ['uitstroom.wijzigen'],
  locatie_bevestigen: ['plek.bevestigen'],
  wachtlijst_bevestigen: ['wachtlijst.plaatsen', 'wachtlijst.beheren'],
  te_late_stappen: ['opvolging.coordineren'],
  uitstroom_zonder_nazorg: ['nazorg.wijzigen'],
  nazorg_regio: ['opvolging.coordineren'],
  heronderzoek: ['beschikking.beslissen'],
  plan_bespreken: ['ondersteuningsplan.wijzigen'],
  plan_akkoord: ['ondersteuningsplan.wijzigen'],
  traject_zonder_stap: ['traject.wijzigen'],
  uitstroom_voorbereiden: ['uitstroom.wijzigen'],
  casus_les_controleren: ['casus.wijzigen'],
  verwacht_vertrek: ['plek.bevestigen', 'voorstel.doen'],
  eigen_signalen: ['signaal.melden'],
  gegevens_nakijken: ['kwaliteit.lezen'],
  clientervaring_leveren: ['clientervaring.schrijven'],
  overlegactie_open: ['overleg.schrijven'],
  overeenkomst_nabij: ['overleg.schrijven'],
  jaarplicht_open: ['overleg.schrijven'],
  besluitmoment_nabij: ['programma.schrijven'],
  advies_beantwoorden: ['participatie.schrijven'],
  idee_beantwoorden: ['participatie.schrijven'],
  klacht_beantwoorden: ['participatie.schrijven'],
}

export function groepenVoor(permissies: ReadonlySet<string>): Groepcode[] {
  return groepen.filter((code) => rechten[code].some((recht) => permissies.has(recht)))
}

/** The last day itself is today's work, not late. */
export function standOp(datum: PlainDate, today: PlainDate): Stand {
  if (datum < today) return 'te_laat'
  return datum === today ? 'vandaag' : 'binnenkort'
}

/** Blocks with something late first, then something for today; within that the order of the chain's urgency. */
export function sortGroepen(list: readonly Groep[]): Groep[] {
  return [...list].sort((a, b) => rank(a) - rank(b) || groepen.indexOf(a.code) - groepen.indexOf(b.code))
}

function rank(groep: Groep): number {
  if (groep.teLaat > 0) return 0
  const first = groep.items[0]?.stand
  return first === 'binnenkort' ? 2 : 1
}

/**
 * The latest start whose term ends on `today` or before: everything that started then or earlier is due. Lets a list ask
 * the database for a start day, where holidays are not known. Undefined when even a start a year ago is not due.
 */
export function latestDueStart(
  termijn: Termijn,
  wettelijk: boolean,
  today: PlainDate,
): PlainDate | undefined {
  for (let back = 0; back <= 366; back++) {
    const start = addDays(today, -back)
    if (deadline(start, termijn, { algemeneTermijnenwet: wettelijk }).uiterlijk <= today) return start
  }
  return undefined
}
