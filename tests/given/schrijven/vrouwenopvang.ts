import { registerGebruiker } from '../../../src/modules/beheer/server/commands.ts'
import { recordTriage } from '../../../src/modules/melding/server/commands.ts'
import { startTraject } from '../../../src/modules/traject/server/start-commands.ts'
import type { Id } from '../../../src/shared/id.ts'
import { givenMelding } from '../melding.ts'
import { givenPersoon } from '../persoon.ts'
import { accepted, workAs } from '../platform.ts'
import type { Schrijfproef, Schrijfproeven, Schrijfwereld, Vraagsteller } from './wereld.ts'

const vandaag = '2026-03-02'
const medewerker = (w: Schrijfwereld) => w.regio.als('vrouwenopvang', 'vo_medewerker')

/** A colleague in the same house. */
async function collega(w: Schrijfwereld): Promise<Vraagsteller> {
  const naam = `Collega vrouwenopvang ${w.volgnummer()}`
  const { id } = accepted(
    await workAs(w.platform, w.regio.systeem, (work) =>
      registerGebruiker(work, {
        organisatieId: w.regio.organisaties.vrouwenopvang,
        gebruikersnaam: naam.replaceAll(' ', '.').toLowerCase(),
        naam,
        rollen: ['vo_medewerker'],
        van: '2020-01-01',
      }),
    ),
  )
  return { gebruikerId: id, rol: 'vo_medewerker', naam }
}

async function metCode(w: Schrijfwereld): Promise<Id> {
  const vo = await medewerker(w)
  const melding = await givenMelding(w.platform, vo, { domein: 'VO' })
  await workAs(w.platform, vo, async (work) =>
    accepted(
      await recordTriage(work, {
        meldingId: melding.id,
        domein: 'VO',
        voCode: 'rood',
        uitkomst: 'onderzoek',
        toelichting: 'Geweld thuis',
        rechtmatigVerblijf: 'ja',
        voGeweldAfhankelijk: true,
        voThuisOnveilig: true,
      } as never),
    ),
  )
  return melding.persoonId!
}

const nieuw = async (w: Schrijfwereld) => givenPersoon(w.platform, await medewerker(w), { isGeheim: true })

/** A change on something that `route` made, with a colleague who was first. */
async function opGemaakt(
  w: Schrijfwereld,
  gemaakt: { route: string; persoonId: Id; body: object },
  wijziging: { route: string; body: object; eerder: { route: string; body: object } },
): Promise<Schrijfproef> {
  const vo = await medewerker(w)
  const { id, versie = 1 } = await w.doe(vo, gemaakt.route, gemaakt.body, gemaakt.persoonId)
  return {
    als: vo,
    id,
    body: { ...wijziging.body, versie },
    eerder: {
      als: await collega(w),
      route: wijziging.eerder.route,
      id,
      body: { ...wijziging.eerder.body, versie },
    },
  }
}

const elders = { op: vandaag, eldersRegio: 'Elders', eldersOrganisatie: 'Opvang', eldersContact: 'Dienst' }
const einde = { op: vandaag, reden: 'Niet meer nodig' }

const opRoute = async (
  w: Schrijfwereld,
  route: string,
  body: object,
  eerder: { route: string; body: object },
) =>
  opGemaakt(
    w,
    { route: 'POST /personen/:id/vo-routes', persoonId: await metCode(w), body: { route: 'noodbed_elders' } },
    { route, body, eerder },
  )

async function metTraject(w: Schrijfwereld): Promise<Id> {
  const persoonId = await nieuw(w)
  await workAs(w.platform, await medewerker(w), async (work) =>
    accepted(
      await startTraject(work, {
        persoonId,
        op: work.today,
        stap: { volgendeStap: 'Bellen', volgendeStapOp: vandaag },
      }),
    ),
  )
  return persoonId
}

const plan = {
  dreiging: 'Dreiging',
  signalen: 'Signalen',
  afspraken: 'Afspraken',
  bellen: 'De wacht',
  opgesteldOp: vandaag,
  besprekenOp: '2026-03-30',
  metClient: true,
}

