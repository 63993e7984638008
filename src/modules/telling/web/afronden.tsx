import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { formatLong } from '../../../shared/plain-date.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { formatCount, formatList } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { beoordeelPaar, publiceerTelling, sluitTelling, type TellingDetail } from '../domain/contract.ts'
import { groepen, oordelen } from '../domain/keuzes.ts'

const onbeslistVan = (telling: TellingDetail) => telling.paren.filter((one) => one.oordeel === null).length

/** Asks first: who closes too early shuts out who still counts. */
export function Sluiten({ telling }: { telling: TellingDetail }) {
  const toast = useToast()
  const [gevraagd, setGevraagd] = useState(false)
  const sluit = useCommand(sluitTelling, {
    onDone: () => toast.show('De telling is gesloten. Bekijk nu de twijfelgevallen.'),
  })
  const bezig = telling.deelnemers.filter((one) => one.klaarOp === null).map((one) => one.naam)
  const bevestig = () => {
    setGevraagd(false)
    void sluit.run({ params: { id: telling.id }, body: { versie: telling.versie } }).catch(() => undefined)
  }
  return (
    <Section title="Telling sluiten">
      {sluit.problem && <ProblemAlert problem={sluit.problem} focus />}
      {telling.kanSluiten ? (
        <>
          <p>Daarna kan niemand meer antwoorden. Wie de regio zelf kent, komt erbij.</p>
          <div>
            <Button type="button" disabled={sluit.busy} onClick={() => setGevraagd(true)}>
              Telling sluiten
            </Button>
          </div>
        </>
      ) : (
        <p>Sluiten kan vanaf de dag na de teldag.</p>
      )}
      <ConfirmDialog
        open={gevraagd}
        heading="Telling sluiten?"
        confirmLabel="Ja, sluiten"
        onConfirm={bevestig}
        onCancel={() => setGevraagd(false)}
      >
        <p>
          De laatste dag om te antwoorden is {formatLong(telling.sluitOp)}. Na het sluiten werken de links
          niet meer. Heropenen kan niet.
        </p>
        {bezig.length > 0 && <p>Nog niet klaar met tellen: {formatList(bezig)}.</p>}
      </ConfirmDialog>
    </Section>
  )
}

/** Pairs of answers that may be one person; who judges sees no more of them than where they slept and three features. */
export function Twijfelgevallen({ telling, magBeheren }: { telling: TellingDetail; magBeheren: boolean }) {
  const kies = useCommand(beoordeelPaar)
  return (
    <Section title="Twijfelgevallen">
      {kies.problem && <ProblemAlert problem={kies.problem} focus />}
      <p role="status">
        {telling.paren.length === 0
          ? 'Er zijn geen antwoorden die misschien over dezelfde mens gaan.'
          : onbeslistVan(telling) === 0
            ? 'Alle twijfelgevallen zijn beslist.'
            : `${formatCount(onbeslistVan(telling), 'twijfelgeval is', 'twijfelgevallen zijn')} nog niet beslist. Wat onbeslist blijft, geeft een laagste en een hoogste aantal.`}
      </p>
      <ol className="od-kaarten">
        {telling.paren.map((paar, i) => (
          <li key={paar.id}>
            <h3 className="ams-heading ams-heading--4">Twijfelgeval {i + 1}</h3>
            <Kant kant={paar.een} />
            <Kant kant={paar.ander} />
            <p>{paar.oordeel ? `Gekozen: ${oordelen[paar.oordeel].toLowerCase()}.` : 'Nog niet beslist.'}</p>
            {magBeheren && (
              <div className="od-knoppen">
                {(['zelfde', 'verschillend'] as const).map((oordeel) => (
                  <Button
                    key={oordeel}
                    type="button"
                    variant="secondary"
                    disabled={kies.busy || paar.oordeel === oordeel}
                    onClick={() =>
                      void kies
                        .run({ params: { id: paar.id }, body: { versie: paar.versie, oordeel } })
                        .catch(() => undefined)
                    }
                  >
                    {oordelen[oordeel]}
                    <span className="ams-visually-hidden"> bij twijfelgeval {i + 1}</span>
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

const Kant = ({ kant }: { kant: TellingDetail['paren'][number]['een'] }) => (
  <p>
    <strong>{kant.organisatie}</strong>: {groepen[kant.klasse].toLowerCase()}. {kant.kenmerken}.
  </p>
)

/** Asks first: what is wiped does not come back. */
export function Publiceren({ telling }: { telling: TellingDetail }) {
  const toast = useToast()
  const [gevraagd, setGevraagd] = useState(false)
  const publiceer = useCommand(publiceerTelling, {
    onDone: () => toast.show('De uitkomst is gepubliceerd. De antwoorden, links en sleutel zijn gewist.'),
  })
  const onbeslist = onbeslistVan(telling)
  const bevestig = () => {
    setGevraagd(false)
    void publiceer
      .run({ params: { id: telling.id }, body: { versie: telling.versie } })
      .catch(() => undefined)
  }
  return (
    <Section title="Uitkomst publiceren">
      {publiceer.problem && <ProblemAlert problem={publiceer.problem} focus />}
      <p>Publiceren wist de antwoorden, de links en de sleutel. Daarna kan er niets meer veranderen.</p>
      <div>
        <Button type="button" disabled={publiceer.busy} onClick={() => setGevraagd(true)}>
          Uitkomst publiceren
        </Button>
      </div>
      <ConfirmDialog
        open={gevraagd}
        danger
        heading="Uitkomst publiceren?"
        confirmLabel="Ja, publiceren en wissen"
        onConfirm={bevestig}
        onCancel={() => setGevraagd(false)}
      >
        <p>
          De antwoorden zijn daarna weg en komen niet terug.
          {onbeslist > 0 &&
            ` ${formatCount(onbeslist, 'twijfelgeval is', 'twijfelgevallen zijn')} nog niet beslist; dat kan daarna niet meer.`}
        </p>
      </ConfirmDialog>
    </Section>
  )
}
