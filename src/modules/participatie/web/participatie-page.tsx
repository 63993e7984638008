import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatMonth } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { tellers } from '../../duiding/domain/keuzes.ts'
import { type Adviesrij, listAdviezen } from '../domain/advies-contract.ts'
import { type Groeprij, listParticipatiegroepen } from '../domain/groep-contract.ts'
import { type Ideerij, listIdeeen } from '../domain/idee-contract.ts'
import {
  adviesstanden,
  afzenders,
  groepsoorten,
  ideekanalen,
  ideestanden,
  klachtaarden,
  klachtonderwerpen,
} from '../domain/keuzes.ts'
import { type Klachtrij, listKlachten } from '../domain/klacht-contract.ts'
import { listParticipatieverhalen, type Verhaalrij } from '../domain/verband-contract.ts'
import { HoortBij, Verbreek } from './activiteit-page.tsx'
import { AdviesBadge } from './advies-pages.tsx'
import { IdeeBadge } from './idee-pages.tsx'
import { KlachtBadge } from './klacht-pages.tsx'
import { Raadplegingen } from './raadplegingen.tsx'
import { Toevoegen } from './velden.tsx'

/** `/participatie`: who takes part, what they say, and what is done with it. */
export function ParticipatiePage() {
  return (
    <Page
      title="Partners en participatie"
      lead="Wie meedoet en meepraat, wat zij zeggen, en wat de regio daarmee doet."
      actions={
        <ButtonLink to="/partners" variant="secondary">
          Alle partners
        </ButtonLink>
      }
    >
      <Tabs
        items={[
          { id: 'adviezen', label: 'Adviezen', content: <Adviezen /> },
          { id: 'ideeen', label: 'Ideeën', content: <Ideeen /> },
          { id: 'groepen', label: 'Groepen', content: <Groepen /> },
          { id: 'raadplegingen', label: 'Raadplegingen', content: <Raadplegingen /> },
          { id: 'klachten', label: 'Klachten en feedback', content: <Klachten /> },
          { id: 'verhalen', label: 'Verhalen', content: <Verhalen /> },
        ]}
      />
    </Page>
  )
}

function Adviezen() {
  return (
    <>
      <Toevoegen to="/participatie/adviezen/nieuw" label="Advies vastleggen" />
      <DataTable
        id="adviezen"
        prefix="advies-"
        caption="Adviezen"
        captionHidden
        endpoint={listAdviezen}
        rowKey={(rij) => rij.id}
        defaultSort="-ontvangenOp"
        filters={
          <FilterSelect prefix="advies-" name="stand" label="Stand" options={optionsOf(adviesstanden)} />
        }
        columns={[
          {
            key: 'onderwerp',
            label: 'Onderwerp',
            sortable: true,
            render: (rij: Adviesrij) => (
              <Link to={`/participatie/adviezen/${rij.id}` as never}>{rij.onderwerp}</Link>
            ),
          },
          { key: 'raad', label: 'Raad', sortable: true },
          { key: 'waarover', label: 'Activiteit of programma', defaultHidden: true },
          {
            key: 'ontvangenOp',
            label: 'Ontvangen',
            sortable: true,
            render: (rij: Adviesrij) => rij.ontvangenOp && <DateText date={rij.ontvangenOp} />,
          },
          {
            key: 'antwoordVoor',
            label: 'Antwoord voor',
            sortable: true,
            render: (rij: Adviesrij) => rij.antwoordVoor && <DateText date={rij.antwoordVoor} />,
          },
          {
            key: 'stand',
            label: 'Stand',
            sortable: true,
            render: (rij: Adviesrij) => <AdviesBadge stand={rij.stand} isTeLaat={rij.isTeLaat} />,
          },
        ]}
        empty={{
          title: 'Geen adviezen',
          text: 'Leg een vraag om advies vast, of een advies dat een raad uit eigen beweging gaf.',
        }}
      />
    </>
  )
}

