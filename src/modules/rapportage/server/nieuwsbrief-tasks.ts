import type { HerhaaldeTaak, Stap, StappenTaak } from '../../../platform/jobs/tasks.ts'
import type { Mailer, MailLine, Uitslag } from '../../../platform/mail/mailer.ts'
import type { Work } from '../../../platform/work.ts'
import { Id } from '../../../shared/id.ts'
import { Vastgesteld } from '../domain/vastgesteld.ts'
import { codeVan } from './abonnee-codes.ts'
import {
  BEVESTIGTAAK,
  clearAanvragen,
  enqueueVersturen,
  resumeNieuwsbrieven,
  VERSTUURTAAK,
} from './nieuwsbrief-commands.ts'
import { type Brief, bevestigMail, briefMail } from './nieuwsbrief-mail.ts'
import {
  closeNieuwsbrief,
  countOpen,
  lockAbonnee,
  markLost,
  settleOntvanger,
  takeOntvanger,
} from './nieuwsbrief-store.ts'

/** How many go in one run of the job: between runs other work gets its turn. */
const PER_RUN = 50
const MAX_POGINGEN = 5
const MINUUT = 60_000
/** Longer than any line to a mail server lives: who is still busy then, has no process any more. */
const VERLOREN_NA = 10 * MINUUT
/** A mail server that is away for longer: an old nieuwsbrief is no news. */
const OPGEVEN_NA = 3 * 24 * 60 * MINUUT

const later = (work: Work, ms: number) => new Date(work.now.getTime() + ms)

