import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { ProblemAlert } from './problem-alert.tsx'
import { saveBase64 } from './save-file.ts'

interface FileButtonsProps<Soort extends string> {
  /** The kinds of file with what each is for; the first stands out. */
  soorten: Readonly<Record<Soort, string>>
  fetch: (soort: Soort) => Promise<{ inhoud: string; bestandsnaam: string; mime: string }>
}

/** A document to take along, as one of several kinds of file. */
export function FileButtons<Soort extends string>({ soorten, fetch }: FileButtonsProps<Soort>) {
  const [bezig, setBezig] = useState<Soort>()
  const [problem, setProblem] = useState<Error>()
  async function take(soort: Soort) {
    setBezig(soort)
    setProblem(undefined)
    try {
      const { inhoud, bestandsnaam, mime } = await fetch(soort)
      saveBase64(inhoud, bestandsnaam, mime)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      setProblem(error)
    } finally {
      setBezig(undefined)
    }
  }
  return (
    <>
      {problem && <ProblemAlert problem={problem} focus />}
      <div className="od-knoppen">
        {(Object.entries(soorten) as [Soort, string][]).map(([soort, label], i) => (
          <Button
            key={soort}
            type="button"
            variant={i === 0 ? 'primary' : 'secondary'}
            onClick={() => void take(soort)}
          >
            {bezig === soort ? 'Bezig…' : label}
          </Button>
        ))}
      </div>
    </>
  )
}
