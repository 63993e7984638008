import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { SoortBestand, Telwijze } from '../../modules/inlezen/domain/contract.ts'
import { soorten } from '../../modules/inlezen/domain/kolommen.ts'
import { checkBestand, loadBestand } from '../../modules/inlezen/server/commands.ts'
import { appendAudit } from '../../platform/audit/audit.ts'
import type { Platform } from '../../platform/platform.ts'
import { transact } from '../../platform/transaction.ts'
import type { Work } from '../../platform/work.ts'
import type { Id } from '../../shared/id.ts'
import { allePermissies } from '../../shared/permissies.ts'
import { isPlainDate } from '../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../shared/rejection.ts'
import { type Command, type CommandInput, UsageError } from './command.ts'
import { textOf } from './regio.ts'
import { asSysteem, findRegio, withPlatform } from './with-platform.ts'

export const importeer: Command = {
  name: 'importeer',
  positionals: '<soort> <bestand>',
  summary: 'Lees een CSV-, Excel- of OpenDocument-bestand in: alles of niets',
  help: [
    'onderdak importeer wachtlijst wachtlijst.xlsx --regio MVS --organisatie "Centraal Onthaal" --bron "Eigen lijst" --peildatum 2026-11-01',
    '',
    `<soort>        ${Object.keys(soorten).join(', ')}`,
    '--organisatie  organisatie van wie de gegevens zijn; zij wordt verantwoordelijk',
    '--contact      gebruikersnaam van het aanspreekpunt; anders de eerste medewerker van de organisatie',
    '--telwijze     bij een wachtlijst: personen (elke persoon één keer) of registraties; weglaten als het niet bekend is',
    '--proef        alleen controleren: er wordt niets ingelezen',
    'Bij fouten komt er per rij en kolom een regel en verandert er niets. De uitkomst is dan 1.',
  ],
  options: {
    regio: { type: 'string' },
    organisatie: { type: 'string' },
    contact: { type: 'string' },
    bron: { type: 'string' },
    peildatum: { type: 'string' },
    telwijze: { type: 'string' },
    proef: { type: 'boolean' },
  },
  run(input) {
    const soort = SoortBestand.safeParse(input.positionals[0])
    if (!soort.success) throw new UsageError(`Kies een van: ${Object.keys(soorten).join(', ')}.`)
    const peildatum = textOf(input, 'peildatum')
    if (!isPlainDate(peildatum)) throw new UsageError('--peildatum is een datum, bijvoorbeeld 2026-11-01.')
    const telwijze = Telwijze.nullable().safeParse(input.values.telwijze ?? null)
    if (!telwijze.success) throw new UsageError('--telwijze is personen of registraties.')
    const file = input.positionals[1]!
    const nieuw = {
      soort: soort.data,
      bestandsnaam: basename(file),
      bron: textOf(input, 'bron'),
      peildatum,
      telwijze: telwijze.data,
      inhoud: readFileSync(file).toString('base64'),
    }
    return withPlatform(input.config(), (platform) => readIn(platform, input, nieuw))
  },
}

async function readIn(
  platform: Platform,
  input: CommandInput,
  nieuw: Omit<Parameters<typeof checkBestand>[1], 'opvolging'>,
): Promise<number> {
  const { id: regioId } = await findRegio(platform, textOf(input, 'regio'))
  const opvolging = await asSysteem(platform, regioId, (work) => findContact(work, input))
  const voor = { platform, regioId, organisatieId: opvolging.organisatieId }
  const { id, fouten } = await forOrganisatie(voor, 'BestandGecontroleerd', (work) =>
    checkBestand(work, { ...nieuw, opvolging }),
  )
  for (const { rij, kolom, melding } of fouten)
    input.print(`${rij === 0 ? 'bestand' : `rij ${rij}`}${kolom ? `, ${kolom}` : ''}: ${melding}`)
  if (fouten.length > 0) {
    input.print(
      `Er ${fouten.length === 1 ? 'is 1 fout' : `zijn ${fouten.length} fouten`}. Er is niets ingelezen.`,
    )
    return 1
  }
  if (input.values.proef) {
    input.print('Geen fouten. Dit was een proef: er is niets ingelezen.')
    return 0
  }
  const samenvatting = await forOrganisatie(voor, 'BestandIngelezen', async (work) => {
    const loaded = await loadBestand(work, { id, opvolging })
    if (isRejection(loaded)) return loaded
    const row = await work.db
      .selectFrom('inleesbestand')
      .select('samenvatting')
      .where('id', '=', loaded.id)
      .executeTakeFirstOrThrow()
    return row.samenvatting
  })
  input.print(`Ingelezen: ${samenvatting}.`)
  return 0
}

/** As the system, but for an organisation: it becomes involved with the persons. Audited like a request. */
async function forOrganisatie<T>(
  voor: { platform: Platform; regioId: Id; organisatieId: Id },
  gebeurtenis: string,
  run: (work: Work) => Promise<T | Rejection>,
): Promise<T> {
  const { platform, regioId, organisatieId } = voor
  const vrager = {
    regioId,
    organisatieId,
    gebruikerId: null,
    naam: 'opdrachtregel',
    rol: 'systeem',
    permissies: new Set(allePermissies),
    isSysteem: true,
  }
  const verzoekId = platform.newId()
  const { result } = await transact(
    platform,
    vrager,
    {
      doel: 'inlezen',
      sleutel: verzoekId,
      finish: (db, personen) =>
        appendAudit(db, {
          vrager,
          tijd: platform.clock.now(),
          gebeurtenis,
          actie: 'C',
          uitkomst: 0,
          doel: 'inlezen',
          route: 'onderdak importeer',
          personen,
          verzoekId,
          netwerkadres: 'intern',
        }),
    },
    run,
  )
  if (isRejection(result)) throw new UsageError(result.message)
  return result as T
}

/** The organisation, and the named contact that every open situation needs. */
async function findContact(work: Work, input: CommandInput) {
  const naam = textOf(input, 'organisatie')
  const contact = input.values.contact === undefined ? undefined : textOf(input, 'contact')
  let query = work.db
    .selectFrom('gebruiker as g')
    .innerJoin('organisatie as o', 'o.id', 'g.organisatie_id')
    .select(['g.id', 'o.id as organisatieId'])
    .where('o.regio_id', '=', work.regioId)
    .where('o.naam', '=', naam)
    .where((e) => e.or([e('g.tot', 'is', null), e('g.tot', '>', work.today)]))
    .orderBy('g.gebruikersnaam')
  if (contact !== undefined) query = query.where('g.gebruikersnaam', '=', contact.toLowerCase())
  const found = await query.executeTakeFirst()
  return found
    ? { organisatieId: found.organisatieId as Id, contactpersoonId: found.id as Id }
    : reject(
        'contact_ontbreekt',
        `Bij ${naam} is geen medewerker gevonden. Controleer --organisatie en --contact, of maak eerst een gebruiker.`,
      )
}
