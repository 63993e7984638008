import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { type Groep, haalVandaag, haalVannacht, type Item } from '../domain/contract.ts'
import { blokTeksten, padVan } from './blokken.ts'
import { VannachtVrij } from './vannacht-vrij.tsx'

/** The page stays open all day on many desks. */
const VERVERSEN_MS = 120_000

export function VandaagPage() {
  const sessie = useSessie()
  const answer = useEndpoint(haalVandaag, {}, { refetchInterval: VERVERSEN_MS })
  const magPlekken = useMag()('plek.lezen')
  const { data: vannacht } = useEndpoint(
    haalVannacht,
    {},
    { refetchInterval: VERVERSEN_MS, enabled: magPlekken },
  )
  const data = answer.data
  return (
    <Page
      title="Vandaag"
      lead={
        <>
          {data && <>{formatLong(data.datum)}. </>}U werkt als {sessie.rolNaam} bij {sessie.organisatie.naam}.
        </>
      }
    >
      {answer.error && !data && <ProblemAlert problem={answer.error} focus />}
      {!data && !answer.error && <p role="status">Bezig met laden…</p>}
      {data && data.groepen.length === 0 && <NietsTeDoen />}
      {data && (
        <div className="od-werkblokken">
          {data.groepen.map((groep) => (
            <Blok key={groep.code} groep={groep} />
          ))}
          {vannacht && vannacht.totaal > 0 && <VannachtVrij vrij={vannacht} />}
        </div>
      )}
    </Page>
  )
}

/** Who steers the region or keeps the settings has no work list: the page then says where their work is. */
function NietsTeDoen() {
  const mag = useMag()
  if (mag('cijfers.lezen'))
    return (
      <EmptyState
        title="Geen taken voor vandaag"
        text="Bij Cijfers ziet u wie er verblijft, wie er wacht en hoe vol het is."
        action={<ButtonLink to="/cijfers">Naar de cijfers</ButtonLink>}
      />
    )
  if (mag('beheer.wijzigen'))
    return (
      <EmptyState
        title="Geen taken voor vandaag"
        text="Bij Beheer past u regels, organisaties en gebruikers aan."
        action={<ButtonLink to="/beheer">Naar Beheer</ButtonLink>}
      />
    )
  return (
    <EmptyState
      title="Niets te doen vandaag"
      text="Er is niets te laat en er staat vandaag niets voor u klaar. Komt er iets bij, dan staat het hier vanzelf."
    />
  )
}

function Blok({ groep }: { groep: Groep }) {
  const id = useId()
  const { titel, naar, dagwoord } = blokTeksten[groep.code]
  const more = groep.aantal - groep.items.length
  return (
    <section className="od-kaart od-werkblok" aria-labelledby={id}>
      <div className="od-werkblok__kop">
        <h2 className="ams-heading ams-heading--3" id={id}>
          {titel} <span className="od-werkblok__aantal">({formatNumber(groep.aantal)})</span>
        </h2>
        {groep.teLaat > 0 && groep.code !== 'te_late_stappen' && (
          <StatusBadge label={`${formatNumber(groep.teLaat)} te laat`} tone="fout" />
        )}
      </div>
      <ul className="od-werklijst">
        {groep.items.map((item) => (
          <li key={item.id + item.wat}>
            <Regel item={item} dagwoord={dagwoord ?? 'uiterlijk'} />
          </li>
        ))}
      </ul>
      {(naar || more > 0) && (
        <p className="od-werkblok__voet">
          {more > 0 && <>En nog {formatNumber(more)}. </>}
          {naar && (
            <Link to={naar.to as never} search={naar.search as never}>
              {naar.label}
            </Link>
          )}
        </p>
      )}
    </section>
  )
}

function Regel({ item, dagwoord }: { item: Item; dagwoord: string }) {
  const path = padVan(item.soort, item.id)
  return (
    <>
      <span className="od-werklijst__wie">
        {path ? <Link to={path as never}>{item.naam}</Link> : <strong>{item.naam}</strong>}
        <span className="od-hint">{item.wat}</span>
      </span>
      <Wanneer item={item} dagwoord={dagwoord} />
    </>
  )
}

function Wanneer({ item, dagwoord }: { item: Item; dagwoord: string }) {
  const day = item.moment ? <MomentText at={item.moment} /> : <DateText date={item.datum} />
  if (item.datum === null) return null
  if (item.stand === 'te_laat')
    return (
      <span className="od-werklijst__wanneer">
        <StatusBadge label="Te laat" tone="fout" /> <span className="od-hint">was {day}</span>
      </span>
    )
  if (item.stand === 'vandaag')
    return (
      <span className="od-werklijst__wanneer">
        <StatusBadge label="Vandaag" tone="let_op" />
        {item.moment && <span className="od-hint">voor {day}</span>}
      </span>
    )
  return (
    <span className="od-werklijst__wanneer od-hint">
      {item.stand === 'binnenkort' ? dagwoord : 'sinds'} {day}
    </span>
  )
}
