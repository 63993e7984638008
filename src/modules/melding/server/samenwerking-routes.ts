import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/klantcontact-contract.ts'
import * as samen from '../domain/samenwerking-contract.ts'
import { listBetrokkenen, listNotities, listOverdrachten, listVerwijzingen } from './detail-queries.ts'
import { registerAdrestoestemming, registerKlantcontact } from './klantcontact-commands.ts'
import {
  acceptOverdracht,
  inviteOrganisatie,
  offerOverdracht,
  refuseOverdracht,
  writeBericht,
  writeNotitie,
} from './samenwerking-commands.ts'
import {
  countAdrestoestemmingen,
  countKlantcontacten,
  listAdrestoestemmingen,
  periodeOf,
} from './tellingen-queries.ts'

const gezien = (event: string) => ({ event, personen: () => [] })

/** Working together on a melding, and the counts of the loket. */
export const samenwerkingRoutes: readonly Route[] = [
  route(samen.listNotities, {
    permission: 'melding.lezen',
    audit: { ...gezien('melding.notities_bekeken'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params }) => listNotities(work, params.id),
  }),
  route(samen.writeNotitie, {
    permission: 'melding.behandelen',
    audit: { ...gezien('melding.notitie'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => writeNotitie(work, { ...body, meldingId: params.id }),
  }),
  route(samen.listVerwijzingen, {
    permission: 'melding.lezen',
    audit: gezien('verwijzingen.bekeken'),
    handle: (work) => listVerwijzingen(work),
  }),
  route(samen.writeBericht, {
    permission: 'melding.lezen',
    audit: { ...gezien('verwijzing.bericht'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => writeBericht(work, { ...body, meldingId: params.id }),
  }),
  route(samen.listOverdrachten, {
    permission: 'melding.lezen',
    audit: gezien('overdrachten.bekeken'),
    handle: (work, { query }) => listOverdrachten(work, query),
  }),
  route(samen.offerOverdracht, {
    permission: 'melding.overdragen',
    audit: { ...gezien('overdracht.aangeboden'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params, body }) => offerOverdracht(work, { ...body, meldingId: params.id }),
  }),
  route(samen.acceptOverdracht, {
    permission: 'melding.overdragen',
    audit: { ...gezien('overdracht.aangenomen'), onderwerp: (out) => out.meldingId },
    handle: (work, { params, body }) => acceptOverdracht(work, { ...body, overdrachtId: params.id }),
  }),
  route(samen.refuseOverdracht, {
    permission: 'melding.overdragen',
    audit: { ...gezien('overdracht.geweigerd'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => refuseOverdracht(work, { ...body, overdrachtId: params.id }),
  }),
  route(samen.inviteOrganisatie, {
    permission: 'melding.behandelen',
    audit: { ...gezien('melding.uitnodiging'), onderwerp: (out) => out.id },
    handle: (work, { params, body }) => inviteOrganisatie(work, { ...body, meldingId: params.id }),
  }),
  route(samen.listBetrokkenen, {
    permission: 'melding.lezen',
    audit: { ...gezien('melding.betrokkenen'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params }) => listBetrokkenen(work, params.id),
  }),
  route(contract.registerKlantcontact, {
    permission: 'melding.registreren',
    audit: { geen: 'telling zonder persoon' },
    handle: (work, { body }) => registerKlantcontact(work, body),
  }),
  route(contract.countKlantcontacten, {
    permission: 'melding.lezen',
    audit: { geen: 'aantallen zonder personen' },
    handle: (work, { query }) => countKlantcontacten(work, periodeOf(work, query)),
  }),
  route(contract.registerAdrestoestemming, {
    permission: 'melding.besluiten',
    audit: { ...gezien('adrestoestemming.besloten'), onderwerp: (out) => out.id },
    handle: (work, { body }) => registerAdrestoestemming(work, body),
  }),
  route(contract.listAdrestoestemmingen, {
    permission: 'melding.lezen',
    audit: { ...gezien('adrestoestemmingen.bekeken'), onderwerp: (_, { params }) => params.id },
    handle: (work, { params }) => listAdrestoestemmingen(work, params.id),
  }),
  route(contract.countAdrestoestemmingen, {
    permission: 'melding.lezen',
    audit: { geen: 'aantallen zonder personen' },
    handle: (work, { query }) => countAdrestoestemmingen(work, periodeOf(work, query)),
  }),
]
