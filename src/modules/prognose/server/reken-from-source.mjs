// The worker when nothing was built, as in tests: a thread does not take over the loader of its parent.
import { register } from 'tsx/esm/api'

register()
const { default: bereken } = await import('./reken.worker.ts')

export default bereken
