import { formatShort } from '../../../shared/plain-date.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  eindigVoRoute,
  kiesVoRoute,
  legRoodAfwijkingVast,
  plaatsVoRoute,
  type VrouwenopvangDossier,
} from '../domain/contract.ts'
import { voRoutes } from '../domain/keuzes.ts'
import { routeBijCode } from '../domain/rules.ts'
import { naRouteActie, routeActies, routeToestanden } from '../domain/toestanden.ts'
import { optionsOf } from './opties.ts'

type Props = { readonly persoonId: string; readonly data: VrouwenopvangDossier }
type Route = VrouwenopvangDossier['routes'][number]

const tonen = {
  te_regelen: 'let_op',
  geplaatst: 'goed',
  beeindigd: 'neutraal',
  vervallen: 'neutraal',
} as const

export function RouteDeel({ persoonId, data }: Props) {
  const mag = useMag()('vrouwenopvang.wijzigen')
  const loopt = data.routes.some((route) => naRouteActie(route.status, 'eindigen'))
  return (
    <>
      {data.code ? (
        <p>
          Code {data.code.naam.charAt(0).toLowerCase() + data.code.naam.slice(1)}. Vastgelegd op{' '}
          <DateText date={data.code.op} />. De weg is: {voRoutes[routeBijCode[data.code.code]].toLowerCase()}.
        </p>
      ) : (
        <p>Er is nog geen code rood, oranje of groen. Die komt uit de triage van de melding.</p>
      )}
      {data.code?.code === 'rood' && <Rood persoonId={persoonId} data={data} mag={mag} />}
      {data.routes.map((route) => (
        <RouteFeiten key={route.id} route={route} data={data} mag={mag} />
      ))}
      {mag && data.code && !loopt && (
        <FormDisclosure label="Route kiezen">
          {(close) => <KiesForm persoonId={persoonId} onDone={close} />}
        </FormDisclosure>
      )}
    </>
  )
}

/** Code rood stays out of the region, unless somebody decided otherwise (VO-02). */
function Rood({ persoonId, data, mag }: Props & { mag: boolean }) {
  const besluit = data.roodAfwijking
  if (besluit)
    return (
      <p>
        Toch in de regio: {besluit.beslotenDoor} besloot dat op <DateText date={besluit.beslotenOp} />. Reden:{' '}
        {besluit.reden}
      </p>
    )
  return (
    <>
      <p>Een voorstel of verblijf in de regio kan niet, zolang niemand anders besluit.</p>
      {mag && (
        <FormDisclosure label="Vastleggen dat het toch in de regio kan">
          {(close) => <RoodForm persoonId={persoonId} onDone={close} />}
        </FormDisclosure>
      )}
    </>
  )
}

function RoodForm({ persoonId, onDone }: { persoonId: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(legRoodAfwijkingVast, {
    onDone: () => {
      toast.show('Het besluit is vastgelegd. Een plek in de regio kan nu.')
      onDone()
    },
  })
  return (
    <Form
      schema={legRoodAfwijkingVast.body}
      defaultValues={{} as never}
      draftKey={`vo-rood-${persoonId}`}
      submitLabel="Besluit vastleggen"
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <TextField name="reden" label="Waarom kan het hier toch veilig?" hint="Leg nergens een adres vast." />
      <TextField name="beslotenDoor" label="Wie besloot dat?" hint="Naam en functie" />
      <DateField name="beslotenOp" label="Op welke dag?" />
    </Form>
  )
}

function RouteFeiten({ route, data, mag }: { route: Route; data: VrouwenopvangDossier; mag: boolean }) {
  return (
    <div className="od-stapel">
      <TermList width="medium">
        <Term label={voRoutes[route.route]}>
          <StatusBadge label={routeToestanden[route.status]} tone={tonen[route.status]} /> code {route.code},
          gekozen op <DateText date={route.gekozenOp} />
        </Term>
        {route.geplaatstOp && (
          <Term label="Eerste nacht">
            <DateText date={route.geplaatstOp} />
          </Term>
        )}
        {route.eldersRegio && (
          <Term label="Plek">
            {route.eldersOrganisatie}, {route.eldersRegio}. Contact: {route.eldersContact}
          </Term>
        )}
        {route.afgerondOp && (
          <Term label="Geëindigd">
            <DateText date={route.afgerondOp} />: {route.eindeReden}
          </Term>
        )}
      </TermList>
      {mag && naRouteActie(route.status, 'plaatsen') && (
        <FormDisclosure label={routeActies.plaatsen}>
          {(close) => <PlaatsForm route={route} data={data} onDone={close} />}
        </FormDisclosure>
      )}
      {mag && naRouteActie(route.status, 'eindigen') && (
        <FormDisclosure label={routeActies.eindigen}>
          {(close) => <EindeForm route={route} onDone={close} />}
        </FormDisclosure>
      )}
    </div>
  )
}

function KiesForm({ persoonId, onDone }: { persoonId: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(kiesVoRoute, {
    onDone: () => {
      toast.show('De route is gekozen. Regel nu een plek.')
      onDone()
    },
  })
  return (
    <Form
      schema={kiesVoRoute.body}
      defaultValues={{}}
      submitLabel="Route vastleggen"
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <RadioField name="route" label="Waar gaat de cliënt heen?" options={optionsOf(voRoutes)} />
    </Form>
  )
}

function PlaatsForm({
  route,
  data,
  onDone,
}: {
  route: Route
  data: VrouwenopvangDossier
  onDone: () => void
}) {
  const toast = useToast()
  const save = useCommand(plaatsVoRoute, {
    onDone: () => {
      toast.show('De plek is vastgelegd.')
      onDone()
    },
  })
  return (
    <Form
      schema={plaatsVoRoute.body}
      defaultValues={{ versie: route.versie } as never}
      draftKey={`vo-route-${route.id}-plek`}
      submitLabel="Plek vastleggen"
      onSubmit={(body) => save.run({ params: { id: route.id }, body })}
    >
      <DateField name="op" label="Eerste nacht" />
      {route.route === 'plek_in_regio' ? (
        <SelectField
          name="verblijfId"
          label="Welk verblijf?"
          hint="Staat het er niet bij? Leg dan eerst de aankomst vast."
          empty={null}
          options={data.verblijven.map((one) => ({
            value: one.id,
            label: `${one.product}, sinds ${formatShort(one.begonnenOp)}`,
          }))}
        />
      ) : (
        <>
          <TextField name="eldersRegio" label="Regio" hint="Leg nergens een adres vast." empty={null} />
          <TextField name="eldersOrganisatie" label="Organisatie" empty={null} />
          <TextField name="eldersContact" label="Wie is daar te bereiken?" empty={null} />
        </>
      )}
    </Form>
  )
}

function EindeForm({ route, onDone }: { route: Route; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(eindigVoRoute, {
    onDone: () => {
      toast.show('De route is geëindigd.')
      onDone()
    },
  })
  return (
    <Form
      schema={eindigVoRoute.body}
      defaultValues={{ versie: route.versie } as never}
      draftKey={`vo-route-${route.id}-einde`}
      submitLabel="Vastleggen dat de route eindigt"
      onSubmit={(body) => save.run({ params: { id: route.id }, body })}
    >
      <DateField name="op" label="Op welke dag?" />
      <TextField name="reden" label="Waarom?" hint="Gaat de cliënt wonen? Spreek dan ook nazorg af." />
    </Form>
  )
}
