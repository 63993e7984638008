import { describe, expect, it } from 'vitest'
import { recordTriage } from '../../src/modules/melding/server/commands.ts'
import { takeTelefoon } from '../../src/modules/signaal/server/commands.ts'
import { startTraject } from '../../src/modules/traject/server/start-commands.ts'
import { startSysteem } from '../../src/modules/vrouwenopvang/server/systeem-commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import { addDays, addMonths, formatShort, type PlainDate } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { givenMelding } from '../given/melding.ts'
import { givenPersoon } from '../given/persoon.ts'
import { accepted, workAs } from '../given/platform.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
const beeld = process.env.ONDERDAK_SCHERMEN
const today = (): PlainDate => todayOf(onderdak.platform.clock)

const kijk = async ({ page }: Desk, naam: string) => {
  if (beeld) await page.screenshot({ path: `${beeld}/${naam}.png`, fullPage: true })
}

/** Somebody who reported two quarters ago and waits for a decision since the triage. */
async function givenWachtende(): Promise<string> {
  const { platform, regio } = onderdak
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const now = platform.clock.now()
  platform.clock.set(addMonths(today(), -6))
  const { id, persoonId } = await givenMelding(platform, loket)
  accepted(
    await workAs(platform, loket, (work) =>
      recordTriage(work, { meldingId: id, uitkomst: 'onderzoek', toelichting: 'Gesprek', domein: 'MO' }),
    ),
  )
  platform.clock.set(now.toISOString())
  return persoonId!
}

