import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import {
  draftNow,
  givenProgramma,
  givenRapportage,
  type Proefprogramma,
} from '../../../../tests/given/rapportage.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { VerhaalInvoer } from '../../duiding/domain/verhaal-contract.ts'
import { publishVerhaal, withdrawVerhaal, writeVerhaal } from '../../duiding/server/commands.ts'
import { GeldInvoer, VoortgangInvoer, WaardeInvoer } from '../../programma/domain/voortgang-contract.ts'
import { registerGeld, reportVoortgang, reportWaarde } from '../../programma/server/voortgang-commands.ts'
import { addBlok, chooseTekst, editBlok, leaveOutBlok, moveBlok, removeBlok } from './blok-commands.ts'
import { adoptRapportage, startRapportage, takeNieuweTeksten } from './commands.ts'
import { makeDocument } from './document-queries.ts'
import { readBlokken, readRapportage } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let adviseur: Vrager
let programma: Proefprogramma

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-02')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
  programma = await givenProgramma(platform, manager, { indicatoren: ['wachtenden'] })
}, 120_000)

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const lees = async (id: Id) => accepted(await as(manager, (work) => readRapportage(work, id)))
const blokken = async (id: Id, hoofdstuk: string) =>
  accepted(await as(manager, (work) => readBlokken(work, { id, hoofdstuk }))).blokken
const tekstVan = async (id: Id) => {
  const { inhoud } = accepted(await as(manager, (work) => makeDocument(work, { id, soort: 'odt' })))
  return strFromU8(unzipSync(new Uint8Array(Buffer.from(inhoud, 'base64')))['content.xml']!)
    .replaceAll('<text:line-break/>', ' ')
    .replace(/<[^>]+>/g, '|')
}
const themaVan = ({ thema }: Proefprogramma) => `thema-${thema}`

describe('een rapportage opstellen (UP-09, MON-16)', () => {
  it('heeft een hoofdstuk per thema en zegt van elke activiteit wat bekend is, en wat niet', async () => {
    const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    const { hoofdstukken, isBezig } = await lees(id)
    expect(isBezig).toBe(false)
    expect(hoofdstukken.map(({ titel }) => titel)).toEqual([
      'Inleiding',
      'Sociale basis',
      'Bestaanszekerheid',
      'Andere activiteiten',
      'Weten wij of het helpt?',
      'Knelpunten',
      'Besluiten die komen',
      'Geld',
      'Bijlage: alle cijfers met hun bron',
    ])
    const tekst = await tekstVan(id)
    expect(tekst).toContain(
      'Het programma had 3 activiteiten. Aan het eind van de periode was er nog geen afgerond. Eén liep op schema. Eén was vertraagd. Geen enkele stopte voor het einde. Van één is niet vastgelegd hoe het ermee staat.',
    )
    expect(tekst).toContain('Buren letten *op* elkaar.')
    expect(tekst).toMatch(/Straten die meedoen\|+42 straten\|+28-2-2026\|+minstens 40\|+31-12-2026\|+Gehaald/)
    expect(tekst).toContain('Straten die meedoen, straten: 31-12-2025 25, 28-2-2026 42.')
    expect(tekst).toMatch(/1\. Ik ken mijn buren\|+4,1\|+6,9\|+\+2,9 \*\|+Beter/)
    expect(tekst).toContain('De groep is klein (12 mensen)')
    expect(tekst).toContain('Te weinig mensen')
    expect(tekst).toContain('Geen coördinator')
    expect(tekst).toContain('Doorgaan na 2026')
    expect(tekst).toContain('€ 12.000')
    expect(tekst).toMatch(/Kosten: Uren\|+€ 12\.000\|+2026\|+Begroting/)
    expect(tekst).toContain('Dit is een concept.')
  })

  it('een jaarverslag zegt per thema wat het kostte en opleverde, en wat niet te zeggen is', async () => {
    const id = await givenRapportage(platform, manager, {
      programmaId: programma.programmaId,
      soort: 'jaarverslag',
      tot: '2027-01-01',
    })
    const tekst = await tekstVan(id)
    expect(tekst).toMatch(/Sociale basis\|+1\|+€ 12\.000\|+1\|+1\|/)
    expect(tekst).toMatch(/Bestaanszekerheid\|+1\|+niet vastgelegd\|+0\|+0\|/)
    expect(tekst).toContain('Van 1 activiteit is niets gemeten: of zij helpen, is niet te zeggen.')
    expect(tekst).toContain('er is geen groep om mee te vergelijken')
  })

  it('een nieuwsbrief heeft alleen wat iedereen mag lezen, van een programma dat openbaar is', async () => {
    const id = await givenRapportage(platform, manager, {
      programmaId: programma.programmaId,
      soort: 'nieuwsbrief',
    })
    const tekst = await tekstVan(id)
    expect(tekst).toContain('Er doen nu 42 straten mee.')
    expect(tekst).toContain('Sinds 1 februari 2026 is de stand: verkenning.')
    expect(tekst).not.toContain('Te weinig mensen')
    expect(tekst).not.toContain('gangmaker')
    await database.login.query('update onderdak.programma set openbaar_sinds = null')
    expect(
      await as(manager, (work) =>
        startRapportage(work, {
          programmaId: programma.programmaId,
          soort: 'nieuwsbrief',
          van: '2026-01-01',
          tot: '2026-04-01',
          titel: 'x',
          vorigeId: null,
        }),
      ),
    ).toMatchObject({ code: 'programma_niet_openbaar', field: 'programmaId' })
    await database.login.query("update onderdak.programma set openbaar_sinds = '2026-01-01'")
  })
})

