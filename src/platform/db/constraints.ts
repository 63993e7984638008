import { isRejection, type Rejection, reject } from '../../shared/rejection.ts'

/**
 * Runs a write and turns a violation of a named constraint into its Rejection. The named constraint decides; a check
 * beforehand is only for a friendlier answer. Other errors pass: they are bugs.
 */
export async function catchConstraint<T>(
  write: Promise<T>,
  rejections: Readonly<Record<string, Rejection | (() => Rejection)>>,
): Promise<T | Rejection> {
  try {
    return await write
  } catch (error) {
    const name = (error as { constraint?: string }).constraint
    const found = name === undefined ? undefined : rejections[name]
    if (found === undefined) throw error
    return isRejection(found) ? found : found()
  }
}

/** Who handed a person over only reads along: every protected table refuses the write by policies of this name. */
const meelezer = /"meelezer_\w+"/

/** The refusal that a write by who only reads along gets; undefined for any other error. */
export function refusalOfMeelezer(error: unknown): Rejection | undefined {
  const { code, message } = error as { code?: string; message?: string }
  if (code !== '42501' || !meelezer.test(message ?? '')) return undefined
  return reject(
    'leest_alleen_mee',
    'Uw organisatie heeft deze cliënt overgedragen. U leest mee en kunt niets meer wijzigen.',
    { status: 403, possible: ['Geef het door aan wie nu verantwoordelijk is voor deze cliënt.'] },
  )
}
