import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField, YesNoField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { postAchttienStap, postJeugdwet, postWlz, postWlzStap, type TrajectDetail } from '../domain/api.ts'
import { jeugdwetAntwoorden, jeugdwetVormen, vervolgen } from '../domain/contract.ts'
import {
  achttienOvergangen,
  achttienToestanden,
  wlzLopend,
  wlzOvergangen,
  wlzToestanden,
} from '../domain/toestanden.ts'
import { optionsOf } from './stap-forms.tsx'

type WlzRoute = TrajectDetail['wlz'][number]

/** The way to care from the Wlz, step by step, and the routes that ended. */
export function Wlz({ one }: { one: TrajectDetail }) {
  const loopt = one.wlz.find((route) => wlzLopend.some((code) => code === route.status))
  const mag = one.magWijzigen && one.geeindigdOp === null
  return (
    <>
      {one.wlz.map((route) => (
        <WlzFeiten key={route.id} route={route} />
      ))}
      {mag && (loopt ? <WlzStap key={loopt.id} route={loopt} /> : <WlzSignaal one={one} />)}
    </>
  )
}

function WlzFeiten({ route }: { route: WlzRoute }) {
  return (
    <TermList width="medium">
      <Term label="Stand">{wlzToestanden[route.status]}</Term>
      <Term label="Signaal">
        <DateText date={route.signaalOp} />: {route.signaal}
      </Term>
      {route.aangevraagdOp && (
        <Term label="Aangevraagd">
          <DateText date={route.aangevraagdOp} />,{' '}
          {route.metClient ? 'samen met de cliënt' : 'zonder de cliënt'}
        </Term>
      )}
      {route.bijCizOp && (
        <Term label="Bij het CIZ">
          <DateText date={route.bijCizOp} />
        </Term>
      )}
      {route.beslotenOp && (
        <Term label="Besloten of gestopt">
          <DateText date={route.beslotenOp} />
          {route.toelichting && `: ${route.toelichting}`}
        </Term>
      )}
      {route.wlzVanaf && (
        <Term label="Wlz-zorg vanaf">
          <DateText date={route.wlzVanaf} />; de Wmo-ondersteuning eindigt op{' '}
          <DateText date={route.wmoEindeOp} />
        </Term>
      )}
    </TermList>
  )
}

function WlzSignaal({ one }: { one: TrajectDetail }) {
  const toast = useToast()
  const save = useCommand(postWlz, { onDone: () => toast.show('Het signaal is vastgelegd.') })
  return (
    <Form
      draftKey={`traject-${one.id}-wlz`}
      startsAgain
      schema={postWlz.body}
      defaultValues={{ versie: one.versie } as never}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      submitLabel="Signaal vastleggen"
    >
      <p>Is er blijvend zorg nodig? Begin dan de weg naar de Wlz met een signaal.</p>
      <DateField name="op" label="Dag van het signaal" />
      <TextField name="signaal" label="Waaruit blijkt dat Wlz-zorg nodig kan zijn?" />
    </Form>
  )
}

function WlzStap({ route }: { route: WlzRoute }) {
  const toast = useToast()
  const save = useCommand(postWlzStap, { onDone: () => toast.show('De stap is vastgelegd.') })
  return (
    <Form
      draftKey={`wlz-${route.id}-stap`}
      startsAgain
      schema={postWlzStap.body}
      defaultValues={{ versie: route.versie } as never}
      onSubmit={(body) => save.run({ params: { id: route.id }, body })}
      submitLabel="Stap vastleggen"
    >
      {(form) => {
        const naar = form.watch('naar')
        return (
          <>
            <SelectField
              name="naar"
              label="Wat is de volgende stap?"
              options={wlzOvergangen[route.status].map((value) => ({ value, label: wlzToestanden[value] }))}
            />
            <DateField name="op" label="Op welke dag?" />
            {naar === 'aangevraagd' && (
              <YesNoField name="metClient" label="Deed de cliënt zelf mee aan de aanvraag?" />
            )}
            {naar === 'toegekend' && (
              <>
                <DateField name="wlzVanaf" label="Vanaf welke dag is er Wlz-zorg?" />
                <DateField
                  name="wmoEindeOp"
                  label="Op welke dag eindigt de Wmo-ondersteuning?"
                  hint="Trek ook de beschikking in en leg het vertrek vast."
                />
              </>
            )}
            <TextField
              name="toelichting"
              label="Toelichting"
              hint="Nodig als de aanvraag is afgewezen of gestopt."
              optional
            />
          </>
        )
      }}
    </Form>
  )
}

