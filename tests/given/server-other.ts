import type { TestProject } from 'vitest/node'
import { dropDatabase, makeTemplate } from './template.ts'

/** The server that TEST_DATABASE_URL names; only databases of our own are made and dropped on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE_URL is not set')
  const template = await makeTemplate(url)
  project.provide('templateUrl', template)
  return () => dropDatabase(template)
}
