import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { MeldingDetail } from '../../melding/domain/contract.ts'
import { vraagtVeiligeWeg } from '../../melding/domain/rules.ts'
import { listOntvangstbevestigingen, maakOntvangstbevestiging } from '../domain/brief-contract.ts'
import { verzendwijzen } from '../domain/keuzes.ts'
import { BriefDownloads } from './brief-knop.tsx'
import { optionsOf } from './labels.tsx'

/** At a melding: the letter of receipt that was made, or the way to make it (TOE-05). */
export function OntvangstBrief({ melding }: { readonly melding: MeldingDetail }) {
  const mag = useMag()
  const answer = useEndpoint(listOntvangstbevestigingen, { params: { id: melding.id } })
  if (answer.error && !answer.data) return <ProblemAlert problem={answer.error} />
  if (!answer.data) return <p role="status">Bezig met laden…</p>
  const brieven = answer.data.results
  if (brieven.length > 0)
    return brieven.map((brief) => (
      <div key={brief.id}>
        <p>
          {brief.titel}, gemaakt op <MomentText at={brief.gemaaktOp} />
          {brief.gemaaktDoor && ` door ${brief.gemaaktDoor}`}.
        </p>
        {mag('beschikking.lezen') && <BriefDownloads brief={brief} />}
      </div>
    ))
  if (melding.persoonId === null)
    return <p>Een brief kan als er een cliënt is gekoppeld. Bevestig de ontvangst tot die tijd zelf.</p>
  return mag('melding.registreren') ? <MaakForm melding={melding} /> : null
}

function MaakForm({ melding }: { readonly melding: MeldingDetail }) {
  const toast = useToast()
  const make = useCommand(maakOntvangstbevestiging, {
    onDone: () => toast.show('De brief is gemaakt en bewaard. Download en verstuur hem nu.'),
  })
  const veilig = vraagtVeiligeWeg(melding)
  const wijzen = optionsOf(verzendwijzen).filter(
    ({ value }) => !veilig || value === 'veilig_kanaal' || (value === 'uitgereikt' && !melding.isGeheim),
  )
  return (
    <Form
      schema={maakOntvangstbevestiging.body}
      defaultValues={{ versie: melding.versie, ...(melding.isGeheim && { via: 'veilig_kanaal' }) } as never}
      warnOnLeave={false}
      submitLabel="Brief van ontvangst maken"
      busyLabel="Bezig met de brief…"
      onSubmit={(body) => make.run({ params: { id: melding.id }, body })}
    >
      <RadioField name="via" label="Hoe gaat de brief naar de cliënt?" options={wijzen} />
    </Form>
  )
}