const opPlan = async (w: Schrijfwereld, route: string, body: object) =>
  opGemaakt(
    w,
    { route: 'POST /personen/:id/veiligheidsplannen', persoonId: await metTraject(w), body: plan },
    {
      route,
      body,
      eerder: { route: 'POST /veiligheidsplannen/:id/versies', body: { ...plan, besprekenOp: '2026-04-13' } },
    },
  )

const verbod = (w: Schrijfwereld) => ({
  besluitnummer: `HV-${w.volgnummer()}`,
  gemeenteCode: 'GM0622',
  opgelegdOp: '2026-02-25',
})
const verlenging = { op: vandaag, verlengdTot: '2026-03-20' }

const opVerbod = async (w: Schrijfwereld, route: string, body: object) =>
  opGemaakt(
    w,
    { route: 'POST /personen/:id/huisverboden', persoonId: await nieuw(w), body: verbod(w) },
    { route, body, eerder: { route: 'POST /huisverboden/:id/verlenging', body: verlenging } },
  )

const vt = { soort: 'onderzoek', van: '2026-02-20' }

async function metSysteem(w: Schrijfwereld) {
  const vo = await medewerker(w)
  const persoonId = await nieuw(w)
  const made = await w.doe(vo, 'POST /personen/:id/vo-systemen', { rol: 'slachtoffer' }, persoonId)
  return { persoonId, koppelcode: made.koppelcode as string }
}

/** Somebody who is not responsible for anyone. */
const buitenstaander = (w: Schrijfwereld) => ({
  soort: 'medewerker',
  gebruikerId: w.privacyOfficer.gebruikerId,
  reden: 'familie',
})

async function doorloop(w: Schrijfwereld): Promise<Id> {
  return (await w.doe(await medewerker(w), 'POST /meldcode-doorlopen', { op: vandaag })).id
}

const hulp = {
  aanbod: 'Gesprekken',
  aangebodenDoor: 'Wijkteam Oost',
  aangebodenOp: vandaag,
  besprekenOp: '2026-03-30',
}

async function pleger(w: Schrijfwereld): Promise<Id> {
  const persoonId = await nieuw(w)
  await w.doe(await medewerker(w), 'POST /personen/:id/vo-systemen', { rol: 'pleger' }, persoonId)
  return persoonId
}

const opHulp = async (w: Schrijfwereld, route: string, body: object) =>
  opGemaakt(
    w,
    { route: 'POST /personen/:id/plegerhulp', persoonId: await pleger(w), body: hulp },
    {
      route,
      body,
      eerder: { route: 'POST /plegerhulp/:id/antwoord', body: { antwoord: 'geweigerd', op: vandaag } },
    },
  )