describe('een concept bewerken', () => {
  it('bewaart de bewerking naast de tekst uit de gegevens, en laat zien wat daarin verandert', async () => {
    const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    const hoofdstuk = themaVan(programma)
    const vind = async (deel: string) =>
      (await blokken(id, hoofdstuk)).find((blok) => JSON.stringify(blok).includes(deel))!
    const vervolg = await vind('In de zomer')
    accepted(
      await as(adviseur, (work) =>
        editBlok(work, { id: vervolg.id, versie: vervolg.versie, tekst: '**Vervolg.** Eigen woorden.' }),
      ),
    )
    expect(
      await as(manager, (work) =>
        editBlok(work, { id: vervolg.id, versie: vervolg.versie, tekst: 'Te laat.' }),
      ),
    ).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [{ veld: 'tekst', nieuw: '**Vervolg.** Eigen woorden.' }],
    })

    accepted(
      await as(manager, (work) =>
        reportVoortgang(work, {
          ...VoortgangInvoer.parse({
            op: '2026-03-10',
            standVanZaken: 'Het zijn er 45.',
            vervolg: 'Wij stoppen met werven.',
            bron: 'Proef',
          }),
          id: programma.pilot,
        }),
      ),
    )
    await draftNow(platform, regio.regioId, id)
    const [anders, inzichten, stand] = [
      await vind('Eigen woorden'),
      await vind('gangmaker'),
      await vind('42 straten mee'),
    ]
    expect(anders).toMatchObject({ isBewerkt: true, verandering: 'anders' })
    expect(JSON.stringify(anders.nieuwer)).toContain('Wij stoppen met werven.')
    expect(inzichten.verandering).toBe('weg')
    expect(stand.verandering).toBe('anders')
    const { hoofdstukken, overTeNemen } = await lees(id)
    expect(hoofdstukken.find(({ sleutel }) => sleutel === hoofdstuk)!.open).toBe(3)
    expect(overTeNemen).toBe(2)
    expect(
      await as(manager, async (work) => adoptRapportage(work, { id, versie: (await lees(id)).versie })),
    ).toMatchObject({
      code: 'rapportage_heeft_keuzes_open',
    })

    const houden = { id: anders.id, versie: anders.versie, keuze: 'houden' as const }
    accepted(await as(manager, (work) => chooseTekst(work, houden)))
    const { versie } = await lees(id)
    accepted(await as(manager, (work) => takeNieuweTeksten(work, { id, versie })))
    const nu = await lees(id)
    expect(nu.hoofdstukken.map(({ open }) => open)).toEqual(nu.hoofdstukken.map(() => 0))
    const tekst = await tekstVan(id)
    expect(tekst).toContain('Eigen woorden.')
    expect(tekst).toContain('Het zijn er 45.')
    expect(tekst).not.toContain('gangmaker')
    // Chosen once, it stays quiet until something else is known.
    await draftNow(platform, regio.regioId, id)
    expect((await lees(id)).overTeNemen).toBe(0)
  })

  it('krijgt er een stuk bij waar het hoort, als er meer bekend is', async () => {
    const id = await givenRapportage(platform, manager, {
      programmaId: programma.programmaId,
      tot: '2026-05-01',
    })
    accepted(
      await as(manager, (work) =>
        registerGeld(work, {
          ...GeldInvoer.parse({
            soort: 'kosten',
            jaar: 2026,
            omschrijving: 'Zaal',
            bedrag: 500,
            bron: 'Offerte',
          }),
          id: programma.traag,
        }),
      ),
    )
    await draftNow(platform, regio.regioId, id)
    const bijlage = await blokken(id, 'bijlage')
    expect(bijlage.map(({ verandering }) => verandering)).toEqual(['geen', 'geen', 'geen', 'nieuw'])
    expect(JSON.stringify(bijlage[3])).toContain('Offerte')
  })

  it('heeft eigen stukken, weglaten en verplaatsen binnen een hoofdstuk', async () => {
    const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    const [kop, tekst, tabel] = await blokken(id, 'inleiding')
    const eigen = accepted(
      await as(manager, (work) =>
        addBlok(work, { naId: kop!.id, soort: 'alinea', tekst: 'Voorwoord van de wethouder.' }),
      ),
    )
    accepted(await as(manager, (work) => moveBlok(work, { ...eigen, richting: 'omlaag' })))
    accepted(
      await as(manager, (work) =>
        leaveOutBlok(work, { id: tabel!.id, versie: tabel!.versie, isWeggelaten: true }),
      ),
    )
    expect((await blokken(id, 'inleiding')).map((blok) => blok.id)).toEqual([
      kop!.id,
      tekst!.id,
      eigen.id,
      tabel!.id,
    ])
    expect(await tekstVan(id)).not.toContain('Waarvan vertraagd')
    expect(
      await as(manager, (work) => editBlok(work, { id: tabel!.id, versie: tabel!.versie + 1, tekst: '99' })),
    ).toMatchObject({ code: 'blok_niet_te_bewerken' })
    expect(
      await as(manager, (work) => removeBlok(work, { id: tekst!.id, versie: tekst!.versie })),
    ).toMatchObject({ code: 'blok_uit_gegevens' })
    expect(
      await as(manager, (work) => moveBlok(work, { id: kop!.id, versie: kop!.versie, richting: 'omhoog' })),
    ).toMatchObject({ code: 'blok_staat_aan_de_rand' })
    accepted(await as(manager, (work) => removeBlok(work, { id: eigen.id, versie: 2 })))
    // Again from what is known: what was left out stays out, and nothing comes twice.
    await draftNow(platform, regio.regioId, id)
    expect((await blokken(id, 'inleiding')).map((blok) => [blok.id, blok.isWeggelaten])).toEqual([
      [kop!.id, false],
      [tekst!.id, false],
      [tabel!.id, true],
    ])
  })
})

