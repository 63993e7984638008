import { formatLong, formatShort } from '../../../shared/plain-date.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { LineChart } from '../../../ui/line-chart.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import type { PlanDetail, PlanRij, PlanVersie } from '../domain/api.ts'
import { versieToestanden } from '../domain/toestanden.ts'
import {
  akkoordwijzen,
  evaluatiebesluiten,
  meegeefwijzen,
  perspectieven,
  reactiewijzen,
  scorewoorden,
} from '../domain/woorden.ts'

const tonen: Record<PlanVersie['status'], StatusTone> = {
  concept: 'info',
  wacht_op_client: 'wacht',
  wacht_op_begeleider: 'wacht',
  vastgesteld: 'goed',
  vervangen: 'neutraal',
}

export function VersieStand({ status }: { status: PlanVersie['status'] }) {
  return <StatusBadge label={versieToestanden[status]} tone={tonen[status]} />
}

export function EvaluatieStand({ stand }: { stand: PlanRij['evaluatieStand'] }) {
  if (stand === 'te_laat') return <StatusBadge label="Bespreking te laat" tone="let_op" />
  return stand === 'bijna' ? <StatusBadge label="Bespreking binnenkort" tone="wacht" /> : null
}

/** The perspective, the agreements and what happened to this version. */
export function VersieFeiten({ versie }: { versie: PlanVersie }) {
  const { clientAkkoord, begeleiderAkkoord, meegegeven } = versie
  return (
    <TermList width="medium">
      {versie.reden && <Term label="Waarom deze versie">{versie.reden}</Term>}
      <Term label="Wat de cliënt belangrijk vindt">{versie.eigenVerhaal}</Term>
      <Term label="Perspectief" empty="Nog niet besproken">
        {versie.perspectief && (
          <>
            {perspectieven[versie.perspectief]}
            {versie.perspectiefWoorden && `: “${versie.perspectiefWoorden}”`}
          </>
        )}
      </Term>
      {versie.perspectief === 'dagbesteding' && (
        <Term label="Waarom werk, vrijwilligerswerk en een opleiding nu niet kunnen">
          {versie.perspectiefMotivering}
        </Term>
      )}
      <Term label="Akkoord van de cliënt" empty="Nog niet">
        {clientAkkoord && (
          <>
            <DateText date={clientAkkoord.op} long />, {akkoordwijzen[clientAkkoord.hoe].toLowerCase()}
            {clientAkkoord.vertegenwoordiger && `, door vertegenwoordiger ${clientAkkoord.vertegenwoordiger}`}
          </>
        )}
      </Term>
      <Term label="Akkoord van de begeleider" empty="Nog niet">
        {begeleiderAkkoord && (
          <>
            <DateText date={begeleiderAkkoord.op} long />,{' '}
            {akkoordwijzen[begeleiderAkkoord.hoe].toLowerCase()}, door {begeleiderAkkoord.door} (
            {begeleiderAkkoord.organisatie})
          </>
        )}
      </Term>
      {versie.vastgesteldOp && (
        <Term label="Meegegeven op" empty="Nog niet meegegeven">
          {meegegeven && (
            <>
              <DateText date={meegegeven.op} long />, {meegeefwijzen[meegegeven.hoe].toLowerCase()}
              {meegegeven.door && `, door ${meegegeven.door}`}
            </>
          )}
        </Term>
      )}
    </TermList>
  )
}

export function Reacties({ versie }: { versie: PlanVersie }) {
  if (versie.reacties.length === 0) return <p>De cliënt heeft nog niet op deze versie gereageerd.</p>
  return (
    <ul>
      {versie.reacties.map((one) => (
        <li key={one.id}>
          “{one.eigenWoorden}” (<DateText date={one.op} />, {reactiewijzen[one.hoe].toLowerCase()}
          {one.over && `, over ${one.over.toLowerCase()}`})
        </li>
      ))}
    </ul>
  )
}

export function Besprekingen({ plan }: { plan: PlanDetail }) {
  return (
    <>
      {plan.evaluatieOp && (
        <p>
          Uiterlijk weer bespreken op <DateText date={plan.evaluatieOp} long />.{' '}
          <EvaluatieStand stand={plan.evaluatieStand} />
        </p>
      )}
      {plan.evaluaties.length === 0 && <p>Het plan is nog niet besproken.</p>}
      <ul className="od-werklijst">
        {plan.evaluaties.map((one) => (
          <li key={one.id}>
            <span className="od-werklijst__wie">
              <DateText date={one.op} long />: {evaluatiebesluiten[one.besluit].toLowerCase()}
              <span className="od-hint">Erbij: {one.deelnemers.join('; ')}</span>
              <span>{one.bevindingen}</span>
              <span className="od-hint">
                Versie {one.versieNummer}. De volgende keer uiterlijk op <DateText date={one.volgendeOp} />.
                Vastgelegd door {one.organisatie}.
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Scores over time: a line for each leefgebied with more than one score, and everything in the table. */
export function Scores({ plan }: { plan: PlanDetail }) {
  if (plan.scores.length === 0) return <p>Er zijn nog geen scores.</p>
  const gebieden = [...new Set(plan.scores.map((one) => one.leefgebied))].map((code) => {
    const van = plan.scores.filter((one) => one.leefgebied === code)
    return { code, naam: van[0]!.leefgebiedNaam, van }
  })
  return (
    <div className="od-stapel">
      <p>
        {plan.schaal}: van 1 (acuut probleem) tot en met 5 (volledig zelfredzaam). Een hogere lijn is beter.
      </p>
      <div className="od-plan-lijnen">
        {gebieden
          .filter(({ van }) => van.length > 1)
          .map(({ code, naam, van }) => (
            <LineChart
              key={code}
              titel={naam}
              hoogste={5}
              punten={van.map((one) => formatShort(one.op))}
              reeksen={[{ naam: 'Score', waarden: van.map((one) => one.score) }]}
              bestand={{
                regels: [
                  `${plan.schaal}: van 1 (acuut probleem) tot en met 5 (volledig zelfredzaam). Laatste score van ${formatLong(van.at(-1)!.op)}.`,
                  'Uit het plan van één cliënt. Bewaar en deel dit alleen als dat voor de hulp nodig is.',
                ],
              }}
            />
          ))}
      </div>
      <div className="ams-table od-tabelvak">
        <table className="ams-table__table od-tabel od-tabel--stapelt">
          <caption className="ams-table__caption">Alle scores, het nieuwste eerst</caption>
          <thead>
            <tr>
              {['Leefgebied', 'Dag', 'Score', 'Toelichting', 'Door'].map((kop) => (
                <th key={kop} scope="col" className="ams-table__header-cell">
                  {kop}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...plan.scores]
              .sort((a, b) => b.op.localeCompare(a.op) || a.leefgebiedNaam.localeCompare(b.leefgebiedNaam))
              .map((one) => (
                <tr key={one.id}>
                  <td className="ams-table__cell" data-label="Leefgebied">
                    {one.leefgebiedNaam}
                  </td>
                  <td className="ams-table__cell" data-label="Dag">
                    <DateText date={one.op} />
                  </td>
                  <td className="ams-table__cell" data-label="Score">
                    {one.score} {scorewoorden[one.score as 1]}
                  </td>
                  <td className="ams-table__cell" data-label="Toelichting">
                    {one.toelichting ?? '–'}
                  </td>
                  <td className="ams-table__cell" data-label="Door">
                    {one.organisatie}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
