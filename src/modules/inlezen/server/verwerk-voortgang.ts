import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { Resultaat } from '../../programma/domain/activiteit-contract.ts'
import { MetingInvoer } from '../../programma/domain/meting-contract.ts'
import {
  BesluitmomentInvoer,
  KnelpuntInvoer,
  WaardeInvoer,
} from '../../programma/domain/voortgang-contract.ts'
import {
  addResultaat,
  decideBesluitmoment,
  planBesluitmoment,
  registerMeting,
  reportKnelpunt,
  reportWaarde,
  solveKnelpunt,
} from '../../programma/server/commands.ts'
import { findResultaatBijNummer } from '../../programma/server/lookup.ts'
import type { Rij } from '../domain/controle.ts'
import { type Fouten, findActiviteit, fout, isFouten, lees, lines, na, zelfde } from './programmarij.ts'
import { number, text, toCelfouten, type Verwerk } from './rijen.ts'

// Rows about how far an activiteit is: results, decisions, bottlenecks and measurements.

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
  const kolomVan = { ...zelfde('waarde', 'toelichting', 'bron'), op: 'waardeOp' }
  const input = lees(
    WaardeInvoer,
    {
      op: text(rij!, 'waardeOp') ?? inlezing.peildatum,
      waarde,
      toelichting: text(rij!, 'toelichting'),
      bron: text(rij!, 'bron') ?? inlezing.bron,
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
      kartrekkers: lines(rij, 'kartrekkers').map((naam) => ({ naam })),
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