describe.each([['breed', widths.breed] as const, ['smal', widths.smal] as const])(
  'op een scherm: %s',
  (maat, width) => {
    it('de reis van de regio en van één cliënt', async () => {
      const persoonId = await givenWachtende()
      const cijfers = await onderdak.open('centrumgemeente', 'programmamanager', width)
      await cijfers.go('/cijfers?tab=clientreis')
      await cijfers.page.getByText('Triage tot besluit').first().waitFor()
      await cijfers.expectAccessible()
      await kijk(cijfers, `clientreis-${maat}`)
      await cijfers.close()

      const dossier = await onderdak.open('loket', 'toegangsmedewerker', width)
      await dossier.go(`/clienten/${persoonId}`)
      await dossier.page.getByRole('heading', { name: 'Reis door de keten' }).waitFor()
      await dossier.page.getByText('Melding tot triage').waitFor()
      await dossier.page.getByText('Nog bezig').first().waitFor()
      await dossier.expectAccessible()
      await kijk(dossier, `reis-${maat}`)
      await dossier.close()
    }, 300_000)

    it('een inwoner belt, en het signaal gaat naar een andere organisatie', async () => {
      const desk = await onderdak.open('wijkteam', 'toegangsmedewerker', width)
      const { page } = desk
      await desk.go('/signalen')
      await page.getByRole('link', { name: 'Telefonisch signaal opschrijven' }).click()
      await page.getByLabel('Waar gaat het over?').selectOption({ label: 'Schulden' })
      await page.getByLabel('Gemeente').selectOption({ label: 'Vlaardingen' })
      await page.getByLabel('Wat ziet of hoort de beller?').fill('De post ligt opgestapeld (verzonnen)')
      await desk.expectAccessible()
      await kijk(desk, `telefoon-${maat}`)
      await page.getByRole('button', { name: 'Signaal vastleggen' }).click()
      await page.getByText(/De code voor de beller is/).waitFor()
      await desk.expectAccessible()
      await kijk(desk, `telefoon-klaar-${maat}`)

      const { id, kenmerk } = accepted(
        await workAs(onderdak.platform, desk.vrager, (work) =>
          takeTelefoon(work, {
            categorie: 'overlast',
            gemeenteCode: 'GM0622',
            wijk: null,
            waar: null,
            toelichting: 'Elke nacht ruzie (verzonnen)',
            naam: null,
            contact: null,
            wilTerugkoppeling: false,
          }),
        ),
      )
      await desk.go(`/signalen/${id}`)
      await page.getByRole('button', { name: 'Doorgeven aan een andere organisatie' }).click()
      await page.getByLabel('Wie pakt het op?').selectOption({ label: 'Regionaal loket' })
      await page.getByLabel('Waarom geeft u het door?').fill('Woont niet in onze wijk')
      await desk.expectAccessible()
      await kijk(desk, `doorgeven-${maat}`)
      await page.getByRole('button', { name: 'Signaal doorgeven' }).click()
      await page.getByText('Het signaal is doorgegeven.').waitFor()
      await page.getByRole('heading', { level: 1, name: 'Signalen' }).waitFor()
      expect(await page.getByText(kenmerk).count()).toBe(0)
      await desk.close()
    }, 300_000)

    it('code rood, en hulp voor een pleger', async () => {
      const { platform, regio } = onderdak
      const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
      const melding = await givenMelding(platform, vo, { domein: 'VO' })
      const pleger = await givenPersoon(platform, vo)
      await workAs(platform, vo, async (work) => {
        accepted(
          await recordTriage(work, {
            meldingId: melding.id,
            domein: 'VO',
            voCode: 'rood',
            uitkomst: 'onderzoek',
            toelichting: 'Niet veilig thuis (verzonnen)',
            rechtmatigVerblijf: 'ja',
            voGeweldAfhankelijk: true,
            voThuisOnveilig: true,
          } as never),
        )
        accepted(await startSysteem(work, { persoonId: pleger, rol: 'pleger' }))
      })
      const desk = await onderdak.open('vrouwenopvang', 'vo_medewerker', width)
      const { page } = desk
      await desk.go(`/clienten/${melding.persoonId}`)
      await page.getByRole('tab', { name: 'Verblijf' }).click()
      await page.getByText('Vastleggen dat het toch in de regio kan').click()
      await page.getByLabel('Waarom kan het hier toch veilig?').fill('De pleger zit vast (verzonnen)')
      await page.getByLabel('Wie besloot dat?').fill('Coördinator vrouwenopvang')
      await page.getByLabel('Op welke dag?').fill(formatShort(today()))
      await desk.expectAccessible()
      await kijk(desk, `rood-${maat}`)
      await page.getByRole('button', { name: 'Besluit vastleggen' }).click()
      await page.getByText('Toch in de regio: Coördinator vrouwenopvang').waitFor()

      await desk.go(`/clienten/${pleger}`)
      await page.getByRole('tab', { name: 'Verblijf' }).click()
      await page.getByText('Hulp aanbieden').click()
      await page.getByLabel('Welke hulp biedt u aan?').fill('Gesprekken (verzonnen)')
      await page.getByLabel('Wie geeft de hulp?').fill('Wijkteam Oost')
      await page.getByLabel('Op welke dag aangeboden?').fill(formatShort(today()))
      await page.getByLabel('Wanneer bespreekt u het opnieuw?').fill(formatShort(addDays(today(), 14)))
      await desk.expectAccessible()
      await page.getByRole('button', { name: 'Aanbod vastleggen' }).click()
      await page.getByText('Het aanbod van hulp is vastgelegd.').waitFor()
      await desk.expectAccessible()
      await kijk(desk, `pleger-${maat}`)
      await desk.close()
    }, 300_000)

    it('wie 18 wordt, wordt gevraagd of gegevens van daarvoor mee mogen', async () => {
      const { platform, regio } = onderdak
      const loket = await regio.als('loket', 'toegangsmedewerker')
      const persoonId = await givenPersoon(platform, loket, { geboortedatum: addMonths(today(), -18 * 12) })
      const trajectId = await workAs(platform, loket, async (work) => {
        const { id } = accepted(await startTraject(work, { persoonId, op: work.today, stap: null }))
        return id
      })
      await workAs(platform, regio.systeem, async (work) => {
        await work.db
          .insertInto('achttien_route')
          .values({
            id: work.newId(),
            regio_id: work.regioId,
            traject_id: trajectId,
            persoon_id: persoonId,
            status: 'te_plannen',
            achttien_op: today(),
            plan_voor: addMonths(today(), -6),
            gewijzigd_op: work.now,
          })
          .execute()
      })
      const desk = await onderdak.open('loket', 'toegangsmedewerker', width)
      const { page } = desk
      await desk.go(`/trajecten/${trajectId}`)
      await page.getByRole('tab', { name: 'Naar 18 jaar' }).click()
      await page.getByLabel('Wat is de volgende stap?').selectOption({ label: 'Plan gemaakt' })
      await page.getByLabel('Welke hulp is er na 18 jaar?').selectOption({ label: 'Hulp uit de Wmo' })
      await page.getByText('Mogen gegevens van voor 18 jaar gebruikt en doorgegeven worden?').waitFor()
      await desk.expectAccessible()
      await kijk(desk, `achttien-${maat}`)
      await desk.go(`/clienten/${persoonId}`)
      await page.getByRole('tab', { name: 'Delen' }).click()
      await page.getByRole('button', { name: 'Gegevens delen' }).click()
      await page.getByLabel(/Welke gegevens/).selectOption({ label: 'Ondersteuning' })
      await page.getByLabel('Niets van vóór 18 jaar meegeven').waitFor()
      await desk.expectAccessible()
      await kijk(desk, `delen-${maat}`)
      await desk.close()
    }, 300_000)
  },
)
