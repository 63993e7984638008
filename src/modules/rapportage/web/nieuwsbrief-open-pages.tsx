import { Button, UnorderedList } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Openbaar } from '../../kaart/web/openbaar.tsx'
import {
  getOpenNieuwsbrief,
  listOpenNieuwsbrieven,
  postAanmelding,
  postAfmelding,
  postBevestiging,
} from '../domain/nieuwsbrief-contract.ts'
import { Inhoud } from './inhoud.tsx'

const kruimel = [{ label: 'Nieuwsbrieven', to: '/nieuwsbrief' }]

/** `/nieuwsbrief`: what was sent, for everyone. */
export function NieuwsbriefArchiefPage() {
  const { data, error } = useEndpoint(listOpenNieuwsbrieven, {})
  return (
    <Openbaar>
      <Page
        title="Nieuwsbrieven"
        lead="Elk kwartaal leest u wat een regio doet voor mensen zonder eigen plek."
        actions={
          data?.kanAanmelden && <ButtonLink to="/nieuwsbrief/aanmelden">Aanmelden per e-mail</ButtonLink>
        }
        narrow
      >
        {error && <ProblemAlert problem={error} />}
        {data?.regios.length === 0 && <p>Er zijn nu geen nieuwsbrieven.</p>}
        {data?.regios.map((regio) => (
          <Section key={regio.code} title={`Regio ${regio.naam}`}>
            {regio.nieuwsbrieven.length === 0 ? (
              <p>Er is nog geen nieuwsbrief verstuurd.</p>
            ) : (
              <UnorderedList>
                {regio.nieuwsbrieven.map(({ id, titel, op }) => (
                  <UnorderedList.Item key={id}>
                    <Link to={'/nieuwsbrief/$regio/$id' as never} params={{ regio: regio.code, id } as never}>
                      {titel}
                    </Link>{' '}
                    (<DateText date={op} long />)
                  </UnorderedList.Item>
                ))}
              </UnorderedList>
            )}
          </Section>
        ))}
      </Page>
    </Openbaar>
  )
}

/** `/nieuwsbrief/$regio/$id` */
export function OpenNieuwsbriefPage() {
  const { regio, id } = useParams({ strict: false }) as { regio: string; id: string }
  const { data, error } = useEndpoint(getOpenNieuwsbrief, { params: { regio, id } })
  return (
    <Openbaar>
      <Page
        title={data?.titel ?? 'Nieuwsbrief'}
        breadcrumbs={kruimel}
        lead={
          data && (
            <>
              Regio {data.regio}, <DateText date={data.op} long />
            </>
          )
        }
        narrow
      >
        {error && <ProblemAlert problem={error} />}
        {data?.blokken.map((blok, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a nieuwsbrief that was sent never changes
          <Inhoud key={i} inhoud={blok} />
        ))}
      </Page>
    </Openbaar>
  )
}

/** `/nieuwsbrief/aanmelden` */
export function AanmeldenPage() {
  const { data, error } = useEndpoint(listOpenNieuwsbrieven, {})
  const [isKlaar, setIsKlaar] = useState(false)
  const save = useCommand(postAanmelding, { onDone: () => setIsKlaar(true) })
  return (
    <Openbaar>
      <Page title="Aanmelden voor de nieuwsbrief" breadcrumbs={kruimel} narrow>
        {error && <ProblemAlert problem={error} />}
        {data && !data.kanAanmelden && <p>Aanmelden kan nu niet. U kunt de nieuwsbrieven hier wel lezen.</p>}
        {isKlaar && (
          <Alert heading="Kijk in uw e-mail" tone="goed" focus>
            <p>
              Als dit adres nog niet was aangemeld, krijgt u een e-mail. Bevestig daarin binnen een week dat u
              de nieuwsbrief wilt. Ziet u niets? Kijk dan ook bij de ongewenste e-mail.
            </p>
          </Alert>
        )}
        {data?.kanAanmelden && !isKlaar && data.regios.length > 0 && (
          <>
            <p>
              Wij bewaren alleen uw e-mailadres, versleuteld, en gebruiken het alleen voor de nieuwsbrief.
              Onder elke nieuwsbrief kunt u zich afmelden. Dan wissen wij uw adres.
            </p>
            <Form
              schema={postAanmelding.body}
              defaultValues={{ regio: data.regios[0]!.code, email: '' }}
              submitLabel="Aanmelden"
              warnOnLeave={false}
              onSubmit={(body) => save.run({ body })}
            >
              <SelectField
                name="regio"
                label="Regio"
                options={data.regios.map(({ code, naam }) => ({ value: code, label: naam }))}
              />
              <TextField
                name="email"
                label="Uw e-mailadres"
                hint="Bijvoorbeeld naam@voorbeeld.nl"
                autoComplete="email"
              />
            </Form>
          </>
        )}
      </Page>
    </Openbaar>
  )
}

/** The code stands after the #, so that it is in no log of a server. */
const codeVanAdres = () => decodeURIComponent(window.location.hash.slice(1))

/** Programs that look at links in a mail open this page; only a press of the button does something. */
function CodePage(props: {
  titel: string
  vraag: string
  knop: string
  klaar: (regio: string) => string
  endpoint: typeof postBevestiging | typeof postAfmelding
}) {
  const [regio, setRegio] = useState<string>()
  const save = useCommand(props.endpoint, { onDone: (antwoord) => setRegio(antwoord.regio) })
  return (
    <Openbaar>
      <Page title={props.titel} breadcrumbs={kruimel} narrow>
        {save.problem && <ProblemAlert problem={save.problem} focus />}
        {regio ? (
          <Alert heading={props.klaar(regio)} tone="goed" focus />
        ) : (
          <>
            <p>{props.vraag}</p>
            <div className="od-knoppen">
              <Button
                type="button"
                disabled={save.busy}
                onClick={() => void save.run({ body: { code: codeVanAdres() } }).catch(() => {})}
              >
                {props.knop}
              </Button>
            </div>
          </>
        )}
      </Page>
    </Openbaar>
  )
}

/** `/nieuwsbrief/bevestigen` */
export const BevestigenPage = () => (
  <CodePage
    titel="Aanmelding bevestigen"
    vraag="Wilt u de nieuwsbrief per e-mail krijgen?"
    knop="Ja, ik wil de nieuwsbrief"
    klaar={(regio) => `U krijgt de nieuwsbrief van ${regio}`}
    endpoint={postBevestiging}
  />
)

/** `/nieuwsbrief/afmelden` */
export const AfmeldenPage = () => (
  <CodePage
    titel="Afmelden"
    vraag="Wilt u de nieuwsbrief niet meer? Dan wissen wij uw e-mailadres."
    knop="Meld mij af"
    klaar={(regio) => `U bent afgemeld bij ${regio}. Uw adres is gewist.`}
    endpoint={postAfmelding}
  />
)
