import type { z } from 'zod'
import type { AuditRule, Route, RoutePermission } from '../../../platform/http/route.ts'
import { route } from '../../../platform/http/route.ts'
import type { Work } from '../../../platform/work.ts'
import { allePermissies } from '../../../shared/permissies.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import {
  changeOrganisatieEndpoint,
  changeProductEndpoint,
  endOrganisatieEndpoint,
  endProductEndpoint,
  getBeheeroverzicht,
  getOrganisatie,
  listBronconflicten,
  listGemeenten,
  listOrganisaties,
  listProducten,
  listRollen,
  listWijzigingen,
  registerOrganisatieEndpoint,
  registerProductEndpoint,
} from '../domain/contract.ts'
import type { Gedateerd, Voorbeeld } from '../domain/gedateerd.ts'
import { checkEenheid, checkWaarde, isOnmisbaar } from '../domain/grenzen.ts'
import { canGrant } from '../domain/rechten.ts'
import {
  criteria,
  escalatieniveau,
  ethosRegel,
  fase,
  gebruikerRol,
  instelling,
  keuze,
  mandaat,
  prioriteitsregel,
  productOvergang,
  productRegel,
  regioGemeente,
  rolPermissie,
  streefaantal,
  termijn,
  woningafspraak,
} from '../domain/soorten.ts'
import { keuzelijsten } from '../domain/standaard.ts'
import { newCasesOnly, previewCount } from '../domain/voorbeeld.ts'
import { accountRoutes } from './account-routes.ts'
import { keepBeheerder } from './beheerders.ts'
import { registerOrganisatie, registerProduct } from './commands.ts'
import { changeGedateerd, endGedateerd, withdrawGedateerd } from './dated-commands.ts'
import { loadRijen } from './dated-store.ts'
import { bekendeGrond, previewEthos } from './ethos.ts'
import { changeOrganisatie, changeProduct, endOrganisatie, endProduct } from './organisatie-commands.ts'
import {
  previewCriteria,
  previewFase,
  previewInstelling,
  previewMandaat,
  previewOvergang,
  previewPrioriteitsregel,
  previewProductRegel,
  previewRolPermissie,
  previewTermijnen,
} from './preview.ts'
import {
  findBronconflicten,
  findGemeenten,
  findOrganisaties,
  findProducten,
  findRollen,
  findWijzigingen,
  getOrganisatieById,
  getOverzicht,
} from './queries.ts'

const config = { geen: 'Instellingen van de regio, zonder gegevens van personen' } as const
const changed = (event: string) =>
  ({ event, personen: 'geen' }) as const satisfies AuditRule<unknown, unknown>

type Change<S extends z.ZodObject, W extends z.ZodObject> = {
  sleutel: z.output<S>
  waarde: z.output<W>
  vanaf: string
  versie: number
  reden?: string | undefined
}

interface DatedOptions<S extends z.ZodObject, W extends z.ZodObject> {
  readonly lezen: RoutePermission
  readonly wijzigen: RoutePermission
  readonly preview: (work: Work, vraag: Omit<Change<S, W>, 'versie'>) => Promise<Voorbeeld>
  /** What Onderdak cannot count with; told at the preview already. */
  readonly grens?: (input: Omit<Change<S, W>, 'versie'>) => Rejection | undefined
  /** Says no before the change, e.g. to a reference outside the region. */
  readonly check?: (work: Work, input: Change<S, W>) => Promise<Rejection | undefined> | Rejection | undefined
  /** Wraps every change, e.g. to keep someone who may manage users. */
  readonly around?: <T>(work: Work, change: () => Promise<T | Rejection>) => Promise<T | Rejection>
}

const onmisbaar = reject(
  'onmisbaar',
  'Onderdak rekent hiermee en kan niet zonder. Wijzig de waarde in plaats van haar te beëindigen.',
)

/** The five routes of one dated table. */
function datedRoutes<S extends z.ZodObject, W extends z.ZodObject>(
  soort: Gedateerd<S, W>,
  options: DatedOptions<S, W>,
): Route[] {
  const around = options.around ?? ((_, change) => change())
  const permission = options.wijzigen
  const event = (done: string) => changed(`${soort.tabel}.${done}`)
  // @NOTE The contract is generic here; its concrete types are checked where `soort` is made and where it is called.
  type Body = Change<S, W>
  type Answer = { versie: number }
  return [
    route(soort.list, {
      permission: options.lezen,
      audit: config,
      handle: async (work) => ({ regels: await loadRijen(work, soort) }) as never,
    }),
    route(soort.change, {
      permission,
      audit: event('gewijzigd'),
      handle: async (work, { body }) => {
        const input = body as Body
        const refused = options.grens?.(input) ?? (await options.check?.(work, input))
        return (refused ?? (await around<Answer>(work, () => changeGedateerd(work, soort, input)))) as never
      },
    }),
    route(soort.end, {
      permission,
      audit: event('beeindigd'),
      handle: async (work, { body }) =>
        (isOnmisbaar(soort.tabel, (body as { sleutel: { code?: unknown } }).sleutel.code)
          ? onmisbaar
          : await around<Answer>(work, () => endGedateerd(work, soort, body as Body))) as never,
    }),
    route(soort.withdraw, {
      permission,
      audit: event('ingetrokken'),
      handle: (work, { body }) =>
        around<Answer>(work, () =>
          withdrawGedateerd(work, soort, body as { sleutel: z.output<S>; van: string; versie: number }),
        ) as never,
    }),
    route(soort.preview, {
      permission,
      audit: config,
      handle: async (work, { body }) => {
        const input = body as Body
        return (options.grens?.(input) ?? (await options.preview(work, input))) as never
      },
    }),
  ]
}

