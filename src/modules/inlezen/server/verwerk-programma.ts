import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { findGemeente } from '../../../shared/gemeenten.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { ActiviteitInvoer, Resultaat } from '../../programma/domain/activiteit-contract.ts'
import { MetingInvoer } from '../../programma/domain/meting-contract.ts'
import { OnderdeelInvoer, ProgrammaInvoer } from '../../programma/domain/programma-contract.ts'
import {
  BesluitmomentInvoer,
  KnelpuntInvoer,
  StandInvoer,
  VoortgangInvoer,
  WaardeInvoer,
} from '../../programma/domain/voortgang-contract.ts'
import {
  addResultaat,
  decideBesluitmoment,
  planBesluitmoment,
  registerActiviteit,
  registerMeting,
  registerOnderdeel,
  registerProgramma,
  reportKnelpunt,
  reportStand,
  reportVoortgang,
  reportWaarde,
  solveKnelpunt,
} from '../../programma/server/commands.ts'
import {
  findActiviteitBijCode,
  findOnderdeelBijCode,
  findProgrammaBijCode,
  findResultaatBijNummer,
} from '../../programma/server/lookup.ts'
import type { Rij } from '../domain/controle.ts'
import { type Celfout, number, text, toCelfouten, type Verwerk } from './rijen.ts'

// Rows about a programma, through the same contracts and commands as the screens: what they refuse is a fault of the row.

type Kolomnamen = Readonly<Record<string, string>>
type Fouten = readonly Celfout[]

const isFouten = (value: unknown): value is Fouten => Array.isArray(value)
const lines = (rij: Rij, sleutel: string) => (rij.cellen[sleutel] as readonly string[] | null) ?? []
const fout = (sleutel: string, melding: string): Fouten => [{ sleutel, melding }]

/** Checks a row as the contract of the screen does; its faults are told at the columns of the file. */
function lees<T extends z.ZodType>(
  schema: T,
  input: z.input<T>,
  kolomVan: Kolomnamen,
  anders: string,
): z.output<T> | Fouten {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  return result.error.issues.map(({ path, message }) => {
    const veld = String(path[0])
    return { sleutel: kolomVan[veld] ?? (veld in kolomVan ? veld : anders), melding: message }
  })
}

/** The faults of a refused command; nothing when it was done. */
const na = (uitkomst: object | Rejection, kolomVan: Kolomnamen, anders: string): Fouten =>
  isRejection(uitkomst) ? toCelfouten(uitkomst, kolomVan, anders) : []

const zelfde = (...namen: string[]) => Object.fromEntries(namen.map((naam) => [naam, naam]))

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

async function findProgramma(work: Work, rij: Rij): Promise<Id | Fouten> {
  const code = text(rij, 'programma')!
  return (
    (await findProgrammaBijCode(work, code)) ??
    fout('programma', `Het programma “${code}” is er niet. Lees eerst de programma’s in.`)
  )
}

/** Parts as `UP T1`, of any programma of the region. */
async function findOnderdelen(work: Work, rij: Rij, sleutel: string): Promise<Id[] | Fouten> {
  const ids: Id[] = []
  const fouten: Celfout[] = []
  for (const regel of lines(rij, sleutel)) {
    const [programma, code] = regel.split(/\s+/, 2)
    const programmaId = await findProgrammaBijCode(work, programma ?? '')
    const id = programmaId && code ? await findOnderdeelBijCode(work, { programmaId, code }) : undefined
    if (id) ids.push(id)
    else
      fouten.push({
        sleutel,
        melding: `“${regel}” is er niet. Schrijf de code van het programma, een spatie en de code van het onderdeel, bijvoorbeeld UP T1. Het moet er eerder staan.`,
      })
  }
  return fouten.length > 0 ? fouten : ids
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
  const kolomVan = { ...zelfde('standVanZaken', 'inzichten', 'vervolg', 'bron'), op: 'standOp' }
  const input = lees(
    VoortgangInvoer,
    {
      op,
      standVanZaken,
      inzichten: text(rij, 'inzichten'),
      vervolg: text(rij, 'vervolg'),
      isOpenbaar: false,
      bron: text(rij, 'bron')!,
    },
    kolomVan,
    'standVanZaken',
  )
  return isFouten(input)
    ? input
    : na(await reportVoortgang(work, { ...input, id }), kolomVan, 'standVanZaken')
}

