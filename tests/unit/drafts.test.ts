import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const modules = join(fileURLToPath(new URL('../..', import.meta.url)), 'src', 'modules')

/** Forms that keep no draft although somebody types in them, each with why. */
const zonder: Readonly<Record<string, string>> = {
  'beheer/web/account-page.tsx: Wachtwoord wijzigen': 'a password is kept nowhere',
  'beheer/web/dated-edit-page.tsx: Bekijk wat dit raakt': 'shows only; the next page saves',
  'beheer/web/gebruiker-pages.tsx: Toegang geven': 'an account, short',
  'beheer/web/gebruiker-pages.tsx: Wijzigingen opslaan': 'an account, short',
  'beheer/web/recht-page.tsx: Bekijk wat dit raakt': 'shows only; the next page saves',
  'inlezen/web/inlezen-page.tsx: Bestand controleren': 'a file cannot be kept in a draft',
  'melding/web/klantcontacten-page.tsx: Tellen': 'one number',
  'melding/web/koppel-persoon.tsx: Zoeken': 'a search',
  'overdracht/web/openbaar-page.tsx: Antwoord versturen': 'without account, so without a session that ends',
  'participatie/web/openbaar-pages.tsx: Idee versturen': 'without account, so without a session that ends',
  'participatie/web/openbaar-pages.tsx: Toon de stand': 'a search',
  'rapportage/web/nieuwsbrief-open-pages.tsx: Aanmelden': 'without account, so without a session that ends',
  'persoon/web/elders.tsx: {tekst.knop}':
    'filled from the search; of somebody else it would mix up two people',
  'persoon/web/privacy-pages.tsx: Logboek openen': 'a search',
  'persoon/web/zoeken.tsx: Zoeken': 'a search',
  'signaal/web/openbaar-pages.tsx: Signaal versturen': 'without account, so without a session that ends',
  'signaal/web/openbaar-pages.tsx: Toon de stand': 'a search',
  "telling/web/tellen-page.tsx: {antwoord ? 'Wijziging bewaren' : 'Deze mens tellen'}":
    'without account, so without a session that ends',
}

function formsOf(name: string): { label: string; typed: boolean; draft: boolean }[] {
  const text = readFileSync(join(modules, name), 'utf8')
  return [...text.matchAll(/<Form(?=\n)[\s\S]*?<\/Form>/g)].map(([form]) => ({
    label: `${name.replaceAll('\\', '/')}: ${/submitLabel=(?:"([^"]*)"|(\{[^\n]*\}))/.exec(form)?.slice(1).find(Boolean)}`,
    typed: /<Text(Area)?Field/.test(form),
    draft: form.includes('draftKey'),
  }))
}

const forms = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((name) => /[\\/]web[\\/].*\.tsx$/.test(name))
  .flatMap(formsOf)

describe('a form in which somebody types', () => {
  it('keeps a draft, so that nothing is lost when the session ends midway', () => {
    expect(forms.length).toBeGreaterThan(150)
    const lost = forms.filter((form) => form.typed && !form.draft).map((form) => form.label)
    expect(lost.toSorted()).toEqual(Object.keys(zonder).toSorted())
  })
})
