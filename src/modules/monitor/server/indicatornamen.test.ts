import { expect, it } from 'vitest'
import { indicatornamen } from '../../duiding/domain/indicatornamen.ts'
import { indicatoren } from './indicatoren.ts'

it('uitleg en verhalen kennen precies de indicatoren van de lijst, in dezelfde volgorde', () => {
  expect(Object.entries(indicatornamen)).toEqual(indicatoren.map(({ id, naam }) => [id, naam]))
})
