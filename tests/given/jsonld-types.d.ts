/** The part of jsonld that the tests use; the package ships no types. */
declare module 'jsonld' {
  export interface Term {
    termType: 'NamedNode' | 'BlankNode' | 'Literal'
    value: string
    language?: string
    datatype?: { value: string }
  }
  interface Quad {
    subject: Term
    predicate: Term
    object: Term
  }
  const jsonld: {
    toRDF(
      document: object,
      options: { documentLoader: (url: string) => never; safe: boolean },
    ): Promise<Quad[]>
  }
  export default jsonld
}
