import { adresVan } from '../domain/vindplaats.ts'

/** Where a paper, minutes or proof is: a link when it is an address, else the words. The other site learns nothing of this one. */
export function Vindplaats({ waar }: { waar: string }) {
  const adres = adresVan(waar)
  if (!adres) return <span className="od-breekt">{waar}</span>
  return (
    <>
      <span className="od-breekt">
        <a href={adres} target="_blank" rel="noopener noreferrer">
          {waar}
        </a>
      </span>{' '}
      <span className="od-hint">(buiten Onderdak, in een nieuw venster)</span>
    </>
  )
}
