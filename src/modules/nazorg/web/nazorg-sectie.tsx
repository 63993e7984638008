import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { type Afspraak, getNazorgVan, type NazorgVan } from '../domain/api.ts'
import { nazorgActies, nazorgToestanden } from '../domain/toestanden.ts'
import { ContactForm, FrequentieForm, NazorgForm, OpschaalForm, StapForm } from './afspraak-forms.tsx'
import { dagen, toestandTone, weken } from './woorden.ts'

/** In the dossier: per departure what is agreed about nazorg, with its contacts. */
export function NazorgSectie({ persoonId }: { readonly persoonId: string }) {
  const { data, error } = useEndpoint(getNazorgVan, { params: { id: persoonId } })
  if (!data) return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  return (
    <>
      {data.uitstromen.length === 0 && (
        <p>Deze cliënt is nog niet uit de keten vertrokken. Nazorg spreekt u af na het vertrek.</p>
      )}
      {data.uitstromen.map((een) => (
        <Uitstroom
          key={`${een.verblijfId} ${een.alleenId}`}
          een={een}
          persoonId={persoonId}
          magWijzigen={data.magWijzigen}
        />
      ))}
      {data.magWijzigen && data.trajectId && (
        <p>
          <Link to={`/trajecten/${data.trajectId}/time-out` as never}>Time-outplek boeken</Link>
        </p>
      )}
    </>
  )
}

function Uitstroom(props: { een: NazorgVan['uitstromen'][number]; persoonId: string; magWijzigen: boolean }) {
  const { een } = props
  const opnieuw = een.afspraken.every((one) => !['geen', 'voorgesteld', 'lopend'].includes(one.status))
  return (
    <div className="od-stapel">
      <h3 className="od-tussenkop">
        Vertrek op <DateText date={een.vertrokkenOp} long />
      </h3>
      <p>
        Uit {een.plaats}, naar: {een.bestemming.toLowerCase()}
        {een.alleenId && ', alleen: de rest van het huishouden bleef'}.{' '}
        {een.isZonder && <StatusBadge label="Niets afgesproken over nazorg" tone="let_op" />}
      </p>
      {een.afspraken.map((one) => (
        <AfspraakBlok key={one.id} one={one} persoonId={props.persoonId} />
      ))}
      {props.magWijzigen && opnieuw && (
        <FormDisclosure label={een.isZonder ? 'Nazorg regelen' : 'Opnieuw nazorg regelen'}>
          <NazorgForm uitstroom={een} persoonId={props.persoonId} />
        </FormDisclosure>
      )}
    </div>
  )
}

function AfspraakBlok({ one, persoonId }: { one: Afspraak; persoonId: string }) {
  return (
    <div className="od-stapel">
      <p>
        <StatusBadge label={nazorgToestanden[one.status]} tone={toestandTone[one.status]} />{' '}
        {one.dagenTeLaat > 0 && (
          <StatusBadge label={`Contact ${dagen(one.dagenTeLaat)} te laat`} tone="fout" />
        )}
      </p>
      <Feiten one={one} />
      {one.contacten.length > 0 && (
        <ul>
          {one.contacten.map((contact) => (
            <li key={contact.id}>
              <DateText date={contact.op} />, {contact.wijze.toLowerCase()}: {contact.uitkomst.toLowerCase()}.{' '}
              {contact.toelichting}{' '}
              <span className="od-hint">
                {[contact.door, contact.organisatie].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {one.magContact && (
        <FormDisclosure label="Contact vastleggen">
          <ContactForm one={one} />
        </FormDisclosure>
      )}
      {one.magContact && (
        <FormDisclosure label="Vaker of minder vaak contact">
          <FrequentieForm one={one} />
        </FormDisclosure>
      )}
      {one.acties.map((actie) => (
        <FormDisclosure key={actie} label={nazorgActies[actie]}>
          {actie === 'opschalen' ? (
            <OpschaalForm one={one} persoonId={persoonId} />
          ) : (
            <StapForm one={one} actie={actie} persoonId={persoonId} />
          )}
        </FormDisclosure>
      ))}
    </div>
  )
}

function Feiten({ one }: { one: Afspraak }) {
  if (one.redenGeen)
    return (
      <TermList width="medium">
        <Term label="Waarom niet">{one.redenGeen}</Term>
        <Term label="Besloten op">
          <DateText date={one.beslotenOp} /> door {one.gemaaktDoor}
        </Term>
        {one.toelichting && <Term label="Toelichting">{one.toelichting}</Term>}
      </TermList>
    )
  return (
    <TermList width="medium">
      <Term label="Nazorg door">
        {one.aanbieder}
        {one.isBuiten && ` (niet aangesloten; ${one.gemaaktDoor} houdt contact)`}
      </Term>
      <Term label="Contactpersoon" empty="Nog niet aangenomen">
        {[one.contactpersoon, one.contactNaam].filter(Boolean).join('; bij de aanbieder: ')}
      </Term>
      <Term label="Hoe vaak">Elke {weken(one.elkeWeken!)}</Term>
      {one.frequenties.length > 0 && (
        <Term label="Hoe vaak vanaf">
          <ul>
            {one.frequenties.map((een) => (
              <li key={een.id}>
                Elke {weken(een.elkeWeken)} vanaf <DateText date={een.van} />: {een.reden}
              </li>
            ))}
          </ul>
        </Term>
      )}
      {one.contactOp && (
        <Term label="Volgend contact">
          <DateText date={one.contactOp} long />
        </Term>
      )}
      <Term label="Periode">
        <DateText date={one.begintOp} /> tot <DateText date={one.geeindigdOp ?? one.tot} />
      </Term>
      {one.afspraken && <Term label="Afspraken">{one.afspraken}</Term>}
      {one.eindreden && <Term label="Waarom gestopt">{one.eindreden}</Term>}
      {one.toelichting && <Term label="Toelichting">{one.toelichting}</Term>}
    </TermList>
  )
}
