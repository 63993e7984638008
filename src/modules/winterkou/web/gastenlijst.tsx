import { Button } from '@amsterdam/design-system-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { postMelding, postOngedaan, type Wintergast } from '../domain/gast-api.ts'
import { canIntake, intakeToestanden } from '../domain/toestanden.ts'

export function naamVan(gast: Wintergast): string {
  if (gast.persoon) return gast.persoon
  if (gast.soort === 'bekend') return 'Bekende cliënt'
  return gast.bijnaam ?? 'Zonder naam'
}

/** Guests of a night, the last one on top. */
export function Gastenlijst({ gasten }: { gasten: readonly Wintergast[] }) {
  return (
    <ul className="od-nachtlijst" aria-label="Gasten">
      {gasten.map((gast) => (
        <Gast key={gast.id} gast={gast} />
      ))}
    </ul>
  )
}

function Gast({ gast }: { gast: Wintergast }) {
  const [herstelt, setHerstelt] = useState(false)
  const wie = `bed ${gast.nummer}`
  return (
    <li>
      <div>
        <strong>Bed {gast.nummer}:</strong>{' '}
        {gast.persoonId ? (
          <Link to={`/clienten/${gast.persoonId}` as never}>{naamVan(gast)}</Link>
        ) : (
          naamVan(gast)
        )}
        <p className="od-hint">
          <MomentText at={gast.geregistreerdOp} />
          {gast.bijgezetReden && `. Bed bijgezet: ${gast.bijgezetReden}`}
        </p>
        <IntakeStand gast={gast} />
      </div>
      <div className="od-knoppen">
        {canIntake(gast.intake, 'afspreken').ok && (gast.soort === 'anoniem' || gast.persoonId) && (
          <ButtonLink to={`/winterkou/gasten/${gast.id}/intake?nacht=${gast.nacht}`} variant="secondary">
            {`Intake voor ${wie}`}
          </ButtonLink>
        )}
        <MaakMelding gast={gast} />
        {gast.kanOngedaan && !herstelt && (
          <Button type="button" variant="tertiary" onClick={() => setHerstelt(true)}>
            Fout? Haal {wie} weg
          </Button>
        )}
      </div>
      {herstelt && <Ongedaan gast={gast} onClose={() => setHerstelt(false)} />}
    </li>
  )
}

export function IntakeStand({ gast }: { gast: Wintergast }) {
  if (gast.intake === 'geen') return null
  return (
    <p>
      <StatusBadge label={intakeToestanden[gast.intake]} tone={gast.intake === 'open' ? 'wacht' : 'goed'} />{' '}
      {gast.intake === 'open' && gast.intakeOp && (
        <>
          {gast.intakeStap}, <DateText date={gast.intakeOp} />, {gast.intakeOrganisatie}
        </>
      )}
    </p>
  )
}

/** In one step; afterwards the melding opens. */
export function MaakMelding({ gast }: { gast: Wintergast }) {
  const mag = useMag()
  const navigate = useNavigate()
  const toast = useToast()
  const make = useCommand(postMelding, {
    onDone: async ({ meldingId, nummer }) => {
      toast.show(`Melding ${nummer} is gemaakt.`)
      await navigate({ to: `/meldingen/${meldingId}` as never })
    },
  })
  if (!mag('melding.registreren') || !canIntake(gast.intake, 'melding').ok) return null
  if (gast.soort === 'bekend' && !gast.persoonId) return null
  return (
    <>
      <Button
        type="button"
        variant="secondary"
        onClick={() =>
          void make.run({ params: { id: gast.id }, body: { versie: gast.versie } }).catch(() => {})
        }
      >
        {make.busy ? 'Bezig…' : `Melding maken van bed ${gast.nummer}`}
      </Button>
      {make.problem && <ProblemAlert problem={make.problem} focus />}
    </>
  )
}

function Ongedaan({ gast, onClose }: { gast: Wintergast; onClose: () => void }) {
  const toast = useToast()
  const undo = useCommand(postOngedaan, { onDone: () => toast.show(`Bed ${gast.nummer} is weer vrij.`) })
  return (
    <div className="od-winter od-winter__herstel">
      <Form
        schema={postOngedaan.body}
        defaultValues={{ versie: gast.versie }}
        draftKey={`wintergast-${gast.id}-ongedaan`}
        onSubmit={(body) => undo.run({ params: { id: gast.id }, body })}
        submitLabel={`Bed ${gast.nummer} vrijmaken`}
        actions={
          <Button type="button" variant="tertiary" onClick={onClose}>
            Toch niet
          </Button>
        }
      >
        <TextField
          name="reden"
          label="Wat ging er mis?"
          hint="Zonder namen, bijvoorbeeld: dubbel genoteerd"
        />
      </Form>
    </div>
  )
}
