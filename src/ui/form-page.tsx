import type { FieldValues } from 'react-hook-form'
import { Form, type FormProps } from './form.tsx'
import { Page, type PageProps } from './page.tsx'

export type FormPageProps<In extends FieldValues, Out> = FormProps<In, Out> &
  Pick<PageProps, 'title' | 'lead' | 'breadcrumbs'>

/** A screen that is one form. */
export function FormPage<In extends FieldValues, Out>({
  title,
  lead,
  breadcrumbs,
  ...form
}: FormPageProps<In, Out>) {
  return (
    <Page title={title} lead={lead} breadcrumbs={breadcrumbs} narrow>
      <Form {...form} />
    </Page>
  )
}
