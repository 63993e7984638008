import { Button } from '@amsterdam/design-system-react'
import { useEffect, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import { formatLong } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxGroupField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatCount } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { Openbaar } from '../../kaart/web/openbaar.tsx'
import {
  duren,
  geslachten,
  gezinnen,
  herkomsten,
  leeftijden,
  oorzaken,
  slaapplekken,
} from '../domain/keuzes.ts'
import {
  AntwoordInvoer,
  bekijkTellinglink,
  bewaarTellingantwoord,
  meldTellingKlaar,
  type Telling,
  wisTellingantwoord,
} from '../domain/openbaar.ts'

type Antwoord = Telling['antwoorden'][number]

const optionsOf = (namen: Readonly<Record<string, string>>) =>
  Object.entries(namen).map(([value, label]) => ({ value, label }))

/** `/tellen#…`: one person at a time, without an account. The secret is behind the hash, which no server ever logs. */
export function TellenPage() {
  const [token] = useState(() => window.location.hash.slice(1))
  return (
    <Openbaar>
      <Page
        title="Tellen wie geen eigen plek heeft"
        lead="Vul voor elke mens die u kent één keer de vragen in. Noem geen namen: van wat u invult blijft alleen een code over."
        narrow
      >
        {token === '' ? (
          <Alert tone="let_op" heading="De link is niet compleet">
            <p>Kopieer de hele link uit het bericht dat u kreeg.</p>
          </Alert>
        ) : (
          <Inhoud token={token} />
        )}
      </Page>
    </Openbaar>
  )
}

function Inhoud({ token }: { token: string }) {
  const { data, error } = useEndpoint(bekijkTellinglink, { body: { token } })
  const [bezig, setBezig] = useState<Antwoord | undefined>()
  const [gedaan, setGedaan] = useState<{ nieuw: boolean; keer: number }>()
  if (!data) return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  if (!data.isOpen)
    return (
      <Alert heading={`${data.telling} begint op ${formatLong(data.teldag)}`}>
        <p>
          Deze link is voor {data.organisatie}. Kom op die dag ermee terug. U kunt dan antwoorden tot en met{' '}
          {formatLong(data.sluitOp)}.
        </p>
      </Alert>
    )
  return (
    <>
      <p>
        {data.telling} van {data.regio}, voor <strong>{data.organisatie}</strong>. Het gaat om de nacht voor{' '}
        {formatLong(data.teldag)}. Antwoorden en wijzigen kan tot en met {formatLong(data.sluitOp)}.
      </p>
      {gedaan && (
        <Alert
          key={gedaan.keer}
          tone="goed"
          heading={gedaan.nieuw ? `Mens ${data.antwoorden.length} is geteld` : 'Het antwoord is gewijzigd'}
          focus
        >
          <p>Kent u nog iemand? Vul de vragen opnieuw in. Anders kiest u onderaan dat u klaar bent.</p>
        </Alert>
      )}
      {bezig && (
        <Alert key={`wijzigt-${bezig.id}`} heading={`U wijzigt mens ${nummerVan(data, bezig)}`} focus>
          <p>Bewaar de wijziging onderaan deze vragen, of kies daar Annuleren.</p>
        </Alert>
      )}
      <MensForm
        key={bezig?.id ?? 'nieuw'}
        token={token}
        antwoord={bezig}
        onDone={() => {
          setGedaan((vorige) => ({ nieuw: !bezig, keer: (vorige?.keer ?? 0) + 1 }))
          setBezig(undefined)
        }}
        onCancel={() => setBezig(undefined)}
      />
      <Eigen
        token={token}
        stand={data}
        onWijzig={(antwoord) => {
          setGedaan(undefined)
          setBezig(antwoord)
        }}
      />
    </>
  )
}

const nummerVan = (stand: Telling, antwoord: Antwoord) =>
  stand.antwoorden.findIndex((one) => one.id === antwoord.id) + 1

