import { Button } from '@amsterdam/design-system-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  getSignaal,
  koppelSignaalTerug,
  listSignalen,
  maakMeldingVanSignaal,
  pakSignaalOp,
  type SignaalDetail,
  type SignaalRij,
} from '../domain/contract.ts'
import { uitkomsten } from '../domain/keuzes.ts'
import { signaalActies, signaalToestanden } from '../domain/toestanden.ts'
import { AfrondForm, DoorgeefForm, KoppelForm } from './signaal-forms.tsx'
import { optiesVan, optionsOf, SignaalStand, useSignaalkeuzes } from './velden.tsx'

const crumbs = [{ label: 'Signalen', to: '/signalen' }]
const melderVan = (row: SignaalRij) => row.melder ?? 'Inwoner'

function Uiterlijk({ row }: { row: SignaalRij }) {
  if (!row.uiterlijkOp) return '–'
  return (
    <>
      <DateText date={row.uiterlijkOp} /> {row.isTeLaat && <StatusBadge label="Te laat" tone="fout" />}
    </>
  )
}

/** `/signalen`: what waits to be taken up or finished, the most urgent first. */
export function SignalenPage() {
  const keuzes = useSignaalkeuzes()
  const mag = useMag()
  return (
    <Page
      title="Signalen"
      lead="Zorgen van inwoners en partners. Uw organisatie pakt ze op en laat de melder weten dat er iets is gedaan."
      actions={
        <>
          {mag('signaal.behandelen') && (
            <ButtonLink to="/signalen/telefoon">Telefonisch signaal opschrijven</ButtonLink>
          )}
          {mag('signaal.melden') && (
            <ButtonLink to="/signalen/nieuw" variant="secondary">
              Signaal doorgeven
            </ButtonLink>
          )}
        </>
      }
    >
      <DataTable
        id="signalen"
        caption="Signalen bij uw organisatie"
        captionHidden
        endpoint={listSignalen}
        rowKey={(row) => row.id}
        defaultSort="uiterlijkOp"
        filters={
          <>
            <FilterSelect
              name="status"
              label="Stand"
              options={[{ value: 'open', label: 'Nog te doen' }, ...optionsOf(signaalToestanden)]}
            />
            <FilterSelect name="categorie" label="Soort" options={optiesVan(keuzes.categorieen)} />
            <FilterSelect name="gemeente" label="Gemeente" options={optiesVan(keuzes.gemeenten)} />
            <FilterSelect
              name="van"
              label="Van"
              options={[
                { value: 'inwoner', label: 'Inwoners' },
                { value: 'partner', label: 'Partners' },
              ]}
            />
            <FilterSelect name="teLaat" label="Termijn" options={[{ value: 'ja', label: 'Te laat' }]} />
          </>
        }
        columns={[
          {
            key: 'kenmerk',
            label: 'Kenmerk',
            sortable: true,
            render: (row) => <Link to={`/signalen/${row.id}` as never}>{row.kenmerk}</Link>,
          },
          { key: 'categorie', label: 'Soort' },
          {
            key: 'waar',
            label: 'Wijk',
            render: (row) => [row.wijk, row.gemeente].filter(Boolean).join(', '),
          },
          { key: 'melder', label: 'Van', render: melderVan },
          {
            key: 'gemeldOp',
            label: 'Gemeld op',
            sortable: true,
            render: (row) => <DateText date={row.gemeldOp} />,
          },
          { key: 'status', label: 'Stand', render: (row) => <SignaalStand status={row.status} /> },
          {
            key: 'uiterlijkOp',
            label: 'Uiterlijk op',
            sortable: true,
            render: (row) => <Uiterlijk row={row} />,
          },
          { key: 'opgepaktDoor', label: 'Opgepakt door', render: (row) => row.opgepaktDoor ?? 'Nog niemand' },
        ]}
        empty={{
          title: 'Geen signalen',
          text: 'Er is geen signaal dat hierbij past. Inwoners geven ze door op de openbare pagina.',
        }}
      />
    </Page>
  )
}

/** `/signalen/$id` */
export function SignaalPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: one, error } = useEndpoint(getSignaal, { params: { id } })
  if (!one)
    return (
      <Page title="Signaal" breadcrumbs={crumbs}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  return (
    <Page
      title={`Signaal ${one.kenmerk}`}
      lead={`${one.categorie}, ${[one.wijk, one.gemeente].filter(Boolean).join(', ')}`}
      breadcrumbs={crumbs}
      status={<SignaalStand status={one.status} />}
      narrow
    >
      <Gegevens one={one} />
      <Stappen one={one} />
    </Page>
  )
}