async function readBrief(
  work: Work,
  nieuwsbriefId: Id,
): Promise<(Brief & { readonly verstuurdOp: Date }) | undefined> {
  const row = await work.db
    .selectFrom('nieuwsbrief as n')
    .innerJoin('rapportage as r', 'r.id', 'n.rapportage_id')
    .innerJoin('regio as g', 'g.id', 'n.regio_id')
    .select(['n.titel', 'n.verstuurd_op', 'r.inhoud', 'g.naam', 'g.code', 'g.is_demo'])
    .where('n.regio_id', '=', work.regioId)
    .where('n.id', '=', nieuwsbriefId)
    .where('n.klaar_op', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { blokken } = Vastgesteld.parse(JSON.parse(row.inhoud!))
  return {
    titel: row.titel,
    regio: row.naam,
    regioCode: row.code,
    nieuwsbriefId,
    inhouden: blokken.map(({ inhoud }) => inhoud),
    isVoorbeeld: row.is_demo,
    verstuurdOp: row.verstuurd_op,
  }
}

/**
 * Marks one subscriber, sends, and notes what became of it: three steps, so that a process that is killed leaves a mark. Whoever
 * may have got it never gets it again.
 */
async function versturen(stap: Stap, nieuwsbriefId: Id): Promise<void> {
  const begin = await stap(async (work) => {
    await markLost(work, nieuwsbriefId, later(work, -VERLOREN_NA))
    const brief = await readBrief(work, nieuwsbriefId)
    return brief && work.mail ? { brief, mailer: work.mail } : undefined
  })
  if (!begin) return
  const line = begin.mailer.open()
  let isWeg = false
  try {
    for (let i = 0; i < PER_RUN && !isWeg; i++) {
      const uitslag = await sendOne(stap, { ...begin, line, nieuwsbriefId })
      if (!uitslag) break
      isWeg = uitslag.soort === 'tijdelijk' && uitslag.isVerbinding
    }
  } finally {
    line.close()
  }
  await stap((work) => planNext(work, nieuwsbriefId, isWeg))
}

async function sendOne(
  stap: Stap,
  {
    brief,
    mailer,
    line,
    nieuwsbriefId,
  }: { brief: Brief & { verstuurdOp: Date }; mailer: Mailer; line: MailLine; nieuwsbriefId: Id },
): Promise<Uitslag | undefined> {
  const next = await stap(async (work) => {
    const row = await takeOntvanger(work, nieuwsbriefId)
    if (!row) return undefined
    const sleutel = { regioId: work.regioId, id: row.abonnee_id }
    return {
      ...row,
      aan: row.adres_versleuteld === null ? null : work.cipher.decrypt(row.adres_versleuteld),
      afmeldcode: codeVan(work.cipher, 'afmelden', sleutel),
    }
  })
  if (!next) return undefined
  const { aan } = next
  if (aan === null) {
    // Stopped just now, with the address gone.
    await stap((work) => settleOntvanger(work, next.id, { stand: 'vervallen' }))
    return { soort: 'verstuurd' }
  }
  const uitslag = await line.send(briefMail(brief, { aan, url: mailer.url, afmeldcode: next.afmeldcode }))
  await stap((work) => settle(work, next, uitslag, brief.verstuurdOp))
  return uitslag
}

function settle(
  work: Work,
  { id, pogingen }: { readonly id: Id; readonly pogingen: number },
  uitslag: Uitslag,
  verstuurdOp: Date,
): Promise<void> {
  switch (uitslag.soort) {
    case 'verstuurd':
      return settleOntvanger(work, id, { stand: 'verstuurd', pogingen: pogingen + 1, fout: null })
    case 'onbekend':
      return settleOntvanger(work, id, { stand: 'onbekend', pogingen: pogingen + 1 })
    case 'afgewezen':
      return settleOntvanger(work, id, { stand: 'mislukt', pogingen: pogingen + 1, fout: uitslag.code })
    case 'tijdelijk': {
      // A server that is away is no fault of the address.
      const nu = uitslag.isVerbinding ? pogingen : pogingen + 1
      const isOp = nu >= MAX_POGINGEN || work.now.getTime() - verstuurdOp.getTime() > OPGEVEN_NA
      return settleOntvanger(work, id, {
        stand: isOp ? 'mislukt' : 'wacht',
        pogingen: nu,
        fout: uitslag.code,
        volgende_op: later(work, 5 * MINUUT * 2 ** Math.max(0, nu - 1)),
      })
    }
  }
}

async function planNext(work: Work, id: Id, isWeg: boolean): Promise<void> {
  const { wacht, bezig, eerste } = await countOpen(work, id)
  if (wacht === 0 && bezig === 0) return closeNieuwsbrief(work, id)
  const pauze = later(work, isWeg ? 5 * MINUUT : 0)
  const op = wacht === 0 ? later(work, VERLOREN_NA) : eerste! > pauze ? eerste! : pauze
  await enqueueVersturen(work, id, op)
}

/** Asks whether somebody really wants it. Again does no harm: it is the same question. */
async function vraagBevestiging(stap: Stap, abonneeId: Id): Promise<void> {
  const vraag = await stap(async (work) => {
    const abonnee = await lockAbonnee(work, abonneeId)
    if (abonnee?.status !== 'aangevraagd' || !work.mail) return undefined
    const { naam } = await work.db
      .selectFrom('regio')
      .select('naam')
      .where('id', '=', work.regioId)
      .executeTakeFirstOrThrow()
    const mail = bevestigMail({
      aan: work.cipher.decrypt(abonnee.adres_versleuteld!),
      regio: naam,
      url: work.mail.url,
      code: codeVan(work.cipher, 'bevestigen', { regioId: work.regioId, id: abonneeId }),
    })
    return { mail, mailer: work.mail }
  })
  if (!vraag) return
  const line = vraag.mailer.open()
  const uitslag = await line.send(vraag.mail)
  line.close()
  // The queue tries again, each time later.
  if (uitslag.soort === 'tijdelijk') throw new Error('mail server is away')
}

export const nieuwsbriefTaken: readonly StappenTaak[] = [
  {
    naam: VERSTUURTAAK,
    handleStappen: (stap, gegevens) => versturen(stap, Id.parse(gegevens.nieuwsbriefId)),
  },
  {
    naam: BEVESTIGTAAK,
    handleStappen: (stap, gegevens) => vraagBevestiging(stap, Id.parse(gegevens.abonneeId)),
  },
]

/** A process that died takes its jobs along, not the rows: what is left is handed out again. */
export const nieuwsbriefHerhaald: readonly HerhaaldeTaak[] = [
  { naam: 'nieuwsbrief-hervatten', cron: '*/5 * * * *', handle: resumeNieuwsbrieven },
  { naam: 'nieuwsbrief-opruimen', cron: '35 2 * * *', handle: clearAanvragen },
]
