import { UnorderedList } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import { formatLong } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { listWegwijzers } from '../../kaart/domain/contract.ts'
import { Openbaar } from '../../kaart/web/openbaar.tsx'
import { getSignaalpunt, stuurSignaal, zoekSignaalstand } from '../domain/openbaar-contract.ts'
import { optiesVan } from './velden.tsx'

type Signaalpunt = z.output<typeof getSignaalpunt.response>

function Bellen({ telefoon }: { telefoon?: string | null | undefined }) {
  return (
    <Alert heading="Is er nu gevaar?">
      <p>
        Bel <a href="tel:112">112</a>.
        {telefoon && (
          <>
            {' '}
            Zorgen om iemand en geen direct gevaar? Dag en nacht:{' '}
            <a href={`tel:${telefoon.replace(/[^+\d]/g, '')}`}>{telefoon}</a>.
          </>
        )}
      </p>
    </Alert>
  )
}

/** `/signaal` */
export function SignaalGemeentePage() {
  const { data, error } = useEndpoint(listWegwijzers, {})
  return (
    <Openbaar>
      <Page
        title="Maakt u zich zorgen om iemand?"
        lead="Laat het ons weten. U hoeft uw naam niet te geven. In welke gemeente is het?"
        narrow
      >
        <Bellen />
        {error && <ProblemAlert problem={error} />}
        {data?.regios.map((regio) => (
          <Section key={regio.naam} title={`Regio ${regio.naam}`}>
            <UnorderedList>
              {regio.gemeenten.map(({ code, naam }) => (
                <UnorderedList.Item key={code}>
                  <Link to={`/signaal/${code}` as never}>{naam}</Link>
                </UnorderedList.Item>
              ))}
            </UnorderedList>
          </Section>
        ))}
        <p>
          Heeft u al een signaal gegeven?{' '}
          <Link to={'/signaal-volgen' as never}>Kijk wat er met uw signaal is gebeurd</Link>.
        </p>
      </Page>
    </Openbaar>
  )
}

/** `/signaal/$code` */
export function SignaalFormulierPage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const { data, error } = useEndpoint(getSignaalpunt, { params: { code } })
  const [sent, setSent] = useState<z.output<typeof stuurSignaal.response>>()
  return (
    <Openbaar>
      <Page
        title={
          sent
            ? 'Uw signaal is ontvangen'
            : data
              ? `Zorgen om iemand in ${data.gemeente}`
              : 'Zorgen om iemand'
        }
        breadcrumbs={[{ label: 'Maakt u zich zorgen om iemand?', to: '/signaal' }]}
        narrow
      >
        {error && !data && <ProblemAlert problem={error} />}
        {data && !sent && <Formulier code={code} punt={data} onSent={setSent} />}
        {sent && <Ontvangen {...sent} telefoon={data?.telefoon} />}
      </Page>
    </Openbaar>
  )
}

function Formulier(props: {
  code: string
  punt: Signaalpunt
  onSent: (answer: z.output<typeof stuurSignaal.response>) => void
}) {
  const send = useCommand(stuurSignaal, { onDone: props.onSent })
  const { punt } = props
  return (
    <>
      <Bellen telefoon={punt.telefoon} />
      <Form
        schema={stuurSignaal.body}
        defaultValues={
          { gemeenteCode: props.code, wijk: null, wilTerugkoppeling: false, website: '' } as never
        }
        onSubmit={(body) => send.run({ body })}
        submitLabel="Signaal versturen"
      >
        <RadioField
          name="categorie"
          label="Waar maakt u zich zorgen om?"
          hint="Kies wat het beste past."
          options={optiesVan(punt.categorieen)}
        />
        <TextAreaField
          name="toelichting"
          label="Wat ziet of hoort u?"
          hint="Schrijf alleen op wat wij moeten weten om te helpen."
          max={2000}
        />
        {punt.wijken.length > 0 && (
          <SelectField
            name="wijk"
            label="In welke wijk?"
            options={optiesVan(punt.wijken)}
            emptyLabel="Weet ik niet"
            empty={null}
            optional
          />
        )}
        <TextField name="waar" label="Adres of plek" optional />
        <CheckboxField name="wilTerugkoppeling" label="Ik wil gebeld of gemaild worden" optional />
        <TextField name="naam" label="Uw naam" optional />
        <TextField
          name="contact"
          label="Uw telefoonnummer of e-mailadres"
          hint="Alleen nodig als u gebeld of gemaild wilt worden."
          optional
        />
        <Valkuil />
        <p className="od-hint">
          Alleen organisaties die hiermee helpen, lezen wat u schrijft. Wij bewaren niet vanaf welk apparaat u
          dit stuurt.
        </p>
      </Form>
    </>
  )
}

