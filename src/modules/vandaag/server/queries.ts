import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { deadline, type Termijn } from '../../../shared/termijn.ts'
import type { TermijnCode } from '../../beheer/domain/standaard.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type { Groep, Groepcode, haalVandaag, Item } from '../domain/contract.ts'
import { groepenVoor, latestDueStart, sortGroepen, standOp } from '../domain/rules.ts'
import type { Blok, BlokRij, Vraag } from './blok.ts'
import * as antwoord from './blokken-antwoord.ts'
import * as casus from './blokken-casus.ts'
import * as clientervaring from './blokken-clientervaring.ts'
import * as contact from './blokken-contact.ts'
import * as instroom from './blokken-instroom.ts'
import * as kwaliteit from './blokken-kwaliteit.ts'
import * as nazorg from './blokken-nazorg.ts'
import * as overdracht from './blokken-overdracht.ts'
import * as overleg from './blokken-overleg.ts'
import * as participatie from './blokken-participatie.ts'
import * as plan from './blokken-plan.ts'
import * as plek from './blokken-plek.ts'
import * as programma from './blokken-programma.ts'
import * as signaal from './blokken-signaal.ts'
import * as traject from './blokken-traject.ts'
import * as uitstroom from './blokken-uitstroom.ts'
import * as vrouwenopvang from './blokken-vrouwenopvang.ts'
import * as winter from './blokken-winter.ts'

const blokken: Readonly<Record<Groepcode, Blok>> = {
  aankomst: plek.aankomst,
  time_out_aankomst: nazorg.timeOutAankomst,
  nacht_vastleggen: plek.nachtVastleggen,
  overdracht_aannemen: antwoord.overdrachtAannemen,
  overdracht_wacht: overdracht.overdrachtWacht,
  overdracht_contact: overdracht.overdrachtContact,
  casus_uitnodiging: casus.casusUitnodiging,
  meldingen_zonder_behandelaar: instroom.zonderBehandelaar,
  voorstel_beantwoorden: plek.voorstelBeantwoorden,
  woonvraag_beantwoorden: uitstroom.woonvraagBeantwoorden,
  woningaanbod_beantwoorden: uitstroom.woningaanbodBeantwoorden,
  signaal_oppakken: signaal.signaalOppakken,
  casus_te_laat: casus.casusTeLaat,
  casus_actie: casus.casusActie,
  mijn_stappen: instroom.mijnStappen,
  contact_weg: contact.contactWeg,
  ontvangst_bevestigen: instroom.ontvangstBevestigen,
  voorstel_terug: plek.voorstelTerug,
  bezwaar_beslissen: antwoord.bezwaarBeslissen,
  noodprocedure_beoordelen: antwoord.noodprocedureBeoordelen,
  bemoeizorg_wegen: signaal.bemoeizorgWegen,
  onderzoek_loopt_af: instroom.onderzoekLooptAf,
  beschikking_beslissen: instroom.beschikkingBeslissen,
  beschikking_versturen: instroom.beschikkingVersturen,
  vo_route_regelen: vrouwenopvang.voRouteRegelen,
  veiligheidsplan: vrouwenopvang.veiligheidsplan,
  huisverbod_eindigt: vrouwenopvang.huisverbodEindigt,
  winter_intake: winter.winterIntake,
  signaal_afronden: signaal.signaalAfronden,
  melder_beantwoorden: signaal.melderBeantwoorden,
  outreach_terug: signaal.outreachTerug,
  vervolg: instroom.vervolg,
  achttien_plan: traject.achttienPlan,
  herinstroom: traject.herinstroom,
  nazorg_aannemen: nazorg.nazorgAannemen,
  netwerksignaal: nazorg.netwerksignaal,
  casus_overleg_afronden: casus.casusOverlegAfronden,
  risicodag: nazorg.risicodag,
  waakvlam: nazorg.waakvlam,
  verblijf_maximum: plek.verblijfMaximum,
  traject_fase: traject.trajectFase,
  urgentie_loopt_af: uitstroom.urgentieLooptAf,
  geen_woning_vervolg: uitstroom.geenWoningVervolg,
  contract_nabij: uitstroom.contractNabij,
  weigering_besluiten: uitstroom.weigeringBesluiten,
  locatie_bevestigen: plek.locatieBevestigen,
  wachtlijst_bevestigen: plek.wachtlijstBevestigen,
  te_late_stappen: instroom.teLateStappen,
  uitstroom_zonder_nazorg: nazorg.uitstroomZonderNazorg,
  nazorg_regio: nazorg.nazorgRegio,
  heronderzoek: instroom.heronderzoek,
  plan_bespreken: plan.planBespreken,
  plan_akkoord: plan.planAkkoord,
  traject_zonder_stap: traject.trajectZonderStap,
  uitstroom_voorbereiden: uitstroom.uitstroomVoorbereiden,
  casus_les_controleren: casus.casusLesControleren,
  verwacht_vertrek: plek.verwachtVertrek,
  eigen_signalen: signaal.eigenSignalen,
  gegevens_nakijken: kwaliteit.gegevensNakijken,
  clientervaring_leveren: clientervaring.clientervaringLeveren,
  overlegactie_open: overleg.overlegacties,
  overeenkomst_nabij: overleg.overeenkomstNabij,
  jaarplicht_open: overleg.jaarplichtOpen,
  besluitmoment_nabij: programma.besluitmomentNabij,
  advies_beantwoorden: participatie.adviesBeantwoorden,
  idee_beantwoorden: participatie.ideeBeantwoorden,
  klacht_beantwoorden: participatie.klachtBeantwoorden,
}

