import { type Route, route } from '../../../platform/http/route.ts'
import {
  changeGebruikerEndpoint,
  changeWachtwoordEndpoint,
  endGebruikerEndpoint,
  getGebruiker,
  listAuditregels,
  listEigenSessies,
  listGebruikers,
  registerGebruikerEndpoint,
  resetInlogEndpoint,
  revokeEigenSessie,
  revokeSessiesEndpoint,
} from '../domain/gebruiker-contract.ts'
import {
  changeGebruiker,
  changeWachtwoord,
  endGebruiker,
  registerGebruikerMetInlog,
  resetInlog,
  revokeEigen,
  revokeSessies,
} from './gebruiker-commands.ts'
import { findAuditregels, findEigenSessies, findGebruikers, getGebruikerById } from './gebruiker-queries.ts'

/** Users, the own account, and the book of who looked. */
export const accountRoutes: readonly Route[] = [
  route(listGebruikers, {
    permission: 'gebruiker.beheren',
    audit: { event: 'gebruikers.ingezien', personen: 'geen' },
    export: {
      titel: 'Medewerkers met toegang',
      kolommen: [
        { key: 'naam', label: 'Naam', type: 'text' },
        { key: 'gebruikersnaam', label: 'Gebruikersnaam', type: 'text' },
        { key: 'organisatie', label: 'Organisatie', type: 'text' },
        { key: 'rollen', label: 'Rollen', type: 'text' },
        { key: 'van', label: 'Van', type: 'date' },
        { key: 'tot', label: 'Tot', type: 'date' },
      ],
    },
    handle: (work, { query }) => findGebruikers(work, query),
  }),
  route(getGebruiker, {
    permission: 'gebruiker.beheren',
    audit: { event: 'gebruiker.ingezien', personen: 'geen', onderwerp: (out) => out.id },
    handle: (work, { params }) => getGebruikerById(work, params.id),
  }),
  route(registerGebruikerEndpoint, {
    permission: 'gebruiker.beheren',
    audit: { event: 'gebruiker.geregistreerd', personen: 'geen', onderwerp: (out) => out.id },
    answerOnce: true,
    handle: (work, { body }) => registerGebruikerMetInlog(work, body),
  }),
  route(changeGebruikerEndpoint, {
    permission: 'gebruiker.beheren',
    audit: { event: 'gebruiker.gewijzigd', personen: 'geen', onderwerp: (_, input) => input.params.id },
    handle: (work, { params, body }) => changeGebruiker(work, params.id, body),
  }),
  route(endGebruikerEndpoint, {
    permission: 'gebruiker.beheren',
    audit: { event: 'gebruiker.beeindigd', personen: 'geen', onderwerp: (_, input) => input.params.id },
    handle: (work, { params, body }) => endGebruiker(work, params.id, body),
  }),
  route(resetInlogEndpoint, {
    permission: 'gebruiker.beheren',
    audit: { event: 'inlog.vernieuwd', personen: 'geen', onderwerp: (_, input) => input.params.id },
    answerOnce: true,
    handle: (work, { params }) => resetInlog(work, params.id),
  }),
  route(revokeSessiesEndpoint, {
    permission: 'gebruiker.beheren',
    audit: { event: 'sessies.ingetrokken', personen: 'geen', onderwerp: (_, input) => input.params.id },
    handle: (work, { params }) => revokeSessies(work, params.id),
  }),
  route(changeWachtwoordEndpoint, {
    permission: 'aangemeld',
    audit: { event: 'wachtwoord.gewijzigd', personen: 'geen' },
    handle: (work, { body }) => changeWachtwoord(work, body),
  }),
  route(listEigenSessies, {
    permission: 'aangemeld',
    audit: { geen: 'Eigen sessies' },
    handle: findEigenSessies,
  }),
  route(revokeEigenSessie, {
    permission: 'aangemeld',
    audit: { event: 'sessie.ingetrokken', personen: 'geen' },
    handle: (work, { params }) => revokeEigen(work, params.id),
  }),
  route(listAuditregels, {
    permission: 'audit.lezen',
    audit: { event: 'logboek.ingezien', personen: 'geen' },
    export: {
      titel: 'Logboek',
      kolommen: [
        { key: 'volgnummer', label: 'Nummer', type: 'number' },
        { key: 'tijd', label: 'Moment', type: 'moment' },
        { key: 'zin', label: 'Wat', type: 'text' },
        { key: 'rol', label: 'Rol', type: 'text' },
        { key: 'organisatie', label: 'Organisatie', type: 'text' },
        { key: 'netwerkadres', label: 'Netwerkadres', type: 'text' },
      ],
    },
    handle: (work, { query }) => findAuditregels(work, query),
  }),
]
