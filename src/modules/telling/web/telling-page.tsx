import { Button } from '@amsterdam/design-system-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatCount } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getTelling, maakLink, nodigUit, type TellingDetail, trekLinkIn } from '../domain/contract.ts'
import { toestanden } from '../domain/keuzes.ts'
import { Publiceren, Sluiten, Twijfelgevallen } from './afronden.tsx'
import { UitkomstDeel } from './uitkomst-deel.tsx'

/** `/tellingen/$id`: from inviting organisations to the published result. */
export function TellingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getTelling, { params: { id } })
  return (
    <Page title={data?.naam ?? 'Telling'} breadcrumbs={[{ label: 'Tellingen', to: '/tellingen' }]}>
      {error && !data && <ProblemAlert problem={error} />}
      {data && <Inhoud telling={data} />}
    </Page>
  )
}

const antwoordenTekst = (n: number) =>
  n === 0 ? 'Nog geen antwoorden' : formatCount(n, 'antwoord', 'antwoorden')

const dubbelTekst = (n: number) =>
  n === 0
    ? '. Geen daarvan is zeker dubbel'
    : `, waarvan ${formatCount(n, 'zeker dubbel is', 'zeker dubbel zijn')}`

function Inhoud({ telling }: { telling: TellingDetail }) {
  const magBeheren = useMag()('telling.beheren')
  return (
    <>
      <TermList>
        <Term label="Stand">{toestanden[telling.status]}</Term>
        <Term label="Teldag">
          <DateText date={telling.teldag} long />
        </Term>
        <Term label="Laatste dag om te antwoorden">
          <DateText date={telling.sluitOp} long />
        </Term>
        <Term label="Antwoorden">
          {antwoordenTekst(telling.antwoorden)} van{' '}
          {formatCount(telling.organisaties, 'organisatie', 'organisaties')}
          {telling.zekereDubbelen !== null && dubbelTekst(telling.zekereDubbelen)}
        </Term>
        {telling.gepubliceerdOp && (
          <Term label="Gepubliceerd op">
            <DateText date={telling.gepubliceerdOp} long />
          </Term>
        )}
      </TermList>
      {telling.uitkomst && <UitkomstDeel telling={telling} uitkomst={telling.uitkomst} />}
      {telling.status === 'gesloten' && <Twijfelgevallen telling={telling} magBeheren={magBeheren} />}
      {magBeheren && telling.status === 'gesloten' && <Publiceren telling={telling} />}
      <Deelnemers telling={telling} magBeheren={magBeheren} />
      {magBeheren && telling.status === 'open' && <Sluiten telling={telling} />}
      <Section title="Hoe worden dubbelen gevonden?">
        <ul className="ams-unordered-list">
          {telling.regels.map((regel) => (
            <li key={regel}>{regel}</li>
          ))}
        </ul>
        <p className="od-hint">
          Van een naam blijft alleen een code over, gemaakt met een sleutel van deze telling. Bij publiceren
          worden de antwoorden, de links en de sleutel gewist. Vragenlijst versie {telling.vragen}.
        </p>
      </Section>
    </>
  )
}

function Deelnemers({ telling, magBeheren }: { telling: TellingDetail; magBeheren: boolean }) {
  const toast = useToast()
  const [link, setLink] = useState<{ naam: string; adres: string } | undefined>()
  const toon = (naam: string) => (answer: { token: string }) =>
    setLink({ naam, adres: `${window.location.origin}/tellen#${answer.token}` })
  const uitnodigen = useCommand(nodigUit)
  const nieuw = useCommand(maakLink)
  const intrekken = useCommand(trekLinkIn, {
    onDone: () => {
      setLink(undefined)
      toast.show('De link werkt niet meer. De antwoorden blijven.')
    },
  })
  // After the last day a link would not work any more.
  const open = magBeheren && telling.status === 'open' && dutchDateOf(new Date()) <= telling.sluitOp
  return (
    <Section title="Organisaties">
      {link && (
        <Alert key={link.adres} heading={`Link voor ${link.naam}`} headingLevel={3} focus>
          <p>
            Kopieer deze link en stuur hem naar de organisatie. U ziet hem maar één keer; later kunt u wel een
            nieuwe maken.
            <br />
            <code className="od-link">{link.adres}</code>
          </p>
        </Alert>
      )}
      {(nieuw.problem ?? intrekken.problem) && (
        <ProblemAlert problem={(nieuw.problem ?? intrekken.problem)!} />
      )}
      {telling.deelnemers.length === 0 && <p>Er doet nog geen organisatie mee.</p>}
      <ul className="od-kaarten">
        {telling.deelnemers.map((one) => (
          <li key={one.id}>
            <h3 className="ams-heading ams-heading--4">{one.naam}</h3>
            <p>
              {telling.status === 'gepubliceerd'
                ? `Was uitgenodigd${one.klaarOp ? ', en zei klaar te zijn met tellen' : ''}.`
                : `${one.klaarOp && one.antwoorden === 0 ? 'Kent niemand' : antwoordenTekst(one.antwoorden)}. ${one.klaarOp ? 'Klaar met tellen.' : 'Nog niet klaar.'} ${one.heeftLink ? 'De link werkt.' : 'Er is geen link die werkt.'}`}
            </p>
            {open && (
              <p>
                <Button
                  type="button"
                  variant="secondary"
                  disabled={nieuw.busy}
                  onClick={() =>
                    void nieuw
                      .run({ params: { id: one.id }, body: { versie: one.versie } })
                      .then(toon(one.naam))
                      .catch(() => undefined)
                  }
                >
                  Nieuwe link voor {one.naam}
                </Button>{' '}
                {one.heeftLink && (
                  <Button
                    type="button"
                    variant="tertiary"
                    disabled={intrekken.busy}
                    onClick={() =>
                      void intrekken
                        .run({ params: { id: one.id }, body: { versie: one.versie } })
                        .catch(() => undefined)
                    }
                  >
                    Link van {one.naam} intrekken
                  </Button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <Form
          schema={nodigUit.body}
          defaultValues={{ naam: '' }}
          submitLabel="Organisatie uitnodigen"
          draftKey={`telling-${telling.id}-organisatie`}
          startsAgain
          onSubmit={async (body) =>
            toon(body.naam)(await uitnodigen.run({ params: { id: telling.id }, body }))
          }
        >
          <TextField
            name="naam"
            label="Naam van de organisatie"
            hint="Bijvoorbeeld een huisarts, kerk of camping"
          />
        </Form>
      )}
    </Section>
  )
}
