import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { useBeschikkingen } from '../../../../tests/given/beschikking.ts'
import { givenDossier } from '../../../../tests/given/dossier.ts'
import { eenPersoon, givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, workAs } from '../../../../tests/given/platform.ts'
import type { TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { confirmOntvangst, pickUpMelding } from '../../melding/server/commands.ts'
import { listTijdlijn } from '../../melding/server/detail-queries.ts'
import { getMelding } from '../../melding/server/queries.ts'
import type { Verzendwijze } from '../domain/keuzes.ts'
import { makeConceptbrief, sendBeschikking } from './brief-commands.ts'
import { ontvangstBrief } from './brieftekst.ts'
import { decideAanvraag, makeOntvangstbevestiging } from './commands.ts'
import { findGeldigeBeschikking } from './lookup.ts'
import { listBeschikkingen, listHeronderzoeken, listOntvangstbevestigingen, readBrief } from './queries.ts'
import { readBeschikking } from './read-beschikking.ts'
import { recordHeronderzoek, reviewBeschikking, withdrawBeschikking } from './wijziging-commands.ts'

const given = useBeschikkingen()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let rogplus: Vrager
let gemeente: Vrager
let bw: Id

beforeAll(() => {
  ;({ platform, regio, loket, rogplus, gemeente, bw } = given.world)
})

describe('herziening en intrekking (invariant 5)', () => {
  it('herzien kort het oude besluit in en wijst ernaar terug', async () => {
    const { id, persoonId } = await given.toegekend()
    const nieuw = accepted(
      await workAs(platform, rogplus, (work) =>
        reviewBeschikking(work, id, {
          versie: 2,
          grond: 'c',
          beschiktOp: '2026-03-02',
          geldigVan: '2026-06-01',
          motivering: 'Er is meer nodig.',
        }),
      ),
    )
    expect(await given.lees(id)).toMatchObject({
      geldigTot: '2026-06-01',
      status: 'beschikt',
      volgende: [{ id: nieuw.id }],
    })
    expect(await given.lees(nieuw.id)).toMatchObject({
      soort: 'herziening',
      intrekgrond: 'c',
      vorige: { id },
    })
    const geldig = (dag: string) =>
      workAs(platform, rogplus, (work) => findGeldigeBeschikking(work, { persoonId, productId: bw, op: dag }))
    expect(await geldig('2026-05-31')).toMatchObject({ id })
    expect(await geldig('2026-06-01')).toMatchObject({ id: nieuw.id })
  })

  it('na intrekken vanaf de eerste dag is er geen geldige beschikking meer', async () => {
    const { id, persoonId } = await given.toegekend()
    accepted(
      await workAs(platform, rogplus, (work) =>
        withdrawBeschikking(work, id, {
          versie: 2,
          grond: 'a',
          beschiktOp: '2026-03-02',
          ingangOp: '2026-03-09',
          motivering: 'De gegevens klopten niet.',
        }),
      ),
    )
    expect((await given.lees(id)).status).toBe('ingetrokken')
    expect(
      await workAs(platform, rogplus, (work) =>
        findGeldigeBeschikking(work, { persoonId, productId: bw, op: '2026-04-01' }),
      ),
    ).toBeUndefined()
    expect(
      await workAs(platform, rogplus, (work) =>
        withdrawBeschikking(work, id, {
          versie: 3,
          grond: 'a',
          beschiktOp: '2026-03-02',
          ingangOp: '2026-03-09',
          motivering: 'Nog eens.',
        }),
      ),
    ).toMatchObject({ code: 'kan_niet_in_deze_stand' })
  })

  it('een heronderzoek zonder verandering zet de volgende dag', async () => {
    const { id } = await given.toegekend()
    await given.op('2027-03-01', async () => {
      const due = await workAs(platform, rogplus, (work) =>
        listHeronderzoeken(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'heronderzoekOp' }),
      )
      expect(due.results.map((row) => row.id)).toContain(id)
      accepted(
        await workAs(platform, rogplus, (work) =>
          recordHeronderzoek(work, id, {
            versie: 2,
            gedaanOp: '2027-03-01',
            volgendeOp: '2028-03-01',
            toelichting: 'Gesprek gehad, niets veranderd.',
          }),
        ),
      )
      const after = await workAs(platform, rogplus, (work) =>
        listHeronderzoeken(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'heronderzoekOp' }),
      )
      expect(after.results.map((row) => row.id)).not.toContain(id)
    })
  })
})

