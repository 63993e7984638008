import { instelling, keuze } from '../src/modules/beheer/domain/soorten.ts'
import { registerBroncijfers } from '../src/modules/beheer/server/broncijfer-commands.ts'
import {
  type OrganisatieSoort,
  registerGebruiker,
  registerOrganisatie,
} from '../src/modules/beheer/server/commands.ts'
import { createRegio } from '../src/modules/beheer/server/create-regio.ts'
import { changeGedateerd } from '../src/modules/beheer/server/dated-commands.ts'
import { importRegioConfig } from '../src/modules/beheer/server/regio-config.ts'
import { addBronwaarde } from '../src/modules/duiding/server/commands.ts'
import {
  type NewPlek,
  registerLocatie,
  registerPlekken,
  registerVoorziening,
} from '../src/modules/plek/server/commands.ts'
import { changeOpening } from '../src/modules/plek/server/locatie-commands.ts'
import { demoPassword } from '../src/platform/auth/demo-logins.ts'
import type { Platform } from '../src/platform/platform.ts'
import type { Vrager, Work } from '../src/platform/work.ts'
import type { Id } from '../src/shared/id.ts'
import type { PlainDate } from '../src/shared/plain-date.ts'
import type { PlekkenData, RegioData, VoorzieningData } from './regio-data.ts'
import { accepted, load, loaderOf, SeedClock } from './world.ts'

/** From when the configuration holds: before the first day of any history. */
export const begin: PlainDate = '2020-01-01'

export interface LoadedRegio {
  readonly regioId: Id
  readonly code: string
  readonly organisaties: Readonly<Record<string, Id>>
  readonly producten: Readonly<Record<string, Id>>
  /** Locaties by the code of their voorziening, in the order of the data. */
  readonly locaties: Readonly<Record<string, readonly Id[]>>
  /** Speaks for an organisation, with a contact of that organisation. */
  als(organisatie: string): Vrager
}

/**
 * Makes a region from its data through the commands of the modules; known since today, or since the day given: then what was known
 * on a day after it knows the places. What other sources say is always known since today.
 */
export async function loadRegio(nu: Platform, data: RegioData, sinds?: PlainDate): Promise<LoadedRegio> {
  const toen = new SeedClock(nu.clock.now())
  if (sinds) toen.moveTo(sinds)
  const platform = { ...nu, clock: toen }
  const regioId = platform.newId()
  const systeem = loaderOf(regioId)
  const organisaties: Record<string, Id> = {}
  await load(platform, systeem, async (work) => {
    accepted(
      await createRegio(work, {
        code: data.code,
        naam: data.naam,
        isDemo: true,
        gemeenten: data.gemeenten,
        van: begin,
      }),
    )
    for (const [key, organisatie] of Object.entries(data.organisaties))
      organisaties[key] = accepted(await registerOrganisatie(work, { ...organisatie, van: begin })).id
    await loadConfiguratie(work, data)
  })
  const producten = await load(platform, systeem, (work) => readProducten(work))
  const locaties = await load(platform, systeem, (work) =>
    loadVoorzieningen(work, data, { organisaties, producten }),
  )
  const contacten = await load(platform, systeem, (work) => loadGebruikers(work, data, organisaties))
  await load(nu, systeem, (work) => loadBronnen(work, data))
  return {
    regioId,
    code: data.code,
    organisaties,
    producten,
    locaties,
    als(organisatie) {
      const organisatieId = organisaties[organisatie]
      const gebruikerId = contacten[organisatie]
      if (!organisatieId || !gebruikerId) throw new Error(`No organisation ${organisatie} in ${data.code}`)
      return loaderOf(regioId, { organisatieId, gebruikerId })
    },
  }
}

async function loadConfiguratie(work: Work, data: RegioData): Promise<void> {
  accepted(
    await importRegioConfig(work, {
      versie: 1,
      regio: { code: data.code, naam: data.naam },
      producten: Object.entries(data.producten).map(([code, { regels = [], ...product }]) => ({
        ...product,
        code,
        van: begin,
        regels: regels.map((regel, i) => ({
          van: regel.van,
          tot: regels[i + 1]?.van ?? null,
          waarde: {
            maximumAantal: regel.aantal,
            maximumEenheid: regel.eenheid,
            waarschuwDagen: 28,
            bron: regel.bron,
          },
        })),
      })),
      mandaten: data.mandaten.flatMap(({ organisatie, gemeenten, domein, grondslag, van, bron }) =>
        gemeenten.map((gemeenteCode) => ({
          sleutel: { gemeenteCode, domein },
          waarde: { organisatie: data.organisaties[organisatie]!.naam, grondslag, bron },
          van,
        })),
      ),
      fasen: data.fasen.flatMap(({ domein, bron, fasen }) =>
        fasen.map(([code, naam, omschrijving, meer], i) => ({
          sleutel: { domein, code },
          waarde: {
            volgorde: i + 1,
            naam,
            omschrijving,
            termijnAantal: meer?.termijn?.[0] ?? null,
            termijnEenheid: meer?.termijn?.[1] ?? null,
            begintBij: meer?.begintBij ?? null,
            bron: meer?.bron ?? bron,
          },
          van: begin,
        })),
      ),
      escalatieniveaus: data.escalatieniveaus.map((waarde, i) => ({
        sleutel: { nummer: i + 1 },
        waarde,
        van: begin,
      })),
      productOvergangen: data.overgangen.map(({ van, naar, voorwaarde = '', bron }) => ({
        sleutel: { van, naar },
        waarde: { voorwaarde, bron },
        van: begin,
      })),
      streefaantallen: data.streefaantallen.map(({ product, van, ...waarde }) => ({
        sleutel: { product },
        waarde,
        van,
      })),
      bronconflicten: data.bronconflicten,
    }),
  )
  for (const [volgorde, { lijst, code, ...waarde }] of data.keuzes.entries())
    accepted(
      await changeGedateerd(work, keuze, {
        sleutel: { lijst, code },
        versie: 0,
        vanaf: begin,
        waarde: { ...waarde, volgorde: volgorde + 1 },
      }),
    )
  for (const { code, ...waarde } of data.instellingen)
    accepted(
      await changeGedateerd(work, instelling, {
        sleutel: { code },
        versie: 1,
        vanaf: begin,
        waarde,
      }),
    )
}