describe('een rapportage vaststellen', () => {
  it('maakt tekst en cijfers onveranderlijk, met een controlegetal; een ingetrokken verhaal is ook hier weg', async () => {
    const { id: verhaal } = accepted(
      await as(adviseur, (work) =>
        writeVerhaal(
          work,
          VerhaalInvoer.parse({
            indicator: 'wachtenden',
            maand: '2026-03',
            soort: 'citaat',
            titel: 'Wachten',
            tekst: 'Ik sliep in mijn auto.',
            teller: 'client',
            toestemmingVorm: 'schriftelijk',
            toestemmingOp: '2026-03-01',
            toestemmingTotEnMet: '2026-12-31',
            toestemmingWaar: 'Map 4',
          }),
        ),
      ),
    )
    accepted(await as(manager, (work) => publishVerhaal(work, { id: verhaal, versie: 1 })))
    const id = await givenRapportage(platform, manager, {
      programmaId: programma.programmaId,
      tot: '2026-05-01',
    })
    expect(await tekstVan(id)).toContain('Ik sliep in mijn auto.')
    const { versie } = await lees(id)
    accepted(await as(manager, (work) => adoptRapportage(work, { id, versie })))
    const vast = await lees(id)
    expect(vast).toMatchObject({ isVastgesteld: true, verhalenWeg: 0 })
    const json = Buffer.from(
      accepted(await as(manager, (work) => makeDocument(work, { id, soort: 'json' }))).inhoud,
      'base64',
    )
    expect(createHash('sha256').update(json).digest('hex')).toBe(vast.controlegetal)
    expect(json.toString('utf8')).not.toContain('auto')

    const [eerste] = await blokken(id, 'inleiding')
    for (const refused of [
      await as(manager, (work) =>
        editBlok(work, { id: eerste!.id, versie: eerste!.versie, tekst: 'Anders' }),
      ),
      await as(manager, (work) => addBlok(work, { naId: eerste!.id, soort: 'alinea', tekst: 'Erbij' })),
      await as(manager, (work) => adoptRapportage(work, { id, versie: vast.versie })),
    ])
      expect(refused).toMatchObject({ code: 'rapportage_vastgesteld' })
    for (const sql of [
      "update onderdak.rapportage set titel = 'x' where id = $1",
      'delete from onderdak.rapportage where id = $1',
      "update onderdak.rapportage_blok set eigen = 'x' where rapportage_id = $1",
      'delete from onderdak.rapportage_blok where rapportage_id = $1',
    ])
      await expect(database.login.query(sql, [id])).rejects.toThrow('vastgesteld')

    const { rows } = await database.login.query<{ id: Id }>('select id from onderdak.activiteit_resultaat')
    accepted(
      await as(manager, (work) =>
        reportWaarde(work, {
          ...WaardeInvoer.parse({ op: '2026-03-31', waarde: 60, bron: 'Telling' }),
          id: rows[0]!.id,
        }),
      ),
    )
    await draftNow(platform, regio.regioId, id)
    expect(await tekstVan(id)).not.toContain('60 straten')
    accepted(await as(manager, (work) => withdrawVerhaal(work, { id: verhaal, reden: 'teller' })))
    const na = await tekstVan(id)
    expect(na).not.toContain('auto')
    expect(na).toContain('Hier stond een verhaal.')
    expect(await lees(id)).toMatchObject({ verhalenWeg: 1, controlegetal: vast.controlegetal })
  })

  it('wordt gevolgd door één rapportage van hetzelfde programma en dezelfde soort', async () => {
    const eerste = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    const vervolg = {
      programmaId: programma.programmaId,
      soort: 'voortgang' as const,
      van: '2026-04-01',
      tot: '2027-01-01',
      titel: 'Vervolg',
      vorigeId: eerste,
    }
    expect(
      await as(manager, (work) => startRapportage(work, { ...vervolg, soort: 'jaarverslag' })),
    ).toMatchObject({
      code: 'vorige_past_niet',
      field: 'vorigeId',
    })
    const { id } = accepted(await as(manager, (work) => startRapportage(work, vervolg)))
    expect(await as(manager, (work) => startRapportage(work, vervolg))).toMatchObject({
      code: 'vervolg_bestaat',
    })
    expect(await lees(eerste)).toMatchObject({ volgende: { id } })
  })

  it('is voor een andere regio niet te zien', async () => {
    const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    const ander = await givenRegio(platform, 'AND')
    const vreemd = await ander.als('centrumgemeente', 'programmamanager')
    expect(await as(vreemd, (work) => readRapportage(work, id))).toMatchObject({ code: 'niet_gevonden' })
  })
})
