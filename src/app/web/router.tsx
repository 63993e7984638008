import type { QueryClient } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { haalSessie } from '../../shared/sessie.ts'
import { ApiProblem, call, setCsrf, setUnauthenticatedHandler } from '../../ui/api.ts'
import { queryKeyOf } from '../../ui/api-hooks.ts'
import { parseSearch, stringifySearch } from '../../ui/search-params.ts'
import type { WebModule } from '../../ui/web-module.ts'
import { ErrorAlone, ErrorPage, NotFoundAlone, NotFoundPage } from './error-pages.tsx'
import { LoginPage } from './login-page.tsx'
import { Shell } from './shell.tsx'
import { PrivacyPage, ToegankelijkheidPage } from './static-pages.tsx'

/** The app's routes: the login page, and within the shell those of the modules. */
export function createAppRouter(client: QueryClient, modules: readonly WebModule[]) {
  const root = createRootRoute({
    component: Outlet,
    notFoundComponent: NotFoundAlone,
    errorComponent: ErrorAlone,
  })

  const login = createRoute({
    getParentRoute: () => root,
    path: '/inloggen',
    component: LoginPage,
  })

  const shell = createRoute({
    getParentRoute: () => root,
    id: 'schil',
    beforeLoad: async ({ location }) => {
      try {
        const sessie = await client.ensureQueryData({
          queryKey: queryKeyOf(haalSessie),
          queryFn: () => call(haalSessie),
        })
        setCsrf(sessie.csrf)
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) throw redirect(toLogin(location.href))
        throw error
      }
    },
    component: () => <Shell navigation={modules.flatMap((module) => module.navigation)} />,
    notFoundComponent: NotFoundPage,
    errorComponent: ErrorPage,
  })

  const routes = [
    createRoute({
      getParentRoute: () => shell,
      path: '/toegankelijkheid',
      component: ToegankelijkheidPage,
    }),
    createRoute({ getParentRoute: () => shell, path: '/privacy', component: PrivacyPage }),
    ...modules.flatMap((module) => module.routes(shell)),
  ]

  const router = createRouter({
    routeTree: root.addChildren([
      login,
      ...modules.flatMap((module) => module.publicRoutes?.(root) ?? []),
      shell.addChildren(routes),
    ]),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
    notFoundMode: 'root',
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  })

  setUnauthenticatedHandler(() => {
    const { location } = router.state
    if (location.pathname === '/inloggen') return
    client.removeQueries({ queryKey: queryKeyOf(haalSessie) })
    void router.navigate({ ...toLogin(location.href), replace: true })
  })
  return router
}

/** Keeps the place, so that after logging in the work goes on there. */
function toLogin(place: string) {
  return { to: '/inloggen', search: (place === '/' ? {} : { terug: place }) as never } as const
}