export const vrouwenopvangProeven: Schrijfproeven = {
  'POST /personen/:id/vo-routes': async (w) => ({
    als: await medewerker(w),
    id: await metCode(w),
    body: { route: 'noodbed_elders' },
    anders: { route: 'plek_in_regio' },
  }),
  'POST /vo-routes/:id/plaatsing': (w) =>
    opRoute(w, 'POST /vo-routes/:id/plaatsing', elders, { route: 'POST /vo-routes/:id/einde', body: einde }),
  'POST /vo-routes/:id/einde': (w) =>
    opRoute(w, 'POST /vo-routes/:id/einde', einde, { route: 'POST /vo-routes/:id/plaatsing', body: elders }),
  'POST /personen/:id/vo-rood-afwijkingen': async (w) => ({
    als: await medewerker(w),
    id: await metCode(w),
    body: { reden: 'De pleger zit vast', beslotenDoor: 'De coördinator', beslotenOp: vandaag },
  }),
  'POST /personen/:id/plegerhulp': async (w) => ({
    als: await medewerker(w),
    id: await pleger(w),
    body: hulp,
    anders: { ...hulp, aanbod: 'Andere hulp' },
  }),
  'POST /plegerhulp/:id/antwoord': (w) =>
    opHulp(w, 'POST /plegerhulp/:id/antwoord', { antwoord: 'aangenomen', op: vandaag }),
  'POST /plegerhulp/:id/einde': (w) => opHulp(w, 'POST /plegerhulp/:id/einde', einde),
  'POST /personen/:id/veiligheidsplannen': async (w) => ({
    als: await medewerker(w),
    id: await metTraject(w),
    body: plan,
    anders: { ...plan, dreiging: 'Anders' },
  }),
  'POST /veiligheidsplannen/:id/versies': (w) =>
    opPlan(w, 'POST /veiligheidsplannen/:id/versies', { ...plan, besprekenOp: '2026-04-06' }),
  'POST /veiligheidsplannen/:id/afsluiting': (w) =>
    opPlan(w, 'POST /veiligheidsplannen/:id/afsluiting', { reden: 'veilig' }),
  'POST /personen/:id/huisverboden': async (w) => ({
    als: await medewerker(w),
    id: await nieuw(w),
    body: verbod(w),
  }),
  'POST /huisverboden/:id/verlenging': (w) => opVerbod(w, 'POST /huisverboden/:id/verlenging', verlenging),
  'POST /huisverboden/:id/intrekking': (w) =>
    opVerbod(w, 'POST /huisverboden/:id/intrekking', { op: vandaag }),
  'POST /personen/:id/veilig-thuis': async (w) => ({
    als: await medewerker(w),
    id: await nieuw(w),
    body: vt,
    anders: { ...vt, soort: 'advies' },
  }),
  'POST /veilig-thuis/:id/einde': async (w) =>
    opGemaakt(
      w,
      { route: 'POST /personen/:id/veilig-thuis', persoonId: await nieuw(w), body: vt },
      {
        route: 'POST /veilig-thuis/:id/einde',
        body: { op: vandaag },
        eerder: { route: 'POST /veilig-thuis/:id/einde', body: { op: '2026-03-01' } },
      },
    ),
  'POST /personen/:id/vo-systemen': async (w) => ({
    als: await medewerker(w),
    id: await nieuw(w),
    body: { rol: 'slachtoffer' },
    anders: { rol: 'kind' },
  }),
  'POST /personen/:id/vo-systeemkoppelingen': async (w) => {
    const { koppelcode } = await metSysteem(w)
    const body = { koppelcode, rol: 'kind' }
    return { als: await medewerker(w), id: await nieuw(w), body, anders: { ...body, rol: 'pleger' } }
  },
  'POST /vo-systeemleden/:id/einde': async (w) => {
    const { koppelcode } = await metSysteem(w)
    const reden = { reden: 'Vergissing' }
    const route = 'POST /vo-systeemleden/:id/einde'
    return opGemaakt(
      w,
      {
        route: 'POST /personen/:id/vo-systeemkoppelingen',
        persoonId: await nieuw(w),
        body: { koppelcode, rol: 'kind' },
      },
      { route, body: reden, eerder: { route, body: { reden: 'Hoort er niet bij' } } },
    )
  },
  'POST /personen/:id/belangenconflicten': async (w) => ({
    als: await medewerker(w),
    id: await nieuw(w),
    body: buitenstaander(w),
    anders: { ...buitenstaander(w), reden: 'anders' },
  }),
  'POST /belangenconflicten/:id/einde': async (w) => {
    const vo = await medewerker(w)
    const made = await w.doe(vo, 'POST /personen/:id/belangenconflicten', buitenstaander(w), await nieuw(w))
    return { als: vo, id: made.id, body: { reden: 'Niet meer nodig' } }
  },
  'POST /meldcode-doorlopen': async (w) => ({
    als: await medewerker(w),
    body: { op: vandaag },
    anders: { op: '2026-03-01' },
  }),
  'POST /meldcode-doorlopen/:id/stappen': async (w) => ({
    als: await medewerker(w),
    id: await doorloop(w),
    body: { stap: 'signalen' },
    anders: { stap: 'overleg' },
  }),
  'POST /meldcode-doorlopen/:id/wissing': async (w) => ({
    als: await medewerker(w),
    id: await doorloop(w),
    body: {},
  }),
}