/** Elements that are not closed where they should be; empty for well-formed XML. */
function openTags(xml: string): string[] {
  const open: string[] = []
  for (const [, closing, name, empty] of xml.matchAll(/<(\/?)([a-zA-Z][\w:.-]*)[^>]*?(\/?)>/g)) {
    if (empty) continue
    if (!closing) open.push(name!)
    else if (open.pop() !== name) return [`</${name}>`]
  }
  return open
}

describe('brief (invariant 6)', () => {
  it('wordt bewaard zoals hij is verstuurd; bezwaar kan tot en met zes weken later', async () => {
    const { id } = await given.toegekend()
    const sent = accepted(
      await workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 2, verzondenOp: '2026-03-02', via: 'post' }),
      ),
    )
    expect(sent.bezwaarTot).toBe('2026-04-13')
    const brief = accepted(await workAs(platform, loket, (work) => readBrief(work, sent.briefId)))
    expect(brief.mime).toMatch(/pdf|html/)
    expect(Buffer.from(brief.inhoud, 'base64').length).toBeGreaterThan(1000)
    const odt = accepted(await workAs(platform, loket, (work) => readBrief(work, sent.briefId, 'odt')))
    expect(odt).toMatchObject({
      mime: 'application/vnd.oasis.opendocument.text',
      bestandsnaam: expect.stringMatching(/\.odt$/),
    })
    const delen = unzipSync(Buffer.from(odt.inhoud, 'base64'))
    expect(Object.keys(delen)[0]).toBe('mimetype')
    expect(strFromU8(delen.mimetype!)).toBe(odt.mime)
    const xml = strFromU8(delen['content.xml']!)
    expect(openTags(xml)).toEqual([])
    const tekst = xml.replace(/<[^>]+>/g, ' ')
    for (const zin of ['Waarom wij dit besluiten', '13 april 2026']) expect(tekst).toContain(zin)
    expect(
      await workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 3, verzondenOp: '2026-03-02', via: 'post' }),
      ),
    ).toMatchObject({ code: 'kan_niet_in_deze_stand' })
    await expect(given.database.app.query('update onderdak.brief set titel = $1', ['x'])).rejects.toThrow(
      /permission denied/,
    )
  })

  it('van voor de ODT heeft er geen, en zegt dat', async () => {
    const { id } = await given.toegekend()
    const { briefId } = accepted(
      await workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 2, verzondenOp: '2026-03-02', via: 'uitgereikt' }),
      ),
    )
    const heeftOdt = async () =>
      accepted(await workAs(platform, rogplus, (work) => readBeschikking(work, id))).brieven.map(
        (one) => one.heeftOdt,
      )
    expect(await heeftOdt()).toEqual([true])
    await given.database.login.query('update onderdak.brief set inhoud_odt = null where id = $1', [briefId])
    expect(await heeftOdt()).toEqual([false])
    expect(await workAs(platform, rogplus, (work) => readBrief(work, briefId, 'odt'))).toMatchObject({
      code: 'geen_odt',
    })
    expect(accepted(await workAs(platform, rogplus, (work) => readBrief(work, briefId))).inhoud).not.toBe('')
  })

  it('valt de laatste dag voor bezwaar op een feestdag, dan is het de volgende werkdag', async () => {
    const { id } = await given.toegekend()
    const sent = await given.op('2026-03-16', () =>
      workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 2, verzondenOp: '2026-03-16', via: 'post' }),
      ),
    )
    // Six weeks later is Koningsdag.
    expect(accepted(sent).bezwaarTot).toBe('2026-04-28')
  })

  it('gaat zonder bekend adres niet per post', async () => {
    const persoonId = await givenDossier(platform, loket)
    const { id } = await given.aanvraag({ persoonId })
    accepted(
      await workAs(platform, rogplus, (work) =>
        decideAanvraag(work, id, {
          soort: 'afwijzing',
          versie: 1,
          beschiktOp: '2026-03-02',
          motivering: 'Eigen kracht is genoeg.',
        }),
      ),
    )
    const stuur = (via: 'post' | 'uitgereikt') =>
      workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 2, verzondenOp: '2026-03-02', via }),
      )
    expect(await stuur('post')).toMatchObject({ code: 'geen_postadres', field: 'via' })
    expect(await stuur('uitgereikt')).toMatchObject({ bezwaarTot: '2026-04-13' })
  })

  it('van een geheim dossier gaat alleen via het veilige kanaal, zonder adres', async () => {
    const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
    const persoonId = await givenDossier(platform, vo, {
      isGeheim: true,
      adres: 'Schuilstraat 9\n3111 AA Schiedam',
    })
    const meldingId = await workAs(platform, vo, async (work) => {
      const id = work.newId()
      await work.db
        .insertInto('melding')
        .values({
          id,
          regio_id: work.regioId,
          nummer: 'M-geheim',
          persoon_id: persoonId,
          ontvangen_op: work.now,
          meldingsdatum: '2026-03-02',
          uiterlijk_op: '2026-04-13',
          kanaal: 'veilig_thuis',
          melder_soort: 'veilig_thuis',
          hulpvraag: 'Veilige plek',
          status: 'nieuw',
          organisatie_id: regio.organisaties.vrouwenopvang,
          aangemaakt_op: work.now,
          gewijzigd_op: work.now,
        })
        .execute()
      return id
    })
    const maak = (via: 'post' | 'veilig_kanaal') =>
      workAs(platform, vo, (work) => makeOntvangstbevestiging(work, { meldingId, via }))
    expect(await maak('post')).toMatchObject({ code: 'alleen_veilig_kanaal', field: 'via' })
    const made = accepted(await maak('veilig_kanaal'))
    expect(await workAs(platform, loket, (work) => readBrief(work, made.briefId))).toMatchObject({
      status: 404,
    })
    expect(accepted(await workAs(platform, vo, (work) => readBrief(work, made.briefId))).persoonId).toBe(
      persoonId,
    )
  })

  it('is te lezen voor het verzenden, maar niet voor er is besloten', async () => {
    const { id } = await given.aanvraag()
    expect(await workAs(platform, rogplus, (work) => makeConceptbrief(work, id, 'post'))).toMatchObject({
      code: 'kan_niet_in_deze_stand',
    })
    const klaar = await given.toegekend()
    expect(
      accepted(await workAs(platform, rogplus, (work) => makeConceptbrief(work, klaar.id, 'post'))).titel,
    ).toContain('Concept')
  })
})

