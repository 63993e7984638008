import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { domeinen } from '../../beheer/domain/soorten.ts'
import { afsluitredenen } from '../../opvolging/domain/contract.ts'
import {
  getTrajectkeuzes,
  postAanspreekpunt,
  postEinde,
  postFase,
  postHervatting,
  postOnderbreking,
  postProduct,
  type TrajectDetail,
} from '../domain/api.ts'
import { richtingen } from '../domain/contract.ts'

export const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

type Keuzes = z.output<(typeof getTrajectkeuzes)['response']>
const geen: Keuzes = { fasen: [], medewerkers: [], producten: [], eindredenen: [], timeOutplekken: [] }

export function useTrajectkeuzes(id: string): Keuzes {
  return useEndpoint(getTrajectkeuzes, { params: { id } }).data ?? geen
}

interface Props {
  readonly one: TrajectDetail
  readonly keuzes: Keuzes
}

/** A form of one traject: sends the version that was seen, and keeps what is typed when a colleague is first. */
function useStap<E extends Parameters<typeof useCommand>[0]>(
  endpoint: E,
  one: TrajectDetail,
  gedaan: string,
) {
  const toast = useToast()
  const save = useCommand(endpoint, { onDone: () => toast.show(gedaan) })
  return (body: unknown) => save.run({ params: { id: one.id }, body } as never)
}

export function AndereFase({ one, keuzes }: Props) {
  const send = useStap(postFase, one, 'De fase is gewijzigd.')
  const aanwezig = [...new Set(keuzes.fasen.map((fase) => fase.domein))]
  const nu = one.fasen.find((fase) => fase.tot === null)
  return (
    <Form
      draftKey={`traject-${one.id}-fase`}
      startsAgain
      schema={postFase.body}
      defaultValues={{ versie: one.versie, domein: nu?.domein } as never}
      onSubmit={send}
      submitLabel="Fase vastleggen"
    >
      {(form) => (
        <>
          <SelectField
            name="domein"
            label="Deel van de keten"
            options={aanwezig.map((value) => ({ value, label: domeinen[value as 'BW'] }))}
          />
          <SelectField
            name="code"
            label="Fase"
            options={keuzes.fasen
              .filter((fase) => fase.domein === form.watch('domein'))
              .map((fase) => ({ value: fase.code, label: fase.naam }))}
          />
          <DateField name="op" label="Vanaf welke dag?" />
          <TextField
            name="reden"
            label="Waarom?"
            hint="Nodig als het traject een stap terug of opzij gaat."
            optional
          />
        </>
      )}
    </Form>
  )
}

export function AnderAanspreekpunt({ one, keuzes }: Props) {
  const send = useStap(postAanspreekpunt, one, 'Het aanspreekpunt is gewijzigd.')
  return (
    <Form
      draftKey={`traject-${one.id}-aanspreekpunt`}
      startsAgain
      schema={postAanspreekpunt.body}
      defaultValues={{ versie: one.versie } as never}
      onSubmit={send}
      submitLabel="Aanspreekpunt wijzigen"
    >
      <SelectField
        name="gebruikerId"
        label="Wie wordt het vaste aanspreekpunt?"
        hint="U kiest uit medewerkers van betrokken organisaties."
        options={keuzes.medewerkers.map((een) => ({
          value: een.id,
          label: `${een.naam}, ${een.organisatie}`,
        }))}
      />
      <DateField name="op" label="Vanaf welke dag?" />
      <TextField name="reden" label="Waarom wisselt dit?" />
    </Form>
  )
}

