import { type AnyRoute, createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import type { Beschikking } from '../domain/contract.ts'
import { AanvraagPage } from './aanvraag-page.tsx'
import { ActiePage } from './actie-page.tsx'
import { BeschikkingPage } from './beschikking-page.tsx'
import { BeslisForm, HeronderzoekForm, HerzieForm, IntrekForm } from './besluit-forms.tsx'
import { BeschikkingenPage, HeronderzoekenPage } from './list-page.tsx'
import { HervatForm, OpschortForm, SluitForm } from './termijn-forms.tsx'
import { VerzendForm } from './verzend-form.tsx'

const wie = (data: Beschikking) => `${data.product?.naam} voor ${data.persoon.naam}, kenmerk ${data.nummer}.`
const kan = (text: string) => (data: Beschikking) => `${wie(data)} ${text}`

const paginas = {
  '/beschikkingen': BeschikkingenPage,
  '/beschikkingen/heronderzoeken': HeronderzoekenPage,
  '/beschikkingen/nieuw': AanvraagPage,
  '/beschikkingen/$id': BeschikkingPage,
  '/beschikkingen/$id/beslissen': () => (
    <ActiePage title="Beslissen" mag="beslissen" lead={wie} form={BeslisForm} />
  ),
  '/beschikkingen/$id/opschorten': () => (
    <ActiePage title="Termijn stilzetten" mag="opschorten" lead={wie} form={OpschortForm} />
  ),
  '/beschikkingen/$id/hervatten': () => (
    <ActiePage title="Termijn weer laten lopen" mag="opschortingBeeindigen" lead={wie} form={HervatForm} />
  ),
  '/beschikkingen/$id/sluiten': () => (
    <ActiePage title="Sluiten zonder besluit" mag="sluiten" lead={wie} form={SluitForm} />
  ),
  '/beschikkingen/$id/verzenden': () => (
    <ActiePage
      title="Brief versturen"
      mag="verzenden"
      lead={kan('De brief wordt bewaard en verandert daarna niet meer.')}
      form={VerzendForm}
    />
  ),
  '/beschikkingen/$id/herzien': () => (
    <ActiePage
      title="Herzien"
      mag="herzien"
      lead={kan('Er komt een nieuw besluit. Het oude stopt op de dag waarop het nieuwe ingaat.')}
      form={HerzieForm}
    />
  ),
  '/beschikkingen/$id/intrekken': () => (
    <ActiePage
      title="Intrekken"
      mag="herzien"
      lead={kan('De cliënt verliest het recht op deze voorziening. Dit kunt u niet ongedaan maken.')}
      form={IntrekForm}
    />
  ),
  '/beschikkingen/$id/heronderzoek': () => (
    <ActiePage
      title="Heronderzoek vastleggen"
      mag="heronderzoeken"
      lead={kan('Er verandert niets. Moet er wel iets veranderen? Kies dan Herzien of Intrekken.')}
      form={HeronderzoekForm}
    />
  ),
} as const

export const beschikkingWeb: WebModule = {
  navigation: [
    { label: 'Beschikkingen', to: '/beschikkingen', permission: 'beschikking.lezen', group: 'instroom' },
  ],
  routes: (parent: AnyRoute) =>
    Object.entries(paginas).map(([path, component]) =>
      createRoute({ getParentRoute: () => parent, path, component }),
    ),
}
