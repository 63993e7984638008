import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/app/modules.ts'
import { isQuestion } from '../../src/platform/http/execute.ts'
import { useDatabase } from '../given/database.ts'
import { schrijfproeven } from '../given/schrijven/proeven.ts'
import {
  givenSchrijfwereld,
  nameOf,
  type Schrijfproef,
  type Schrijfwereld,
} from '../given/schrijven/wereld.ts'

const database = useDatabase()
const schrijfroutes = routes.filter((route) => !isQuestion(route)).map(nameOf)
let w: Schrijfwereld
let beschermd: string[]

beforeAll(async () => {
  w = await givenSchrijfwereld(database)
  const { rows } = await database.login.query<{ naam: string }>(
    `select tablename as naam from pg_policies where schemaname = 'onderdak' and policyname = 'meelezer_wijzigt_niets' order by 1`,
  )
  beschermd = rows.map((row) => row.naam)
}, 120_000)

const komtWeer =
  'De cliënt komt weer bij deze organisatie: zij is opnieuw betrokken en leest niet langer alleen mee.'
const zonderPersoon = 'Gaat niet over een persoon die deze organisatie door betrokkenheid ziet.'
/** What may be written all the same, with the reason. */
const magToch: Readonly<Record<string, string>> = {
  'POST /personen': 'Maakt een nieuw dossier.',
  'POST /meldingen': komtWeer,
  'POST /meldingen/:id/_koppel': komtWeer,
  'POST /meldingoverdrachten/:id/_neem-aan': komtWeer,
  'POST /overdrachten/:id/aanname': komtWeer,
  'POST /overdrachten/:id/weigering': 'Antwoordt op wat haar is gevraagd; daarna ziet zij niets meer.',
  'POST /toestemmingen/:id/intrekking': 'Intrekken is altijd even makkelijk als geven (AVG art. 7 lid 3).',
  'POST /voorstellen/:id/aankomst': komtWeer,
  'POST /verblijven/spoed': komtWeer,
  'POST /verblijven/:id/herstel': 'Het vertrek was een vergissing: de cliënt verblijft er nog.',
  'POST /wintergasten/:id/melding': komtWeer,
  'POST /signalen/:id/persoon': komtWeer,
  'POST /signalen/:id/melding': komtWeer,
  'POST /signalen': zonderPersoon,
  'POST /signalen/:id/_geef-door': zonderPersoon,
  'POST /telefonische-signalen': zonderPersoon,
  'POST /signalen/:id/_pak-op': zonderPersoon,
  'POST /signalen/:id/_rond-af': zonderPersoon,
  'POST /signalen/:id/_koppel-terug': zonderPersoon,
  'POST /outreachcontacten': zonderPersoon,
  'PUT /outreachcontacten/:id': zonderPersoon,
  'POST /verwijzingen/:id/berichten': zonderPersoon,
  'POST /woonvragen/:id/antwoord': zonderPersoon,
}

/** From here on the organisation of the asker only reads along with everybody it sees. */
async function laatMeelezen(als: Schrijfproef['als'], run: () => Promise<void>): Promise<void> {
  const { rows } = await database.login.query<{ id: string }>(
    `update onderdak.betrokkenheid b set tot = '2026-06-02', alleen_lezen = true from onderdak.gebruiker g
     where g.id = $1 and b.organisatie_id = g.organisatie_id and b.tot is null returning b.id`,
    [als.gebruikerId],
  )
  await run()
  await database.login.query(
    `update onderdak.betrokkenheid set tot = null, alleen_lezen = false where id = any ($1)`,
    [rows.map((row) => row.id)],
  )
}

const alleen = (stand: Record<string, string>) =>
  Object.fromEntries(Object.entries(stand).filter(([naam]) => beschermd.includes(naam)))

describe('wie alleen meeleest na een overdracht', () => {
  it('is buitengesloten bij elke tabel met een persoon, behalve een belangenconflict', async () => {
    const { rows } = await database.login.query<{ naam: string }>(
      `select tablename as naam from pg_policies where schemaname = 'onderdak' and policyname = 'betrokken' and cmd = 'ALL'
         and tablename <> 'belangenconflict' order by 1`,
    )
    expect(beschermd).toEqual(rows.map((row) => row.naam))
    expect(beschermd.length).toBeGreaterThan(50)
  })

  it.each(schrijfroutes)('%s wijzigt dan niets aan een persoon', async (naam) => {
    const proef = await schrijfproeven[naam]!(w)
    await w.stuur(proef.als, naam, { sleutel: null }) // opens the session
    await laatMeelezen(proef.als, async () => {
      const vooraf = alleen(await w.stand())
      const { id, body } = proef
      const answer = await w.stuur(proef.als, naam, { ...(id && { id }), ...(body && { body }) })
      const achteraf = alleen(await w.stand())
      if (naam in magToch) {
        expect(answer.statusCode, answer.body).toBeLessThan(300)
        expect(achteraf).not.toEqual(vooraf)
        return
      }
      expect(achteraf).toEqual(vooraf)
      if (answer.statusCode >= 300) expect(answer.json().code, answer.body).toBe('leest_alleen_mee')
    })
  })
})
