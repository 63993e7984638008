import { useNavigate, useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type ActiviteitDetail,
  getActiviteit,
  postActiviteit,
  putActiviteit,
} from '../domain/activiteit-contract.ts'
import { getProgramma, getProgrammakeuzes } from '../domain/programma-contract.ts'
import { ActiviteitVelden } from './activiteit-velden.tsx'

/** `/programma/$id/activiteit-nieuw` */
export function NieuweActiviteitPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const toast = useToast()
  const { data: programma, error } = useEndpoint(getProgramma, { params: { id } })
  const { data: keuzes } = useEndpoint(getProgrammakeuzes, {})
  const save = useCommand(postActiviteit, {
    leaves: true,
    onDone: (gedaan) => {
      toast.show('De activiteit is vastgelegd.')
      void navigate({ to: `/activiteiten/${gedaan.id}` as never })
    },
  })
  return (
    <Page
      title="Activiteit toevoegen"
      lead={programma?.naam}
      breadcrumbs={[
        { label: 'Programma', to: '/programma' },
        { label: programma?.naam ?? 'Programma', to: `/programma/${id}` },
      ]}
      narrow
    >
      {error && !programma && <ProblemAlert problem={error} />}
      {programma && keuzes && (
        <Form
          schema={postActiviteit.body}
          defaultValues={{ ...leeg, programmaId: id, bron: programma.bron } as never}
          submitLabel="Activiteit vastleggen"
          draftKey={`programma-${id}-activiteit`}
          onSubmit={(body) => save.run({ body })}
          actions={
            <ButtonLink to={`/programma/${id}`} variant="tertiary">
              Terug
            </ButtonLink>
          }
        >
          <ActiviteitVelden keuzes={keuzes} />
        </Form>
      )}
    </Page>
  )
}

const leeg = {
  soort: 'activiteit',
  heeftVasteGroepen: true,
  groepen: [],
  planning: 'kwartalen',
  participatie: undefined,
  dient: [],
  stappen: [],
  resultaten: [],
  kartrekkers: [],
  nodig: [],
  verbanden: [],
  indicatoren: [],
}

/** `/activiteiten/$id/wijzigen` */
export function WijzigActiviteitPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const toast = useToast()
  const { data, error } = useEndpoint(getActiviteit, { params: { id } })
  const { data: keuzes } = useEndpoint(getProgrammakeuzes, {})
  const save = useCommand(putActiviteit, {
    leaves: true,
    onDone: () => {
      toast.show('De activiteit is verbeterd.')
      void navigate({ to: `/activiteiten/${id}` as never })
    },
  })
  return (
    <Page
      title={data ? `${data.code} ${data.naam} verbeteren` : 'Activiteit verbeteren'}
      breadcrumbs={[
        { label: 'Programma', to: '/programma' },
        ...(data
          ? [
              { label: data.programma, to: `/programma/${data.programmaId}` },
              { label: `${data.code} ${data.naam}`, to: `/activiteiten/${id}` },
            ]
          : []),
      ]}
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && keuzes && (
        <Form
          schema={putActiviteit.body}
          defaultValues={invoerVan(data) as never}
          submitLabel="Opslaan"
          draftKey={`activiteit-${id}`}
          onSubmit={(body) => save.run({ params: { id }, body })}
          actions={
            <ButtonLink to={`/activiteiten/${id}`} variant="tertiary">
              Terug
            </ButtonLink>
          }
        >
          <ActiviteitVelden keuzes={keuzes} kwartalen={[data.vanKwartaal, data.totKwartaal]} />
        </Form>
      )}
    </Page>
  )
}

/** What the form starts with: the activiteit as it is. The groups that always belong are a choice of their own. */
function invoerVan(een: ActiviteitDetail): z.input<typeof putActiviteit.body> {
  const {
    soort,
    code,
    paragraaf,
    naam,
    toelichting,
    heeftVasteGroepen,
    doel,
    planning,
    vanKwartaal,
    totKwartaal,
  } = een
  return {
    soort,
    code,
    paragraaf,
    naam,
    toelichting,
    heeftVasteGroepen,
    groepen: een.groepen.flatMap((groep) => (groep.isVast ? [] : [groep.code])),
    doel,
    planning,
    vanKwartaal,
    totKwartaal,
    planningBron: een.planningBron,
    opmerkingen: een.opmerkingen,
    participatie: een.participatie,
    participatieHoe: een.participatieHoe,
    dient: een.dient.map(({ id }) => id),
    stappen: een.stappen,
    resultaten: een.resultaten.map(
      ({
        nummer,
        naam: wat,
        soort: hoe,
        eenheid,
        streefwaarde,
        streefOp,
        richting,
        indicator,
        toelichting: bij,
        kartrekkers,
      }) => ({
        nummer,
        naam: wat,
        soort: hoe,
        eenheid,
        streefwaarde,
        streefOp,
        richting,
        indicator: indicator?.code ?? null,
        toelichting: bij,
        kartrekkers,
      }),
    ),
    kartrekkers: een.trekkers,
    nodig: een.nodig,
    verbanden: een.verbanden,
    indicatoren: een.indicatoren.map(({ code: indicator }) => indicator),
    bron: een.bron,
    versie: een.versie,
  }
}
