import { isRejection, type Rejection } from '../../shared/rejection.ts'

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
