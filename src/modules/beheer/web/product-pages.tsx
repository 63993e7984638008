import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { changeProductEndpoint, endProductEndpoint, registerProductEndpoint } from '../domain/contract.ts'
import { rijOp } from '../domain/gedateerd.ts'
import { domeinen, duurTekst, productRegel } from '../domain/soorten.ts'
import { beheerCrumb } from './dated-list-page.tsx'
import { datedScreen, type Regel, useProducten, useRegels } from './dated-screen.tsx'
import { Stand } from './organisatie-pages.tsx'
import { optionsOf } from './screens.tsx'
import { today } from './today.ts'

const crumbs = [beheerCrumb, { label: 'Producten en verblijfsduur', to: '/beheer/producten' }]
const gezinnen = {
  ja: 'Met en zonder kinderen',
  nee: 'Alleen zonder kinderen',
  alleen: 'Alleen gezinnen met kinderen',
}
const toegang = {
  direct: 'Direct, zonder besluit',
  besluit: 'Na een besluit',
  beschikking: 'Na een beschikking',
}
const eenheden = { dagen: 'dagen', weken: 'weken', maanden: 'maanden' }

function duur(waarde: { maximumAantal?: unknown; maximumEenheid?: unknown } | undefined): string {
  return typeof waarde?.maximumAantal === 'number'
    ? duurTekst(waarde.maximumAantal, waarde.maximumEenheid as keyof typeof eenheden)
    : 'Geen grens'
}

/** The longest stay of a product, with the same screens as any other dated rule. */
export const verblijfsduur = datedScreen(productRegel, {
  pad: '/beheer/verblijfsduur',
  titel: 'Langste verblijf',
  lead: 'Hoe lang een verblijf hoogstens duurt. Een nieuwe grens geldt voor nieuwe verblijven.',
  naam: () => 'Langste verblijf',
  inhoud: (waarde) => `${duur(waarde)}, waarschuwing ${waarde.waarschuwDagen} dagen ervoor`,
  eindigen:
    'Wie er nu verblijft, houdt de afgesproken uiterste dag. Nieuwe verblijven hebben vanaf deze dag geen grens.',
  nieuw: {
    knop: 'Langste verblijf vastleggen',
    waarde: { maximumAantal: null, maximumEenheid: null, waarschuwDagen: 28, bron: null },
    velden: () => <ProductVeld />,
  },
  velden: () => (
    <>
      <NumberField
        name="waarde.maximumAantal"
        label="Langste verblijf"
        hint="Leeg als er geen grens is."
        optional
        empty={null}
      />
      <SelectField
        name="waarde.maximumEenheid"
        label="Eenheid"
        options={optionsOf(eenheden)}
        optional
        empty={null}
      />
      <NumberField name="waarde.waarschuwDagen" label="Hoeveel dagen ervoor waarschuwen?" suffix="dagen" />
    </>
  ),
})

function ProductVeld() {
  const producten = useProducten()
  return (
    <SelectField
      name="sleutel.productId"
      label="Product"
      options={producten.map((one) => ({ value: one.id, label: one.naam }))}
    />
  )
}

