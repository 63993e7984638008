import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { usePlekkeuzes } from '../../plek/web/keuzes.ts'
import { getVerblijf } from '../domain/api.ts'
import { verblijfSoorten } from '../domain/contract.ts'
import { TermijnBadge, VertrekBadge } from './lijst-page.tsx'
import {
  Herstel,
  Uitstroomgereed,
  Verhuizing,
  Verlenging,
  Vertrek,
  VerwachtEinde,
} from './verblijf-forms.tsx'

export type VerblijfDetail = z.output<(typeof getVerblijf)['response']>

/** `/verblijven/$id` */
export function VerblijfPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const answer = useEndpoint(getVerblijf, { params: { id } })
  const one = answer.data
  if (!one)
    return (
      <Page title="Verblijf" breadcrumbs={[{ label: 'Verblijven', to: '/verblijven' }]}>
        {answer.error && <ProblemAlert problem={answer.error} />}
      </Page>
    )
  const running = one.geeindigdOp === null
  return (
    <Page
      title={`Verblijf van ${one.naam}`}
      breadcrumbs={[{ label: 'Verblijven', to: '/verblijven' }]}
      status={<StatusBadge label={running ? 'Loopt' : 'Geëindigd'} tone={running ? 'info' : 'neutraal'} />}
    >
      <Feiten one={one} />
      {one.magVastleggen && running && (
        <Section title="Vastleggen">
          <Tabs
            items={[
              { id: 'vertrek', label: 'Vertrek', content: <Vertrek one={one} /> },
              {
                id: 'verhuizen',
                label: 'Andere plek',
                content: (
                  <Verhuizing
                    one={one}
                    onMoved={(next) => void navigate({ to: `/verblijven/${next}` as never })}
                  />
                ),
              },
              { id: 'gereed', label: 'Klaar om te vertrekken', content: <Uitstroomgereed one={one} /> },
              { id: 'verwacht', label: 'Verwacht einde', content: <VerwachtEinde one={one} /> },
              { id: 'verlengen', label: 'Verlengen', content: <Verlenging one={one} /> },
            ]}
          />
        </Section>
      )}
      {one.magVastleggen && !running && one.magHerstellen.ok && (
        <Section title="Vertrek terugdraaien">
          <Herstel one={one} />
        </Section>
      )}
      {!running && !one.magHerstellen.ok && <p className="od-hint">{one.magHerstellen.reden}</p>}
    </Page>
  )
}

function Feiten({ one }: { one: VerblijfDetail }) {
  const keuzes = usePlekkeuzes()
  return (
    <>
      <TermList>
        <Term label="Plek">
          {one.locatieId ? (
            <Link to={`/locaties/${one.locatieId}` as never}>{one.locatie}</Link>
          ) : (
            one.locatie
          )}
          , {one.plek}
        </Term>
        <Term label="Product">{one.product}</Term>
        <Term label="Soort verblijf">{verblijfSoorten[one.soort as 'regulier']}</Term>
        <Term label="Sinds">
          <DateText date={one.begonnenOp} long /> ({one.nachten} nachten)
        </Term>
        {one.geeindigdOp ? (
          <Term label="Geëindigd op">
            <DateText date={one.geeindigdOp} long />:{' '}
            {keuzes.naamVan('eindreden_verblijf', one.eindreden ?? '')}, naar{' '}
            {keuzes.naamVan('bestemming', one.bestemming ?? '')}
          </Term>
        ) : (
          <Term label="Uiterlijk tot">
            {one.uiterlijkOp && <DateText date={one.uiterlijkOp} long />} <TermijnBadge rij={one} />
          </Term>
        )}
        <Term label="Verwacht einde" empty="Niet ingevuld">
          {one.verwachtEindeOp && (
            <>
              <DateText date={one.verwachtEindeOp} long /> <VertrekBadge rij={one} />
            </>
          )}
        </Term>
        {one.verwachtEindeReden && (
          <Term label="Waarom het verwachte einde veranderde">{one.verwachtEindeReden}</Term>
        )}
        {one.overschrijdingReden && (
          <Term label="Waarom langer dan het maximum">
            {keuzes.naamVan('overschrijdingsreden', one.overschrijdingReden)}
          </Term>
        )}
        {one.uitstroomgereedOp && (
          <Term label="Klaar om te vertrekken">
            sinds <DateText date={one.uitstroomgereedOp} />, wacht op:{' '}
            {keuzes.naamVan('overschrijdingsreden', one.uitstroomWachtOp ?? '')}
          </Term>
        )}
        {one.afwijkingReden && <Term label="Waarom deze plek">{one.afwijkingReden}</Term>}
        {one.gezinReden && <Term label="Waarom kinderen hier">{one.gezinReden}</Term>}
        <Term label="Bewoners">
          <ul>
            {one.bewoners.map((lid) => (
              <li key={lid.persoonId + lid.van}>
                <Link to={`/clienten/${lid.persoonId}` as never}>{lid.naam}</Link>
                {lid.isAanspreekpunt ? ', aanspreekpunt' : ''}
                {lid.tot && (
                  <>
                    , tot <DateText date={lid.tot} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </Term>
        <Term label="Nachten, laatste 30 dagen">
          {one.nachten30.aanwezig} aanwezig, {one.nachten30.afwezig} afwezig ({one.nachten30.zonder} zonder
          bericht)
        </Term>
        <Term label="Volgende stap" empty="Geen; de opvolging is afgesloten">
          {one.opvolging && (
            <>
              {one.opvolging.volgendeStap}, uiterlijk <DateText date={one.opvolging.volgendeStapOp} />, door{' '}
              {one.opvolging.contact} ({one.opvolging.organisatie})
            </>
          )}
        </Term>
      </TermList>
      {one.verlengingen.length > 0 && (
        <Section title="Verlengingen">
          <ul>
            {one.verlengingen.map((row) => (
              <li key={row.besloten + row.nieuw}>
                Op <DateText date={row.besloten} />: tot <DateText date={row.nieuw} /> (was{' '}
                <DateText date={row.oud} />
                ), {keuzes.naamVan('overschrijdingsreden', row.reden)}
                {row.toelichting ? `: ${row.toelichting}` : ''}
                {row.door ? `, door ${row.door}` : ''}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
