import { Link as RouterLink, useParams } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { type TabItem, Tabs } from '../../../ui/tabs.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { BriefKnop } from '../../beschikking/web/brief-knop.tsx'
import { gronden, ontvangersoorten } from '../../delen/domain/keuzes.ts'
import { haalOverdracht, haalOverdrachtdocument, type OverdrachtDetail } from '../domain/contract.ts'
import {
  contactUitkomsten,
  isRisicomoment,
  richtingen,
  vanafAchttien,
  wetsovergangen,
} from '../domain/rules.ts'
import { acties } from '../domain/toestanden.ts'
import { OverdrachtStand } from './stand.tsx'
import { Aannemen, Afronden, Intrekken, Link, Nagaan, Weigeren } from './stap-forms.tsx'

/** `/overdrachten/$id` */
export function OverdrachtPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: one, error } = useEndpoint(haalOverdracht, { params: { id } })
  const breadcrumbs = [{ label: 'Overdrachten', to: '/overdrachten' }]
  if (!one)
    return (
      <Page title="Overdracht" breadcrumbs={breadcrumbs}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  const document = (soort: 'pdf' | 'odt') =>
    call(haalOverdrachtdocument, { params: { id: one.id }, query: { soort } })
  return (
    <Page
      title={`Overdracht van ${one.naam}`}
      lead={<Inleiding one={one} />}
      breadcrumbs={breadcrumbs}
      status={<OverdrachtStand toestand={one.toestand} />}
      actions={
        <>
          <BriefKnop label="Overdracht als PDF" load={() => document('pdf')} />
          <BriefKnop label="Overdracht als ODT" load={() => document('odt')} />
        </>
      }
      narrow
    >
      {one.meelezenTot && (
        <Alert heading="U leest mee in dit dossier">
          <p>
            U leest mee tot <DateText date={one.meelezenTot} long /> en kunt niets meer wijzigen. {one.naar}{' '}
            is nu verantwoordelijk.
          </p>
        </Alert>
      )}
      {isRisicomoment(one.wetsovergang) && one.toestand !== 'geweigerd' && one.toestand !== 'ingetrokken' && (
        <Alert tone="let_op" heading="Risicomoment: de wet verandert">
          <p>
            {wetsovergangen[one.wetsovergang]}. Spreek af wie tot welke dag betaalt en helpt, en ga het eerste
            contact op tijd na.
          </p>
        </Alert>
      )}
      <Stappen one={one} />
      <Inhoud one={one} />
      <Handtekeningen one={one} />
    </Page>
  )
}

function Inleiding({ one }: { one: OverdrachtDetail }) {
  return (
    <>
      Van {one.van} naar {one.naar}.{' '}
      {one.zietDossier ? (
        <RouterLink to={`/clienten/${one.persoonId}` as never}>Naar het dossier</RouterLink>
      ) : (
        'U ziet wat met u is gedeeld. Het dossier ziet u als u aanneemt.'
      )}
    </>
  )
}

/** What the own organisation can do now; nothing when it is the turn of the other. */
function Stappen({ one }: { one: OverdrachtDetail }) {
  const kan = (wat: OverdrachtDetail['kan'][number]) => one.kan.includes(wat)
  const items: (TabItem | false)[] = [
    kan('accepteren') && { id: 'aannemen', label: acties.accepteren, content: <Aannemen one={one} /> },
    kan('afronden') && { id: 'afronden', label: acties.afronden, content: <Afronden one={one} /> },
    kan('eerste_contact') && { id: 'contact', label: 'Eerste contact nagaan', content: <Nagaan one={one} /> },
    kan('link') && { id: 'link', label: 'Eenmalige link', content: <Link one={one} /> },
    kan('weigeren') && { id: 'weigeren', label: acties.weigeren, content: <Weigeren one={one} /> },
    kan('intrekken') && { id: 'intrekken', label: acties.intrekken, content: <Intrekken one={one} /> },
  ]
  const shown = items.filter((item) => item !== false)
  if (shown.length === 0) return null
  return (
    <Section title="Wat u nu kunt doen">
      <Tabs items={shown} />
    </Section>
  )
}

function Inhoud({ one }: { one: OverdrachtDetail }) {
  return (
    <Section title="Waar het om gaat">
      <TermList width="medium">
        <Term label="Geboren" empty="Niet bekend">
          {one.geboortedatum && <DateText date={one.geboortedatum} long />}
        </Term>
        <Term label="Richting">
          {richtingen[one.richting]}
          {one.naarSoort && ` (${ontvangersoorten[one.naarSoort].toLowerCase()})`}
        </Term>
        {one.vanContact && <Term label="Te bereiken via">{one.vanContact}</Term>}
        <Term label="Overgang van wet">{wetsovergangen[one.wetsovergang]}</Term>
        <Term label="Waarom">{one.reden}</Term>
        <Term label="Wat de ander moet weten">
          <span className="od-tekst">{one.samenvatting}</span>
        </Term>
        {one.zonderJeugdgegevens && <Term label="Van vóór 18 jaar">{vanafAchttien}</Term>}
        {one.grond && (
          <Term label="Waarom delen mag">
            {gronden[one.grond]} ({one.artikel}), tot <DateText date={one.vervaltOp} />
          </Term>
        )}
      </TermList>
    </Section>
  )
}

function Handtekeningen({ one }: { one: OverdrachtDetail }) {
  return (
    <Section title="Handtekeningen en gesprek">
      <TermList width="medium">
        <Term label="Gever">
          {one.geverNaam}, {one.van}, op <DateText date={one.geverOndertekendOp} />
        </Term>
        <Term label="Ontvanger" empty="Nog niet getekend">
          {one.ontvangerNaam && (
            <>
              {[one.ontvangerNaam, one.ontvangerFunctie, one.ontvangerTelefoon].filter(Boolean).join(', ')},{' '}
              {one.naar}, op <DateText date={one.ontvangerOndertekendOp} />
              {one.ontvangerToelichting && `. ${one.ontvangerToelichting}`}
            </>
          )}
        </Term>
        {one.eindreden && <Term label="Waarom niet doorgegaan">{one.eindreden}</Term>}
        {one.toestand === 'aangeboden' && (
          <Term label="Antwoord uiterlijk">
            <DateText date={one.antwoordUiterlijk} long />
          </Term>
        )}
        {one.gesprekOp && (
          <>
            <Term label="Gesprek">
              <DateText date={one.gesprekOp} />
            </Term>
            <Term label="Cliënt erbij">{one.clientAanwezig ? 'Ja' : `Nee: ${one.clientAfwezigReden}`}</Term>
            <Term label="Eerste contact">
              {one.eersteContactUitkomst ? (
                <>
                  {contactUitkomsten[one.eersteContactUitkomst]}, <DateText date={one.eersteContactOp} />
                  {one.eersteContactToelichting && `. ${one.eersteContactToelichting}`}
                </>
              ) : (
                <>
                  Nog niet nagegaan, uiterlijk <DateText date={one.eersteContactUiterlijk} />
                </>
              )}
            </Term>
          </>
        )}
      </TermList>
    </Section>
  )
}
