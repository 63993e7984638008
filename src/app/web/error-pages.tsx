import { Button } from '@amsterdam/design-system-react'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ApiProblem } from '../../ui/api.ts'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'

export function NotFoundPage() {
  return (
    <Page title="Pagina niet gevonden" narrow>
      <p>
        Deze pagina bestaat niet (meer), of u mag haar niet zien. Controleer het adres, of ga naar het begin.
      </p>
      <p>
        <ButtonLink to="/">Naar het begin</ButtonLink>
      </p>
    </Page>
  )
}

/** Outside the menu, where nothing else makes a main part of the page. */
export function NotFoundAlone() {
  return (
    <main className="od-inhoud">
      <NotFoundPage />
    </main>
  )
}

export function ErrorAlone(props: ErrorComponentProps) {
  return (
    <main className="od-inhoud">
      <ErrorPage {...props} />
    </main>
  )
}

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />
  return (
    <Page title="Er ging iets mis" narrow>
      <ProblemAlert problem={error instanceof Error ? error : new Error(String(error))} focus />
      <p>
        <Button
          type="button"
          onClick={() => {
            reset()
            void router.invalidate()
          }}
        >
          Opnieuw proberen
        </Button>
      </p>
    </Page>
  )
}