/** Out of sight and out of the tab order: only a machine fills it in. */
function Valkuil() {
  const { register } = useFormContext()
  return (
    <div className="ams-visually-hidden" aria-hidden="true">
      <label htmlFor="signaal-website">Website</label>
      <input id="signaal-website" type="text" tabIndex={-1} autoComplete="off" {...register('website')} />
    </div>
  )
}

function Ontvangen(props: { code: string; oppakkenVoor: string; telefoon?: string | null | undefined }) {
  return (
    <>
      <Alert tone="goed" heading="Dank u wel" focus>
        <p>
          Iemand pakt uw signaal op, uiterlijk op {formatLong(props.oppakkenVoor)}. Wilt u weten hoe het ermee
          staat? Bewaar dan deze code:
        </p>
        <p>
          <strong>{props.code}</strong>
        </p>
      </Alert>
      <p>
        Met deze code ziet u op <Link to={'/signaal-volgen' as never}>Volg uw signaal</Link> of wij het hebben
        opgepakt en afgerond. Over de persoon zelf mogen wij u niets vertellen. Wij kunnen de code niet
        opnieuw geven.
      </p>
      <Bellen telefoon={props.telefoon} />
    </>
  )
}

const standen = {
  ontvangen: 'Wij hebben uw signaal ontvangen',
  opgepakt: 'Iemand heeft uw signaal opgepakt',
  afgerond: 'Uw signaal is afgerond',
} as const

/** `/signaal-volgen` */
export function SignaalVolgenPage() {
  const [stand, setStand] = useState<z.output<typeof zoekSignaalstand.response>>()
  const search = useCommand(zoekSignaalstand, { onDone: setStand, invalidates: [] })
  return (
    <Openbaar>
      <Page
        title="Volg uw signaal"
        lead="Vul de code in die u kreeg toen u uw signaal gaf."
        breadcrumbs={[{ label: 'Maakt u zich zorgen om iemand?', to: '/signaal' }]}
        narrow
      >
        <Form
          schema={zoekSignaalstand.body}
          defaultValues={{ code: '' }}
          warnOnLeave={false}
          submitLabel="Toon de stand"
          onSubmit={(body) => {
            setStand(undefined)
            return search.run({ body })
          }}
        >
          <TextField name="code" label="Code" hint="Drie groepen van vier, bijvoorbeeld K7QM-2XPD-9RTW" />
        </Form>
        {stand && (
          <Alert tone="info" heading={standen[stand.stand as keyof typeof standen]} focus>
            <p>
              Ontvangen op {formatLong(stand.gemeldOp)}.
              {stand.opgepaktOp
                ? ` Opgepakt op ${formatLong(stand.opgepaktOp)}.`
                : ` Iemand pakt het op, uiterlijk op ${formatLong(stand.oppakkenVoor)}.`}
              {stand.afgerondOp && ` Afgerond op ${formatLong(stand.afgerondOp)}.`}
            </p>
            {stand.terugkoppeling && <p>{stand.terugkoppeling}</p>}
            <p>Over de persoon zelf mogen wij u niets vertellen.</p>
          </Alert>
        )}
      </Page>
    </Openbaar>
  )
}
