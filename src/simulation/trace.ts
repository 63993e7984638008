/** What happened to whom, for raw records: `where` is a facility, a service or an arrival, by the kind. */
export type TraceKind =
  | 'arrive'
  | 'resident'
  | 'begin'
  | 'wait'
  | 'refused'
  | 'gaveUp'
  | 'housed'
  | 'left'
  | 'return'
  | 'gone'

export type Trace = (kind: TraceKind, day: number, person: number, where: number) => void
