import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'

export interface MailConfig {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly smtpUrl: string
  /** Address that it comes from, with or without a name. */
  readonly van: string
  /** Public address of Onderdak, for the links in a mail. */
  readonly url: string
}

export interface Mail {
  readonly aan: string
  readonly onderwerp: string
  readonly tekst: string
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * What became of a mail. `tijdelijk`: surely not delivered, and worth another try; `isVerbinding` when the server itself could not
 * be used. `afgewezen`: this address will never take it. `onbekend`: the line broke when the server may have had it all.
 */
export type Uitslag =
  | { readonly soort: 'verstuurd' }
  | { readonly soort: 'tijdelijk'; readonly code: number | null; readonly isVerbinding: boolean }
  | { readonly soort: 'afgewezen'; readonly code: number }
  | { readonly soort: 'onbekend' }

/** One line to the mail server, for mails one after another. */
export interface MailLine {
  send(mail: Mail): Promise<Uitslag>
  close(): void
}

export interface Mailer {
  readonly url: string
  open(): MailLine
}

interface SmtpError extends Error {
  readonly responseCode?: number
  readonly command?: string
}

const isLocal = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '[::1]'

/** Through SMTP. A server elsewhere must offer TLS: addresses never travel in the open. */
export function createMailer(config: MailConfig): Mailer {
  const url = new URL(config.smtpUrl)
  const secure = url.protocol === 'smtps:'
  const options = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLocal(url.hostname),
    ignoreTLS: !secure && isLocal(url.hostname),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  }
  const credentials = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : undefined
  return { url: config.url, open: () => openLine({ options, credentials, van: config.van }) }
}

interface LineOptions {
  readonly options: SMTPConnection.Options
  readonly credentials: { readonly user: string; readonly pass: string } | undefined
  readonly van: string
}

function openLine({ options, credentials, van }: LineOptions): MailLine {
  let connection: SMTPConnection | undefined
  const drop = () => {
    connection?.close()
    connection = undefined
  }
  return {
    async send(mail) {
      const built = await build(van, mail)
      try {
        connection ??= await connect(options, credentials)
      } catch (error) {
        const { responseCode } = error as SmtpError
        return { soort: 'tijdelijk', code: responseCode ?? null, isVerbinding: true }
      }
      const uitslag = await deliver(connection, built)
      // After a refusal in the middle, the next mail begins on a fresh line.
      if (uitslag.soort !== 'verstuurd') drop()
      return uitslag
    },
    close() {
      connection?.quit()
      connection = undefined
    },
  }
}

interface Built {
  readonly envelope: { readonly from: string; readonly to: string[] }
  readonly bytes: Buffer
}

async function build(van: string, mail: Mail): Promise<Built> {
  const message = new MailComposer({
    from: van,
    to: mail.aan,
    subject: mail.onderwerp,
    text: mail.tekst,
    html: mail.html,
    headers: { ...mail.headers },
  }).compile()
  const { from, to } = message.getEnvelope()
  if (!from) throw new Error('SMTP_VAN holds no address')
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    message.build((error, made) => (error ? reject(error) : resolve(made)))
  })
  return { envelope: { from, to: [...to] }, bytes }
}

function connect(
  options: SMTPConnection.Options,
  credentials: LineOptions['credentials'],
): Promise<SMTPConnection> {
  const connection = new SMTPConnection(options)
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      connection.close()
      reject(error)
    }
    connection.on('error', fail)
    connection.connect((error) => {
      if (error) return fail(error)
      if (!credentials) return resolve(connection)
      connection.login({ credentials: { ...credentials } } as never, (refused) =>
        refused ? fail(refused) : resolve(connection),
      )
    })
  })
}

/** Whether the server asked for the words decides what a broken line means: before that nothing was delivered. */
function deliver(connection: SMTPConnection, { envelope, bytes }: Built): Promise<Uitslag> {
  let asked = false
  let at = 0
  const words = new Readable({
    read() {
      asked = true
      this.push(at < bytes.length ? bytes.subarray(at, at + 16_384) : null)
      at += 16_384
    },
  })
  return new Promise((resolve) => {
    const finish = (uitslag: Uitslag) => {
      connection.removeListener('error', fail)
      connection.removeListener('end', gone)
      resolve(uitslag)
    }
    const fail = (error: Error) => finish(uitslagOf(error as SmtpError, asked))
    const gone = () => finish(uitslagOf(new Error('end'), asked))
    connection.on('error', fail)
    connection.on('end', gone)
    connection.send(envelope, words, (error) => (error ? fail(error) : finish({ soort: 'verstuurd' })))
  })
}

function uitslagOf({ responseCode: code, command }: SmtpError, asked: boolean): Uitslag {
  if (code !== undefined && code >= 500 && (command === 'RCPT TO' || command === 'DATA'))
    return { soort: 'afgewezen', code }
  if (code !== undefined && code >= 400) {
    const aanOntvanger = command === 'RCPT TO' || command === 'DATA'
    return { soort: 'tijdelijk', code, isVerbinding: !aanOntvanger }
  }
  return asked ? { soort: 'onbekend' } : { soort: 'tijdelijk', code: null, isVerbinding: true }
}
