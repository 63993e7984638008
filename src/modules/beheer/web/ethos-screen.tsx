import { useWatch } from 'react-hook-form'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { domeinen, ethoscodes, ethosgronden, ethosRegel, ethosUitkomsten, keuze } from '../domain/soorten.ts'
import { datedScreen, useProducten, useRegels } from './dated-screen.tsx'

const optionsOf = (namen: Readonly<Record<string, string>>) =>
  Object.entries(namen).map(([value, label]) => ({ value, label }))

const groepnaam = (klasse: string) => {
  const naam = ethosUitkomsten[klasse as keyof typeof ethosUitkomsten]
  return klasse === 'niet' ? naam : `${klasse} ${naam}`
}

const codenaam = (grond: string, code: string) =>
  (grond === 'domein' ? domeinen[code as keyof typeof domeinen] : ethoscodes[grond]?.[code]) ??
  (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll('_', ' ')

/** What can be chosen depends on the situation: products and lists of the region, or what is fixed. */
function CodeVeld() {
  const grond = useWatch({ name: 'sleutel.grond' }) as keyof typeof ethosgronden | undefined
  const producten = useProducten()
  const keuzes = useRegels(keuze).regels ?? []
  if (grond === undefined) return null
  const namen =
    grond === 'product'
      ? Object.fromEntries(producten.map((one) => [one.code, one.naam]))
      : grond === 'domein'
        ? domeinen
        : (ethoscodes[grond] ??
          Object.fromEntries(
            keuzes
              .filter(({ sleutel }) => sleutel.lijst === grond)
              .map(({ sleutel, waarde }) => [String(sleutel.code), String(waarde.naam)]),
          ))
  return <SelectField name="sleutel.code" label="Welke?" options={optionsOf(namen)} />
}

export const ethosregels = datedScreen(ethosRegel, {
  pad: '/beheer/ethos-regels',
  titel: 'Regels van ETHOS Light',
  lead: 'Wie als dak- of thuisloos telt, en in welke groep. Wat geen regel heeft, zegt niets: dan telt wat er verder bekend is.',
  groep: ({ grond }) => ethosgronden[grond],
  naam: ({ grond, code }) => codenaam(grond, code),
  inhoud: ({ klasse }) => groepnaam(klasse),
  eindigen: 'Vanaf deze dag zegt deze situatie niets meer. Tellingen van eerdere dagen veranderen niet.',
  nieuw: {
    knop: 'Regel toevoegen',
    waarde: { bron: null },
    velden: () => (
      <>
        <SelectField name="sleutel.grond" label="Welke situatie?" options={optionsOf(ethosgronden)} />
        <CodeVeld />
      </>
    ),
  },
  velden: () => (
    <SelectField
      name="waarde.klasse"
      label="In welke groep?"
      options={Object.keys(ethosUitkomsten).map((value) => ({ value, label: groepnaam(value) }))}
    />
  ),
})
