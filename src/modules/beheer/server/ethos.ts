import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { Voorbeeld } from '../domain/gedateerd.ts'
import { domeinen, ethoscodes, type ethosRegel, ethosUitkomsten } from '../domain/soorten.ts'
import { isKeuze } from './lookup.ts'

interface Vraag {
  readonly sleutel: z.output<typeof ethosRegel.sleutel>
  readonly waarde: z.output<typeof ethosRegel.waarde>
  readonly vanaf: PlainDate
}

/** A rule about something that nobody can be in would never be used: most often a typing error. */
export async function bekendeGrond(
  work: Work,
  { sleutel }: Pick<Vraag, 'sleutel'>,
): Promise<Rejection | undefined> {
  const { grond, code } = sleutel
  if (await isBekend(work, grond, code)) return undefined
  return reject('code_onbekend', 'Deze code hoort niet bij deze situatie. Kies een code uit de lijst.', {
    field: 'sleutel.code',
    status: 422,
  })
}

async function isBekend(work: Work, grond: Vraag['sleutel']['grond'], code: string): Promise<boolean> {
  if (grond === 'domein') return code in domeinen
  if (grond === 'woonsituatie' || grond === 'bestemming') return isKeuze(work, grond, code)
  if (grond !== 'product') return code in ethoscodes[grond]!
  const found = await work.db
    .selectFrom('product')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('code', '=', code)
    .executeTakeFirst()
  return found !== undefined
}

const klassen: Readonly<Record<string, string>> = ethosUitkomsten

const groep = (klasse: string | null) =>
  klasse !== null && klasse in klassen
    ? klasse === 'niet'
      ? klassen[klasse]!
      : `${klasse} ${klassen[klasse]}`
    : 'Niet bekend'

/** How many people of today would fall in another group with the new rule. */
export async function previewEthos(work: Work, vraag: Vraag): Promise<Voorbeeld> {
  const { grond, code } = vraag.sleutel
  const { rows } = await sql<{ oud: string | null; nieuw: string | null; aantal: number }>`
    select * from onderdak.telling_ethos(${work.today}::date, ${grond}, ${code}, ${vraag.waarde.klasse})`.execute(
    work.db,
  )
  const som = (rijen: typeof rows) => rijen.reduce((total, rij) => total + rij.aantal, 0)
  const verschuift = rows.filter((rij) => groep(rij.oud) !== groep(rij.nieuw))
  const [lopend, anders] = [som(rows), som(verschuift)]
  return {
    lopend,
    anders,
    zinnen: [
      anders === 0
        ? 'Vandaag valt niemand door deze wijziging in een andere groep.'
        : `${anders === 1 ? '1 mens valt' : `${anders} mensen vallen`} vandaag in een andere groep met de nieuwe regel.`,
      `De regel geldt voor tellingen vanaf ${formatLong(vraag.vanaf)}. Tellingen van eerdere dagen veranderen niet.`,
    ],
    tabel:
      anders === 0
        ? null
        : {
            titel: 'Wie vandaag in een andere groep zou vallen',
            kolommen: ['Nu', 'Met de nieuwe regel', 'Mensen'],
            rijen: verschuift.map((rij) => [groep(rij.oud), groep(rij.nieuw), rij.aantal]),
          },
  }
}