/** Blocks whose day is since when, not a last day. */
const zonderStand: ReadonlySet<Groepcode> = new Set([
  'meldingen_zonder_behandelaar',
  'contact_weg',
  'overdracht_aannemen',
  'voorstel_terug',
  'bezwaar_beslissen',
  'noodprocedure_beoordelen',
  'beschikking_versturen',
  'vo_route_regelen',
  'locatie_bevestigen',
  'te_late_stappen',
  'herinstroom',
  'plan_akkoord',
  'traject_zonder_stap',
  'woonvraag_beantwoorden',
  'weigering_besluiten',
  'geen_woning_vervolg',
  'uitstroom_voorbereiden',
  'melder_beantwoorden',
  'casus_overleg_afronden',
  'casus_les_controleren',
  'eigen_signalen',
  'nazorg_aannemen',
  'netwerksignaal',
  'uitstroom_zonder_nazorg',
  'nazorg_regio',
  'gegevens_nakijken',
])

/** All blocks in one question to the database; which ones follows from the asker's permissions. */
export async function readVandaag(work: Work): Promise<z.output<(typeof haalVandaag)['response']>> {
  const codes = groepenVoor(work.vrager.permissies)
  const bevestigen = await getTermijn(work, 'ontvangstbevestiging')
  const vraag = await readVraag(work, bevestigen as Termijn, bevestigen.wettelijk)
  const rows = codes.length === 0 ? [] : await runBlokken(codes, vraag)
  const ontvangstOp = (op: PlainDate) =>
    deadline(op, bevestigen as Termijn, { algemeneTermijnenwet: bevestigen.wettelijk }).uiterlijk
  const groepen = codes.flatMap((code) => {
    const own = rows.filter((row) => row.groep === code)
    return own.length === 0 ? [] : [toGroep(code, own, work.today, ontvangstOp)]
  })
  return { datum: work.today, groepen: sortGroepen(groepen) }
}

/** The one statement of the page, for running and for explaining. */
export function vandaagSql(codes: readonly Groepcode[], vraag: Vraag) {
  const parts = codes.map((code) => blokken[code](vraag))
  return sql<BlokRij>`${sql.join(parts, sql` union all `)}`
}

async function runBlokken(codes: readonly Groepcode[], vraag: Vraag): Promise<BlokRij[]> {
  // Left to itself PostgreSQL plans these twenty to forty blocks anew at each look, which takes longer than running them.
  await sql`set local plan_cache_mode = force_generic_plan`.execute(vraag.work.db)
  return (await vandaagSql(codes, vraag).execute(vraag.work.db)).rows
}

export async function readVraag(work: Work, bevestigen: Termijn, wettelijk: boolean): Promise<Vraag> {
  const verouderd = await getTermijn(work, 'locatie_verouderd')
  return {
    work,
    today: work.today,
    ontvangstVanaf: latestDueStart(bevestigen, wettelijk, work.today) ?? null,
    ontvangstTeLaat: latestDueStart(bevestigen, wettelijk, addDays(work.today, -1)) ?? null,
    herinstroomBinnen: await readInterval(work, 'herinstroom'),
    clientervaringVoor: await readInterval(work, 'clientervaring_klaarzetten'),
    overeenkomstVoor: await readInterval(work, 'overeenkomst_herinneren'),
    jaarplichtVoor: await readInterval(work, 'jaarplicht_herinneren'),
    besluitmomentVoor: await readInterval(work, 'besluitmoment_herinneren'),
    antwoordBinnen: {
      advies: await readInterval(work, 'advies_beantwoorden'),
      idee: await readInterval(work, 'idee_beantwoorden'),
      klacht: await readInterval(work, 'klacht_beantwoorden'),
    },
    verouderdVoor: new Date(work.now.getTime() - hoursOf(verouderd.aantal, verouderd.eenheid) * 3_600_000),
  }
}

/** A term as PostgreSQL reads it. */
async function readInterval(work: Work, code: TermijnCode): Promise<string> {
  const { aantal, eenheid } = await getTermijn(work, code)
  return `${aantal} ${{ weken: 'weeks', maanden: 'months' }[eenheid as string] ?? 'days'}`
}

function hoursOf(aantal: number, eenheid: string): number {
  if (eenheid === 'uren') return aantal
  return aantal * 24 * ({ weken: 7, maanden: 30 }[eenheid] ?? 1)
}

function toGroep(
  code: Groepcode,
  rows: readonly BlokRij[],
  today: PlainDate,
  ontvangstOp: (op: PlainDate) => PlainDate,
): Groep {
  const items = rows.map((row): Item => {
    const datum = code === 'ontvangst_bevestigen' && row.datum ? ontvangstOp(row.datum) : row.datum
    return {
      // An anonymous step has a melding in the place of a cliënt.
      soort: row.soort === 'client' && row.persoon_id === null ? 'melding' : row.soort,
      id: row.id,
      persoonId: row.persoon_id,
      naam: row.naam,
      wat: row.wat,
      datum,
      moment: row.moment?.toISOString() ?? null,
      stand: datum === null || zonderStand.has(code) ? null : standOp(datum, today),
    }
  })
  return { code, aantal: rows[0]!.aantal, teLaat: rows[0]!.te_laat, items }
}
