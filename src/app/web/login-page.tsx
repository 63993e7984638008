import { Button, Heading } from '@amsterdam/design-system-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { haalSessie, inloggen, listAanmeldwijzen, listDemoLogins } from '../../shared/sessie.ts'
import { setCsrf } from '../../ui/api.ts'
import { queryKeyOf, useCommand, useEndpoint } from '../../ui/api-hooks.ts'
import { Brand } from '../../ui/app-shell.tsx'
import { Form } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { useSearchParams } from '../../ui/search-params.ts'
import { TextField } from '../../ui/text-field.tsx'

type LoginForm = UseFormReturn<z.input<typeof inloggen.body>, unknown, z.output<typeof inloggen.body>>

export function LoginPage() {
  const { get } = useSearchParams()
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useRef<LoginForm | undefined>(undefined)
  const ways = useEndpoint(listAanmeldwijzen, {})
  const demo = useEndpoint(listDemoLogins, {})
  const login = useCommand(inloggen, {
    invalidates: [],
    onDone: async (sessie) => {
      setCsrf(sessie.csrf)
      client.clear()
      client.setQueryData(queryKeyOf(haalSessie), sessie)
      await navigate({ href: placeWithin(get('terug')), replace: true } as never)
    },
  })
  /** Asks anew, because a code is good for half a minute. */
  async function use(gebruikersnaam: string) {
    const fresh = (await demo.refetch()).data?.logins.find((one) => one.gebruikersnaam === gebruikersnaam)
    if (!fresh) return
    form.current?.reset({ gebruikersnaam, wachtwoord: fresh.wachtwoord, code: fresh.code })
    document.querySelector<HTMLButtonElement>('form button[type=submit]')?.focus()
  }

  const oidc = ways.data?.oidc
  const local = ways.data?.lokaal ?? true
  return (
    <div className="od-inloggen">
      <header className="od-kop">
        <span className="od-kop__naam">
          <Brand />
        </span>
      </header>
      <main className="od-inloggen__midden">
        <div className="od-kaart">
          <Page
            title="Inloggen"
            lead={get('terug') ? 'Log in om verder te gaan waar u was.' : undefined}
            narrow
          >
            {oidc && (
              <p>
                <a className="ams-button ams-button--primary" href={oidcStart(get('terug'))}>
                  Inloggen met {oidc.naam}
                </a>
              </p>
            )}
            {local && (
              <Form
                schema={inloggen.body}
                defaultValues={{ gebruikersnaam: '', wachtwoord: '', code: '' }}
                onSubmit={(body) => login.run({ body })}
                submitLabel="Inloggen"
                busyLabel="Bezig met inloggen…"
                warnOnLeave={false}
              >
                {(current) => {
                  form.current = current
                  return (
                    <>
                      <TextField
                        name="gebruikersnaam"
                        label="Gebruikersnaam"
                        autoComplete="username"
                        empty=""
                      />
                      <TextField
                        name="wachtwoord"
                        label="Wachtwoord"
                        type="password"
                        autoComplete="current-password"
                        empty=""
                      />
                      <TextField
                        name="code"
                        label="Code"
                        hint="De 6 cijfers uit de app op uw telefoon."
                        autoComplete="one-time-code"
                        inputMode="numeric"
                        size={8}
                        empty=""
                      />
                    </>
                  )
                }}
              </Form>
            )}
          </Page>
          <p>
            Geen medewerker? Zie <Link to={'/waar-kan-ik-heen' as never}>waar u heen kunt</Link> voor hulp of
            opvang. Daarvoor hoeft u niet in te loggen.
          </p>
        </div>
        {demo.data && demo.data.logins.length > 0 && (
          <section className="od-kaart" aria-labelledby="demo-accounts">
            <Heading level={2} id="demo-accounts">
              Accounts om te proberen
            </Heading>
            <p>Dit is een demo. Alle personen en gegevens zijn verzonnen. Kies een account en log in.</p>
            <ul className="od-demologins">
              {demo.data.logins.map((one) => (
                <li key={`${one.gebruikersnaam} ${one.rolNaam}`}>
                  <div>
                    <strong>{one.rolNaam}</strong>
                    <span className="od-hint">
                      {one.naam}, {one.organisatie} ({one.regio})
                    </span>
                  </div>
                  <Button
                    type="button"
                    variant="secondary"
                    aria-label={`Gebruik dit account: ${one.rolNaam}, ${one.organisatie}`}
                    onClick={() => void use(one.gebruikersnaam)}
                  >
                    Gebruik dit account
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </div>
  )
}

/** Only a place inside Onderdak: an address of another site would turn the login page into a signpost for phishing. */
function placeWithin(terug: string): string {
  const url = URL.canParse(terug, location.origin) ? new URL(terug, location.origin) : undefined
  return terug.startsWith('/') && url?.origin === location.origin ? `${url.pathname}${url.search}` : '/'
}

function oidcStart(terug: string): string {
  return `/api/v1/oidc/start?${new URLSearchParams({ terug: placeWithin(terug) })}`
}
