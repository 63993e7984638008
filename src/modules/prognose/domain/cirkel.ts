import type { ModelFile } from '../../../simulation/model.ts'

/** Whether a step from `van` to `naar` would close a circle in which people keep each other's places. */
export function sluitCirkel(services: ModelFile['services'], van: string, naar: string): boolean {
  const stappen = (id: string) => {
    const service = services.find((one) => one.id === id)
    if (!service) return []
    const next = (service.next ?? []).filter((step) => step.chance > 0).map((step) => step.to)
    return service.review ? [...next, service.review.to] : next
  }
  const seen = new Set<string>()
  const leads = (from: string): boolean => {
    if (from === van) return true
    if (seen.has(from)) return false
    seen.add(from)
    return stappen(from).some(leads)
  }
  return leads(naar)
}
