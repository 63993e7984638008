import { describe, expect, it } from 'vitest'
import { vraagtStukken } from './termijnen.ts'
import { adresVan } from './vindplaats.ts'

describe('waar een stuk staat', () => {
  it('is een link als het een https-adres is', () => {
    expect(adresVan('https://archief.example/raad?id=12')).toBe('https://archief.example/raad?id=12')
    expect(adresVan('HTTPS://archief.example')).toBe('https://archief.example/')
  })

  it('is tekst als het iets anders is, of als het adres niet veilig te openen is', () => {
    for (const waar of [
      'Archief 12',
      'http://archief.example',
      'javascript:alert(1)',
      'https://',
      'https://archief.example en map 3',
      'Zie https://archief.example',
      'https://bank.example@kwaad.example/',
      'https://naam:woord@archief.example/',
    ])
      expect(adresVan(waar), waar).toBeUndefined()
  })
})

describe('stukken', () => {
  const vergadering = { status: 'gepland', stukkenOp: '2026-05-04' } as const
  it('moeten er zijn vanaf de afgesproken dag, zolang de vergadering nog komt', () => {
    expect(vraagtStukken(vergadering, '2026-05-03')).toBe(false)
    expect(vraagtStukken(vergadering, '2026-05-04')).toBe(true)
    expect(vraagtStukken({ ...vergadering, status: 'gehouden' }, '2026-05-12')).toBe(false)
    expect(vraagtStukken({ ...vergadering, status: 'afgelast' }, '2026-05-12')).toBe(false)
    expect(vraagtStukken({ ...vergadering, stukkenOp: null }, '2026-05-12')).toBe(false)
  })
})