async function findActiviteit(work: Work, rij: Rij): Promise<Id | Fouten> {
  const programmaId = await findProgramma(work, rij)
  if (isFouten(programmaId)) return programmaId
  const [code, paragraaf] = [text(rij, 'activiteit')!, text(rij, 'paragraaf')]
  return (
    (await findActiviteitBijCode(work, { programmaId, code, paragraaf })) ??
    fout(
      'activiteit',
      `De activiteit “${code}” is er niet, of is er twee keer: vul dan ook de paragraaf in. Lees eerst de activiteiten in.`,
    )
  )
}

export const verwerkResultaat: Verwerk = async (work, [rij], inlezing) => {
  const activiteitId = await findActiviteit(work, rij!)
  if (isFouten(activiteitId)) return activiteitId
  const nummer = number(rij!, 'nummer')!
  const eerder = await findResultaatBijNummer(work, { activiteitId, nummer })
  const resultaatId = eerder ?? (await maakResultaat(work, rij!, activiteitId))
  if (isFouten(resultaatId)) return resultaatId
  if (eerder === undefined) inlezing.telling.resultaten++
  const waarde = number(rij!, 'waarde')
  if (waarde === null) return []
  const kolomVan = { ...zelfde('waarde', 'toelichting'), op: 'waardeOp' }
  const input = lees(
    WaardeInvoer,
    {
      op: text(rij!, 'waardeOp') ?? inlezing.peildatum,
      waarde,
      toelichting: text(rij!, 'toelichting'),
      bron: inlezing.bron,
    },
    kolomVan,
    'waarde',
  )
  if (isFouten(input)) return input
  const fouten = na(await reportWaarde(work, { ...input, id: resultaatId }), kolomVan, 'waarde')
  if (fouten.length === 0) inlezing.telling.waarden++
  return fouten
}

async function maakResultaat(work: Work, rij: Rij, activiteitId: Id): Promise<Id | Fouten> {
  const naam = text(rij, 'resultaat')
  if (naam === null)
    return fout(
      'resultaat',
      'Vul in wat het resultaat is. Alleen een volgend getal van hetzelfde nummer mag zonder.',
    )
  const kolomVan = {
    ...zelfde(
      'soort',
      'eenheid',
      'streefwaarde',
      'richting',
      'indicator',
      'toelichting',
      'kartrekkers',
      'nummer',
    ),
    naam: 'resultaat',
    streefOp: 'streefdatum',
    indicatoren: 'indicator',
  }
  const streefwaarde = number(rij, 'streefwaarde')
  const eenheid = text(rij, 'eenheid')
  if (streefwaarde !== null && eenheid === null)
    return fout('eenheid', 'Vul in waarin u telt, bijvoorbeeld woningen.')
  const resultaat = lees(
    Resultaat,
    {
      nummer: number(rij, 'nummer')!,
      naam,
      soort: (text(rij, 'soort') ?? 'output') as 'output',
      eenheid,
      streefwaarde,
      streefOp: text(rij, 'streefdatum'),
      richting: streefwaarde === null ? null : ((text(rij, 'richting') ?? 'hoger') as 'hoger'),
      indicator: text(rij, 'indicator'),
      // With a number it is told of that number.
      toelichting: number(rij, 'waarde') === null ? text(rij, 'toelichting') : null,
      kartrekkers: partijen(lines(rij, 'kartrekkers')),
    },
    kolomVan,
    'resultaat',
  )
  if (isFouten(resultaat)) return resultaat
  const made = await addResultaat(work, { activiteitId, resultaat })
  return isRejection(made) ? toCelfouten(made, kolomVan, 'resultaat') : made.id
}

