import { Accordion } from '@amsterdam/design-system-react'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  decideBezwaar,
  raiseBezwaar,
  refuseVoorstelPersoon,
  type VoorstelDetail,
  withdrawVoorstel,
} from '../domain/contract.ts'
import { gevolgen } from '../domain/weigering.ts'
import { WeigerVelden } from './antwoord.tsx'

interface Props {
  data: VoorstelDetail
}

/** What the desk, and who decides about objections, can do with a voorstel. */
export function LoketActies({ data }: Props) {
  const { kan } = data
  const any = kan.weigerenNamensPersoon || kan.intrekken || kan.bezwaarMaken || kan.bezwaarBeslissen
  if (!any) return null
  return (
    <Section title="Wat u kunt doen">
      <Accordion headingLevel={3}>
        {kan.bezwaarBeslissen && (
          <Accordion.Section label="Beslissen over het bezwaar" expanded>
            <BezwaarBesluit data={data} />
          </Accordion.Section>
        )}
        {kan.bezwaarMaken && (
          <Accordion.Section label="Bezwaar maken tegen de weigering">
            <Bezwaar data={data} />
          </Accordion.Section>
        )}
        {kan.weigerenNamensPersoon && (
          <Accordion.Section label="De cliënt wil deze plek niet">
            <WeigerPersoon data={data} />
          </Accordion.Section>
        )}
        {kan.intrekken && (
          <Accordion.Section label="Voorstel intrekken">
            <Intrekken data={data} />
          </Accordion.Section>
        )}
      </Accordion>
    </Section>
  )
}

function WeigerPersoon({ data }: Props) {
  const toast = useToast()
  const refuse = useCommand(refuseVoorstelPersoon, {
    onDone: ({ gevolg }) => toast.show(`De weigering is vastgelegd. ${gevolgen[gevolg]}`),
  })
  return (
    <Form
      schema={refuseVoorstelPersoon.body}
      defaultValues={{ versie: data.versie }}
      draftKey={`voorstel-${data.id}-weigering`}
      onSubmit={(body) => refuse.run({ params: { id: data.id }, body })}
      submitLabel="Weigering vastleggen"
    >
      <p>
        Na een eerste weigering houdt de cliënt de plaats op de lijst. Wat er bij een tweede gebeurt, bepaalt
        de regio.
      </p>
      <WeigerVelden redenen={data.redenenPersoon} />
    </Form>
  )
}

function Intrekken({ data }: Props) {
  const toast = useToast()
  const withdraw = useCommand(withdrawVoorstel, {
    onDone: () => toast.show('Het voorstel is ingetrokken. De cliënt houdt de plaats op de lijst.'),
  })
  return (
    <Form
      schema={withdrawVoorstel.body}
      defaultValues={{ versie: data.versie }}
      draftKey={`voorstel-${data.id}-intrekken`}
      onSubmit={(body) => withdraw.run({ params: { id: data.id }, body })}
      submitLabel="Voorstel intrekken"
    >
      <TextField name="reden" label="Waarom trekt u het voorstel in?" hint="De aanbieder ziet deze reden." />
    </Form>
  )
}

function Bezwaar({ data }: Props) {
  const toast = useToast()
  const raise = useCommand(raiseBezwaar, { onDone: () => toast.show('Het bezwaar is vastgelegd.') })
  return (
    <Form
      schema={raiseBezwaar.body}
      defaultValues={{}}
      draftKey={`voorstel-${data.id}-bezwaar`}
      onSubmit={(body) => raise.run({ params: { id: data.id }, body })}
      submitLabel="Bezwaar maken"
    >
      <p>De cliënt wacht intussen gewoon verder en kan een ander voorstel krijgen.</p>
      <TextAreaField name="tekst" label="Waarom bent u het niet eens met de weigering?" max={1000} />
    </Form>
  )
}

function BezwaarBesluit({ data }: Props) {
  const toast = useToast()
  const decide = useCommand(decideBezwaar, {
    onDone: ({ heropend }) =>
      toast.show(
        heropend
          ? 'Besluit vastgelegd. Het voorstel staat weer open bij de aanbieder.'
          : 'Het besluit is vastgelegd.',
      ),
  })
  return (
    <Form
      schema={decideBezwaar.body}
      defaultValues={{}}
      draftKey={`voorstel-${data.id}-bezwaarbesluit`}
      onSubmit={(body) => decide.run({ params: { id: data.id }, body })}
      submitLabel="Besluit vastleggen"
    >
      <RadioField
        name="uitkomst"
        label="Wat is uw besluit?"
        options={[
          {
            value: 'gegrond',
            label: 'Gegrond',
            hint: 'Is de plek nog vrij, dan moet de aanbieder opnieuw antwoorden.',
          },
          {
            value: 'ongegrond',
            label: 'Ongegrond',
            hint: 'De weigering blijft staan. Er wordt een andere plek gezocht.',
          },
        ]}
      />
      <TextAreaField name="toelichting" label="Waarom?" max={1000} />
    </Form>
  )
}