function Gegevens({ one }: { one: SignaalDetail }) {
  const gezin = [
    one.volwassenen !== null && `${one.volwassenen} ${one.volwassenen === 1 ? 'volwassene' : 'volwassenen'}`,
    one.kinderen !== null && `${one.kinderen} ${one.kinderen === 1 ? 'kind' : 'kinderen'}`,
  ].filter(Boolean)
  return (
    <Section title="Wat de melder zag">
      {one.toelichting === null ? (
        <p>
          De tekst en wie het meldde zijn gewist op <DateText date={one.gewistOp!} long />, na de
          bewaartermijn van de regio.
        </p>
      ) : (
        <p className="od-tekst">{one.toelichting}</p>
      )}
      <TermList>
        {one.waar && <Term label="Waar">{one.waar}</Term>}
        {one.ontruimingOp && (
          <Term label="Ontruiming">
            <DateText date={one.ontruimingOp} long />
          </Term>
        )}
        {gezin.length > 0 && <Term label="Huishouden">{gezin.join(', ')}</Term>}
        {one.gewistOp === null && (
          <Term label="Van">
            {melderVan(one)}
            {one.isTelefonisch && ', aan de telefoon'}
          </Term>
        )}
        {one.doorgegevenOp && (
          <Term label="Doorgegeven">
            Op <DateText date={one.doorgegevenOp} /> door {one.doorgegevenVan}
            {one.doorgeefReden && `: ${one.doorgeefReden}`}
          </Term>
        )}
        {one.melderGegevens && (
          <Term label="Contact van de melder">
            {[one.melderGegevens.naam, one.melderGegevens.contact].filter(Boolean).join(', ')}
          </Term>
        )}
        <Term label="Gemeld op">
          <DateText date={one.gemeldOp} />
        </Term>
        {one.uiterlijkOp && (
          <Term label={one.status === 'binnen' ? 'Oppakken voor' : 'Afronden voor'}>
            <Uiterlijk row={one} />
          </Term>
        )}
        <Term label="Opgepakt door">{one.opgepaktDoor ?? 'Nog niemand'}</Term>
        {one.persoonId && (
          <Term label="Cliënt">
            <Link to={`/clienten/${one.persoonId}` as never}>{one.persoon ?? 'Dossier'}</Link>
          </Term>
        )}
        {one.uitkomst && <Uitkomst one={one} />}
      </TermList>
    </Section>
  )
}

function Uitkomst({ one }: { one: SignaalDetail }) {
  return (
    <>
      <Term label="Uitkomst">
        {[uitkomsten[one.uitkomst!], one.uitkomstReden, one.uitkomstToelichting].filter(Boolean).join('. ')}
      </Term>
      {one.meldingId && (
        <Term label="Melding">
          <Link to={`/meldingen/${one.meldingId}` as never}>Open de melding</Link>
        </Term>
      )}
      <Term label="De melder leest">{one.terugkoppeling}</Term>
      {one.teruggekoppeldOp && (
        <Term label="Melder beantwoord op">
          <DateText date={one.teruggekoppeldOp} />
        </Term>
      )}
    </>
  )
}

type Form = 'afronden' | 'koppelen' | 'doorgeven'

/** Only what the state and the own rights allow; the same table decides on the server. */
function Stappen({ one }: { one: SignaalDetail }) {
  const toast = useToast()
  const navigate = useNavigate()
  const [open, setOpen] = useState<Form>()
  const pickUp = useCommand(pakSignaalOp, { onDone: () => toast.show('U heeft het signaal opgepakt.') })
  const answer = useCommand(koppelSignaalTerug, { onDone: () => toast.show('Vastgelegd.') })
  const melding = useCommand(maakMeldingVanSignaal, {
    onDone: async ({ meldingId, nummer }) => {
      toast.show(`Melding ${nummer} is gemaakt. Het signaal is afgerond.`)
      await navigate({ to: `/meldingen/${meldingId}` as never })
    },
  })
  const input = { params: { id: one.id }, body: { versie: one.versie } }
  const knoppen = [
    { actie: 'oppakken', send: pickUp },
    { actie: 'overnemen', send: pickUp },
    { actie: 'melding', send: melding },
  ] as const
  const beantwoord = () => void answer.run({ params: { id: one.id }, body: {} }).catch(() => undefined)
  const formulieren = ['koppelen', 'doorgeven', 'afronden'] as const
  if (!Object.values(one.acties).some(({ ok }) => ok)) return null
  const problem = pickUp.problem ?? answer.problem ?? melding.problem
  return (
    <Section title="Wat doet u ermee?">
      {problem && <ProblemAlert problem={problem} focus />}
      <div className="od-knoppen">
        {knoppen
          .filter(({ actie }) => one.acties[actie].ok)
          .map(({ actie, send }) => (
            <Button
              key={actie}
              type="button"
              variant={actie === 'oppakken' ? 'primary' : 'secondary'}
              disabled={send.busy}
              onClick={() => void send.run(input).catch(() => undefined)}
            >
              {signaalActies[actie]}
            </Button>
          ))}
        {one.acties.terugkoppelen.ok && (
          <Button type="button" variant="primary" disabled={answer.busy} onClick={beantwoord}>
            {signaalActies.terugkoppelen}
          </Button>
        )}
        {formulieren
          .filter((actie) => one.acties[actie].ok && open !== actie)
          .map((actie) => (
            <Button key={actie} type="button" variant="secondary" onClick={() => setOpen(actie)}>
              {signaalActies[actie]}
            </Button>
          ))}
      </div>
      {open === 'koppelen' && one.acties.koppelen.ok && (
        <KoppelForm one={one} onDone={() => setOpen(undefined)} />
      )}
      {open === 'doorgeven' && one.acties.doorgeven.ok && (
        <DoorgeefForm one={one} onDone={() => setOpen(undefined)} />
      )}
      {open === 'afronden' && one.acties.afronden.ok && (
        <AfrondForm one={one} onDone={() => setOpen(undefined)} />
      )}
    </Section>
  )
}
