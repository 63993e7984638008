import type { ComponentType } from 'react'
import type { MeldingDetail } from '../domain/contract.ts'

export type OntvangstBriefDeel = ComponentType<{ readonly melding: MeldingDetail }>

let deel: OntvangstBriefDeel | undefined

/** Called once by src/app/web: letters are made by a later module, and melding itself knows none that come after it. */
export function setOntvangstBrief(component: OntvangstBriefDeel): void {
  deel = component
}

export function ontvangstBrief(): OntvangstBriefDeel | undefined {
  return deel
}
