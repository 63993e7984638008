import { recordWachtcontact } from '../../../src/modules/wachtlijst/server/edit-commands.ts'
import { setVoorrang } from '../../../src/modules/wachtlijst/server/voorrang-commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays } from '../../../src/shared/plain-date.ts'
import { accepted } from '../../world.ts'
import { type Verloop, werkdag, type Zaak } from './agenda.ts'
import { plekOp } from './spoor.ts'

/** Priority by hand goes to who gets the place within so many days anyhow: the core knows of no such priority. */
const VOORRANG_DAGEN = 21

const uitkomsten = {
  geen: ['Gaat goed; wacht nog.', 'Slaapt bij familie en wil nog graag komen.'],
  overlast: ['De buren klagen; het wijkteam komt vaker langs.'],
  terugval: ['Gebruikt weer; er is een afspraak met de behandelaar.'],
  demotivatie: ['Vindt het lang duren; uitgelegd waarom het zo lang is.'],
  escalatie: ['Ruzie op het logeeradres; er is om een snellere plek gevraagd.'],
} as const

/** Contact with who waits, well before the day of confirming again; a few are late, and a few get priority by hand. */
export function createWachtcontact(verloop: Verloop) {
  const { agenda } = verloop
  const random = verloop.random.fork('wachtcontact')
  const metVoorrang = new Set<Id>()

  function plan(work: Work, zaak: Zaak, id: Id): void {
    const dagen = random.chance(0.06) ? random.between(44, 60) : random.between(28, 38)
    agenda.plan(werkdag(addDays(work.today, dagen)), zaak.loket, (later) => houdContact(later, zaak, id))
  }

  async function houdContact(work: Work, zaak: Zaak, id: Id): Promise<void> {
    if (zaak.wacht?.id !== id) return
    const versie = await versieOf(work, id)
    const risico = random.weighted({ geen: 62, demotivatie: 18, overlast: 8, terugval: 8, escalatie: 4 })
    const uitkomst = random.pick(uitkomsten[risico])
    const contact = { id, versie, op: work.today, wachtNog: true, risico, uitkomst }
    const gezien = accepted(await recordWachtcontact(work, contact))
    const straks = zaak.mens && plekOp(zaak.mens, work.today)
    const kort = straks !== undefined && straks <= addDays(work.today, VOORRANG_DAGEN)
    if ((risico === 'escalatie' || risico === 'terugval') && kort && !metVoorrang.has(id)) {
      metVoorrang.add(id)
      accepted(
        await setVoorrang(work, {
          id,
          versie: gezien.versie,
          geven: true,
          reden: 'Kan niet langer blijven waar hij nu slaapt (verzonnen).',
        }),
      )
    }
    plan(work, zaak, id)
  }

  return plan
}

async function versieOf(work: Work, id: Id): Promise<number> {
  const row = await work.db
    .selectFrom('wachtlijstplaatsing')
    .select('versie')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.versie
}
