import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface TestProvider {
  readonly issuer: string
  close(): Promise<void>
}

/** A real OpenID provider on this machine; whoever signs in as `sub` gets that e-mail address, verified or not. */
export async function startProvider(options: {
  clientId: string
  clientSecret: string
  redirectUri: string
  verified: (sub: string) => boolean
}): Promise<TestProvider> {
  const provider = new Provider('http://127.0.0.1:0', {
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [options.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, email: sub, email_verified: options.verified(sub) }),
    }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['alleen-voor-de-test'] },
  })
  const server = provider.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.defineProperty(provider, 'issuer', { value: issuer })
  return {
    issuer,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A browser that keeps cookies per origin and follows redirects until `stop` says so. */
export async function browse(startUrl: string, stop: (url: URL) => boolean, as: string): Promise<URL> {
  const jars = new Map<string, Map<string, string>>()
  let url = new URL(startUrl)
  let init: RequestInit = {}
  for (let hop = 0; hop < 20; hop++) {
    if (stop(url)) return url
    const jar = jars.get(url.host) ?? new Map<string, string>()
    jars.set(url.host, jar)
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers ?? {}), cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';')
      const at = pair!.indexOf('=')
      jar.set(pair!.slice(0, at), pair!.slice(at + 1))
    }
    init = {}
    const location = response.headers.get('location')
    if (location) {
      url = new URL(location, url)
      continue
    }
    const html = await response.text()
    const action = /action="([^"]+)"/.exec(html)?.[1]
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1]
    if (!action || !prompt) throw new Error(`Unexpected page at ${url.pathname}: ${html.slice(0, 300)}`)
    url = new URL(action, url)
    init = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ prompt, login: as, password: 'x' }),
    }
  }
  throw new Error('Too many redirects')
}
