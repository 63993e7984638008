import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, ageOn, formatLong } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { createHuishouden } from '../../persoon/server/commands.ts'
import { registerLocatie, registerPlekken, registerVoorziening } from '../../plek/server/commands.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import { placeOnWachtlijst } from '../../wachtlijst/server/commands.ts'
import { fold, ONBEKEND } from '../domain/cel.ts'
import type { Rij } from '../domain/controle.ts'
import { listLocatiesVan } from './locaties.ts'
import { resolvePersoon } from './personen.ts'
import {
  type Celfout,
  findProductBijTekst,
  type Inlezing,
  number,
  productOnbekend,
  text,
  toCelfouten,
  type Verwerk,
} from './rijen.ts'

// One row, or one household of rows, through the same commands as the screens: what they refuse is a fault of the row.

const kolomVanPlek = {
  naam: 'plek',
  productId: 'product',
  kenmerken: 'kenmerken',
  tot: 'tot',
  van: 'vanaf',
  gemeenteCode: 'gemeente',
  code: 'voorziening',
  personenMaximum: 'personen',
}

export const verwerkPlek: Verwerk = async (work, [rij], inlezing) => {
  const product = await findProductBijTekst(work, text(rij!, 'product')!)
  if (!product) return [productOnbekend]
  const locatieId = await findOrMakeLocatie(work, rij!, product.domein, inlezing)
  if (typeof locatieId !== 'string') return locatieId
  const made = await registerPlekken(work, {
    plekken: [
      {
        locatieId,
        productId: product.id,
        naam: text(rij!, 'plek')!,
        soort: (text(rij!, 'soort') ?? 'regulier') as 'regulier',
        kamer: text(rij!, 'kamer'),
        personenMaximum: number(rij!, 'personen') ?? 1,
        kenmerken: [...((rij!.cellen.kenmerken as readonly string[] | null) ?? [])].map((one) =>
          fold(one).replaceAll(' ', '_'),
        ),
        van: text(rij!, 'vanaf')!,
        tot: text(rij!, 'tot'),
        bron: `${inlezing.bron}, stand ${inlezing.peildatum}`,
      },
    ],
  })
  if (isRejection(made)) return toCelfouten(made, kolomVanPlek, 'plek')
  inlezing.telling.plekken++
  return []
}

/** The locatie by name within the voorziening; both are made when they are not there yet. */
async function findOrMakeLocatie(
  work: Work,
  rij: Rij,
  domein: string,
  inlezing: Inlezing,
): Promise<Id | readonly Celfout[]> {
  const naam = text(rij, 'voorziening')!
  const van = text(rij, 'vanaf')!
  const gemeente = text(rij, 'gemeente')
  const gemeenteCode = gemeente === ONBEKEND ? null : gemeente
  const bron = inlezing.bron
  const known = (await listLocatiesVan(work)).filter((row) =>
    [row.voorziening, row.code].some((one) => fold(one) === fold(naam)),
  )
  const locatie = known.find((row) => row.naam !== null && fold(row.naam) === fold(text(rij, 'locatie')!))
  if (locatie?.id) return locatie.id
  let voorzieningId = known[0]?.voorzieningId
  if (voorzieningId === undefined) {
    const made = await registerVoorziening(work, {
      organisatieId: inlezing.opvolging.organisatieId,
      code: fold(naam).replaceAll(' ', '-').slice(0, 40).toUpperCase(),
      naam,
      soort: domein === 'WONEN' ? 'wonen' : 'verblijf',
      domein: domein as 'BW',
      bereik: 'regionaal',
      gemeenteCode,
      van,
      bron,
    })
    if (isRejection(made)) return toCelfouten(made, kolomVanPlek, 'voorziening')
    voorzieningId = made.id
    inlezing.telling.voorzieningen++
  }
  const made = await registerLocatie(work, {
    voorzieningId,
    naam: text(rij, 'locatie')!,
    gemeenteCode,
    van,
    bron,
  })
  return isRejection(made) ? toCelfouten(made, { ...kolomVanPlek, naam: 'locatie' }, 'locatie') : made.id
}

const kolomVanVerblijf = {
  plekId: 'plek',
  op: 'begonnen',
  afwijkingReden: 'plek',
  gezinReden: 'plek',
  eindigVorigVerblijf: 'begonnen',
  verwachtEindeOp: 'verwachtEinde',
  leden: 'huishouden',
  persoonId: 'achternaam',
}

