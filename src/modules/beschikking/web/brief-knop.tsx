import { Button } from '@amsterdam/design-system-react'
import { DownloadIcon } from '@amsterdam/design-system-react-icons'
import { useState } from 'react'
import { call } from '../../../ui/api.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { type Document, haalBrief } from '../domain/brief-contract.ts'

/** Fetches a document and saves it on the device; the browser's own viewer opens it from there. */
export function BriefKnop({ label, load }: { label: string; load: () => Promise<Document> }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error | undefined>()

  async function download() {
    setBusy(true)
    setProblem(undefined)
    try {
      save(await load())
    } catch (error) {
      if (!(error instanceof Error)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button type="button" variant="tertiary" icon={DownloadIcon} iconBefore onClick={() => void download()}>
        {busy ? 'Bezig…' : label}
      </Button>
      {problem && <ProblemAlert problem={problem} focus />}
    </>
  )
}

/** A letter that was kept: as PDF, and as ODT when it is from after that began. */
export function BriefDownloads({
  brief,
}: {
  brief: { readonly id: string; readonly titel: string; readonly heeftOdt: boolean }
}) {
  const load = (soort: 'pdf' | 'odt') => call(haalBrief, { params: { id: brief.id }, query: { soort } })
  return (
    <>
      <BriefKnop label={`Download ${brief.titel}`} load={() => load('pdf')} />
      {brief.heeftOdt ? (
        <BriefKnop label={`${brief.titel} als ODT`} load={() => load('odt')} />
      ) : (
        <span className="od-hint">Van deze brief is geen ODT bewaard.</span>
      )}
    </>
  )
}

function save(document_: Document) {
  const bytes = Uint8Array.from(atob(document_.inhoud), (character) => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: document_.mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = document_.bestandsnaam
  link.click()
  // The browser reads the file after this turn; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
