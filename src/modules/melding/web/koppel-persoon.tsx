import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { formatShort } from '../../../shared/plain-date.ts'
import { call } from '../../../ui/api.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type Zoekresultaat, Zoekvraag, zoekPersonen } from '../../persoon/domain/contract.ts'
import { linkPersoon, type MeldingDetail } from '../domain/contract.ts'
import { conflictWords } from './conflict.ts'

/** Gives an anonymous melding its person: search, then link; a new file is made on the persons' own screen first. */
export function KoppelPersoon({ melding }: { melding: Pick<MeldingDetail, 'id' | 'versie'> }) {
  const toast = useToast()
  const [found, setFound] = useState<readonly Zoekresultaat[] | undefined>()
  const link = useCommand(linkPersoon, { onDone: () => toast.show('De cliënt is gekoppeld.') })
  const own = (found ?? []).flatMap((result) =>
    result.persoon ? [{ ...result.persoon, reden: result.reden }] : [],
  )
  return (
    <>
      <Form
        schema={Zoekvraag}
        defaultValues={{ naam: null, geboortedatum: null }}
        warnOnLeave={false}
        submitLabel="Zoeken"
        busyLabel="Bezig met zoeken…"
        onSubmit={async (body) => setFound((await call(zoekPersonen, { body })).results)}
      >
        <TextField name="naam" label="Naam" size={30} empty={null} optional />
        <DateField name="geboortedatum" label="Geboortedatum" empty={null} optional />
      </Form>
      {link.problem && (
        <ProblemAlert problem={link.problem} conflictWords={conflictWords} onReloaded={link.reset} focus />
      )}
      <div role="status" className="od-stapel">
        {found && own.length === 0 && (
          <>
            <p>
              Geen cliënt van uw organisatie gevonden. Leg eerst een dossier aan en koppel het daarna hier.
            </p>
            <div>
              <ButtonLink to="/clienten" variant="secondary">
                Naar cliënten
              </ButtonLink>
            </div>
          </>
        )}
        {own.length > 0 && (
          <ul className="od-stapel" aria-label="Gevonden cliënten">
            {own.map((persoon) => (
              <li key={persoon.id}>
                <p>
                  {persoon.naam}
                  {persoon.geboortedatum && (
                    <span className="od-hint"> geboren {formatShort(persoon.geboortedatum)}</span>
                  )}
                  <span className="od-hint"> Gevonden door: {persoon.reden.toLowerCase()}.</span>
                </p>
                <Button
                  type="button"
                  variant="secondary"
                  disabled={link.busy}
                  aria-label={`Koppel ${persoon.naam} aan deze melding`}
                  onClick={() =>
                    void link
                      .run({
                        params: { id: melding.id },
                        body: { persoonId: persoon.id, versie: melding.versie },
                      })
                      .catch(() => undefined)
                  }
                >
                  Koppel deze cliënt
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