export const verwerkVerblijf: Verwerk = async (work, rijen, inlezing) => {
  const rij = rijen[0]!
  const plekId = await findPlekBijNaam(work, rij)
  if (typeof plekId !== 'string') return plekId
  const personen: Id[] = []
  for (const one of rijen) {
    const persoon = await resolvePersoon(work, one, inlezing)
    if (typeof persoon !== 'string') return persoon
    personen.push(persoon)
  }
  const op = text(rij, 'begonnen')!
  let huishoudenId: Id | null = null
  if (personen.length > 1) {
    const leden = personen.slice(1).map((persoonId, i) => ({
      persoonId,
      rol: ageOn(text(rijen[i + 1]!, 'geboortedatum')!, op) < 18 ? ('kind' as const) : ('overig' as const),
    }))
    const made = await createHuishouden(work, { persoonId: personen[0]!, leden, op })
    if (isRejection(made)) return toCelfouten(made, kolomVanVerblijf, 'huishouden')
    huishoudenId = made.id
  }
  const made = await startDirectVerblijf(work, {
    persoonId: personen[0]!,
    huishoudenId,
    plekId,
    op,
    soort: 'regulier',
    verwachtEindeOp: text(rij, 'verwachtEinde'),
    gezinReden: 'Verbleef hier al toen het bestand werd ingelezen',
    stap: {
      volgendeStap: 'Ingelezen verblijf nalopen en afspraken vastleggen',
      volgendeStapOp: addDays(work.today, 14),
    },
    opvolging: inlezing.opvolging,
  })
  if (isRejection(made)) return toCelfouten(made, kolomVanVerblijf, 'plek')
  inlezing.telling.verblijven++
  return []
}

async function findPlekBijNaam(work: Work, rij: Rij): Promise<Id | readonly Celfout[]> {
  const locaties = (await listLocatiesVan(work)).filter(
    (row) => row.naam !== null && fold(row.naam) === fold(text(rij, 'locatie')!),
  )
  if (locaties.length === 0)
    return [
      {
        sleutel: 'locatie',
        melding:
          'Deze locatie kennen wij niet bij uw organisatie. Gebruik de naam van het plekkenbord, of lees eerst de plekken in.',
      },
    ]
  if (locaties.length > 1)
    return [
      { sleutel: 'locatie', melding: 'Er zijn meer locaties met deze naam. Geef ze eerst een eigen naam.' },
    ]
  const rows = await work.db
    .selectFrom('plek')
    .select(['id', 'naam', 'van', 'tot'])
    .where('locatie_id', '=', locaties[0]!.id!)
    .execute()
  const plek = rows.find((row) => fold(row.naam) === fold(text(rij, 'plek')!))
  if (!plek)
    return [
      {
        sleutel: 'plek',
        melding: 'Deze plek kennen wij niet op deze locatie. Gebruik de naam van het plekkenbord.',
      },
    ]
  const op = text(rij, 'begonnen')!
  if (op < plek.van || (plek.tot !== null && op >= plek.tot))
    return [
      {
        sleutel: 'begonnen',
        melding: `Deze plek is er ${op < plek.van ? `pas vanaf ${formatLong(plek.van)}` : `niet meer sinds ${formatLong(plek.tot!)}`}. Controleer de dag, of pas bij de locatie aan wanneer de plek er is.`,
      },
    ]
  return plek.id
}

const kolomVanWachtlijst = {
  productId: 'product',
  gemeenteCode: 'gemeente',
  overbruggingToelichting: 'toelichting',
  persoonId: 'achternaam',
}

export const verwerkWachtende: Verwerk = async (work, [rij], inlezing) => {
  const product = await findProductBijTekst(work, text(rij!, 'product')!)
  if (!product) return [productOnbekend]
  const persoonId = await resolvePersoon(work, rij!, inlezing)
  if (typeof persoonId !== 'string') return persoonId
  const gemeente = text(rij!, 'gemeente')
  const overbrugging = text(rij!, 'overbrugging') ?? 'geen'
  const bevestigd = text(rij!, 'bevestigd')
  const made = await placeOnWachtlijst(work, {
    persoonId,
    huishoudenId: null,
    personen: Math.max(number(rij!, 'personen') ?? 1, (number(rij!, 'kinderen') ?? 0) + 1),
    kinderen: number(rij!, 'kinderen') ?? 0,
    productId: product.id,
    richting: (text(rij!, 'richting') ?? 'instroom') as 'instroom',
    ...(gemeente === null || gemeente === ONBEKEND
      ? { gemeenteOnbekendReden: 'Niet vermeld in het bestand' }
      : { gemeenteCode: gemeente }),
    overbrugging: overbrugging as 'geen',
    overbruggingToelichting:
      text(rij!, 'toelichting') ?? (overbrugging === 'geen' ? 'Niet vermeld in het bestand' : null),
    ingelezen: {
      bron: inlezing.bron,
      peildatum: inlezing.peildatum,
      telwijze: inlezing.telwijze,
      gemeldOp: text(rij!, 'gemeld')!,
      beslotenOp: text(rij!, 'besloten')!,
      ...(bevestigd && { laatstBevestigdOp: bevestigd }),
    },
    opvolging: inlezing.opvolging,
  })
  if (isRejection(made)) return toCelfouten(made, kolomVanWachtlijst, 'product')
  inlezing.telling.wachtenden++
  return []
}
