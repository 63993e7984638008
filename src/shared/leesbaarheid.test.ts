import { describe, expect, it } from 'vitest'
import { meetLeesbaarheid, telLettergrepen } from './leesbaarheid.ts'

describe('lettergrepen van een Nederlands woord', () => {
  it.each([
    ['huis', 1],
    ['woning', 2],
    ['gemeente', 3],
    ['mooie', 2],
    ['nieuwe', 2],
    ['leeuwen', 2],
    ['ijs', 1],
    ['bijzonder', 3],
    ['coördinatie', 5],
    ['ruïne', 3],
    ['begeleiding', 4],
    ['yoga', 2],
    ['royaal', 2],
    ['uitvoeringsprogramma', 6],
    ['pst', 1],
  ])('%s telt er %i', (woord, aantal) => {
    expect(telLettergrepen(woord)).toBe(aantal)
  })
})

const makkelijk =
  'Wij hebben uw idee gelezen. Het is een goed idee. Wij gaan het doen. In mei staat er een bank bij het plein. U kunt daar dan zitten.'
const moeilijk =
  'Naar aanleiding van de door u geformuleerde suggestie hebben wij geconcludeerd dat integratie in de bestaande uitvoeringsprogrammering vooralsnog onvoldoende haalbaar is, gelet op de beschikbare capaciteit en de meerjarige budgettaire verplichtingen.'

describe('de leesbaarheid van een tekst', () => {
  it('korte zinnen met korte woorden lezen makkelijker dan één lange zin', () => {
    expect(meetLeesbaarheid(makkelijk)).toMatchObject({
      zinnen: 5,
      woorden: 28,
      oordeel: 'normaal_of_makkelijk',
      langeZinnen: 0,
      langeWoorden: [],
    })
    const hard = meetLeesbaarheid(moeilijk)
    expect(hard).toMatchObject({ zinnen: 1, oordeel: 'moeilijk', langeZinnen: 1 })
    expect(hard.langeWoorden[0]).toBe('uitvoeringsprogrammering')
    expect(hard.score!).toBeLessThan(meetLeesbaarheid(makkelijk).score!)
  })

  it('volgt de formule van Flesch-Douma', () => {
    // 20 words of one syllable in 4 sentences: 206.84 − 0.77 × 100 − 0.93 × 5.
    expect(meetLeesbaarheid('De kat zit op schoot. '.repeat(4)).score).toBe(125)
  })

  it('zegt niets over een paar woorden', () => {
    expect(meetLeesbaarheid('')).toMatchObject({ woorden: 0, zinnen: 0, score: null, oordeel: 'te_kort' })
    expect(meetLeesbaarheid('Dank voor uw idee.')).toMatchObject({ score: null, oordeel: 'te_kort' })
  })

  it('telt een punt in een getal of een afkorting zonder spatie niet als einde', () => {
    expect(meetLeesbaarheid('Het kost 1.200 euro per jaar').zinnen).toBe(1)
  })
})
