import {
  answerMelder,
  beginBemoeizorg,
  finishSignaal,
  giveSignaal,
  pickUpSignaal,
  registerContact,
  registerFiguur,
  takeOpenbaarSignaal,
} from '../../../src/modules/signaal/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import { accepted } from '../../world.ts'
import { isMaandag, type Verloop, werkdag } from './agenda.ts'

/** Signals of the last year only: enough for the figures per wijk. */
const DAGEN = 365
const wijkteams = {
  GM0622: 'wijkteam_vlaardingen',
  GM0606: 'wijkteam_schiedam',
  GM0556: 'wijkteam_maassluis',
} as const
const corporaties = { GM0622: 'waterweg_wonen', GM0606: 'woonplus', GM0556: 'maasdelta' } as const
type Gemeente = keyof typeof wijkteams

const waar = {
  'GM0622 gm0622_westwijk': 34,
  'GM0622 gm0622_holy': 14,
  'GM0622 gm0622_centrum': 10,
  'GM0606 gm0606_nieuwland': 26,
  'GM0606 gm0606_centrum': 10,
  'GM0556 gm0556_centrum': 8,
} as const
const soorten = {
  overlast: 40,
  zorgmijdend_gedrag: 18,
  ggz: 14,
  schulden: 12,
  dementie: 8,
  huisuitzetting: 8,
}
const teksten: Readonly<Record<string, string>> = {
  overlast: 'Veel lawaai en vuil in het portiek. De persoon is verzonnen.',
  zorgmijdend_gedrag: 'Doet de deur niet meer open en haalt geen post op. De persoon is verzonnen.',
  ggz: 'Praat in zichzelf en lijkt bang. De persoon is verzonnen.',
  schulden: 'Zegt dat de stroom wordt afgesloten. De persoon is verzonnen.',
  dementie: 'Dwaalt ’s avonds op straat. De persoon is verzonnen.',
  huisuitzetting: 'Huurachterstand; betaalt niet en reageert niet. De persoon is verzonnen.',
}

/** Signals, contacts on the street, bemoeizorg and whom to know in a wijk: all invented. */
export function planSignalen(verloop: Verloop, van: PlainDate): void {
  const begin = addDays(verloop.laatste, -DAGEN)
  for (let dag = van > begin ? van : begin; dag <= verloop.laatste; dag = addDays(dag, 1))
    planDag(verloop, dag)
  for (const [gemeente, wijkteam] of Object.entries(wijkteams)) {
    verloop.agenda.plan(verloop.laatste, wijkteam, (work) => voegFiguurToe(work, gemeente as Gemeente))
    verloop.agenda.plan(addDays(verloop.laatste, -60), wijkteam, (work) => beginZorg(work, 88))
    verloop.agenda.plan(addDays(verloop.laatste, -20), wijkteam, (work) => beginZorg(work, 30))
  }
}

function planDag(verloop: Verloop, dag: PlainDate): void {
  const { agenda } = verloop
  const random = verloop.random.fork(`signaal ${dag}`)
  for (let n = random.between(0, 2); n > 0; n--) {
    const [gemeente, wijk] = random.weighted(waar).split(' ') as [Gemeente, string]
    const categorie = random.weighted(soorten)
    const inhoud = { categorie, gemeenteCode: gemeente, wijk, waar: null, toelichting: teksten[categorie]! }
    const wilTerugkoppeling = random.chance(0.4)
    const sleutel = `demo-signaal-${dag}-${n}`
    if (categorie === 'huisuitzetting')
      agenda.plan(dag, corporaties[gemeente], async (work) => {
        const huishouden = { ontruimingOp: addDays(dag, 24), volwassenen: 1, kinderen: random.between(0, 2) }
        accepted(await giveSignaal(work, { ...inhoud, ...huishouden }))
      })
    else
      agenda.plan(dag, wijkteams[gemeente], async (work) => {
        const contact = wilTerugkoppeling ? 'buur@voorbeeld.example' : null
        const openbaar = { ...inhoud, naam: null, contact, wilTerugkoppeling, website: '', sleutel }
        accepted(await takeOpenbaarSignaal(work, openbaar))
      })
  }
  if (isMaandag(dag))
    for (const wijkteam of Object.values(wijkteams)) {
      agenda.plan(werkdag(addDays(dag, 1)), wijkteam, (work) => werkBij(work, random.chance(0.9)))
      agenda.plan(werkdag(addDays(dag, 4)), wijkteam, (work) => werkBij(work, random.chance(0.9)))
      agenda.plan(addDays(dag, 2), wijkteam, (work) =>
        gaOpStraat(work, random.chance(0.5), dag > addDays(verloop.laatste, -14)),
      )
    }
}