function Ideeen() {
  return (
    <>
      <p>
        Inwoners geven hun idee op de <Link to={'/idee' as never}>openbare pagina</Link>, of aan de telefoon
        en de balie.
      </p>
      <Toevoegen to="/participatie/ideeen/nieuw" label="Idee vastleggen" />
      <DataTable
        id="ideeen"
        prefix="idee-"
        caption="Ideeën van inwoners"
        captionHidden
        endpoint={listIdeeen}
        rowKey={(rij) => rij.id}
        defaultSort="-ontvangenOp"
        filters={<FilterSelect prefix="idee-" name="status" label="Stand" options={optionsOf(ideestanden)} />}
        columns={[
          {
            key: 'titel',
            label: 'Idee',
            sortable: true,
            render: (rij: Ideerij) => (
              <Link to={`/participatie/ideeen/${rij.id}` as never}>{rij.titel ?? 'Nog niet nagekeken'}</Link>
            ),
          },
          { key: 'gemeente', label: 'Gemeente', sortable: true },
          {
            key: 'ontvangenOp',
            label: 'Ontvangen',
            sortable: true,
            render: (rij: Ideerij) => <DateText date={rij.ontvangenOp} />,
          },
          {
            key: 'kanaal',
            label: 'Kanaal',
            defaultHidden: true,
            render: (rij: Ideerij) => ideekanalen[rij.kanaal],
          },
          {
            key: 'reactieVoor',
            label: 'Reactie voor',
            sortable: true,
            render: (rij: Ideerij) => rij.reactieVoor && <DateText date={rij.reactieVoor} />,
          },
          {
            key: 'status',
            label: 'Stand',
            sortable: true,
            render: (rij: Ideerij) => (
              <>
                <IdeeBadge status={rij.status} isTeLaat={rij.isTeLaat} />
                {rij.moetGemaild && <StatusBadge label="Nog mailen" tone="let_op" />}
              </>
            ),
          },
          {
            key: 'isOpenbaar',
            label: 'Openbaar',
            defaultHidden: true,
            render: (rij: Ideerij) => (rij.isOpenbaar ? 'Ja' : 'Nee'),
          },
        ]}
        empty={{ title: 'Nog geen ideeën', text: 'Hier komen de ideeën van inwoners.' }}
      />
    </>
  )
}

function Groepen() {
  return (
    <>
      <Toevoegen to="/participatie/groepen/nieuw" label="Groep vastleggen" />
      <DataTable
        id="participatiegroepen"
        prefix="groep-"
        caption="Groepen die meedoen"
        captionHidden
        endpoint={listParticipatiegroepen}
        rowKey={(rij) => rij.id}
        defaultSort="naam"
        filters={
          <>
            <FilterSelect prefix="groep-" name="soort" label="Soort" options={optionsOf(groepsoorten)} />
            <FilterSelect
              prefix="groep-"
              name="stand"
              label="Stand"
              allLabel="Doet nu mee"
              options={[
                { value: 'gestopt', label: 'Gestopt' },
                { value: 'alle', label: 'Alle' },
              ]}
            />
          </>
        }
        columns={[
          {
            key: 'naam',
            label: 'Groep',
            sortable: true,
            render: (rij: Groeprij) => (
              <Link to={`/participatie/groepen/${rij.id}` as never}>{rij.naam}</Link>
            ),
          },
          {
            key: 'soort',
            label: 'Soort',
            sortable: true,
            render: (rij: Groeprij) => groepsoorten[rij.soort],
          },
          { key: 'aantal', label: 'Mensen', sortable: true, align: 'end' },
          { key: 'gebied', label: 'Gebied' },
          { key: 'via', label: 'Via', defaultHidden: true },
          { key: 'bijeenkomstenDitJaar', label: 'Bijeenkomsten dit jaar', align: 'end' },
          { key: 'activiteiten', label: 'Activiteiten', align: 'end' },
        ]}
        empty={{
          title: 'Nog geen groepen',
          text: 'Leg vast welke ervaringsdeskundigen, ambassadeurs of bewoners meedoen.',
        }}
      />
    </>
  )
}

