import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type QueryResult,
} from 'kysely'

/** How the statement starts that sets row-level security for a transaction; its answer is of no use to anyone. */
const settings = 'select set_config('

/**
 * Sends `begin`, the settings of row-level security and the first question of a transaction in one round trip, where
 * the usual driver takes three.
 */
class LeanDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    if (!leaning.has(connection)) lean(connection)
    return connection
  }

  override async beginTransaction(
    ...[connection, wanted]: Parameters<PostgresDriver['beginTransaction']>
  ): Promise<void> {
    if (wanted.isolationLevel || wanted.accessMode) return super.beginTransaction(connection, wanted)
    leaning.set(connection, 'begin')
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (leaning.get(connection)) leaning.set(connection, '')
    else await super.rollbackTransaction(connection)
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    if (leaning.get(connection)) leaning.set(connection, '')
    else await super.commitTransaction(connection)
  }
}

/** What still has to be sent on the connection before its next statement: `begin`, then with the settings of the transaction. */
const leaning = new WeakMap<DatabaseConnection, string>()

const nothing = { rows: [] }

function lean(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection)
  leaning.set(connection, '')
  connection.executeQuery = async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    const opening = leaning.get(connection)
    if (!opening) return execute<R>(query)
    if (query.sql.startsWith(settings) && query.parameters.length === 0) {
      leaning.set(connection, `${opening}; ${query.sql}`)
      return nothing
    }
    leaning.set(connection, '')
    // Not awaited one by one: the connection sends both at once (`pipeline`), and after a failed opening the second fails too.
    const [, answer] = await Promise.all([execute(CompiledQuery.raw(opening)), execute<R>(query)])
    return answer
  }
}

export class LeanPostgresDialect extends PostgresDialect {
  readonly #config: ConstructorParameters<typeof PostgresDialect>[0]
  constructor(config: ConstructorParameters<typeof PostgresDialect>[0]) {
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new LeanDriver(this.#config)
  }
}
