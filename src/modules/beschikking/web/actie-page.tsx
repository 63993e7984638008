import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Endpoint, IdParam } from '../../../shared/endpoint.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type Beschikking, haalBeschikking } from '../domain/contract.ts'
import { titleOf } from '../domain/rules.ts'

export interface ActieProps {
  readonly data: Beschikking
}

interface ActiePageProps {
  readonly title: string
  readonly mag: keyof Beschikking['mag']
  readonly lead: (data: Beschikking) => ReactNode
  readonly form: (props: ActieProps) => ReactNode
}

/** One deed on one beschikking: a page of its own, so that the form has the whole screen and Back works. */
export function ActiePage({ title, mag, lead, form: Form }: ActiePageProps) {
  const { id } = useParams({ strict: false }) as { id: string }
  const answer = useEndpoint(haalBeschikking, { params: { id } })
  if (answer.error && !answer.data)
    return (
      <Page title={title} breadcrumbs={[{ label: 'Beschikkingen', to: '/beschikkingen' }]}>
        <ProblemAlert problem={answer.error} focus />
      </Page>
    )
  if (!answer.data) return <p role="status">Bezig met laden…</p>
  const data = answer.data
  const may = data.mag[mag]
  return (
    <Page
      title={title}
      lead={lead(data)}
      narrow
      breadcrumbs={[
        { label: 'Beschikkingen', to: '/beschikkingen' },
        { label: `${titleOf(data)} ${data.nummer}`, to: `/beschikkingen/${data.id}` },
      ]}
    >
      {may.ok ? (
        <Form data={data} />
      ) : (
        <Alert tone="let_op" heading="Dit kan nu niet">
          <p>{may.reden}</p>
          <ButtonLink to={`/beschikkingen/${data.id}`} variant="secondary">
            Terug naar {data.nummer}
          </ButtonLink>
        </Alert>
      )}
    </Page>
  )
}

/** Sends a deed, says that it was done, and goes back to the dossier (or to the new one). */
export function useActie<B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<typeof IdParam, z.ZodObject, B, R>,
  data: Beschikking,
  done: string,
) {
  const navigate = useNavigate()
  const toast = useToast()
  const command = useCommand(endpoint, {
    onDone: async (answer) => {
      toast.show(done)
      const made = (answer as { id?: string; nummer?: string }).nummer
        ? (answer as { id: string }).id
        : data.id
      await navigate({ to: `/beschikkingen/${made}` as never })
    },
  })
  return (body: z.output<B>) => command.run({ params: { id: data.id }, body } as never)
}

export function Terug({ data }: ActieProps) {
  return (
    <ButtonLink to={`/beschikkingen/${data.id}`} variant="tertiary">
      Annuleren
    </ButtonLink>
  )
}