export function Onderbreking({ one, keuzes }: Props) {
  const send = useStap(postOnderbreking, one, 'Vastgelegd. Het traject loopt door.')
  const soorten = (['terugval', 'time_out'] as const).filter((soort) => one.acties[soort].ok)
  return (
    <>
      {soorten.length > 0 && (
        <Form
          draftKey={`traject-${one.id}-onderbreking`}
          startsAgain
          schema={postOnderbreking.body}
          defaultValues={{ versie: one.versie } as never}
          onSubmit={send}
          submitLabel="Vastleggen"
        >
          <RadioField
            name="soort"
            label="Wat is er?"
            options={soorten.map((value) => ({
              value,
              label: value === 'terugval' ? 'Terugval' : 'Time-out',
              hint:
                value === 'terugval'
                  ? 'Het gaat tijdelijk slechter. De cliënt blijft waar hij is.'
                  : 'De cliënt gaat tijdelijk ergens anders heen, vrijwillig.',
            }))}
          />
          <DateField name="op" label="Sinds welke dag?" />
          <DateField name="verwachtTot" label="Tot wanneer, naar verwachting?" optional empty={null} />
          <TextField name="reden" label="Wat is er aan de hand?" />
        </Form>
      )}
      {one.acties.hervatten.ok && <Hervatten one={one} />}
      <h3>Vrije time-outplekken</h3>
      {one.acties.time_out.ok && keuzes.timeOutplekken.length > 0 && (
        <p>
          <Link to={`/trajecten/${one.id}/time-out` as never}>Time-outplek boeken</Link>
        </p>
      )}
      {keuzes.timeOutplekken.length === 0 ? (
        <p>Er is vandaag geen vrije time-outplek die u mag zien.</p>
      ) : (
        <ul>
          {keuzes.timeOutplekken.map((plek) => (
            <li key={plek.plekId}>
              {plek.locatie}, {plek.plek} ({plek.product})
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Hervatten({ one }: { one: TrajectDetail }) {
  const send = useStap(postHervatting, one, 'Afgerond. Het traject gaat verder.')
  return (
    <Form
      draftKey={`traject-${one.id}-hervatting`}
      startsAgain
      schema={postHervatting.body}
      defaultValues={{ versie: one.versie } as never}
      onSubmit={send}
      submitLabel="Afronden"
    >
      <DateField
        name="op"
        label={`Op welke dag was de ${one.toestand === 'terugval' ? 'terugval' : 'time-out'} voorbij?`}
      />
      <TextField name="uitkomst" label="Hoe gaat het verder?" />
    </Form>
  )
}

export function OpEnAfschalen({ one, keuzes }: Props) {
  const send = useStap(postProduct, one, 'Het product is gewijzigd.')
  return (
    <Form
      draftKey={`traject-${one.id}-product`}
      startsAgain
      schema={postProduct.body}
      defaultValues={{ versie: one.versie } as never}
      onSubmit={send}
      submitLabel="Vastleggen"
    >
      {(form) => {
        const keuze = keuzes.producten.find((product) => product.id === form.watch('productId'))
        return (
          <>
            <RadioField name="richting" label="Wat gebeurt er?" options={optionsOf(richtingen)} />
            <SelectField
              name="productId"
              label="Nieuw product"
              options={keuzes.producten.map((product) => ({
                value: product.id,
                label: `${product.naam}${product.toegestaan ? '' : ' (alleen met een reden)'}`,
              }))}
            />
            <TextField name="bouwsteen" label="Bouwsteen" optional empty={null} />
            <DateField name="op" label="Vanaf welke dag?" />
            <TextField name="reden" label="Waarom?" />
            {keuze && !keuze.toegestaan && (
              <TextField
                name="afwijkingReden"
                label="Waarom buiten de afgesproken stappen?"
                hint="De regio heeft afgesproken welk product op welk product volgt. Dit is een andere stap."
              />
            )}
          </>
        )
      }}
    </Form>
  )
}

export function Beeindigen({ one, keuzes }: Props) {
  const send = useStap(postEinde, one, 'Het traject is beëindigd.')
  return (
    <Form
      draftKey={`traject-${one.id}-einde`}
      startsAgain
      schema={postEinde.body}
      defaultValues={{ versie: one.versie, vervolg: { soort: 'stap' } } as never}
      onSubmit={send}
      submitLabel="Traject beëindigen"
    >
      {(form) => (
        <>
          <DateField name="op" label="Laatste dag" />
          <SelectField
            name="reden"
            label="Waarom eindigt het traject?"
            options={keuzes.eindredenen.map(({ code, naam }) => ({ value: code, label: naam }))}
          />
          <TextField name="toelichting" label="Toelichting" optional />
          <RadioField
            name="vervolg.soort"
            label="Hoe gaat het verder?"
            options={[
              {
                value: 'stap',
                label: 'Er is een volgende stap',
                hint: 'Bijvoorbeeld: over een maand bellen.',
              },
              {
                value: 'afsluiten',
                label: 'De opvolging kan dicht',
                hint: 'Alleen als er niets meer loopt.',
              },
            ]}
          />
          {form.watch('vervolg.soort') === 'afsluiten' ? (
            <>
              <SelectField
                name="vervolg.reden"
                label="Waarom kan de opvolging dicht?"
                options={optionsOf(afsluitredenen)}
              />
              <TextField name="vervolg.toelichting" label="Toelichting op het afsluiten" />
            </>
          ) : (
            <>
              <TextField name="vervolg.volgendeStap" label="Volgende stap" />
              <DateField name="vervolg.volgendeStapOp" label="Uiterlijk op" />
            </>
          )}
        </>
      )}
    </Form>
  )
}
