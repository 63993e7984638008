import { Link, useParams } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatCount, formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { type CasusDetail, getCasus } from '../domain/contract.ts'
import { alleUitkomsten, betaalkeuzes, financieringsdomeinen, redenen } from '../domain/keuzes.ts'
import { type CasusActie, canCasus, casusActies, casusToestanden } from '../domain/toestanden.ts'
import { ActieDeel } from './actie-deel.tsx'
import { BijwerkForm, NiveauForm, RegieForm, SluitForm } from './casus-forms.tsx'
import { Uiterlijk } from './casussen-page.tsx'
import type { DeelProps } from './delen.tsx'
import { LesDeel } from './les-deel.tsx'
import { OverlegDeel } from './overleg-deel.tsx'

const crumbs = [{ label: 'Casussen', to: '/casussen' }]

/** `/casussen/$id` */
export function CasusPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: one, error } = useEndpoint(getCasus, { params: { id } })
  if (!one)
    return (
      <Page title="Casus" breadcrumbs={crumbs}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  return (
    <Page
      title={`Casus over ${one.naam}`}
      lead={redenen[one.reden]}
      breadcrumbs={crumbs}
      status={
        <StatusBadge label={casusToestanden[one.status]} tone={one.status === 'open' ? 'info' : 'neutraal'} />
      }
      actions={
        <ButtonLink to={`/clienten/${one.persoonId}`} variant="secondary">
          Naar het dossier
        </ButtonLink>
      }
      narrow
    >
      <Kern one={one} />
      {one.uitkomst && <Uitkomst one={one} />}
      <OverlegDeel one={one} />
      <ActieDeel one={one} />
      <LesDeel one={one} />
      <Verloop one={one} />
    </Page>
  )
}

const forms = [
  ['niveau', NiveauForm],
  ['regievoerder', RegieForm],
  ['bijwerken', BijwerkForm],
  ['sluiten', SluitForm],
] as const satisfies readonly (readonly [CasusActie, unknown])[]

function Kern({ one }: DeelProps) {
  return (
    <Section title="Waar het om gaat">
      <p className="od-tekst">{one.vraag}</p>
      <TermList width="medium">
        {one.redenToelichting && <Term label="Toelichting">{one.redenToelichting}</Term>}
        {one.veiligheid && <Term label="Veiligheid">{one.veiligheid}</Term>}
        <Term label="Niveau">
          {one.niveau}. {one.niveauNaam}
          {one.niveauWie && `. Aan zet: ${one.niveauWie}`}
        </Term>
        {one.status === 'open' && (
          <Term label="Overleg of besluit voor">
            <Uiterlijk row={one} />
          </Term>
        )}
        <Term label="Regievoerder">
          {one.regievoerder}, {one.regieOrganisatie}
        </Term>
        <Term label="Geopend">
          <DateText date={one.geopendOp} /> door {one.organisatie}
          {one.dagenOpen > 0 && `, al ${formatCount(one.dagenOpen, 'dag', 'dagen')}`}
        </Term>
      </TermList>
      {one.kan &&
        forms
          .filter(([actie]) => canCasus(one.status, actie).ok)
          .map(([actie, Form]) => (
            <FormDisclosure key={actie} label={casusActies[actie]}>
              {(sluit) => <Form one={one} sluit={sluit} />}
            </FormDisclosure>
          ))}
    </Section>
  )
}

function Uitkomst({ one }: { one: CasusDetail }) {
  return (
    <Section title="Uitkomst">
      <TermList width="medium">
        <Term label="Wat eruit kwam">{one.uitkomst && alleUitkomsten[one.uitkomst]}</Term>
        <Term label="Gesloten op">
          <DateText date={one.geslotenOp} />
        </Term>
        {one.uitkomstToelichting && <Term label="Toelichting">{one.uitkomstToelichting}</Term>}
        {one.financiering.map((rij) => (
          <Term key={rij.domein} label={financieringsdomeinen[rij.domein]}>
            {betaalkeuzes[rij.betaalt]}
            {rij.bedrag !== null && `, ${formatNumber(rij.bedrag, { unit: 'euro', decimals: 2 })}`}. Beslist:{' '}
            {rij.wieBeslist}
          </Term>
        ))}
      </TermList>
    </Section>
  )
}

/** Every level and every regievoerder, without gaps. */
function Verloop({ one }: { one: CasusDetail }) {
  return (
    <Section title="Verloop">
      <h3 className="od-tussenkop">Niveaus</h3>
      <ul className="od-werklijst">
        {one.niveaus.map((rij) => (
          <li key={rij.id}>
            <span className="od-werklijst__wie">
              {rij.nummer}. {rij.naam}
              {rij.reden && <span className="od-hint">{rij.reden}</span>}
            </span>
            <Periode van={rij.van} tot={rij.tot} />
          </li>
        ))}
      </ul>
      <h3 className="od-tussenkop">Regievoerders</h3>
      <ul className="od-werklijst">
        {one.regievoerders.map((rij) => (
          <li key={rij.id}>
            <span className="od-werklijst__wie">
              {rij.naam}, {rij.organisatie}
              {rij.reden && <span className="od-hint">{rij.reden}</span>}
            </span>
            <Periode van={rij.van} tot={rij.tot} />
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/clienten/${one.persoonId}` as never}>De hele tijdlijn staat in het dossier</Link>
      </p>
    </Section>
  )
}

function Periode({ van, tot }: { van: string; tot: string | null }) {
  return (
    <span className="od-werklijst__wanneer">
      vanaf <DateText date={van} />
      {tot && (
        <>
          {' '}
          tot <DateText date={tot} />
        </>
      )}
    </span>
  )
}