export function ProductenPage() {
  const mag = useMag()
  const producten = useProducten()
  const { regels } = useRegels(verblijfsduur.soort)
  const ruleOf = (id: string) =>
    rijOp(
      (regels ?? []).filter((regel) => regel.sleutel.productId === id),
      today(),
    )
  return (
    <Page
      title="Producten en verblijfsduur"
      lead="Wat de regio biedt, hoe men erin komt en hoe lang een verblijf hoogstens duurt."
      breadcrumbs={[beheerCrumb]}
      actions={
        mag('beheer.wijzigen') && <ButtonLink to="/beheer/producten/nieuw">Product toevoegen</ButtonLink>
      }
    >
      {producten.length === 0 && (
        <EmptyState
          title="Nog geen producten"
          text="Voeg toe wat de regio biedt, bijvoorbeeld nachtopvang of beschermd wonen."
        />
      )}
      {Object.entries(domeinen)
        .map(([domein, naam]) => [naam, producten.filter((one) => one.domein === domein)] as const)
        .filter(([, list]) => list.length > 0)
        .map(([naam, list]) => (
          <Section key={naam} title={naam}>
            <section className="ams-table od-tabelvak" aria-label={naam}>
              <table className="ams-table__table od-tabel od-tabel--stapelt">
                <caption className="ams-visually-hidden">{naam}</caption>
                <thead>
                  <tr>
                    {['Product', 'Langste verblijf', 'Gezinnen', 'Toegang', 'Stand'].map((label) => (
                      <th key={label} scope="col" className="ams-table__header-cell">
                        {label}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {list.map((one) => (
                    <tr key={one.id}>
                      <th scope="row" className="ams-table__cell">
                        <Link to={`/beheer/producten/${one.id}` as never}>{one.naam}</Link>
                      </th>
                      <td className="ams-table__cell" data-label="Langste verblijf">
                        {duur(ruleOf(one.id)?.waarde)}
                      </td>
                      <td className="ams-table__cell" data-label="Gezinnen">
                        {gezinnen[one.gezinnen]}
                      </td>
                      <td className="ams-table__cell" data-label="Toegang">
                        {toegang[one.toegang]}
                      </td>
                      <td className="ams-table__cell" data-label="Stand">
                        <Stand tot={one.tot} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </Section>
        ))}
    </Page>
  )
}

function Velden() {
  return (
    <>
      <TextField name="naam" label="Naam" />
      <TextAreaField name="omschrijving" label="Omschrijving" optional max={1000} />
      <CheckboxField name="nachtregistratie" label="Per nacht bijhouden wie er is" />
      <RadioField name="gezinnen" label="Voor wie?" options={optionsOf(gezinnen)} />
      <RadioField name="toegang" label="Wanneer mag iemand op de wachtlijst?" options={optionsOf(toegang)} />
      <TextField name="bron" label="Bron" optional empty={null} />
    </>
  )
}

export function ProductNieuwPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(registerProductEndpoint, {
    onDone: async ({ id }) => {
      toast.show('Product toegevoegd. Leg nu het langste verblijf vast.')
      await navigate({ to: `/beheer/producten/${id}` as never })
    },
  })
  return (
    <FormPage
      title="Product toevoegen"
      breadcrumbs={crumbs}
      schema={registerProductEndpoint.body}
      defaultValues={{ gezinnen: 'ja', toegang: 'besluit', nachtregistratie: false, omschrijving: '' }}
      draftKey="product-nieuw"
      submitLabel="Product toevoegen"
      onSubmit={(body) => save.run({ body })}
    >
      <TextField
        name="code"
        label="Code"
        hint="Kort, bijvoorbeeld NO. De code blijft altijd gelijk."
        size={12}
      />
      <SelectField name="domein" label="Deel van de keten" options={optionsOf(domeinen)} />
      <Velden />
      <DateField name="van" label="Vanaf wanneer" />
    </FormPage>
  )
}

export function ProductPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const toast = useToast()
  const product = useProducten().find((one) => one.id === id)
  const { regels } = useRegels(verblijfsduur.soort)
  const save = useCommand(changeProductEndpoint, { onDone: () => toast.show('Product opgeslagen.') })
  const end = useCommand(endProductEndpoint, { onDone: () => toast.show('Het einde is vastgelegd.') })
  if (!product || !regels)
    return (
      <Page title="Product" breadcrumbs={crumbs} narrow>
        <p role="status">Bezig met laden…</p>
      </Page>
    )
  const rows = regels.filter((regel) => regel.sleutel.productId === id)
  return (
    <Page title={product.naam} breadcrumbs={crumbs} status={<Stand tot={product.tot} />} narrow>
      <TermList>
        <Term label="Code">{product.code}</Term>
        <Term label="Deel van de keten">{domeinen[product.domein]}</Term>
        <Term label="Sinds">
          <DateText date={product.van} long />
        </Term>
      </TermList>
      <Section
        title="Langste verblijf"
        actions={
          mag('beheer.wijzigen') &&
          (rows.length > 0 ? (
            <ButtonLink to="/beheer/verblijfsduur/wijzigen" search={{ productId: id }} variant="secondary">
              Langste verblijf wijzigen
            </ButtonLink>
          ) : (
            <ButtonLink to="/beheer/verblijfsduur/nieuw" variant="secondary">
              Langste verblijf vastleggen
            </ButtonLink>
          ))
        }
      >
        <RegelLijst rows={rows} />
      </Section>
      {mag('beheer.wijzigen') && (
        <>
          <Section title="Gegevens wijzigen">
            <Form
              schema={changeProductEndpoint.body}
              defaultValues={{ ...product }}
              draftKey={`product-${id}`}
              submitLabel="Wijzigingen opslaan"
              onSubmit={(body) => save.run({ params: { id }, body })}
            >
              <Velden />
            </Form>
          </Section>
          <Section title="Niet meer geven">
            <p>Nieuwe verblijven kunnen dan niet meer. Wie er verblijft, blijft.</p>
            <Form
              schema={z.object({ tot: Datum })}
              defaultValues={{}}
              warnOnLeave={false}
              submitLabel="Einde vastleggen"
              onSubmit={({ tot }) => end.run({ params: { id }, body: { tot, versie: product.versie } })}
            >
              <DateField name="tot" label="Niet meer vanaf" />
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}

function RegelLijst({ rows }: { rows: readonly Regel[] }) {
  if (rows.length === 0) return <p>Er is geen grens vastgelegd.</p>
  return (
    <ul className="ams-unordered-list">
      {rows.map((row) => (
        <li key={row.van} className="ams-unordered-list__item">
          Vanaf <DateText date={row.van} />
          {row.tot && (
            <>
              {' '}
              tot <DateText date={row.tot} />
            </>
          )}
          : {duur(row.waarde)}, waarschuwing {String(row.waarde.waarschuwDagen)} dagen ervoor
        </li>
      ))}
    </ul>
  )
}
