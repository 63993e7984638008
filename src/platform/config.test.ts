import { describe, expect, it } from 'vitest'
import { ConfigError, demoGeheim, readConfig } from './config.ts'

const secret = Buffer.alloc(32, 7).toString('base64')

function faults(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  return []
}

describe('readConfig', () => {
  it('is a demonstration on this machine when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      dataDir: './data',
      port: 8080,
      host: '127.0.0.1',
      mode: 'demo',
      url: 'http://127.0.0.1:8080',
      databaseUrl: undefined,
      oidc: undefined,
      geheim: Buffer.from(demoGeheim, 'base64'),
    })
  })

  it('treats an empty variable as absent', () => {
    expect(readConfig({ DATABASE_URL: '', ONDERDAK_DATA: ' ', OIDC_ISSUER: '', PORT: '' })).toMatchObject({
      mode: 'demo',
      port: 8080,
    })
  })

  it('lists everything that is wrong at once', () => {
    const found = faults({
      PORT: 'veel',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'hard',
      ONDERDAK_GEHEIM: 'kort',
      OIDC_CLIENT_ID: 'a',
    })
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'LOG_LEVEL',
      'ONDERDAK_GEHEIM',
      'OIDC_ISSUER',
      'OIDC_CLIENT_SECRET',
      'ONDERDAK_URL',
    ]) {
      expect(
        found.filter((fault) => fault.startsWith(`${name} `)),
        name,
      ).toHaveLength(1)
    }
  })

  it('refuses production without a secret, or with that of the demonstration', () => {
    const base = { DATABASE_URL: 'postgresql://a@b/c', ONDERDAK_URL: 'https://onderdak.example.nl/' }
    expect(faults(base)).toEqual([expect.stringContaining('ONDERDAK_GEHEIM ontbreekt')])
    expect(faults({ ...base, ONDERDAK_GEHEIM: demoGeheim })).toEqual([
      expect.stringContaining('openbare geheim'),
    ])
    expect(readConfig({ ...base, ONDERDAK_GEHEIM: secret })).toMatchObject({
      mode: 'productie',
      url: 'https://onderdak.example.nl',
    })
  })

  it('wants a database before a second login to it', () => {
    expect(faults({ DATABASE_APP_URL: 'postgresql://a@b/c' })).toEqual([
      expect.stringContaining('DATABASE_URL ontbreekt'),
    ])
  })

  it('reads the login of another party as a whole', () => {
    const env = { OIDC_ISSUER: 'https://idp.example.nl', OIDC_CLIENT_ID: 'onderdak', OIDC_CLIENT_SECRET: 's' }
    expect(readConfig(env).oidc).toEqual({
      issuer: 'https://idp.example.nl',
      clientId: 'onderdak',
      clientSecret: 's',
      naam: 'uw organisatie',
    })
  })
})
