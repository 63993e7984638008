import { z } from 'zod'
import { Datum, endpoint, tekst } from '../../../shared/endpoint.ts'
import { GemeenteCode } from '../../beheer/domain/soorten.ts'
import { Keuze, OpenbaarSignaal } from './contract.ts'
import { standVoorMelder } from './toestanden.ts'

// What an inwoner can do without an account.

export const getSignaalpunt = endpoint({
  method: 'GET',
  path: '/signaalpunten/:code',
  name: 'getSignaalpunt',
  summary: 'Wat een inwoner van een gemeente kan melden, en het telefoonnummer; zonder inloggen',
  params: z.object({ code: GemeenteCode }),
  response: z.object({
    gemeente: z.string(),
    /** Day and night; null when the region has none. */
    telefoon: z.string().nullable(),
    categorieen: z.array(Keuze),
    wijken: z.array(Keuze),
  }),
})

export const stuurSignaal = endpoint({
  method: 'POST',
  path: '/openbare-signalen',
  name: 'stuurSignaal',
  summary: 'Geef als inwoner een signaal door, ook zonder naam; zonder inloggen',
  body: OpenbaarSignaal,
  response: z.object({ code: z.string(), oppakkenVoor: Datum }),
})

export const zoekSignaalstand = endpoint({
  method: 'POST',
  path: '/openbare-signalen/_zoek',
  name: 'zoekSignaalstand',
  summary: 'Stand van een signaal met de code die de melder kreeg; zonder inloggen',
  status: 200,
  body: z.object({ code: tekst('de code', 40) }),
  response: z.object({
    stand: z.enum(Object.values(standVoorMelder) as [string, ...string[]]),
    gemeldOp: Datum,
    oppakkenVoor: Datum,
    opgepaktOp: Datum.nullable(),
    afgerondOp: Datum.nullable(),
    /** A fixed sentence; null while the signaal runs. */
    terugkoppeling: z.string().nullable(),
  }),
})
