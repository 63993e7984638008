import { ActionGroup, Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { MomentText } from '../../../ui/date-text.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  getKalenderadres,
  postKalenderadres,
  postKalenderadresintrekking,
} from '../domain/kalender-contract.ts'

/** The secret address with which a calendar program follows the meetings of the region. */
export function Kalender() {
  const toast = useToast()
  const [adres, setAdres] = useState<string | undefined>()
  const { data, error } = useEndpoint(getKalenderadres, {})
  const maak = useCommand(postKalenderadres, {
    onDone: ({ pad }) => setAdres(`${window.location.origin}${pad}`),
  })
  const trekIn = useCommand(postKalenderadresintrekking, {
    onDone: () => {
      setAdres(undefined)
      toast.show('Het adres werkt niet meer.')
    },
  })
  const heeft = data?.adres ?? undefined
  const problem = maak.problem ?? trekIn.problem
  return (
    <>
      <p>
        Volg de vergaderingen in uw eigen kalender, zonder steeds in te loggen. Er komen ook in: wanneer
        stukken klaar moeten zijn, wat open staat, en wanneer overeenkomsten eindigen.
      </p>
      {error && !data && <ProblemAlert problem={error} />}
      {problem && <ProblemAlert problem={problem} />}
      {adres && (
        <Alert key={adres} heading="Uw adres" focus>
          <p>
            Kopieer dit adres en voeg het toe in uw kalender als abonnement. U ziet het maar één keer. Deel
            het met niemand: wie het heeft, ziet uw kalender.
            <br />
            <code className="od-link">{adres}</code>
          </p>
        </Alert>
      )}
      {data && !adres && (
        <p>
          {heeft ? (
            <>
              U heeft een adres sinds <MomentText at={heeft.gemaaktOp} />. Kwijt? Maak een nieuw adres; het
              oude werkt dan niet meer.
            </>
          ) : (
            'U heeft nog geen adres.'
          )}
        </p>
      )}
      {data && (
        <ActionGroup>
          <Button
            type="button"
            variant={heeft ? 'secondary' : 'primary'}
            disabled={maak.busy}
            onClick={() => void maak.run({ body: { vervangt: heeft?.id ?? null } }).catch(() => undefined)}
          >
            {heeft ? 'Nieuw adres maken' : 'Adres maken'}
          </Button>
          {heeft && (
            <Button
              type="button"
              variant="tertiary"
              disabled={trekIn.busy}
              onClick={() => void trekIn.run({ params: { id: heeft.id } } as never).catch(() => undefined)}
            >
              Adres intrekken
            </Button>
          )}
        </ActionGroup>
      )}
    </>
  )
}
