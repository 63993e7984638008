import type { Work } from '../../../platform/work.ts'
import { findGemeente } from '../../../shared/gemeenten.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { ActiviteitInvoer } from '../../programma/domain/activiteit-contract.ts'
import { OnderdeelInvoer, ProgrammaInvoer } from '../../programma/domain/programma-contract.ts'
import { StandInvoer, VoortgangInvoer } from '../../programma/domain/voortgang-contract.ts'
import {
  registerActiviteit,
  registerOnderdeel,
  registerProgramma,
  reportStand,
  reportVoortgang,
} from '../../programma/server/commands.ts'
import { findOnderdeelBijCode } from '../../programma/server/lookup.ts'
import type { Rij } from '../domain/controle.ts'
import {
  type Fouten,
  findOnderdelen,
  findProgramma,
  fout,
  isFouten,
  lees,
  lines,
  na,
  zelfde,
} from './programmarij.ts'
import { text, toCelfouten, type Verwerk } from './rijen.ts'

// Rows about a programma, through the same contracts and commands as the screens: what they refuse is a fault of the row.

export const verwerkProgramma: Verwerk = async (work, [rij], inlezing) => {
  const codes = lines(rij!, 'gemeenten').map((naam) => findGemeente(naam)?.code)
  if (codes.includes(undefined))
    return fout('gemeenten', 'Deze gemeente kennen wij niet. Gebruik de naam of de CBS-code van nu.')
  const kolomVan = {
    ...zelfde(
      'code',
      'naam',
      'soort',
      'tot',
      'vastgesteldOp',
      'vastgesteldDoor',
      'gemeenten',
      'toelichting',
      'bron',
    ),
    van: 'vanaf',
  }
  const input = lees(
    ProgrammaInvoer,
    {
      code: text(rij!, 'code')!,
      naam: text(rij!, 'naam')!,
      soort: text(rij!, 'soort') as 'visie',
      van: text(rij!, 'vanaf')!,
      tot: text(rij!, 'tot'),
      vastgesteldOp: text(rij!, 'vastgesteldOp'),
      vastgesteldDoor: text(rij!, 'vastgesteldDoor'),
      gemeenten: codes as string[],
      toelichting: text(rij!, 'toelichting'),
      bron: text(rij!, 'bron')!,
    },
    kolomVan,
    'code',
  )
  if (isFouten(input)) return input
  const fouten = na(await registerProgramma(work, input), kolomVan, 'code')
  if (fouten.length === 0) inlezing.telling.programmas++
  return fouten
}

export const verwerkOnderdeel: Verwerk = async (work, [rij], inlezing) => {
  const programmaId = await findProgramma(work, rij!)
  if (isFouten(programmaId)) return programmaId
  const boven = text(rij!, 'onder')
  const onderId = boven === null ? null : await findOnderdeelBijCode(work, { programmaId, code: boven })
  if (onderId === undefined)
    return fout('onder', `“${boven}” is er niet in dit programma. Zet dat onderdeel eerder in het bestand.`)
  const naar = await findOnderdelen(work, rij!, 'naar')
  if (naar.some((een) => typeof een !== 'string')) return naar as Fouten
  const kolomVan = { ...zelfde('soort', 'code', 'naam', 'toelichting', 'naar', 'bron'), onderId: 'onder' }
  const input = lees(
    OnderdeelInvoer,
    {
      programmaId,
      soort: text(rij!, 'soort') as 'doel',
      code: text(rij!, 'code')!,
      naam: text(rij!, 'naam')!,
      toelichting: text(rij!, 'toelichting'),
      onderId,
      naar: naar as Id[],
      bron: text(rij!, 'bron')!,
    },
    kolomVan,
    'code',
  )
  if (isFouten(input)) return input
  const fouten = na(await registerOnderdeel(work, input), kolomVan, 'code')
  if (fouten.length === 0) inlezing.telling.onderdelen++
  return fouten
}

const partijen = (namen: readonly string[]) => namen.map((naam) => ({ naam }))