describe('de brief die de ontvangst van een melding bevestigt (Wmo 2015 art. 2.3.2, TOE-05)', () => {
  const maak = (wie: Vrager, meldingId: Id, via: Verzendwijze, versie = 1) =>
    workAs(platform, wie, (work) => makeOntvangstbevestiging(work, { meldingId, via, versie }))
  const lees = (meldingId: Id) => workAs(platform, loket, (work) => getMelding(work, meldingId))

  it('is een bewaarde PDF, noemt de laatste dag van zes weken en bevestigt de ontvangst', async () => {
    const { id, nummer } = await givenMelding(platform, loket, { meldingsdatum: '2026-03-02' })
    const made = accepted(await maak(loket, id, 'uitgereikt'))
    expect(made.onderzoekUiterlijkOp).toBe('2026-04-13')
    expect(accepted(await lees(id))).toMatchObject({
      uiterlijkOp: '2026-04-13',
      bevestigdOp: '2026-03-02',
      bevestigdVia: 'mondeling',
    })
    const brief = accepted(await workAs(platform, loket, (work) => readBrief(work, made.briefId)))
    expect(brief).toMatchObject({ titel: `Ontvangstbevestiging ${nummer}`, mime: 'application/pdf' })
    expect(
      accepted(await workAs(platform, loket, (work) => listOntvangstbevestigingen(work, id))).results,
    ).toMatchObject([{ id: made.briefId, titel: `Ontvangstbevestiging ${nummer}` }])
    const tijdlijn = accepted(await workAs(platform, loket, (work) => listTijdlijn(work, id)))
    expect(tijdlijn.results.map((regel) => regel.titel)).toContain('Brief van ontvangst gemaakt')
  })

  it('zegt wanneer het onderzoek klaar is, hoe lang het eigen plan kan, en dat hulp gratis is', () => {
    const tekst = JSON.stringify(
      ontvangstBrief({
        afzender: { naam: 'Loket', regels: [] },
        venster: ['N. Voorbeeld'],
        aanhef: 'Beste lezer,',
        nummer: 'M-2026-000001',
        isGeheim: false,
        isDemo: false,
        datum: '2026-03-02',
        ontvangenOp: '2026-03-02',
        onderzoekUiterlijkOp: '2026-04-13',
        planUiterlijkOp: '2026-03-09',
      }),
    )
    for (const zin of ['uiterlijk 13 april 2026 klaar', 'uiterlijk 9 maart 2026', 'Dat kost u niets'])
      expect(tekst).toContain(zin)
  })

  it('verandert een bevestiging niet die al eerder is gegeven', async () => {
    const { id } = await givenMelding(platform, loket, { meldingsdatum: '2026-02-27' })
    accepted(
      await workAs(platform, loket, (work) =>
        confirmOntvangst(work, { meldingId: id, op: '2026-02-27', via: 'telefoon' }),
      ),
    )
    accepted(await maak(loket, id, 'uitgereikt'))
    expect(accepted(await lees(id))).toMatchObject({ bevestigdOp: '2026-02-27', bevestigdVia: 'telefoon' })
  })

  it('kan niet bij een anonieme melding, en niet op een oudere versie dan een collega opsloeg', async () => {
    const anoniem = await givenMelding(platform, loket, { persoonId: null })
    expect(await maak(loket, anoniem.id, 'uitgereikt')).toMatchObject({ code: 'melding_anoniem' })
    const { id } = await givenMelding(platform, loket)
    accepted(await workAs(platform, loket, (work) => pickUpMelding(work, { meldingId: id, versie: 1 })))
    expect(await maak(loket, id, 'uitgereikt', 1)).toMatchObject({ code: 'versie_verouderd' })
  })

  it('gaat nooit per post of e-mail als veilig contact is afgesproken, ook niet na een telefoontje', async () => {
    const { id } = await givenMelding(platform, loket, {
      persoon: { ...eenPersoon, veiligContact: 'Alleen bellen op dinsdag' },
    })
    expect(await maak(loket, id, 'post')).toMatchObject({ code: 'veilig_contact_afgesproken', field: 'via' })
    expect(
      await workAs(platform, loket, (work) =>
        confirmOntvangst(work, { meldingId: id, op: '2026-03-02', via: 'email' }),
      ),
    ).toMatchObject({ code: 'onveilig_contact' })
    accepted(await maak(loket, id, 'uitgereikt'))

    const vo = await givenMelding(platform, loket, { domein: 'VO' })
    accepted(
      await workAs(platform, loket, (work) =>
        confirmOntvangst(work, { meldingId: vo.id, op: '2026-03-02', via: 'mondeling' }),
      ),
    )
    expect(await maak(loket, vo.id, 'beveiligde_mail', 2)).toMatchObject({ code: 'onveilig_contact' })
  })
})

