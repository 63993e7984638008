import type { AnyRoute } from '@tanstack/react-router'

/** The side navigation's groups, in the order of the chain. */
export const navGroups = [
  ['start', ''],
  ['instroom', 'Instroom'],
  ['verblijf', 'Verblijf'],
  ['uitstroom', 'Uitstroom'],
  ['signalen', 'Signalen'],
  ['sturing', 'Sturing'],
  ['samenwerking', 'Programma en samenwerking'],
  ['beheer', 'Beheer'],
] as const

export type NavGroup = (typeof navGroups)[number][0]

export interface NavItem {
  label: string
  to: string
  /** Left out: for everyone who is logged in. Hiding is a courtesy; the server decides. */
  permission?: string
  group: NavGroup
}

/** What a module adds to the app. `parent` is the route with the shell around it. */
export interface WebModule {
  navigation: readonly NavItem[]
  routes: (parent: AnyRoute) => AnyRoute[]
  /** Pages that need no account, outside the shell. */
  publicRoutes?: (parent: AnyRoute) => AnyRoute[]
}
