import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  beantwoordPlegerhulp,
  biedPlegerhulp,
  eindigPlegerhulp,
  type VrouwenopvangDossier,
} from '../domain/contract.ts'
import { plegerAntwoorden } from '../domain/keuzes.ts'
import { optionsOf } from './opties.ts'

type Hulp = VrouwenopvangDossier['plegerhulp'][number]

/** Only for a pleger: which help goes with staying elsewhere, and what the pleger answered (VO-06). */
export function PlegerDeel({ persoonId, data }: { persoonId: string; data: VrouwenopvangDossier }) {
  const mag = useMag()('vrouwenopvang.wijzigen')
  const loopt = data.plegerhulp.some((hulp) => hulp.geeindigdOp === null)
  return (
    <>
      {data.plegerhulpNodig && (
        <p>
          <StatusBadge label="Nog geen hulp aangeboden" tone="let_op" /> Opvang van een pleger gaat samen met
          hulp.
        </p>
      )}
      {data.plegerhulp.map((hulp) => (
        <HulpFeiten key={hulp.id} hulp={hulp} mag={mag} />
      ))}
      {mag && !loopt && (
        <FormDisclosure label="Hulp aanbieden">
          {(close) => <AanbodForm persoonId={persoonId} onDone={close} />}
        </FormDisclosure>
      )}
    </>
  )
}

function HulpFeiten({ hulp, mag }: { hulp: Hulp; mag: boolean }) {
  const open = mag && hulp.geeindigdOp === null
  return (
    <div className="od-stapel">
      <TermList width="medium">
        <Term label="Hulp">{hulp.aanbod}</Term>
        <Term label="Van wie">{hulp.aangebodenDoor}</Term>
        <Term label="Aangeboden">
          <DateText date={hulp.aangebodenOp} />
        </Term>
        <Term label="Antwoord" empty="Nog geen antwoord">
          {hulp.antwoord && (
            <>
              {plegerAntwoorden[hulp.antwoord]}, <DateText date={hulp.antwoordOp!} />
            </>
          )}
        </Term>
        {hulp.geeindigdOp ? (
          <Term label="Geëindigd">
            <DateText date={hulp.geeindigdOp} />: {hulp.eindeReden}
          </Term>
        ) : (
          <Term label="Opnieuw bespreken">
            uiterlijk <DateText date={hulp.besprekenOp} />
          </Term>
        )}
      </TermList>
      {open && (
        <>
          <FormDisclosure label="Antwoord vastleggen">
            {(close) => <AntwoordForm hulp={hulp} onDone={close} />}
          </FormDisclosure>
          <FormDisclosure label="Hulp beëindigen">
            {(close) => <EindeForm hulp={hulp} onDone={close} />}
          </FormDisclosure>
        </>
      )}
    </div>
  )
}

function AanbodForm({ persoonId, onDone }: { persoonId: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(biedPlegerhulp, {
    onDone: () => {
      toast.show('Het aanbod van hulp is vastgelegd.')
      onDone()
    },
  })
  return (
    <Form
      schema={biedPlegerhulp.body}
      defaultValues={{} as never}
      draftKey={`plegerhulp-${persoonId}`}
      submitLabel="Aanbod vastleggen"
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <TextAreaField
        name="aanbod"
        label="Welke hulp biedt u aan?"
        hint="Schrijf niets over het slachtoffer."
      />
      <TextField name="aangebodenDoor" label="Wie geeft de hulp?" hint="Naam en organisatie" />
      <DateField name="aangebodenOp" label="Op welke dag aangeboden?" />
      <DateField name="besprekenOp" label="Wanneer bespreekt u het opnieuw?" />
    </Form>
  )
}

function AntwoordForm({ hulp, onDone }: { hulp: Hulp; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(beantwoordPlegerhulp, {
    onDone: () => {
      toast.show('Het antwoord is vastgelegd.')
      onDone()
    },
  })
  return (
    <Form
      schema={beantwoordPlegerhulp.body}
      defaultValues={{ versie: hulp.versie } as never}
      submitLabel="Antwoord vastleggen"
      onSubmit={(body) => save.run({ params: { id: hulp.id }, body })}
    >
      <RadioField name="antwoord" label="Wat antwoordde de cliënt?" options={optionsOf(plegerAntwoorden)} />
      <DateField name="op" label="Op welke dag?" />
    </Form>
  )
}

function EindeForm({ hulp, onDone }: { hulp: Hulp; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(eindigPlegerhulp, {
    onDone: () => {
      toast.show('De hulp is geëindigd.')
      onDone()
    },
  })
  return (
    <Form
      schema={eindigPlegerhulp.body}
      defaultValues={{ versie: hulp.versie } as never}
      draftKey={`plegerhulp-${hulp.id}-einde`}
      submitLabel="Vastleggen dat de hulp eindigt"
      onSubmit={(body) => save.run({ params: { id: hulp.id }, body })}
    >
      <DateField name="op" label="Op welke dag?" />
      <TextField name="reden" label="Waarom?" />
    </Form>
  )
}