const beheer = { lezen: 'beheer.lezen', wijzigen: 'beheer.wijzigen' } as const
/** Every role needs these to fill in a form; they say nothing about persons. */
const open = { lezen: 'vandaag.lezen', wijzigen: 'beheer.wijzigen' } as const
const says =
  (...zinnen: readonly string[]) =>
  async () =>
    previewCount(0, zinnen)

/** A foreign key does not know regions: the row must be one of the own region. */
async function ownRow(
  work: Work,
  row: { tabel: 'organisatie' | 'product' | 'gebruiker'; id: string; veld: string },
): Promise<Rejection | undefined> {
  const found = await work.db
    .selectFrom(row.tabel)
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (found) return undefined
  return reject('onbekende_verwijzing', 'Dit bestaat niet in uw regio. Kies iets uit de lijst.', {
    field: row.veld,
    status: 422,
  })
}

/** Lists that no standard fills, but that a screen reads. */
const eigenLijsten = ['toegangsroute']

/** A choice in a list that nothing reads would never be seen: most often a typing error. */
async function bekendeLijst(
  work: Work,
  { sleutel }: { sleutel: { lijst: string } },
): Promise<Rejection | undefined> {
  if (sleutel.lijst in keuzelijsten || eigenLijsten.includes(sleutel.lijst)) return undefined
  if ((await loadRijen(work, keuze)).some((rij) => rij.sleutel.lijst === sleutel.lijst)) return undefined
  return reject(
    'lijst_onbekend',
    'Deze lijst bestaat niet. Neem de naam over uit het overzicht, met kleine letters en _.',
    { field: 'sleutel.lijst', status: 422 },
  )
}

const gedateerdeRoutes: readonly Route[] = [
  ...datedRoutes(regioGemeente, {
    ...open,
    preview: says('Wat al bij deze gemeente is vastgelegd, verandert niet.'),
  }),
  ...datedRoutes(termijn, {
    ...open,
    preview: previewTermijnen,
    grens: ({ sleutel, waarde }) => checkEenheid(sleutel.code, waarde.eenheid),
  }),
  ...datedRoutes(instelling, {
    ...beheer,
    preview: previewInstelling,
    grens: ({ sleutel, waarde }) => checkWaarde(sleutel.code, waarde),
  }),
  ...datedRoutes(keuze, {
    ...open,
    preview: async (_, vraag) =>
      previewCount(0, [
        newCasesOnly(vraag.vanaf, 'keuzes'),
        'Waar deze keuze al is gemaakt, blijft zij staan.',
      ]),
    check: bekendeLijst,
  }),
  ...datedRoutes(fase, { ...open, preview: previewFase }),
  ...datedRoutes(escalatieniveau, {
    ...open,
    preview: async (_, vraag) =>
      previewCount(0, [
        newCasesOnly(vraag.vanaf, 'casussen'),
        'Een casus die al op dit niveau ligt, houdt haar uiterste dag.',
      ]),
  }),
  ...datedRoutes(ethosRegel, { ...open, preview: previewEthos, check: bekendeGrond }),
  ...datedRoutes(productOvergang, {
    ...open,
    preview: previewOvergang,
    check: async (work, { sleutel }) =>
      (await ownRow(work, { tabel: 'product', id: sleutel.vanProductId, veld: 'sleutel.vanProductId' })) ??
      ownRow(work, { tabel: 'product', id: sleutel.naarProductId, veld: 'sleutel.naarProductId' }),
  }),
  ...datedRoutes(streefaantal, {
    ...open,
    preview: says(
      'Een streefaantal verandert niets voor mensen die wachten of verblijven. De pagina Doelen voor plekken rekent ermee.',
    ),
    check: (work, { sleutel }) =>
      ownRow(work, { tabel: 'product', id: sleutel.productId, veld: 'sleutel.productId' }),
  }),
  ...datedRoutes(woningafspraak, {
    ...open,
    preview: says(
      'Een woningafspraak verandert niets voor wie een woning zoekt. De pagina Directe bemiddelingen rekent ermee.',
    ),
    check: (work, { sleutel }) =>
      ownRow(work, { tabel: 'organisatie', id: sleutel.organisatieId, veld: 'sleutel.organisatieId' }),
  }),
  ...datedRoutes(criteria, { ...open, preview: previewCriteria }),
  ...datedRoutes(prioriteitsregel, { ...open, preview: previewPrioriteitsregel }),
  ...datedRoutes(productRegel, {
    ...open,
    preview: previewProductRegel,
    check: (work, { sleutel }) =>
      ownRow(work, { tabel: 'product', id: sleutel.productId, veld: 'sleutel.productId' }),
  }),
  ...datedRoutes(mandaat, {
    ...open,
    preview: previewMandaat,
    check: (work, { waarde }) =>
      ownRow(work, { tabel: 'organisatie', id: waarde.organisatieId, veld: 'waarde.organisatieId' }),
  }),
  ...datedRoutes(rolPermissie, {
    lezen: 'beheer.lezen',
    wijzigen: 'gebruiker.beheren',
    preview: previewRolPermissie,
    around: keepBeheerder,
    check: (_, { sleutel, reden }) =>
      allePermissies.some((one) => one === sleutel.permissie)
        ? canGrant({ ...sleutel, reden })
        : reject('recht_onbekend', 'Dit recht bestaat niet.', { field: 'sleutel.permissie', status: 422 }),
  }),
  ...datedRoutes(gebruikerRol, {
    lezen: 'gebruiker.beheren',
    wijzigen: 'gebruiker.beheren',
    preview: says('De medewerker kan met deze rol werken zolang de rol geldt.'),
    around: keepBeheerder,
    check: (work, { sleutel }) =>
      ownRow(work, { tabel: 'gebruiker', id: sleutel.gebruikerId, veld: 'sleutel.gebruikerId' }),
  }),
]

