import { type AnyRoute, createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { CijfersPage } from './cijfers-page.tsx'
import { IndicatorPage } from './indicator-page.tsx'
import { IndicatorenPage } from './indicatoren-page.tsx'
import { KetenbalansPage } from './ketenbalans-page.tsx'
import { KwartaalPage } from './kwartaal-page.tsx'
import { RapportPage } from './rapport-page.tsx'
import { RapportenPage } from './rapporten-page.tsx'
import { StartfotoPage } from './startfoto-page.tsx'
import { StartfotosPage } from './startfotos-page.tsx'
import { OperationeelPage, StrategischPage, TactischPage } from './sturing-page.tsx'
import { WachtcurvePage } from './wachtcurve-page.tsx'

export const monitorWeb: WebModule = {
  navigation: [
    { label: 'Dashboards', to: '/sturing/strategisch', permission: 'cijfers.lezen', group: 'sturing' },
    { label: 'Wat is er veranderd?', to: '/sturing/kwartaal', permission: 'cijfers.lezen', group: 'sturing' },
    { label: 'Cijfers', to: '/cijfers', permission: 'cijfers.lezen', group: 'sturing' },
    { label: 'Indicatoren', to: '/indicatoren', permission: 'cijfers.lezen', group: 'sturing' },
    { label: 'Rapporten', to: '/rapporten', permission: 'cijfers.lezen', group: 'sturing' },
    { label: 'Ketenbalans', to: '/ketenbalans', permission: 'cijfers.lezen', group: 'sturing' },
    { label: 'Wachtcurve', to: '/wachtcurve', permission: 'cijfers.lezen', group: 'sturing' },
    { label: 'Startfoto’s', to: '/startfotos', permission: 'cijfers.lezen', group: 'sturing' },
  ],
  routes: (parent: AnyRoute) => [
    createRoute({ getParentRoute: () => parent, path: '/cijfers', component: CijfersPage }),
    createRoute({ getParentRoute: () => parent, path: '/indicatoren', component: IndicatorenPage }),
    createRoute({ getParentRoute: () => parent, path: '/indicatoren/$indicator', component: IndicatorPage }),
    createRoute({ getParentRoute: () => parent, path: '/ketenbalans', component: KetenbalansPage }),
    createRoute({ getParentRoute: () => parent, path: '/rapporten', component: RapportenPage }),
    createRoute({ getParentRoute: () => parent, path: '/rapporten/$id', component: RapportPage }),
    createRoute({ getParentRoute: () => parent, path: '/sturing/kwartaal', component: KwartaalPage }),
    createRoute({ getParentRoute: () => parent, path: '/sturing/strategisch', component: StrategischPage }),
    createRoute({ getParentRoute: () => parent, path: '/sturing/tactisch', component: TactischPage }),
    createRoute({ getParentRoute: () => parent, path: '/sturing/operationeel', component: OperationeelPage }),
    createRoute({ getParentRoute: () => parent, path: '/wachtcurve', component: WachtcurvePage }),
    createRoute({ getParentRoute: () => parent, path: '/startfotos', component: StartfotosPage }),
    createRoute({ getParentRoute: () => parent, path: '/startfotos/$id', component: StartfotoPage }),
  ],
}
