import type { Server } from '../../src/platform/http/server.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import type { TestPlatform } from './platform.ts'

/** What the guest gets from the API: of the invitation and of everything where the person could turn up. */
export async function vraagOveral(
  { server, platform }: { readonly server: Server; readonly platform: TestPlatform },
  wie: Vrager,
  wat: { persoonId: Id; casusId: Id; id: Id; achternaam: string },
) {
  const token = await server.sessions.start(wie.gebruikerId!, wie.rol, '127.0.0.1', 'test')
  const headers = { 'x-csrf-token': platform.cipher.sign('csrf', token) }
  const vraag = async (method: 'GET' | 'POST', url: string, payload?: object) =>
    server.app.inject({
      method,
      url: `/api/v1${url}`,
      cookies: { onderdak: token },
      headers,
      ...(payload && { payload }),
    })
  const elders = await Promise.all([
    vraag('GET', `/personen/${wat.persoonId}`),
    vraag('GET', `/personen/${wat.persoonId}/casussen`),
    vraag('GET', `/personen/${wat.persoonId}/delingen`),
    vraag('GET', `/casussen/${wat.casusId}`),
    vraag('GET', '/casussen'),
    vraag('GET', '/casussen?formaat=csv'),
    vraag('GET', '/trajecten'),
    vraag('GET', '/opvolgingen'),
    vraag('GET', '/vandaag'),
    vraag('POST', '/personen/_zoek', { naam: wat.achternaam, geboortedatum: null, bsn: null }),
  ])
  return {
    lijst: (await vraag('GET', '/casusuitnodigingen')).json().uitnodigingen.map((one: { id: Id }) => one.id),
    detail: await vraag('GET', `/casusuitnodigingen/${wat.id}`),
    elders: elders.filter((one) => one.body.includes(wat.achternaam)).map((one) => one.body.slice(0, 80)),
  }
}