const organisatieRoutes: readonly Route[] = [
  route(listOrganisaties, {
    permission: 'vandaag.lezen',
    audit: config,
    export: {
      titel: 'Organisaties',
      kolommen: [
        { key: 'naam', label: 'Naam', type: 'text' },
        { key: 'soort', label: 'Soort', type: 'text' },
        { key: 'gemeente', label: 'Gemeente', type: 'text' },
        { key: 'telefoon', label: 'Telefoon', type: 'text' },
        { key: 'van', label: 'Van', type: 'date' },
        { key: 'tot', label: 'Tot', type: 'date' },
      ],
    },
    handle: (work, { query }) => findOrganisaties(work, query),
  }),
  route(getOrganisatie, {
    permission: 'vandaag.lezen',
    audit: config,
    handle: (work, { params }) => getOrganisatieById(work, params.id),
  }),
  route(registerOrganisatieEndpoint, {
    permission: 'beheer.wijzigen',
    audit: changed('organisatie.geregistreerd'),
    handle: (work, { body }) => registerOrganisatie(work, body),
  }),
  route(changeOrganisatieEndpoint, {
    permission: 'beheer.wijzigen',
    audit: changed('organisatie.gewijzigd'),
    handle: (work, { params, body }) => changeOrganisatie(work, params.id, body),
  }),
  route(endOrganisatieEndpoint, {
    permission: 'beheer.wijzigen',
    audit: changed('organisatie.beeindigd'),
    handle: (work, { params, body }) => endOrganisatie(work, params.id, body),
  }),
  route(listProducten, { permission: 'vandaag.lezen', audit: config, handle: findProducten }),
  route(registerProductEndpoint, {
    permission: 'beheer.wijzigen',
    audit: changed('product.geregistreerd'),
    handle: (work, { body }) => registerProduct(work, body),
  }),
  route(changeProductEndpoint, {
    permission: 'beheer.wijzigen',
    audit: changed('product.gewijzigd'),
    handle: (work, { params, body }) => changeProduct(work, params.id, body),
  }),
  route(endProductEndpoint, {
    permission: 'beheer.wijzigen',
    audit: changed('product.beeindigd'),
    handle: (work, { params, body }) => endProduct(work, params.id, body),
  }),
  route(listRollen, { permission: 'beheer.lezen', audit: config, handle: findRollen }),
  route(listGemeenten, {
    permission: 'vandaag.lezen',
    audit: config,
    handle: (work, { query }) => findGemeenten(work, query),
  }),
  route(listBronconflicten, { permission: 'beheer.lezen', audit: config, handle: findBronconflicten }),
  route(getBeheeroverzicht, { permission: 'beheer.lezen', audit: config, handle: getOverzicht }),
  route(listWijzigingen, {
    permission: 'beheer.lezen',
    audit: config,
    export: {
      titel: 'Wijzigingen van instellingen',
      kolommen: [
        { key: 'op', label: 'Vastgelegd', type: 'moment' },
        { key: 'soort', label: 'Wat', type: 'text' },
        { key: 'verschil', label: 'Van wat naar wat', type: 'text' },
        { key: 'reden', label: 'Reden', type: 'text' },
        { key: 'vanaf', label: 'Vanaf', type: 'date' },
        { key: 'door', label: 'Door', type: 'text' },
      ],
    },
    handle: (work, { query }) => findWijzigingen(work, query),
  }),
]

export const beheerRoutes: readonly Route[] = [...organisatieRoutes, ...gedateerdeRoutes, ...accountRoutes]