async function loadBronnen(work: Work, data: RegioData): Promise<void> {
  await registerBroncijfers(work, data.broncijfers)
  for (const waarde of data.bronwaarden ?? []) accepted(await addBronwaarde(work, waarde))
}

async function readProducten(work: Work): Promise<Record<string, Id>> {
  const rows = await work.db
    .selectFrom('product')
    .select(['code', 'id'])
    .where('regio_id', '=', work.regioId)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.code, row.id]))
}

async function loadVoorzieningen(
  work: Work,
  data: RegioData,
  known: { organisaties: Record<string, Id>; producten: Record<string, Id> },
): Promise<Record<string, Id[]>> {
  const locaties: Record<string, Id[]> = {}
  for (const voorziening of data.voorzieningen)
    locaties[voorziening.code] = await loadVoorziening(work, voorziening, known)
  return locaties
}

async function loadVoorziening(
  work: Work,
  data: VoorzieningData,
  known: { organisaties: Record<string, Id>; producten: Record<string, Id> },
): Promise<Id[]> {
  const { organisatie, locaties, van = begin, ...voorziening } = data
  const { id: voorzieningId } = accepted(
    await registerVoorziening(work, {
      ...voorziening,
      organisatieId: organisatie === null ? null : known.organisaties[organisatie]!,
      van,
    }),
  )
  const ids: Id[] = []
  for (const { opening = [], plekken = [], kenmerken = [], ...locatie } of locaties) {
    const { id } = accepted(
      await registerLocatie(work, {
        ...locatie,
        kenmerken: [...kenmerken],
        voorzieningId,
        van,
        bron: data.bron,
      }),
    )
    ids.push(id)
    for (const { toelichting = '', ...regime } of opening)
      accepted(await changeOpening(work, { locatieId: id, toelichting, ...regime }))
    const rows = plekken.flatMap((group) =>
      plekkenOf(group, { locatieId: id, productId: known.producten[group.product]!, van }),
    )
    if (rows.length > 0) accepted(await registerPlekken(work, { plekken: rows }))
  }
  return ids
}

function plekkenOf(group: PlekkenData, waar: { locatieId: Id; productId: Id; van: PlainDate }): NewPlek[] {
  return Array.from({ length: group.aantal }, (_, i) => ({
    ...waar,
    naam: group.naam.replace('#', String(i + 1)),
    soort: group.soort,
    kamer: group.perKamer ? `Kamer ${Math.floor(i / group.perKamer) + 1}` : null,
    personenMaximum: group.personenMaximum ?? 1,
    kenmerken: [...(group.kenmerken ?? [])],
    bron: group.bron,
  }))
}

/** What a contact does; organisations of other kinds (CIZ, zorgkantoor, welzijn) do not work with Onderdak. */
const rolVanContact: Readonly<Partial<Record<OrganisatieSoort, string>>> = {
  aanbieder: 'aanbieder_planner',
  toegang: 'toegangsmedewerker',
  corporatie: 'corporatie_medewerker',
  gemeente: 'beleidsmedewerker',
}

/** Demo accounts with a password, and a contact without one for every other organisation that takes part. */
async function loadGebruikers(
  work: Work,
  data: RegioData,
  organisaties: Record<string, Id>,
): Promise<Record<string, Id>> {
  const contacten: Record<string, Id> = {}
  for (const { organisatie, ...gebruiker } of data.gebruikers) {
    const { id } = accepted(
      await registerGebruiker(work, {
        ...gebruiker,
        organisatieId: organisaties[organisatie]!,
        van: begin,
        wachtwoord: demoPassword,
      }),
    )
    contacten[organisatie] ??= id
  }
  for (const [key, { naam, soort }] of Object.entries(data.organisaties)) {
    const rol = rolVanContact[soort]
    if (contacten[key] || !rol) continue
    contacten[key] = accepted(
      await registerGebruiker(work, {
        organisatieId: organisaties[key]!,
        gebruikersnaam: `contact.${key}.${data.code}`,
        naam: `Demo Contact ${naam}`,
        rollen: [rol],
        van: begin,
      }),
    ).id
  }
  return contacten
}