describe('wie ziet wat', () => {
  it('een organisatie zonder betrokkenheid ziet niets in lijst, telling, dossier en brief', async () => {
    const { id } = await given.toegekend()
    const { briefId } = accepted(
      await workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 2, verzondenOp: '2026-03-02', via: 'post' }),
      ),
    )
    const ander = await regio.als('andereAanbieder', 'aanbieder_planner')
    const lijst = await workAs(platform, ander, (work) =>
      listBeschikkingen(work, { pagina: 1, aantalPerPagina: 50_000, sorteer: 'werk' }),
    )
    expect(lijst).toEqual({ count: 0, results: [] })
    expect(await workAs(platform, ander, (work) => readBeschikking(work, id))).toMatchObject({ status: 404 })
    expect(await workAs(platform, ander, (work) => readBrief(work, briefId))).toMatchObject({ status: 404 })
    // The gemeente that did not decide on this one does not see it either.
    const bijGemeente = await workAs(platform, gemeente, (work) =>
      listBeschikkingen(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'werk' }),
    )
    expect(bijGemeente.results.map((row) => row.id)).not.toContain(id)
  })

  it('de werklijst zet wat te laat is bovenaan en telt wat het filter zegt', async () => {
    const laat = await given.aanvraag({ aangevraagdOp: '2026-02-02' })
    const lees = (filter: object) =>
      workAs(platform, rogplus, (work) =>
        listBeschikkingen(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'werk', ...filter }),
      )
    const alles = await lees({})
    expect(alles.results[0]).toMatchObject({ id: laat.id, termijnstand: 'te_laat', dagenOver: -14 })
    expect(alles.count).toBe(alles.results.length)
    expect((await lees({ termijn: 'te_laat' })).results.map((row) => row.id)).toEqual([laat.id])
    const vandaag = await given.aanvraag({ aangevraagdOp: '2026-02-16' })
    expect((await lees({ termijn: 'te_laat' })).count).toBe(1)
    expect((await lees({ termijn: 'binnenkort' })).results).toMatchObject([
      { id: vandaag.id, termijnstand: 'vandaag', dagenOver: 0 },
    ])
    const een = await lees({ nummer: laat.nummer })
    expect(een.count).toBe(1)
    expect((await lees({ nummer: '%' })).count).toBe(0)
    const bladzijden = await Promise.all([1, 2].map((pagina) => lees({ pagina, aantalPerPagina: 3 })))
    const ids = bladzijden.flatMap((bladzijde) => bladzijde.results.map((row) => row.id))
    expect(new Set(ids).size).toBe(6)
  })
})
