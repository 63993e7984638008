import { createRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { WebModule } from '../../../ui/web-module.ts'
import { AccountPage } from './account-page.tsx'
import { DatedEditPage } from './dated-edit-page.tsx'
import { DatedListPage } from './dated-list-page.tsx'
import { GebruikerNieuwPage, GebruikerPage, GebruikersPage } from './gebruiker-pages.tsx'
import { OrganisatieNieuwPage, OrganisatiePage, OrganisatiesPage } from './organisatie-pages.tsx'
import { OverviewPage } from './overview-page.tsx'
import { ProductenPage, ProductNieuwPage, ProductPage, verblijfsduur } from './product-pages.tsx'
import { BronnenPage, LogboekPage, WijzigingenPage } from './reading-pages.tsx'
import { RechtPage } from './recht-page.tsx'
import { RechtenPage } from './rechten-page.tsx'
import { datedScreens } from './screens.tsx'

const pages: readonly (readonly [path: string, page: () => ReactNode])[] = [
  ['/beheer', OverviewPage],
  ['/beheer/organisaties', OrganisatiesPage],
  ['/beheer/organisaties/nieuw', OrganisatieNieuwPage],
  ['/beheer/organisaties/$id', OrganisatiePage],
  ['/beheer/gebruikers', GebruikersPage],
  ['/beheer/gebruikers/nieuw', GebruikerNieuwPage],
  ['/beheer/gebruikers/$id', GebruikerPage],
  ['/beheer/rechten', RechtenPage],
  ['/beheer/rechten/wijzigen', RechtPage],
  ['/beheer/producten', ProductenPage],
  ['/beheer/producten/nieuw', ProductNieuwPage],
  ['/beheer/producten/$id', ProductPage],
  ['/beheer/bronnen', BronnenPage],
  ['/beheer/wijzigingen', WijzigingenPage],
  ['/beheer/logboek', LogboekPage],
  ['/account', AccountPage],
  ...datedScreens.map((screen) => [screen.pad, () => <DatedListPage screen={screen} />] as const),
  ...[...datedScreens, verblijfsduur].flatMap((screen) => [
    [`${screen.pad}/wijzigen`, () => <DatedEditPage screen={screen} isNew={false} />] as const,
    ...(screen.nieuw
      ? [[`${screen.pad}/nieuw`, () => <DatedEditPage screen={screen} isNew />] as const]
      : []),
  ]),
  // After a change of the longest stay, people want the products.
  [verblijfsduur.pad, ProductenPage],
]

export const beheerWeb: WebModule = {
  navigation: [
    { label: 'Beheer', to: '/beheer', permission: 'beheer.lezen', group: 'beheer' },
    { label: 'Mijn account', to: '/account', group: 'beheer' },
  ],
  routes: (parent) =>
    pages.map(([path, component]) => createRoute({ getParentRoute: () => parent, path, component })),
}
