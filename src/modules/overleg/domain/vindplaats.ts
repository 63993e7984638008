/**
 * The address when a place is one that can be opened safely: https alone, no spaces, and no name or password in it, which would make it look
 * like another site. Anything else is text.
 */
export function adresVan(waar: string): string | undefined {
  if (!/^https:\/\/\S+$/i.test(waar) || !URL.canParse(waar)) return undefined
  const { href, username, password } = new URL(waar)
  return username === '' && password === '' ? href : undefined
}
