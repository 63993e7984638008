import { useNavigate, useParams } from '@tanstack/react-router'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { legBinnenkomstVast } from '../domain/contract.ts'
import { InhoudVelden } from './velden.tsx'

/** `/clienten/$id/van-buiten` */
export function BinnenkomstPage() {
  const { id: persoonId } = useParams({ strict: false }) as { id: string }
  const toast = useToast()
  const navigate = useNavigate()
  const save = useCommand(legBinnenkomstVast, {
    onDone: ({ id }) => {
      toast.show('Vastgelegd. Uw organisatie houdt de cliënt nu in beeld.')
      void navigate({ to: `/overdrachten/${id}` as never })
    },
  })
  return (
    <FormPage
      title="Overdracht van buiten de regio"
      lead="Een ander draagt deze cliënt aan u over. Zodra u dit vastlegt, houdt uw organisatie de cliënt in beeld."
      breadcrumbs={[{ label: 'Dossier', to: `/clienten/${persoonId}?tab=overdracht` }]}
      draftKey={`overdracht-${persoonId}-van-buiten`}
      schema={legBinnenkomstVast.body}
      defaultValues={{ wetsovergang: 'geen' } as never}
      submitLabel="Overdracht vastleggen"
      actions={
        <ButtonLink to={`/clienten/${persoonId}`} variant="tertiary">
          Terug naar het dossier
        </ButtonLink>
      }
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <TextField name="vanNaam" label="Wie draagt over?" hint="Bijvoorbeeld het loket van de buurregio" />
      <TextField name="vanContact" label="Hoe bereikt u de ander?" hint="Naam en telefoonnummer" />
      <TextField name="geverNaam" label="Wie tekende namens de ander?" />
      <DateField name="geverOndertekendOp" label="Wanneer tekende de ander?" />
      <InhoudVelden samenvatting="Wat vertelde de ander u?" />
    </FormPage>
  )
}
