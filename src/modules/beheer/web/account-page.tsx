import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { z } from 'zod'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSessie } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  changeWachtwoordEndpoint,
  listEigenSessies,
  revokeEigenSessie,
} from '../domain/gebruiker-contract.ts'

const Wachtwoorden = changeWachtwoordEndpoint.body
  .extend({ herhaal: z.string({ error: 'Vul het nieuwe wachtwoord nog een keer in.' }) })
  .refine((one) => one.nieuw === one.herhaal, {
    path: ['herhaal'],
    error: 'Dit is niet hetzelfde als het nieuwe wachtwoord. Vul het opnieuw in.',
  })

export function AccountPage() {
  const sessie = useSessie()
  const toast = useToast()
  const [round, setRound] = useState(0)
  const { data, error } = useEndpoint(listEigenSessies, {})
  const save = useCommand(changeWachtwoordEndpoint, {
    onDone: () => {
      toast.show('Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd.')
      setRound(round + 1)
    },
  })
  const revoke = useCommand(revokeEigenSessie, { onDone: () => toast.show('Daar bent u uitgelogd.') })
  return (
    <Page title="Mijn account" narrow>
      <TermList>
        <Term label="Naam">{sessie.gebruiker.naam}</Term>
        <Term label="Organisatie">{sessie.organisatie.naam}</Term>
        <Term label="Rol nu">{sessie.rolNaam}</Term>
      </TermList>
      <Section title="Wachtwoord wijzigen">
        <Form
          key={round}
          schema={Wachtwoorden}
          defaultValues={{}}
          submitLabel="Wachtwoord wijzigen"
          onSubmit={({ huidig, nieuw }) => save.run({ body: { huidig, nieuw } })}
        >
          <TextField
            name="huidig"
            label="Uw huidige wachtwoord"
            type="password"
            autoComplete="current-password"
          />
          <TextField
            name="nieuw"
            label="Nieuw wachtwoord"
            hint="Minstens 12 tekens. Een zin die u onthoudt is goed."
            type="password"
            autoComplete="new-password"
          />
          <TextField
            name="herhaal"
            label="Nieuw wachtwoord, nog een keer"
            type="password"
            autoComplete="new-password"
          />
        </Form>
      </Section>
      <Section title="Waar u bent ingelogd">
        {(error ?? revoke.problem) && <ProblemAlert problem={(error ?? revoke.problem)!} />}
        <ul className="ams-unordered-list">
          {data?.sessies.map((one) => (
            <li key={one.id} className="ams-unordered-list__item">
              {one.isDeze && <StatusBadge label="Hier" tone="goed" />} {one.rol}, laatst gebruikt{' '}
              <MomentText at={one.laatstGebruiktOp} />
              <span className="od-hint od-keuze-uitleg">{one.apparaat}</span>
              {!one.isDeze && (
                <Button
                  type="button"
                  variant="tertiary"
                  onClick={() => void revoke.run({ params: { id: one.id }, body: {} }).catch(() => undefined)}
                >
                  Daar uitloggen
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