function Klachten() {
  const mag = useMag()
  return (
    <>
      <Toevoegen to="/participatie/klachten/nieuw" label="Klacht of feedback vastleggen" />
      <DataTable
        id="klachten"
        prefix="klacht-"
        caption="Klachten en feedback"
        captionHidden
        endpoint={listKlachten}
        rowKey={(rij) => rij.id}
        defaultSort="-ontvangenOp"
        filters={
          <FilterSelect
            prefix="klacht-"
            name="stand"
            label="Stand"
            options={[
              { value: 'open', label: 'Wacht op antwoord' },
              { value: 'beantwoord', label: 'Beantwoord' },
            ]}
          />
        }
        columns={[
          {
            key: 'ontvangenOp',
            label: 'Ontvangen',
            sortable: true,
            render: (rij: Klachtrij) => <DateText date={rij.ontvangenOp} />,
          },
          {
            key: 'onderwerp',
            label: 'Waarover',
            sortable: true,
            render: (rij: Klachtrij) => {
              const tekst = `${klachtaarden[rij.aard]} over ${klachtonderwerpen[rij.onderwerp].toLowerCase()}`
              return mag('participatie.schrijven') ? (
                <Link to={`/participatie/klachten/${rij.id}` as never}>{tekst}</Link>
              ) : (
                tekst
              )
            },
          },
          { key: 'afzender', label: 'Van', render: (rij: Klachtrij) => afzenders[rij.afzender] },
          {
            key: 'antwoordVoor',
            label: 'Antwoord voor',
            sortable: true,
            render: (rij: Klachtrij) => rij.antwoordVoor && <DateText date={rij.antwoordVoor} />,
          },
          {
            key: 'uitkomst',
            label: 'Stand',
            sortable: true,
            render: (rij: Klachtrij) => <KlachtBadge rij={rij} />,
          },
          { key: 'geleerd', label: 'Wat is geleerd' },
        ]}
        empty={{
          title: 'Geen klachten of feedback',
          text: 'Hier komt wat er over de samenwerking is gezegd.',
        }}
      />
    </>
  )
}

function Verhalen() {
  const mag = useMag()
  return (
    <>
      <p>
        Verhalen met toestemming, die bij een cijfer zijn opgeschreven. Hier koppelt u ze aan een activiteit.
      </p>
      <DataTable
        id="participatieverhalen"
        prefix="verhaal-"
        caption="Verhalen en citaten"
        captionHidden
        endpoint={listParticipatieverhalen}
        rowKey={(rij) => rij.id}
        defaultSort="-maand"
        columns={[
          { key: 'titel', label: 'Verhaal', sortable: true },
          { key: 'teller', label: 'Verteld door', render: (rij: Verhaalrij) => tellers[rij.teller] },
          {
            key: 'maand',
            label: 'Maand',
            sortable: true,
            render: (rij: Verhaalrij) => formatMonth(`${rij.maand}-01`),
          },
          {
            key: 'activiteitnamen',
            label: 'Hoort bij',
            sortable: true,
            render: (rij: Verhaalrij) => (
              <>
                {rij.activiteiten.map((een) => (
                  <div key={een.koppelingId}>
                    <Link to={`/participatie/activiteiten/${een.activiteitId}` as never}>{een.naam}</Link>
                    {mag('participatie.schrijven') && <Verbreek id={een.koppelingId} titel={een.naam} />}
                  </div>
                ))}
                {mag('participatie.schrijven') && (
                  <FormDisclosure label="Hoort bij activiteit">
                    {(sluit) => <HoortBij verhaalId={rij.id} sluit={sluit} />}
                  </FormDisclosure>
                )}
              </>
            ),
          },
        ]}
        empty={{
          title: 'Nog geen verhalen',
          text: 'Een verhaal schrijft u op bij een cijfer. Een collega kijkt het na.',
        }}
      />
    </>
  )
}
