import { Link } from '@tanstack/react-router'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatCount } from '../../../ui/format.ts'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  koppelAanSysteem,
  maakSysteem,
  ontkoppelVanSysteem,
  type VrouwenopvangDossier,
} from '../domain/contract.ts'
import { systeemrollen } from '../domain/keuzes.ts'
import { optionsOf } from './opties.ts'

type Props = { readonly persoonId: string; readonly data: VrouwenopvangDossier }
type Systeem = VrouwenopvangDossier['systemen'][number]

export function SysteemDeel({ persoonId, data }: Props) {
  const mag = useMag()('vrouwenopvang.wijzigen')
  return (
    <>
      {data.systemen.length === 0 && <p>Deze cliënt hoort nog niet bij een systeem.</p>}
      {data.systemen.map((systeem) => (
        <SysteemFeiten key={systeem.id} systeem={systeem} mag={mag} />
      ))}
      {mag && (
        <>
          <FormDisclosure label="Nieuw systeem beginnen">
            {(close) => <BeginForm persoonId={persoonId} onDone={close} />}
          </FormDisclosure>
          <FormDisclosure label="Koppelen met een code">
            {(close) => <KoppelForm persoonId={persoonId} onDone={close} />}
          </FormDisclosure>
        </>
      )}
    </>
  )
}

/** Only the roles that there are: `1 slachtoffer, 2 kinderen`. */
function tellingOf({ slachtoffers, kinderen, plegers }: Systeem): string {
  return [
    slachtoffers > 0 && formatCount(slachtoffers, 'slachtoffer', 'slachtoffers'),
    kinderen > 0 && formatCount(kinderen, 'kind', 'kinderen'),
    plegers > 0 && formatCount(plegers, 'pleger', 'plegers'),
  ]
    .filter(Boolean)
    .join(', ')
}

function SysteemFeiten({ systeem, mag }: { systeem: Systeem; mag: boolean }) {
  return (
    <div className="od-stapel">
      <TermList width="medium">
        <Term label="Deze cliënt is">{systeemrollen[systeem.rol]}</Term>
        <Term label="Wie er in het systeem zijn">{tellingOf(systeem)}</Term>
        {systeem.huisverbodTot && (
          <Term label="Huisverbod voor de pleger">
            tot <DateText date={systeem.huisverbodTot} />
          </Term>
        )}
        <Term label="Koppelcode">
          {systeem.koppelcode}
          <span className="od-hint">
            {' '}
            Geef deze code door aan de collega die een ander uit dit systeem begeleidt. Niemand ziet daardoor
            een ander dossier.
          </span>
        </Term>
        {systeem.bekend.length > 0 && (
          <Term label="Dossiers die u ook ziet">
            {systeem.bekend.map((lid) => (
              <span key={lid.persoonId} className="od-hint">
                <Link to={`/clienten/${lid.persoonId}` as never}>{lid.naam}</Link> (
                {systeemrollen[lid.rol].toLowerCase()}){' '}
              </span>
            ))}
          </Term>
        )}
      </TermList>
      {mag && (
        <FormDisclosure label="Uit dit systeem halen">
          {(close) => <OntkoppelForm systeem={systeem} onDone={close} />}
        </FormDisclosure>
      )}
    </div>
  )
}

const rolVraag = 'Als wie hoort deze cliënt bij het systeem?'

function BeginForm({ persoonId, onDone }: { persoonId: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(maakSysteem, {
    onDone: ({ koppelcode }) => {
      toast.show(`Het systeem is begonnen. De koppelcode is ${koppelcode}.`)
      onDone()
    },
  })
  return (
    <Form
      schema={maakSysteem.body}
      defaultValues={{}}
      submitLabel="Systeem beginnen"
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <RadioField name="rol" label={rolVraag} options={optionsOf(systeemrollen)} />
    </Form>
  )
}

function KoppelForm({ persoonId, onDone }: { persoonId: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(koppelAanSysteem, {
    onDone: () => {
      toast.show('De cliënt is gekoppeld. Niemand ziet daardoor een ander dossier.')
      onDone()
    },
  })
  return (
    <Form
      schema={koppelAanSysteem.body}
      defaultValues={{} as never}
      draftKey={`systeem-koppelen-${persoonId}`}
      submitLabel="Koppelen"
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <TextField name="koppelcode" label="Koppelcode" hint="Bijvoorbeeld VO-1A2B-3C4D" />
      <RadioField name="rol" label={rolVraag} options={optionsOf(systeemrollen)} />
    </Form>
  )
}

function OntkoppelForm({ systeem, onDone }: { systeem: Systeem; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(ontkoppelVanSysteem, {
    onDone: () => {
      toast.show('De cliënt hoort niet meer bij dit systeem.')
      onDone()
    },
  })
  return (
    <Form
      schema={ontkoppelVanSysteem.body}
      defaultValues={{ versie: systeem.lidVersie } as never}
      draftKey={`systeem-uit-${systeem.lidId}`}
      submitLabel="Uit het systeem halen"
      onSubmit={(body) => save.run({ params: { id: systeem.lidId }, body })}
    >
      <TextField name="reden" label="Waarom hoort deze cliënt er niet meer bij?" />
    </Form>
  )
}
