import type { z } from 'zod'
import { Alert } from '../../../ui/alert.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import type { Inloggegevens } from '../domain/gebruiker-contract.ts'

/** What the beheerder hands over; gone when the page is left. */
export function InloggegevensKaart({ gegevens }: { gegevens: z.output<typeof Inloggegevens> }) {
  return (
    <Alert tone="let_op" heading="Geef dit nu door: u ziet het maar één keer" focus>
      <div className="od-stapel">
        <p>
          Geef het wachtwoord persoonlijk of telefonisch door, en laat de QR-code scannen met een code-app.
          Mail ze niet samen. Vraag de medewerker om het wachtwoord te wijzigen bij “Mijn account”.
        </p>
        <TermList>
          <Term label="Wachtwoord">
            <code>{gegevens.wachtwoord}</code>
          </Term>
          <Term label="Sleutel voor de code-app">
            <code className="od-breekt">{gegevens.totpGeheim}</code>
          </Term>
        </TermList>
        <img
          src={gegevens.qr}
          alt="QR-code voor de code-app; de sleutel staat er ook als tekst"
          width={200}
          height={200}
        />
      </div>
    </Alert>
  )
}