export const verwerkActiviteit: Verwerk = async (work, [rij], inlezing) => {
  const programmaId = await findProgramma(work, rij!)
  if (isFouten(programmaId)) return programmaId
  const dient = await findOnderdelen(work, rij!, 'dient')
  if (dient.some((een) => typeof een !== 'string')) return dient as Fouten
  const kolomVan = {
    ...zelfde(
      'soort',
      'code',
      'paragraaf',
      'naam',
      'toelichting',
      'groepen',
      'doel',
      'planning',
      'vanKwartaal',
      'totKwartaal',
      'planningBron',
      'opmerkingen',
      'participatie',
      'participatieHoe',
      'dient',
      'nodig',
      'kartrekkers',
      'verbanden',
      'bron',
    ),
    stappen: 'hoe',
  }
  const input = lees(
    ActiviteitInvoer,
    {
      programmaId,
      soort: text(rij!, 'soort') as 'pilot',
      code: text(rij!, 'code')!,
      paragraaf: text(rij!, 'paragraaf'),
      naam: text(rij!, 'naam')!,
      toelichting: text(rij!, 'toelichting'),
      heeftVasteGroepen: text(rij!, 'vasteGroepen') !== 'nee',
      groepen: lines(rij!, 'groepen').map((code) => code.toLowerCase()),
      doel: text(rij!, 'doel'),
      planning: text(rij!, 'planning') as 'open',
      vanKwartaal: text(rij!, 'vanKwartaal'),
      totKwartaal: text(rij!, 'totKwartaal'),
      planningBron: text(rij!, 'planningBron'),
      opmerkingen: text(rij!, 'opmerkingen'),
      participatie: text(rij!, 'participatie') as 'ja',
      participatieHoe: text(rij!, 'participatieHoe'),
      dient: dient as Id[],
      stappen: lines(rij!, 'hoe').map((omschrijving) => ({ omschrijving })),
      kartrekkers: partijen(lines(rij!, 'kartrekkers')),
      nodig: partijen(lines(rij!, 'nodig')),
      verbanden: [...lines(rij!, 'verbanden')],
      bron: text(rij!, 'bron')!,
    },
    kolomVan,
    'code',
  )
  if (isFouten(input)) return input
  const made = await registerActiviteit(work, input)
  if (isRejection(made)) return toCelfouten(made, kolomVan, 'code')
  inlezing.telling.activiteiten++
  const op = text(rij!, 'standOp') ?? inlezing.peildatum
  const fouten = await meldStand(work, rij!, { id: made.id, op })
  return fouten.length > 0 ? fouten : schrijfVoortgang(work, rij!, { id: made.id, op })
}

interface Melding {
  readonly id: Id
  readonly op: string
}

async function meldStand(work: Work, rij: Rij, { id, op }: Melding): Promise<Fouten> {
  const stand = text(rij, 'stand')
  if (stand === null) return []
  const kolomVan = { ...zelfde('stand', 'koers', 'reden'), op: 'standOp' }
  const input = lees(
    StandInvoer,
    {
      op,
      stand: stand as 'verkenning',
      koers: text(rij, 'koers') as 'vertraagd' | null,
      reden: text(rij, 'reden'),
    },
    kolomVan,
    'stand',
  )
  return isFouten(input) ? input : na(await reportStand(work, { ...input, id }), kolomVan, 'stand')
}

async function schrijfVoortgang(work: Work, rij: Rij, { id, op }: Melding): Promise<Fouten> {
  const standVanZaken = text(rij, 'standVanZaken')
  if (standVanZaken === null) return []
  const kolomVan = {
    ...zelfde('standVanZaken', 'inzichten', 'vervolg', 'bron'),
    op: 'standOp',
    isOpenbaar: 'openbaar',
  }
  const input = lees(
    VoortgangInvoer,
    {
      op,
      standVanZaken,
      inzichten: text(rij, 'inzichten'),
      vervolg: text(rij, 'vervolg'),
      isOpenbaar: text(rij, 'openbaar') === 'ja',
      bron: text(rij, 'bron')!,
    },
    kolomVan,
    'standVanZaken',
  )
  return isFouten(input)
    ? input
    : na(await reportVoortgang(work, { ...input, id }), kolomVan, 'standVanZaken')
}