/** Takes up what came in, and finishes what was taken up a while ago. */
async function werkBij(work: Work, isZorgvuldig: boolean): Promise<void> {
  const eigen = work.db
    .selectFrom('signaal')
    .select(['id', 'versie', 'categorie', 'wil_terugkoppeling as wil'])
    .where('regio_id', '=', work.regioId)
    .where('organisatie_id', '=', work.vrager.organisatieId)
    .orderBy('kenmerk')
  for (const { id, versie } of await eigen.where('status', '=', 'binnen').limit(6).execute())
    accepted(await pickUpSignaal(work, { id, versie }))
  const oud = eigen.where('status', '=', 'opgepakt').where('opgepakt_op', '<=', addDays(work.today, -12))
  for (const one of await oud.limit(isZorgvuldig ? 6 : 2).execute()) {
    const uitkomst = one.categorie === 'overlast' ? 'geen_actie' : 'contact_gezocht'
    accepted(
      await finishSignaal(work, {
        id: one.id,
        versie: one.versie,
        uitkomst,
        reden: uitkomst === 'geen_actie' ? 'al_hulp' : null,
        toelichting: null,
        terugkoppeling: uitkomst,
      }),
    )
    if (one.wil && isZorgvuldig) accepted(await answerMelder(work, one.id))
  }
}

async function gaOpStraat(work: Work, isGesproken: boolean, gaTerug: boolean): Promise<void> {
  const { gemeente_code } = await work.db
    .selectFrom('organisatie')
    .select('gemeente_code')
    .where('id', '=', work.vrager.organisatieId)
    .executeTakeFirstOrThrow()
  accepted(
    await registerContact(work, {
      dag: work.today,
      tijd: '08:30',
      gemeenteCode: gemeente_code!,
      wijk: null,
      plek: 'Achter het station',
      aantal: 1,
      uitkomst: isGesproken ? 'wil_geen_hulp' : 'niemand_getroffen',
      herkenning: isGesproken ? 'Man met rode muts (verzonnen)' : null,
      notitie: null,
      vervolgOp: gaTerug ? addDays(work.today, 7) : null,
      persoonId: null,
      vorigContactId: null,
    }),
  )
}

/** For somebody whom the wijkteam follows already. */
async function beginZorg(work: Work, dagen: number): Promise<void> {
  const persoon = await work.db
    .selectFrom('opvolging as o')
    .select('o.persoon_id as id')
    .where('o.regio_id', '=', work.regioId)
    .where('o.organisatie_id', '=', work.vrager.organisatieId)
    .where('o.status', '=', 'open')
    .where('o.persoon_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('bemoeizorg as b').select('b.id').whereRef('b.persoon_id', '=', 'o.persoon_id'))),
    )
    .orderBy('o.persoon_id')
    .executeTakeFirst()
  if (!persoon?.id) return
  accepted(
    await beginBemoeizorg(work, {
      persoonId: persoon.id,
      zorgen: 'Vervuiling in huis, geen inkomen en geen contact met familie (verzonnen).',
      plan: 'Elke dinsdag langsgaan met de wijkagent op de achtergrond; eerst eten en post.',
      grond: 'WETTELIJKE_TAAK_COLLEGE',
      noodzaak: 'Zonder hulp wordt de woning ontruimd.',
      nietMetMinder: 'Brieven, bellen en twee huisbezoeken leverden niets op.',
      informeren: 'Bij het eerste gesprek, mondeling en op papier.',
      heroverwegenVoor: addDays(work.today, dagen),
    }),
  )
}

async function voegFiguurToe(work: Work, gemeenteCode: Gemeente): Promise<void> {
  const figuur = {
    gemeenteCode,
    wijk: null,
    telefoon: null,
    email: null,
    bereikbaar: 'Op werkdagen',
    akkoordOp: work.today,
    gestoptOp: null,
  }
  accepted(
    await registerFiguur(work, {
      ...figuur,
      soort: 'sleutelfiguur',
      naam: 'Demo Sleutelfiguur (verzonnen)',
      rol: 'Kent de buurt en de jongeren op het plein',
      organisatie: null,
    }),
  )
  accepted(
    await registerFiguur(work, {
      ...figuur,
      soort: 'netwerk',
      naam: 'Demo Buurtkamer (verzonnen)',
      rol: 'Koffie en een luisterend oor',
      organisatie: 'Vrijwilligers',
    }),
  )
}
