import type { ActieInvoer } from '../src/modules/overleg/domain/actie-contract.ts'
import type { BesluitInvoer, Stapinvoer } from '../src/modules/overleg/domain/besluit-contract.ts'
import type { JaarplichtInvoer } from '../src/modules/overleg/domain/jaarplicht-contract.ts'
import type { NvoInvoer } from '../src/modules/overleg/domain/nvo-contract.ts'
import type { OvereenkomstInvoer } from '../src/modules/overleg/domain/overeenkomst-contract.ts'
import type { OverlegInvoer } from '../src/modules/overleg/domain/overleg-contract.ts'
import { concludeActie, registerActie } from '../src/modules/overleg/server/actie-commands.ts'
import { changePad, registerBesluit } from '../src/modules/overleg/server/besluit-commands.ts'
import { answerNvo } from '../src/modules/overleg/server/nvo-commands.ts'
import {
  recordJaarplicht,
  registerJaarplicht,
  registerOvereenkomst,
} from '../src/modules/overleg/server/overeenkomst-commands.ts'
import { registerOverleg } from '../src/modules/overleg/server/overleg-commands.ts'
import { concludeVergadering, planVergadering } from '../src/modules/overleg/server/vergadering-commands.ts'
import type { Work } from '../src/platform/work.ts'
import type { Id } from '../src/shared/id.ts'
import { addDays, dayOfWeek, type PlainDate } from '../src/shared/plain-date.ts'
import { accepted } from './world.ts'

/** The same day or the Monday after it: nobody meets at the weekend. */
export function opWerkdag(dag: PlainDate): PlainDate {
  const weekdag = dayOfWeek(dag)
  return weekdag > 5 ? addDays(dag, 8 - weekdag) : dag
}

const leegOverleg = {
  afkorting: null,
  perJaar: null,
  leden: [],
  vastePunten: [],
  stukkenDagen: null,
  plaats: null,
  tot: null,
  toelichting: null,
} as const

/** A body of the region with what a source says; the rest stays empty. */
export const makeOverleg = async (
  work: Work,
  een: Partial<OverlegInvoer> & Pick<OverlegInvoer, 'naam' | 'soort' | 'niveau' | 'van' | 'bron'>,
): Promise<Id> => accepted(await registerOverleg(work, { ...leegOverleg, ...een } as OverlegInvoer)).id

/** A meeting of two hours; what is past was held. */
export async function makeVergadering(
  work: Work,
  overlegId: Id,
  een: {
    readonly datum: PlainDate
    readonly plaats: string
    readonly werkbezoek?: string
    readonly verslag?: string
  },
): Promise<Id> {
  const { datum, plaats, werkbezoek = null, verslag = null } = een
  const { id, versie } = accepted(
    await planVergadering(work, { overlegId, datum, beginOm: '10:00', eindOm: '12:00', plaats, werkbezoek }),
  )
  if (datum < work.today) accepted(await concludeVergadering(work, { id, versie, verslag }))
  return id
}

type Stap = Partial<Stapinvoer> & Pick<Stapinvoer, 'beurt' | 'orgaan'>
const leegStap = { gemeenteCode: null, omschrijving: null, geplandOp: null, gedaanOp: null, uitkomst: null }

export async function makeBesluit(
  work: Work,
  een: Pick<BesluitInvoer, 'orgaan' | 'nummer' | 'titel' | 'tekst'> & Partial<BesluitInvoer>,
  stappen: readonly Stap[],
): Promise<Id> {
  const leeg = { gemeenteCode: null, beslotenOp: null, vergaderingId: null }
  const over = { activiteitIds: [], programmaId: null, besluitmomentId: null }
  const { id, versie } = accepted(await registerBesluit(work, { ...leeg, ...over, ...een }))
  if (stappen.length > 0)
    accepted(
      await changePad(work, { id, versie, stappen: stappen.map((stap) => ({ ...leegStap, ...stap })) }),
    )
  return id
}

export async function makeActie(
  work: Work,
  een: Omit<ActieInvoer, 'vergaderingId' | 'besluitId'> & Partial<ActieInvoer>,
  gedaanOp?: PlainDate,
): Promise<void> {
  const { id, versie } = accepted(await registerActie(work, { vergaderingId: null, besluitId: null, ...een }))
  if (gedaanOp) accepted(await concludeActie(work, { id, versie, hoe: 'gedaan', op: gedaanOp, afloop: null }))
}

export async function makeOvereenkomst(
  work: Work,
  een: Pick<OvereenkomstInvoer, 'soort' | 'naam' | 'begintOp' | 'bron'> &
    Partial<OvereenkomstInvoer> & { readonly wie: readonly string[] },
): Promise<void> {
  const { wie, ...rest } = een
  const leeg = {
    eindigtOp: null,
    opzegtermijnMaanden: null,
    herzienOp: null,
    vindplaats: null,
    toelichting: null,
  }
  accepted(
    await registerOvereenkomst(work, {
      ...leeg,
      onderwerpen: [],
      ...rest,
      partijen: wie.map((naam) => ({ naam })),
    }),
  )
}

/** Done in each of these years, where it says. */
export async function makeJaarplicht(
  work: Work,
  plicht: Omit<JaarplichtInvoer, 'totEnMetJaar'>,
  gedaan: readonly { readonly jaar: number; readonly gedaanOp: PlainDate; readonly waar: string }[],
): Promise<void> {
  let { id, versie } = accepted(await registerJaarplicht(work, { ...plicht, totEnMetJaar: null }))
  for (const een of gedaan) ({ id, versie } = accepted(await recordJaarplicht(work, { id, versie, ...een })))
}

export async function makeNvo(work: Work, antwoord: NvoInvoer): Promise<void> {
  accepted(await answerNvo(work, antwoord))
}
