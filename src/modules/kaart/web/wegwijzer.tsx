import { Heading, UnorderedList } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { getWegwijzer, type Inloop, type Loket, listWegwijzers } from '../domain/contract.ts'

// The same content for inwoner and professional: where to go in a gemeente (TOE-24, CAP-16).

const onbekend = 'Nog niet bekend'

export function useGemeentenaam(code: string): string | undefined {
  return useEndpoint(getWegwijzer, { params: { code } }).data?.gemeente
}

/** Every gemeente as a link, below its region. */
export function Gemeentekeuze({ base }: { base: string }) {
  const { data, error } = useEndpoint(listWegwijzers, {})
  return (
    <>
      <Nood />
      {error && <ProblemAlert problem={error} />}
      {data?.regios.map((regio) => (
        <Section key={regio.naam} title={`Regio ${regio.naam}`}>
          <UnorderedList>
            {regio.gemeenten.map(({ code, naam }) => (
              <UnorderedList.Item key={code}>
                <Link to={`${base}/${code}` as never}>{naam}</Link>
              </UnorderedList.Item>
            ))}
          </UnorderedList>
        </Section>
      ))}
    </>
  )
}

function Nood() {
  return (
    <Alert heading="Bent u nu in gevaar?">
      <p>
        Bel <a href="tel:112">112</a>.
      </p>
    </Alert>
  )
}

export function Gemeente({ code }: { code: string }) {
  const { data, error } = useEndpoint(getWegwijzer, { params: { code } })
  if (!data) return error ? <ProblemAlert problem={error} /> : null
  return (
    <>
      <Nood />
      <Section title="Hoe vraagt u hulp?">
        {data.routes.length === 0 && (
          <EmptyState title={onbekend} text="Ga naar een van de loketten hieronder." />
        )}
        <ul className="od-kaarten">
          {data.routes.map((route) => (
            <li key={route.naam}>
              <Heading level={3}>{route.naam}</Heading>
              {route.uitleg && <p>{route.uitleg}</p>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Waar kunt u zich melden?">
        {data.loketten.length === 0 && (
          <EmptyState title={onbekend} text="Bel de gemeente en vraag naar de toegang tot opvang." />
        )}
        <ul className="od-kaarten">
          {data.loketten.map((loket) => (
            <LoketKaart key={loket.naam} loket={loket} />
          ))}
        </ul>
      </Section>
      <Section title="Waar kunt u binnenlopen?">
        {data.inlopen.length === 0 && (
          <EmptyState title="Geen inloop bekend" text="Vraag het aan een van de loketten hierboven." />
        )}
        <ul className="od-kaarten">
          {data.inlopen.map((inloop) => (
            <InloopKaart key={`${inloop.naam} ${inloop.gemeente}`} inloop={inloop} />
          ))}
        </ul>
      </Section>
    </>
  )
}

function LoketKaart({ loket }: { loket: Loket }) {
  return (
    <li>
      <Heading level={3}>{loket.naam}</Heading>
      <TermList>
        <Term label="Voor wie">
          {loket.gemeente ? `Inwoners van ${loket.gemeente}` : 'Inwoners van de hele regio'}
        </Term>
        <Term label="Open">{loket.openingstijden ?? onbekend}</Term>
        <Term label="Telefoon">{loket.telefoon ? <Telefoon nummer={loket.telefoon} /> : onbekend}</Term>
      </TermList>
    </li>
  )
}

function InloopKaart({ inloop }: { inloop: Inloop }) {
  return (
    <li>
      <Heading level={3}>{inloop.naam}</Heading>
      <TermList>
        <Term label="Gemeente">{inloop.gemeente ?? 'Hele regio'}</Term>
        {inloop.doelgroep && <Term label="Voor wie">{inloop.doelgroep}</Term>}
        <Term label="Open">
          {inloop.openingstijden ?? inloop.plaatsen.find((plaats) => plaats.open)?.open ?? onbekend}
        </Term>
        <Term label="Adres">
          <Plaatsen inloop={inloop} />
        </Term>
      </TermList>
    </li>
  )
}

function Plaatsen({ inloop }: { inloop: Inloop }): ReactNode {
  const alone = inloop.plaatsen.length === 1
  return inloop.plaatsen.map((plaats) => (
    <span key={plaats.naam} className="od-regel">
      {!alone && `${plaats.naam}: `}
      {plaats.adres ?? onbekend}
      {!alone && plaats.open && `. ${plaats.open}`}
      {plaats.telefoon && (
        <>
          {' · '}
          <Telefoon nummer={plaats.telefoon} />
        </>
      )}
    </span>
  ))
}

function Telefoon({ nummer }: { nummer: string }) {
  return <a href={`tel:${nummer.replace(/[^+\d]/g, '')}`}>{nummer}</a>
}