function MensForm(props: {
  token: string
  antwoord: Antwoord | undefined
  onDone: () => void
  onCancel: () => void
}) {
  const { token, antwoord, onDone, onCancel } = props
  const bewaar = useCommand(bewaarTellingantwoord, { onDone })
  const { heeftCode, ...inhoud } = antwoord ?? { heeftCode: false }
  return (
    <Section title={antwoord ? 'Antwoord wijzigen' : 'Iemand tellen'}>
      <Form
        schema={AntwoordInvoer}
        defaultValues={antwoord ? { token, ...inhoud } : { token, kinderen: 0, oorzaken: [] }}
        submitLabel={antwoord ? 'Wijziging bewaren' : 'Deze mens tellen'}
        startsAgain={!antwoord}
        onSubmit={(body) => bewaar.run({ body })}
        actions={
          antwoord && (
            <Button type="button" variant="tertiary" onClick={onCancel}>
              Annuleren
            </Button>
          )
        }
      >
        <RadioField name="klasse" label="Waar sliep deze mens?" options={optionsOf(slaapplekken)} />
        <SelectField name="leeftijd" label="Leeftijd" options={optionsOf(leeftijden)} />
        <RadioField name="geslacht" label="Geslacht" options={optionsOf(geslachten)} />
        <Gezin />
        <RadioField name="herkomst" label="Nationaliteit" options={optionsOf(herkomsten)} />
        <SelectField name="duur" label="Hoe lang al zonder eigen plek?" options={optionsOf(duren)} />
        <CheckboxGroupField
          name="oorzaken"
          label="Waardoor?"
          hint="U kunt meer kiezen."
          options={optionsOf(oorzaken)}
        />
        <p>
          Met de volgende vragen zien wij of iemand bij twee organisaties is geteld. Ze worden meteen een code
          en niet bewaard. Weet u iets niet? Laat het leeg.
          {heeftCode && ' Laat ze leeg om de code van dit antwoord te houden.'}
        </p>
        <TextField name="voorletter" label="Eerste letter van de voornaam" optional empty={null} />
        <TextField
          name="achternaam"
          label="Eerste drie letters van de achternaam"
          hint="Zonder van, de of el"
          optional
          empty={null}
        />
        <NumberField name="geboortejaar" label="Geboortejaar" hint="Vier cijfers" optional empty={null} />
        <NumberField
          name="geboortemaand"
          label="Geboortemaand"
          hint="1 tot en met 12"
          optional
          empty={null}
        />
      </Form>
    </Section>
  )
}

/** Who turns out to be alone has no children here: a number that is out of sight would stop the answer. */
function Gezin() {
  const form = useFormContext<z.input<typeof AntwoordInvoer>>()
  const gezin = form.watch('gezin')
  const zonderKinderen = gezin === 'alleen' || gezin === 'paar'
  useEffect(() => {
    if (zonderKinderen) form.setValue('kinderen', 0)
  }, [form, zonderKinderen])
  return (
    <>
      <RadioField name="gezin" label="Alleen of samen?" options={optionsOf(gezinnen)} />
      {gezin === 'met_kinderen' && (
        <NumberField name="kinderen" label="Hoeveel kinderen jonger dan 18 zijn erbij?" />
      )}
    </>
  )
}

function Eigen(props: { token: string; stand: Telling; onWijzig: (antwoord: Antwoord | undefined) => void }) {
  const { token, stand, onWijzig } = props
  const toast = useToast()
  const [weg, setWeg] = useState<Antwoord>()
  const wis = useCommand(wisTellingantwoord, {
    onDone: () => {
      onWijzig(undefined)
      toast.show('Het antwoord is gewist.')
    },
  })
  const klaar = useCommand(meldTellingKlaar, {
    onDone: () => toast.show('Dank u wel. U bent klaar met tellen.'),
  })
  return (
    <Section title="Wat u al invulde">
      {(wis.problem ?? klaar.problem) && <ProblemAlert problem={(wis.problem ?? klaar.problem)!} focus />}
      <p>
        {stand.antwoorden.length === 0
          ? 'U telde nog niemand.'
          : `U telde ${formatCount(stand.antwoorden.length, 'mens', 'mensen')}.`}
      </p>
      <ol className="od-kaarten">
        {stand.antwoorden.map((one, i) => (
          <li key={one.id}>
            <h3 className="ams-heading ams-heading--4">Mens {i + 1}</h3>
            <p>
              {slaapplekken[one.klasse]}. {geslachten[one.geslacht]}, {leeftijden[one.leeftijd].toLowerCase()}
              . {one.heeftCode ? 'Met code.' : 'Zonder code.'}
            </p>
            <p>
              <Button type="button" variant="secondary" onClick={() => onWijzig(one)}>
                Mens {i + 1} wijzigen
              </Button>{' '}
              <Button type="button" variant="tertiary" disabled={wis.busy} onClick={() => setWeg(one)}>
                Mens {i + 1} wissen
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <ConfirmDialog
        open={weg !== undefined}
        danger
        heading={`Mens ${weg ? nummerVan(stand, weg) : ''} wissen?`}
        confirmLabel="Ja, wissen"
        onConfirm={() => {
          setWeg(undefined)
          void wis.run({ body: { token, id: weg!.id } }).catch(() => undefined)
        }}
        onCancel={() => setWeg(undefined)}
      >
        <p>Deze mens telt dan niet meer mee. U kunt de vragen wel opnieuw invullen.</p>
      </ConfirmDialog>
      {stand.isKlaar ? (
        <p>U zei dat u klaar bent. Wijzigen kan nog tot en met {formatLong(stand.sluitOp)}.</p>
      ) : (
        <div>
          <Button
            type="button"
            variant="secondary"
            disabled={klaar.busy}
            onClick={() => void klaar.run({ body: { token } }).catch(() => undefined)}
          >
            {stand.antwoorden.length === 0 ? 'Wij kennen niemand' : 'Wij zijn klaar met tellen'}
          </Button>
        </div>
      )}
    </Section>
  )
}
