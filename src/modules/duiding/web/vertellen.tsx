import { useEndpoint } from '../../../ui/api-hooks.ts'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { listDuidingen } from '../domain/contract.ts'
import { tellers } from '../domain/keuzes.ts'
import { listVerhalen } from '../domain/verhaal-contract.ts'
import { DuidingKaart, NieuweDuiding } from './duiding-deel.tsx'
import { NieuwVerhaal } from './verhaal-forms.tsx'

export interface BijCijferProps {
  readonly indicator: string
  /** `2026-03` */
  readonly maand: string
}

/** Tellen én vertellen: how to read this figure, and what people told of it. */
export function Vertellen(props: BijCijferProps) {
  const mag = useMag()
  const query = { ...props, aantalPerPagina: '100' } as never
  const duidingen = useEndpoint(listDuidingen, { query })
  const verhalen = useEndpoint(listVerhalen, { query })
  return (
    <Section title="Wat zeggen mensen erover?">
      <h3 className="od-tussenkop">Uitleg</h3>
      {duidingen.data?.results.length === 0 && <p>Bij deze maand is nog geen uitleg geschreven.</p>}
      {duidingen.data?.results.map((rij) => (
        <DuidingKaart key={rij.id} rij={rij} />
      ))}
      {mag('duiding.schrijven') && (
        <FormDisclosure label="Uitleg schrijven">
          {(sluit) => <NieuweDuiding {...props} sluit={sluit} />}
        </FormDisclosure>
      )}
      <h3 className="od-tussenkop">Verhalen en citaten</h3>
      {verhalen.data?.results.length === 0 && <p>Bij deze maand is nog geen verhaal gepubliceerd.</p>}
      {verhalen.data?.results.map((rij) => (
        <article key={rij.id} className="od-kaart od-stapel">
          <h4 className="od-tussenkop">{rij.titel}</h4>
          {rij.soort === 'citaat' ? (
            <blockquote className="od-tekst od-citaat">{rij.tekst}</blockquote>
          ) : (
            <p className="od-tekst">{rij.tekst}</p>
          )}
          <p className="od-hint">Verteld door: {tellers[rij.teller].toLowerCase()}. Met toestemming.</p>
        </article>
      ))}
      {mag('duiding.schrijven') && (
        <FormDisclosure label="Verhaal of citaat opschrijven">
          {(sluit) => <NieuwVerhaal {...props} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}
