import { z } from 'zod'
import { endpoint, IdParam } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import {
  AanbodStapInvoer,
  AfrondInvoer,
  ContractInvoer,
  ContractStapInvoer,
  GevolgInvoer,
  HeropenInvoer,
  OverlegInvoer,
  UrgentieInvoer,
  UrgentieStapInvoer,
  VoorwaardenInvoer,
  WensInvoer,
  WoonvraagAntwoord,
  WoonvraagInvoer,
} from './contract.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })

const opPersoon = <B extends z.ZodType>(path: string, name: string, summary: string, body: B) =>
  endpoint({
    method: 'POST',
    path: `/personen/:id/${path}`,
    name,
    summary,
    params: IdParam,
    body,
    response: Gedaan,
  })

export const postWens = opPersoon(
  'uitstroomwensen',
  'recordUitstroomwens',
  'Gewenste gemeente en soort woning vastleggen',
  WensInvoer,
)
export const postVoorwaarden = opPersoon(
  'uitstroomvoorwaarden',
  'recordUitstroomvoorwaarden',
  'Per voorwaarde vastleggen of die in orde is',
  VoorwaardenInvoer,
)
export const postUrgentie = opPersoon(
  'urgentieaanvragen',
  'prepareUrgentieaanvraag',
  'Een urgentieaanvraag of één-route voorbereiden',
  UrgentieInvoer,
)
export const postWoonvraag = opPersoon(
  'woonvragen',
  'askWoning',
  'Een corporatie om een woning vragen, op toestemming van de cliënt',
  WoonvraagInvoer,
)
export const postContract = opPersoon(
  'huurcontracten',
  'registerHuurcontract',
  'Een contract met partijen, afspraken en dagen vastleggen',
  ContractInvoer,
)
export const postOverleg = opPersoon(
  'maatwerkoverleggen',
  'recordMaatwerkoverleg',
  'Een maatwerkoverleg met uitkomst vastleggen',
  OverlegInvoer,
)
export const postAfronding = opPersoon(
  'uitstroomafrondingen',
  'completeUitstroom',
  'Uitstroom afronden met route en bestemming',
  AfrondInvoer,
)
export const postHeropening = endpoint({
  method: 'POST',
  path: '/uitstroomdossiers/:id/heropening',
  name: 'reopenUitstroom',
  summary: 'Een afgerond uitstroomdossier weer openen, met reden',
  params: IdParam,
  body: HeropenInvoer,
  response: Gedaan,
})

export const postUrgentieStap = endpoint({
  method: 'POST',
  path: '/urgentieaanvragen/:id/stappen',
  name: 'stepUrgentieaanvraag',
  summary: 'De volgende stap van een urgentieaanvraag: ingediend, besloten, gebruikt of ingetrokken',
  params: IdParam,
  body: UrgentieStapInvoer,
  response: Gedaan,
})
export const postAanbodStap = endpoint({
  method: 'POST',
  path: '/woningaanbiedingen/:id/stappen',
  name: 'stepWoningaanbod',
  summary: 'Het antwoord op een woningaanbod, of een aanbod dat buiten Onderdak kwam',
  params: IdParam,
  body: AanbodStapInvoer,
  response: Gedaan,
})
export const postGevolg = endpoint({
  method: 'POST',
  path: '/woningaanbiedingen/:id/gevolg',
  name: 'decideWoningweigering',
  summary: 'Beslissen wat er volgt na te vaak weigeren; niets volgt vanzelf',
  params: IdParam,
  body: GevolgInvoer,
  response: Gedaan,
})
export const postContractStap = endpoint({
  method: 'POST',
  path: '/huurcontracten/:id/stappen',
  name: 'stepHuurcontract',
  summary: 'Een contract evalueren, omzetten of beëindigen',
  params: IdParam,
  body: ContractStapInvoer,
  response: Gedaan,
})
export const postAntwoord = endpoint({
  method: 'POST',
  path: '/woonvragen/:id/antwoord',
  name: 'answerWoonvraag',
  summary: 'Als corporatie een woning aanbieden, of laten weten dat er nu geen is',
  params: IdParam,
  body: WoonvraagAntwoord,
  response: z.object({ id: Id }),
})