export const verwerkBesluitmoment: Verwerk = async (work, [rij], inlezing) => {
  const activiteitId = await findActiviteit(work, rij!)
  if (isFouten(activiteitId)) return activiteitId
  const kolomVan = {
    ...zelfde('waarover', 'criteria', 'orgaan', 'geplandOp', 'uitkomst', 'motivering', 'bron'),
    besloten: 'beslotenOp',
  }
  const input = lees(
    BesluitmomentInvoer,
    {
      waarover: text(rij!, 'waarover')!,
      criteria: text(rij!, 'criteria'),
      orgaan: text(rij!, 'orgaan') as 'raad',
      geplandOp: text(rij!, 'geplandOp')!,
      bron: text(rij!, 'bron')!,
    },
    kolomVan,
    'waarover',
  )
  if (isFouten(input)) return input
  const made = await planBesluitmoment(work, { ...input, id: activiteitId })
  if (isRejection(made)) return toCelfouten(made, kolomVan, 'waarover')
  inlezing.telling.besluitmomenten++
  const [uitkomst, besloten, motivering] = [
    text(rij!, 'uitkomst'),
    text(rij!, 'beslotenOp'),
    text(rij!, 'motivering'),
  ]
  if (uitkomst === null) return []
  if (besloten === null || motivering === null)
    return fout(
      besloten === null ? 'beslotenOp' : 'motivering',
      'Vul bij een besluit ook de dag en de motivering in.',
    )
  return na(
    await decideBesluitmoment(work, { ...made, uitkomst: uitkomst as 'doorgaan', besloten, motivering }),
    kolomVan,
    'uitkomst',
  )
}

export const verwerkKnelpunt: Verwerk = async (work, [rij], inlezing) => {
  const activiteitId = await findActiviteit(work, rij!)
  if (isFouten(activiteitId)) return activiteitId
  const kolomVan = zelfde('soort', 'omschrijving', 'gemeldOp', 'opgelostOp', 'oplossing', 'bron')
  const input = lees(
    KnelpuntInvoer,
    {
      soort: text(rij!, 'soort') as 'geld',
      omschrijving: text(rij!, 'omschrijving')!,
      gemeldOp: text(rij!, 'gemeldOp')!,
      bron: text(rij!, 'bron')!,
    },
    kolomVan,
    'omschrijving',
  )
  if (isFouten(input)) return input
  const made = await reportKnelpunt(work, { ...input, id: activiteitId })
  if (isRejection(made)) return toCelfouten(made, kolomVan, 'omschrijving')
  inlezing.telling.knelpunten++
  const [opgelostOp, oplossing] = [text(rij!, 'opgelostOp'), text(rij!, 'oplossing')]
  if (opgelostOp === null && oplossing === null) return []
  if (opgelostOp === null || oplossing === null)
    return fout(opgelostOp === null ? 'opgelostOp' : 'oplossing', 'Vul de dag en de oplossing allebei in.')
  return na(await solveKnelpunt(work, { ...made, opgelostOp, oplossing }), kolomVan, 'oplossing')
}

/** All rows of one measurement at once. */
export const verwerkMeting: Verwerk = async (work, rijen, inlezing) => {
  const [rij] = rijen
  const activiteitId = await findActiviteit(work, rij!)
  if (isFouten(activiteitId)) return activiteitId
  const kolomVan = {
    ...zelfde('schaalVan', 'schaalTot', 'gepaard', 'nulOp', 'naOp', 'aantalNul', 'aantalNa', 'bron'),
    naam: 'meting',
    stellingen: 'stelling',
  }
  const input = lees(
    MetingInvoer,
    {
      naam: text(rij!, 'meting')!,
      schaalVan: number(rij!, 'schaalVan')!,
      schaalTot: number(rij!, 'schaalTot')!,
      gepaard: text(rij!, 'gepaard') as 'ja',
      nulOp: text(rij!, 'nulOp'),
      naOp: text(rij!, 'naOp'),
      aantalNul: number(rij!, 'aantalNul'),
      aantalNa: number(rij!, 'aantalNa'),
      stellingen: rijen.map((een) => ({
        nummer: number(een, 'nummer')!,
        stelling: text(een, 'stelling')!,
        richting: text(een, 'richting') as 'geen',
        nul: number(een, 'nul'),
        na: number(een, 'na'),
        verschil: number(een, 'verschil'),
      })),
      bron: text(rij!, 'bron')!,
    },
    kolomVan,
    'meting',
  )
  if (isFouten(input)) return input
  const fouten = na(await registerMeting(work, { ...input, id: activiteitId }), kolomVan, 'meting')
  if (fouten.length === 0) inlezing.telling.metingen++
  return fouten
}
