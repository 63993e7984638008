import { Link, useParams } from '@tanstack/react-router'
import { dutchTimeOf } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { deelgegevens, redenen } from '../domain/keuzes.ts'
import { getUitnodiging, listUitnodigingen, type UitnodigingDetail } from '../domain/overleg-contract.ts'

/** `/casusuitnodigingen`: what the user is invited to now; nothing of meetings that are over. */
export function UitnodigingenPage() {
  const { data, error } = useEndpoint(listUitnodigingen, {})
  return (
    <Page
      title="Mijn casusoverleggen"
      lead="Overleggen waarvoor u bent uitgenodigd. U ziet wat nodig is tot het overleg eindigt. Wat u daarna nog doet, staat bij Mijn acties."
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.uitnodigingen.length === 0 && (
        <EmptyState
          title="Geen uitnodigingen"
          text="U bent nu niet uitgenodigd voor een overleg. Na een overleg ziet u hier niets meer."
        />
      )}
      <ul className="od-werklijst">
        {data?.uitnodigingen.map((one) => (
          <li key={one.id}>
            <span className="od-werklijst__wie">
              <Link to={`/casusuitnodigingen/${one.id}` as never}>{one.doel}</Link>
              <span className="od-hint">
                Uitgenodigd door {one.namens}
                {one.plaats && `. Waar: ${one.plaats}`}
              </span>
            </span>
            <span className="od-werklijst__wanneer">
              <MomentText at={one.beginOp} /> tot {dutchTimeOf(new Date(one.eindOp))}
            </span>
          </li>
        ))}
      </ul>
    </Page>
  )
}

const crumbs = [{ label: 'Mijn casusoverleggen', to: '/casusuitnodigingen' }]

/** `/casusuitnodigingen/$id` */
export function UitnodigingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: one, error } = useEndpoint(getUitnodiging, { params: { id } })
  if (!one)
    return (
      <Page title="Casusoverleg" breadcrumbs={crumbs}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  return (
    <Page title="Casusoverleg" lead={one.doel} breadcrumbs={crumbs} narrow>
      <Alert tone="info" heading="U ziet dit alleen voor dit overleg">
        <p>
          Tot <MomentText at={one.eindOp} />. Daarna ziet u niets meer. Gebruik de gegevens nergens anders
          voor; elke keer dat u kijkt wordt vastgelegd.
        </p>
      </Alert>
      <Section title="Het overleg">
        <TermList width="medium">
          <Term label="Wanneer">
            <MomentText at={one.beginOp} /> tot {dutchTimeOf(new Date(one.eindOp))}
          </Term>
          {one.plaats && <Term label="Waar">{one.plaats}</Term>}
          <Term label="Uitgenodigd door">{one.namens}</Term>
          <Term label="Regievoerder">{one.regievoerder}</Term>
          <Term label="Waarom u dit ziet">{one.waarom}</Term>
        </TermList>
      </Section>
      <Gedeeld one={one} />
    </Page>
  )
}

function Gedeeld({ one }: { one: UitnodigingDetail }) {
  return (
    <Section title="Wat met u is gedeeld">
      {one.gegevens.length === 0 && <p>Er is nu niets meer met u gedeeld.</p>}
      <TermList width="medium">
        {one.wie && (
          <Term label={deelgegevens.wie.naam}>
            {one.wie.naam}
            {one.wie.geboren && `, geboren ${one.wie.geboren}`}
          </Term>
        )}
        {one.hulpvraag && (
          <Term label={deelgegevens.hulpvraag.naam}>
            {redenen[one.hulpvraag.reden]}. {one.hulpvraag.vraag}
          </Term>
        )}
        {one.verblijf && <Verblijf verblijf={one.verblijf} />}
        {one.traject && <Traject traject={one.traject} />}
        {one.veiligheid && (
          <Term label={deelgegevens.veiligheid.naam} empty="Er is niets over veiligheid geschreven">
            {one.veiligheid.tekst}
          </Term>
        )}
      </TermList>
      {one.plan && (
        <>
          <h3 className="od-tussenkop">{deelgegevens.plan.naam}</h3>
          {one.plan.length === 0 && <p>Er zijn geen doelen die lopen.</p>}
          <ul className="ams-unordered-list">
            {one.plan.map((doel) => (
              <li key={`${doel.eigenWoorden} ${doel.afspraken}`}>
                {doel.eigenWoorden}
                <p className="od-hint">{doel.afspraken}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Verblijf({ verblijf }: { verblijf: NonNullable<UitnodigingDetail['verblijf']> }) {
  const { verblijven, wacht } = verblijf
  return (
    <Term label={deelgegevens.verblijf.naam}>
      {verblijven.length + wacht.length === 0 && 'Verblijft nergens en wacht nergens op'}
      {verblijven.map((one) => (
        <span key={`${one.product} ${one.sinds}`}>
          Verblijft in {one.product.toLowerCase()} sinds <DateText date={one.sinds} />
          {one.verwachtTot && (
            <>
              , naar verwachting tot <DateText date={one.verwachtTot} />
            </>
          )}
          .{' '}
        </span>
      ))}
      {wacht.map((one) => (
        <span key={`${one.product} ${one.sinds}`}>
          Wacht op {one.product.toLowerCase()} sinds <DateText date={one.sinds} />.{' '}
        </span>
      ))}
    </Term>
  )
}

function Traject({ traject }: { traject: NonNullable<UitnodigingDetail['traject']> }) {
  if (!traject.begonnenOp) return <Term label={deelgegevens.traject.naam} empty="Er loopt geen traject" />
  return (
    <Term label={deelgegevens.traject.naam}>
      Loopt sinds <DateText date={traject.begonnenOp} />
      {traject.fase && (
        <>
          , in de fase {traject.fase.toLowerCase()} sinds <DateText date={traject.faseSinds} />
        </>
      )}
      .
      {traject.onderbreking && ` Er is een ${traject.onderbreking === 'terugval' ? 'terugval' : 'time-out'}.`}
    </Term>
  )
}
