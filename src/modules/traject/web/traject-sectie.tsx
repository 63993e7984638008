import { useState } from 'react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getTrajectenVan, postTraject, type TrajectDetail } from '../domain/api.ts'
import { achttienToestanden, trajectToestanden, wlzLopend, wlzToestanden } from '../domain/toestanden.ts'
import { Fasenstrook } from './strook.tsx'

/** In the dossier: one traject with its phases, who is the aanspreekpunt, and what asks for attention. */
export function TrajectSectie({ persoonId }: { readonly persoonId: string }) {
  const { data, error } = useEndpoint(getTrajectenVan, { params: { id: persoonId } })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return <p role="status">Bezig met laden…</p>
  return (
    <>
      {data.trajecten.length === 0 && (
        <p>Er is geen traject. Het begint vanzelf bij een verblijf, of u begint het zelf.</p>
      )}
      {data.trajecten.map((traject) => (
        <Traject key={traject.id} traject={traject} />
      ))}
      {data.magBeginnen && <Begin persoonId={persoonId} />}
    </>
  )
}

function Traject({ traject }: { traject: TrajectDetail }) {
  const nu = traject.aanspreekpunten[0]
  const product = traject.producten.find((one) => one.tot === null)
  return (
    <div className="od-stapel">
      <div className="od-pagina__kop">
        <p>
          <StatusBadge
            label={trajectToestanden[traject.toestand]}
            tone={
              { lopend: 'info', terugval: 'let_op', time_out: 'wacht', geeindigd: 'neutraal' }[
                traject.toestand
              ] as 'info'
            }
          />{' '}
          sinds <DateText date={traject.begonnenOp} />
          {traject.geeindigdOp && (
            <>
              {' '}
              tot <DateText date={traject.geeindigdOp} />
            </>
          )}
        </p>
        <ButtonLink to={`/trajecten/${traject.id}`} variant="secondary">
          {traject.magWijzigen && traject.geeindigdOp === null ? 'Traject bijwerken' : 'Traject bekijken'}
        </ButtonLink>
      </div>
      <Fasenstrook traject={traject} />
      <TermList width="medium">
        <Term label="Vast aanspreekpunt">{nu && `${nu.naam}, ${nu.organisatie}`}</Term>
        {traject.geeindigdOp === null && (
          <Term label="Product" empty="Nu geen product">
            {product && `${product.product}${product.bouwsteen ? `, ${product.bouwsteen}` : ''}`}
          </Term>
        )}
        <Aandacht traject={traject} />
      </TermList>
    </div>
  )
}

/** Only what there is: coming back, Wlz, 18 years. */
function Aandacht({ traject }: { traject: TrajectDetail }) {
  const wlz = traject.wlz.find((one) => wlzLopend.some((code) => code === one.status))
  const terug = traject.herinstromen[0]
  return (
    <>
      {terug && (
        <Term label="Teruggekomen">
          {traject.herinstromen.length} keer, het laatst op <DateText date={terug.op} />: {terug.dagen} dagen
          na vertrek {traject.isDraaideur && <StatusBadge label="Draaideur" tone="let_op" />}
        </Term>
      )}
      {wlz && (
        <Term label="Wlz">
          {wlzToestanden[wlz.status]}, sinds{' '}
          <DateText date={wlz.bijCizOp ?? wlz.aangevraagdOp ?? wlz.signaalOp} />
        </Term>
      )}
      {traject.achttien && traject.achttien.afgerondOp === null && (
        <Term label="Wordt 18">
          <DateText date={traject.achttien.achttienOp} long />:{' '}
          {achttienToestanden[traject.achttien.status].toLowerCase()}, uiterlijk{' '}
          <DateText date={traject.achttien.planVoor} />
        </Term>
      )}
    </>
  )
}

function Begin({ persoonId }: { persoonId: string }) {
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const save = useCommand(postTraject, { onDone: () => toast.show('Het traject is begonnen.') })
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Een traject beginnen zonder verblijf</summary>
      {open && (
        <Form
          schema={postTraject.body}
          defaultValues={{} as never}
          onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
          submitLabel="Traject beginnen"
        >
          <DateField
            name="op"
            label="Eerste dag"
            hint="De contactpersoon van de volgende stap wordt het vaste aanspreekpunt."
          />
        </Form>
      )}
    </details>
  )
}
