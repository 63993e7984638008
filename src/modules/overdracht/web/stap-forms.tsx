import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField, YesNoField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  accepteerOverdracht,
  legEersteContactVast,
  maakOverdrachtlink,
  type OverdrachtDetail,
  rondOverdrachtAf,
  trekOverdrachtIn,
  weigerOverdracht,
} from '../domain/contract.ts'
import { contactUitkomsten } from '../domain/rules.ts'
import { acties } from '../domain/toestanden.ts'
import { optionsOf } from './velden.tsx'

interface Props {
  readonly one: OverdrachtDetail
}

function useStap<E extends Parameters<typeof useCommand>[0]>(endpoint: E, id: string, gedaan: string) {
  const toast = useToast()
  const save = useCommand(endpoint, { onDone: () => toast.show(gedaan) })
  return (body: unknown) => save.run({ params: { id }, body } as never)
}

export function Aannemen({ one }: Props) {
  const send = useStap(accepteerOverdracht, one.id, 'Aangenomen. U ziet nu het dossier.')
  return (
    <Form
      draftKey={`overdracht-${one.id}-aanname`}
      schema={accepteerOverdracht.body}
      defaultValues={{}}
      submitLabel="Aannemen en tekenen"
      onSubmit={send}
    >
      <p>
        U tekent met uw naam en de datum van vandaag. Daarna ziet u het dossier. {one.van} blijft
        verantwoordelijk tot u de overdracht na het gesprek afrondt.
      </p>
      <TextField name="toelichting" label="Toelichting" optional empty={null} />
    </Form>
  )
}

export function Weigeren({ one }: Props) {
  const send = useStap(weigerOverdracht, one.id, 'Niet aangenomen. De gever ziet dit vandaag.')
  return (
    <Form
      draftKey={`overdracht-${one.id}-weigering`}
      schema={weigerOverdracht.body}
      defaultValues={{ reden: '' }}
      submitLabel={acties.weigeren}
      onSubmit={send}
    >
      <TextAreaField name="reden" label="Waarom neemt u niet aan?" rows={3} max={500} />
    </Form>
  )
}

export function Intrekken({ one }: Props) {
  const send = useStap(trekOverdrachtIn, one.id, 'De overdracht is ingetrokken.')
  return (
    <Form
      draftKey={`overdracht-${one.id}-intrekking`}
      schema={trekOverdrachtIn.body}
      defaultValues={{ reden: '' }}
      submitLabel={acties.intrekken}
      onSubmit={send}
    >
      <TextAreaField name="reden" label="Waarom trekt u de overdracht in?" rows={3} max={500} />
    </Form>
  )
}

export function Afronden({ one }: Props) {
  const gedaan =
    one.richting === 'naar_buiten'
      ? 'Afgerond. Ga op tijd na of de ander de cliënt heeft gesproken.'
      : 'Afgerond. Uw organisatie is nu verantwoordelijk.'
  const send = useStap(rondOverdrachtAf, one.id, gedaan)
  return (
    <Form
      draftKey={`overdracht-${one.id}-afronding`}
      schema={rondOverdrachtAf.body}
      defaultValues={{ eersteContactUiterlijk: one.voorstelEersteContact } as never}
      submitLabel={acties.afronden}
      onSubmit={send}
    >
      <DateField name="gesprekOp" label="Wanneer was het overdrachtsgesprek?" />
      <YesNoField name="clientAanwezig" label="Was de cliënt erbij?" />
      <Afwezig />
      {one.medewerkers.length > 0 && (
        <SelectField
          name="contactpersoonId"
          label="Wie wordt contactpersoon en vast aanspreekpunt?"
          emptyLabel="Ikzelf"
          optional
          empty={null}
          options={one.medewerkers.map(({ id, naam }) => ({ value: id, label: naam }))}
        />
      )}
      <DateField
        name="eersteContactUiterlijk"
        label="Wanneer is het eerste contact, uiterlijk?"
        hint="Op die dag gaat u na of de cliënt echt is gesproken"
      />
    </Form>
  )
}

function Afwezig() {
  const { control } = useFormContext()
  const aanwezig = useWatch({ control, name: 'clientAanwezig' }) as boolean | undefined
  if (aanwezig !== false) return null
  return (
    <TextAreaField
      name="clientAfwezigReden"
      label="Waarom was de cliënt er niet bij?"
      rows={2}
      max={300}
      empty={null}
    />
  )
}

export function Nagaan({ one }: Props) {
  const send = useStap(legEersteContactVast, one.id, 'Het eerste contact is vastgelegd.')
  return (
    <Form
      draftKey={`overdracht-${one.id}-contact`}
      schema={legEersteContactVast.body}
      defaultValues={{} as never}
      submitLabel="Eerste contact vastleggen"
      onSubmit={send}
    >
      <RadioField
        name="uitkomst"
        label={
          one.richting === 'naar_buiten' ? 'Heeft de ander de cliënt gesproken?' : 'Is de cliënt gesproken?'
        }
        options={optionsOf(contactUitkomsten)}
      />
      <DateField name="op" label="Op welke dag?" />
      <TextField
        name="toelichting"
        label="Toelichting"
        hint="Nodig als contact niet meer kan"
        optional
        empty={null}
      />
      <TextField name="volgendeStap" label="Wat is de volgende stap?" />
      <DateField name="volgendeStapOp" label="Wanneer, uiterlijk?" />
    </Form>
  )
}

/** The one-time link: made here, shown once, and never kept. */
export function Link({ one }: Props) {
  const [gemaakt, setGemaakt] = useState<string | undefined>()
  const make = useCommand(maakOverdrachtlink, {
    onDone: ({ token }) => setGemaakt(`${window.location.origin}/overdracht-openen#${token}`),
  })
  return (
    <>
      <Linkstand one={one} />
      {gemaakt && (
        <Alert tone="let_op" heading="Kopieer deze link nu" focus>
          <p>
            <code className="od-link">{gemaakt}</code>
          </p>
          <p>
            U ziet de link alleen nu. Stuur haar met beveiligde e-mail, en bel de ander om te horen of zij is
            aangekomen. De gegevens zijn één keer te openen.
          </p>
        </Alert>
      )}
      {one.kan.includes('link') && (
        <Form
          schema={maakOverdrachtlink.body}
          defaultValues={{}}
          submitLabel={one.link ? 'Nieuwe link maken' : 'Eenmalige link maken'}
          warnOnLeave={false}
          onSubmit={(body) => make.run({ params: { id: one.id }, body })}
        >
          {one.link && !gemaakt && <p>Een nieuwe link maakt de vorige onbruikbaar.</p>}
        </Form>
      )}
    </>
  )
}

function Linkstand({ one }: Props) {
  if (!one.link)
    return <p>Er is nog geen link. De ander kan pas antwoorden als u een link maakt en stuurt.</p>
  return (
    <p>
      Link gemaakt op <MomentText at={one.link.gemaaktOp} />, werkt tot{' '}
      <DateText date={one.link.verlooptOp} />.{' '}
      {one.link.geopendOp ? (
        <>
          De gegevens zijn bekeken op <MomentText at={one.link.geopendOp} />.
        </>
      ) : (
        'Nog niet geopend.'
      )}
    </p>
  )
}
