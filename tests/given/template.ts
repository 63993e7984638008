import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrate } from '../../src/platform/db/migrate.ts'

export const migrationsDir = fileURLToPath(new URL('../../db/migrations', import.meta.url))

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}

export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/** Runs one statement on the server's maintenance database: a template may have no other sessions. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export function uniqueName(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll('-', '').slice(0, 16)}`
}

/** An empty, unmigrated database; returns its URL. */
export async function makeEmptyDatabase(url: string): Promise<string> {
  const name = uniqueName('leeg')
  await onServer(url, `create database ${name} template template0`)
  return withDatabase(url, name)
}

/** A database with every migration, to copy from; returns its URL. */
export async function makeTemplate(url: string): Promise<string> {
  const name = uniqueName('sjabloon')
  await onServer(url, `create database ${name} template template0`)
  const template = withDatabase(url, name)
  await migrate({ url: template, dir: migrationsDir })
  return template
}

export async function copyOf(template: string): Promise<string> {
  const name = uniqueName('proef')
  await onServer(template, `create database ${name} template ${databaseOf(template)}`)
  return withDatabase(template, name)
}

export function dropDatabase(url: string): Promise<void> {
  return onServer(url, `drop database if exists ${databaseOf(url)} with (force)`)
}
