import { Button } from '@amsterdam/design-system-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { useMag } from '../../../ui/session.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { Aansluiting, openInNood, sluitAan } from '../domain/contract.ts'
import type { Vraag } from './zoeken.tsx'

type Weg = 'aansluiten' | 'nood'

/** Another organisation has a file: what may be done about it, without showing anything of it. */
export function ElderBekend({ vraag, reden, aantal }: { vraag: Vraag; reden: string; aantal: number }) {
  const mag = useMag()
  const [weg, setWeg] = useState<Weg | undefined>()
  return (
    <div className="od-stapel">
      <Alert
        tone="let_op"
        heading={aantal === 1 ? 'Al bekend bij een andere organisatie' : 'Al bekend bij andere organisaties'}
      >
        <p>{reden} U ziet dat dossier niet.</p>
        <p>Maak geen tweede dossier. Komt de cliënt bij u? Dan kunt u meewerken in het dossier dat er is.</p>
      </Alert>
      {weg === undefined ? (
        <div className="od-knoppen">
          {mag('melding.registreren') && (
            <Button type="button" onClick={() => setWeg('aansluiten')}>
              De cliënt is bij ons: meewerken
            </Button>
          )}
          {mag('noodprocedure.gebruiken') && (
            <Button type="button" variant="secondary" onClick={() => setWeg('nood')}>
              Nood: dossier nu openen
            </Button>
          )}
        </div>
      ) : (
        <AansluitForm key={weg} weg={weg} vraag={vraag} onCancel={() => setWeg(undefined)} />
      )}
    </div>
  )
}

const teksten = {
  aansluiten: {
    knop: 'Meewerken in dit dossier',
    uitleg: 'Uw organisatie wordt betrokken. De andere organisatie ziet uw reden in de tijdlijn.',
    reden: 'Waarom komt de cliënt bij u?',
    gedaan: 'Uw organisatie is nu betrokken bij deze cliënt.',
  },
  nood: {
    knop: 'Dossier in nood openen',
    uitleg:
      'Alleen als wachten gevaar geeft. U ziet het dossier vandaag en morgen. De privacy officer beoordeelt of het terecht was.',
    reden: 'Waarom kan dit niet wachten?',
    gedaan: 'Het dossier is in nood geopend. De privacy officer kijkt dit na.',
  },
} as const

function AansluitForm({ weg, vraag, onCancel }: { weg: Weg; vraag: Vraag; onCancel: () => void }) {
  const navigate = useNavigate()
  const toast = useToast()
  const mag = useMag()
  const tekst = teksten[weg]
  return (
    <Form
      schema={Aansluiting}
      defaultValues={{
        ...splitNaam(vraag.naam),
        geboortedatum: vraag.geboortedatum ?? undefined,
        bsn: vraag.bsn ?? null,
      }}
      submitLabel={tekst.knop}
      actions={
        <Button type="button" variant="tertiary" onClick={onCancel}>
          Annuleren
        </Button>
      }
      onSubmit={async (body) => {
        const endpoint: Endpoint<
          typeof sluitAan.params,
          typeof sluitAan.query,
          typeof sluitAan.body,
          typeof sluitAan.response
        > = weg === 'nood' ? { ...openInNood, response: sluitAan.response } : sluitAan
        const { persoonId } = await call(endpoint, { body })
        toast.show(tekst.gedaan)
        await navigate({ to: `/clienten/${persoonId}` as never })
      }}
    >
      <p>{tekst.uitleg}</p>
      <TextField name="voornamen" label="Voornamen" empty={null} optional />
      <TextField name="tussenvoegsel" label="Tussenvoegsel" size={10} empty={null} optional />
      <TextField name="achternaam" label="Achternaam" />
      <DateField name="geboortedatum" label="Geboortedatum" />
      {mag('bsn.lezen') && (
        <TextField
          name="bsn"
          label="Burgerservicenummer"
          size={12}
          inputMode="numeric"
          empty={null}
          optional
        />
      )}
      <TextAreaField name="reden" label={tekst.reden} rows={3} max={500} />
    </Form>
  )
}

/** `Sanne de Vries` as typed in one field, over the fields of the form. */
export function splitNaam(naam: string | null | undefined) {
  const words = naam?.trim().split(/\s+/).filter(Boolean) ?? []
  if (words.length < 2) return { achternaam: words[0] ?? '', tussenvoegsel: null, voornamen: null }
  const first = words[0]!
  const last = words.at(-1)!
  const between = words.slice(1, -1)
  const isTussenvoegsel = between.length > 0 && between.every((word) => word === word.toLowerCase())
  return {
    voornamen: isTussenvoegsel ? first : words.slice(0, -1).join(' '),
    tussenvoegsel: isTussenvoegsel ? between.join(' ') : null,
    achternaam: last,
  }
}