/** The way to 18 years: only for who is nearly there or was. */
export function Achttien({ one }: { one: TrajectDetail }) {
  const toast = useToast()
  const save = useCommand(postAchttienStap, { onDone: () => toast.show('De stap is vastgelegd.') })
  const route = one.achttien
  if (!route) return null
  const next = achttienOvergangen[route.status]
  return (
    <>
      <TermList width="medium">
        <Term label="Wordt 18 op">
          <DateText date={route.achttienOp} long />
        </Term>
        <Term label="Plan uiterlijk op">
          <DateText date={route.planVoor} long />
        </Term>
        <Term label="Stand">{achttienToestanden[route.status]}</Term>
        <Term label="Hulp na 18 jaar">{route.vervolg && vervolgen[route.vervolg as 'wmo']}</Term>
        <Term label="Afspraken">{route.afspraken}</Term>
        <Term label="Gegevens van voor 18" empty="Nog niet gevraagd">
          {route.jeugdwet && (
            <>
              {jeugdwetAntwoorden[route.jeugdwet]}, <DateText date={route.jeugdwetOp!} />
            </>
          )}
        </Term>
      </TermList>
      {one.magWijzigen && next.length > 0 && (
        <Form
          draftKey={`traject-${one.id}-18`}
          startsAgain
          schema={postAchttienStap.body}
          defaultValues={{ versie: route.versie } as never}
          onSubmit={(body) => save.run({ params: { id: route.id }, body })}
          submitLabel="Stap vastleggen"
        >
          {(form) => (
            <>
              <SelectField
                name="naar"
                label="Wat is de volgende stap?"
                options={next.map((value) => ({ value, label: achttienToestanden[value] }))}
              />
              <DateField name="op" label="Op welke dag?" />
              {form.watch('naar') === 'plan_gemaakt' && (
                <SelectField
                  name="vervolg"
                  label="Welke hulp is er na 18 jaar?"
                  options={optionsOf(vervolgen)}
                />
              )}
              {(form.watch('vervolg') ?? route.vervolg) === 'wmo' && route.jeugdwet === null && (
                <JeugdwetVelden antwoord="jeugdwet" vorm="jeugdwetVorm" />
              )}
              <TextField
                name="afspraken"
                label="Wat is afgesproken?"
                hint="Of waarom een plan niet nodig is."
                optional
              />
            </>
          )}
        </Form>
      )}
      {one.magWijzigen && (route.jeugdwet !== null || next.length === 0) && <Jeugdwet route={route} />}
    </>
  )
}

/** Asked once the help goes on under another law; the client may change it at any time. */
function JeugdwetVelden({ antwoord, vorm }: { antwoord: string; vorm: string }) {
  return (
    <>
      <RadioField
        name={antwoord}
        label="Mogen gegevens van voor 18 jaar gebruikt en doorgegeven worden?"
        hint="Vraag het de cliënt zelf (Wmo 2015 art. 5.1.1 lid 4). Zonder toestemming gaat alleen mee wat van na de verjaardag is."
        options={optionsOf(jeugdwetAntwoorden)}
      />
      <SelectField name={vorm} label="Hoe gaf de cliënt dit antwoord?" options={optionsOf(jeugdwetVormen)} />
    </>
  )
}

function Jeugdwet({ route }: { route: NonNullable<TrajectDetail['achttien']> }) {
  const toast = useToast()
  const save = useCommand(postJeugdwet, { onDone: () => toast.show('Het antwoord is vastgelegd.') })
  return (
    <FormDisclosure label={route.jeugdwet === null ? 'Toestemming vragen' : 'Ander antwoord vastleggen'}>
      {(close) => (
        <Form
          schema={postJeugdwet.body}
          defaultValues={{ versie: route.versie } as never}
          onSubmit={async (body) => {
            await save.run({ params: { id: route.id }, body })
            close()
          }}
          submitLabel="Antwoord vastleggen"
        >
          <JeugdwetVelden antwoord="antwoord" vorm="vorm" />
          <DateField name="op" label="Op welke dag?" />
        </Form>
      )}
    </FormDisclosure>
  )
}
