import { z } from 'zod'
import { endpoint, IdParam } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'

export const getKalenderadres = endpoint({
  method: 'GET',
  path: '/kalenderadres',
  name: 'getKalenderadres',
  summary: 'Of ik een adres voor mijn kalender heb, en sinds wanneer; het adres zelf wordt niet bewaard',
  response: z.object({
    adres: z.object({ id: Id, gemaaktOp: z.iso.datetime() }).nullable(),
  }),
})

export const postKalenderadres = endpoint({
  method: 'POST',
  path: '/kalenderadres',
  name: 'postKalenderadres',
  summary: 'Maak een nieuw adres voor mijn kalender; een eerder adres werkt dan niet meer',
  /** The address that the user saw, which stops; null when there was none. */
  body: z.object({ vervangt: Id.nullable() }),
  response: z.object({
    id: Id,
    /** The secret address, below the public address of this server; shown once. */
    pad: z.string(),
  }),
})

export const postKalenderadresintrekking = endpoint({
  method: 'POST',
  path: '/kalenderadressen/:id/intrekking',
  name: 'postKalenderadresintrekking',
  summary: 'Trek mijn adres in; de kalender krijgt dan niets meer',
  params: IdParam,
  response: z.object({ id: Id }),
  status: 200,
})
