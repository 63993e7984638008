import type { Vergelijking } from '../../src/modules/prognose/domain/antwoord.ts'
import { applyMaatregelen } from '../../src/modules/prognose/domain/ingreep.ts'
import { joinDelen } from '../../src/modules/prognose/domain/loop.ts'
import type { Maatregel } from '../../src/modules/prognose/domain/maatregel.ts'
import { createRekenaar, describeKeten } from '../../src/modules/prognose/domain/rekenen.ts'
import { Uitkomstvorm } from '../../src/modules/prognose/domain/scenario-contract.ts'
import type { Uitgangspunt } from '../../src/modules/prognose/domain/uitgangspunt.ts'
import { compareLopen } from '../../src/modules/prognose/domain/uitkomst.ts'

/** A comparison as the queue would leave it, of few replications. */
export function givenVergelijking(punt: Uitgangspunt, maatregelen: readonly Maatregel[]): Vergelijking {
  const loop = (gekozen: readonly Maatregel[]) => {
    const { model } = applyMaatregelen(punt, gekozen)
    const deel = createRekenaar()({ sleutel: String(gekozen.length), model, zaad: 11, eerste: 0, aantal: 40 })
    if ('fout' in deel) throw new Error(deel.fout)
    return joinDelen(describeKeten(model), [deel])
  }
  const uitkomst = Uitkomstvorm.parse(compareLopen(punt, maatregelen, loop([]), loop(maatregelen)))
  if (uitkomst.soort !== 'vergelijking') throw new Error('other')
  return uitkomst
}
