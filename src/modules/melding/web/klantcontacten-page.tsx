import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { FilterDate } from '../../../ui/table-filters.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  countAdrestoestemmingen,
  countKlantcontacten,
  RegisterKlantcontact,
  registerKlantcontact,
} from '../domain/klantcontact-contract.ts'
import { leeftijdsklassen } from '../domain/status.ts'
import { ToestemmingForm } from './adrestoestemming.tsx'
import { codesOf, keuzesOf, useOpties } from './opties.ts'
import { TelTabel } from './tel-tabel.tsx'

/** `/klantcontacten`: counting at the desk, and the yearly tables of the daklozenloket. */
export function KlantcontactenPage() {
  const mag = useMag()
  return (
    <Page
      title="Klantcontacten"
      lead="Tel contacten aan de balie, zonder naam. Een melding telt vanzelf mee."
    >
      {mag('melding.registreren') && (
        <Section title="Contact tellen">
          <TelForm />
        </Section>
      )}
      {mag('melding.besluiten') && (
        <Section title="Toestemming voor postadres en opvang">
          <p>
            Voor iemand zonder dossier. Heeft iemand een dossier? Leg het dan daar vast, bij Instroom: dan
            telt het ook hier mee.
          </p>
          <ToestemmingForm />
        </Section>
      )}
      <Section title="Aantallen">
        <Aantallen />
      </Section>
    </Page>
  )
}

function TelForm() {
  const toast = useToast()
  const opties = useOpties()
  const register = useCommand(registerKlantcontact, {
    onDone: ({ aantal }) => toast.show(`${formatNumber(aantal)} geteld.`),
  })
  return (
    <Form
      schema={RegisterKlantcontact}
      defaultValues={{ soort: 'contact', aantal: 1 } as Partial<RegisterKlantcontact>}
      warnOnLeave={false}
      submitLabel="Tellen"
      onSubmit={(body) =>
        register.run({
          body: { ...body, gemeenteCode: body.vanElders ? null : body.gemeenteCode },
        })
      }
    >
      {(form) => (
        <>
          <DateField name="op" label="Dag" today />
          <RadioField
            name="soort"
            label="Soort"
            options={[
              { value: 'contact', label: 'Contact' },
              { value: 'gezinsgesprek', label: 'Gesprek met een gezin' },
            ]}
          />
          {form.watch('soort') === 'gezinsgesprek' && (
            <TextField
              name="gezinKenmerk"
              label="Kenmerk van het gezin"
              hint="Een eigen code zonder naam. Dezelfde code telt als één gezin."
              size={20}
              empty={null}
            />
          )}
          <RadioField name="leeftijdsklasse" label="Leeftijd" options={codesOf(leeftijdsklassen)} />
          <CheckboxField name="vanElders" label="Komt van buiten de regio" />
          <SelectField
            name="gemeenteCode"
            label="Gemeente"
            options={keuzesOf(opties?.gemeenten)}
            emptyLabel="Onbekend"
            empty={null}
            optional
          />
          <NumberField name="aantal" label="Aantal" size={6} />
        </>
      )}
    </Form>
  )
}

function Aantallen() {
  const { get } = useSearchParams()
  const periode = { van: get('van') || undefined, tot: get('tot') || undefined }
  const contacten = useEndpoint(countKlantcontacten, { query: periode })
  const toestemmingen = useEndpoint(countAdrestoestemmingen, { query: periode })
  return (
    <div className="od-stapel">
      <search className="od-filters" aria-label="Periode">
        <FilterDate name="van" label="Vanaf" />
        <FilterDate name="tot" label="Tot (die dag telt niet mee)" />
      </search>
      {contacten.error && <ProblemAlert problem={contacten.error} />}
      {contacten.data && (
        <>
          <p>
            Van <DateText date={contacten.data.van} long /> tot <DateText date={contacten.data.tot} long />.
          </p>
          <TelTabel
            caption="Klantcontacten per gemeente en leeftijd"
            kop={[
              'Leeftijd',
              ...contacten.data.gemeenten.map((one) => one.naam),
              'Van elders',
              'Gemeente onbekend',
              'Leeftijd onbekend',
              'Totaal',
            ]}
            rijen={contacten.data.rijen.map((rij) => [
              rij.naam,
              ...contacten.data.gemeenten.map((one) => rij.perGemeente[one.code] ?? 0),
              rij.vanElders,
              rij.gemeenteOnbekend,
              rij.leeftijdOnbekend,
              rij.totaal,
            ])}
          />
          <p>
            Gesprekken met gezinnen: {formatNumber(contacten.data.gezinsgesprekken)}, met{' '}
            {formatNumber(contacten.data.uniekeGezinnen)} verschillende gezinnen.
          </p>
        </>
      )}
      {toestemmingen.data && (
        <TelTabel
          caption="Toestemming voor postadres en opvang"
          kop={[
            'Toestemming',
            ...toestemmingen.data.gemeenten.flatMap((one) => [`${one.naam} < 23`, `${one.naam} 23+`]),
            'Niet toegedeeld',
            'Totaal',
          ]}
          rijen={toestemmingen.data.rijen.map((rij) => [
            rij.naam,
            ...toestemmingen.data.gemeenten.flatMap((one) => [
              rij.perGemeente[one.code]?.onder_23 ?? 0,
              rij.perGemeente[one.code]?.vanaf_23 ?? 0,
            ]),
            rij.nietToegedeeld,
            rij.totaal,
          ])}
        />
      )}
    </div>
  )
}
