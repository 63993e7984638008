/** First match wins: a component's exceptions, then what a name's ending means everywhere. */
type Rule = readonly [RegExp, string | ((match: RegExpMatchArray) => string)]

const ink = 'var(--od-ink)'
const muted = 'var(--od-muted)'
const accent = 'var(--od-accent)'
const strong = 'var(--od-accent-strong)'
const surface = 'var(--od-surface)'
const fault = 'var(--od-fout)'
const faultStrong = 'var(--od-fout-strong)'
const line = 'var(--od-line)'
const control = 'var(--od-control)'
const space = (size: string) => `var(--od-space-${size})`

const typography: Rule[] = [
  [/font-family$/, 'var(--od-font)'],
  [/^typography-hyphenate-limit-chars$/, '10 5 5'],
  [/^typography-italic-font-style$/, 'italic'],
  [/heading-1-(font-size)$/, '1.75rem'],
  [/heading-2-(font-size)$/, '1.375rem'],
  [/heading-3-(font-size)$/, '1.125rem'],
  [/heading-4-(font-size)$/, '1rem'],
  [/heading-5-(font-size)$/, '0.9rem'],
  [/heading-\d-line-height$/, 'var(--od-leading-tight)'],
  [/^page-header-brand-name-font-size$/, '1.25rem'],
  [/^(badge|breadcrumb|metadata|table)-font-size$/, 'var(--od-text-small)'],
  [/^(table-of-contents|avatar|character-count|figure-caption)-font-size$/, 'var(--od-text-small)'],
  [/small-font-size$/, 'var(--od-text-small)'],
  [/large-font-size$/, 'var(--od-text-large)'],
  [/font-size$/, 'var(--od-text)'],
  [/line-height$/, 'var(--od-leading)'],
  [/^(hint|label-in-fieldset|field-set-legend-in-fieldset|description-list-description)-font-weight$/, '400'],
  [
    /^(button|heading|label|field-set-legend|badge|table-caption|table-header-cell|description-list-term)-font-weight$/,
    '600',
  ],
  [/(selected|current|open|brand-name|relative-link|error-message|avatar)-font-weight$/, '600'],
  [/font-weight$/, '400'],
  [/^(heading|field-set-legend|page-header-brand-name)-text-wrap$/, 'balance'],
  [/text-wrap$/, 'wrap'],
  [/list-style-type$/, 'disc'],
]

const states: Rule[] = [
  [/disabled-cursor$/, 'not-allowed'],
  [/cursor$/, 'pointer'],
  [/^(tabs|tab-navigation|table|dialog-body|modal-dialog-body|image-slider|menu)-.*outline-offset$/, '-3px'],
  [/^table-outline-offset$/, '-3px'],
  [/outline-offset$/, '2px'],
  [/hover-text-decoration-thickness$/, '2px'],
  [/text-decoration-thickness$/, '1px'],
  [/text-underline-offset$/, '0.2em'],
  [/disabled-text-decoration-line$/, 'line-through'],
  [/hover-text-decoration-line$/, 'underline'],
  [
    /^(menu|pagination|breadcrumb|tab-navigation|page-header|card|table-of-contents|calendar).*text-decoration-line$/,
    'none',
  ],
  [/text-decoration-line$/, 'underline'],
  [/transition-duration$/, '120ms'],
  [/transition-timing-function$/, 'ease-out'],
  [/^skeleton-animation$/, 'none'],
  [/opacity$/, '1'],
]

const shadows: Rule[] = [
  [/^(tabs|tab-navigation)-list-vertical-box-shadow$/, `inset 1px 0 ${line}`],
  [/^(tabs|tab-navigation)-list-box-shadow$/, `inset 0 -1px ${line}`],
  [/^tab-navigation-link-vertical-(current|hover)-box-shadow$/, `inset 3px 0 ${accent}`],
  [/^(tabs-button|tab-navigation-link)-(selected|current)-box-shadow$/, `inset 0 -3px ${accent}`],
  [/^(tabs-button|tab-navigation-link)-hover-box-shadow$/, `inset 0 -3px ${line}`],
  [/^(modal-)?dialog-box-shadow$/, 'var(--od-shadow)'],
  [/invalid-hover-box-shadow$/, `inset 0 0 0 1px ${faultStrong}`],
  [/box-shadow$/, `inset 0 0 0 1px ${accent}`],
]

const borders: Rule[] = [
  [/^table-cell-border-block-end$/, `1px solid ${line}`],
  [/^skeleton-table-row-border-block-end$/, `1px solid ${line}`],
  [/^field(-set)?-invalid-border-inline-start$/, `3px solid ${fault}`],
  [/^field(-set)?-invalid-padding-inline-start$/, space('m')],
  [
    /^(button|alert|dialog|modal-dialog|.*input|select|text-area|call-to-action-link|.*button)-border-radius$/,
    'var(--od-radius)',
  ],
  [/border-radius$/, 'var(--od-radius)'],
  [/border-style$/, 'solid'],
  [/border-inline-style$|outline-style$/, 'solid'],
  [/^border-width-m$/, '2px'],
  [/border(-inline)?-width$/, '1px'],
  [/outline-width$/, '2px'],
]

const tones: Record<string, string> = {
  azure: 'info',
  lime: 'goed',
  green: 'goed',
  magenta: 'roze',
  orange: 'oranje',
  purple: 'paars',
  red: 'fout',
  yellow: 'letop',
}
const toneNames = Object.keys(tones).join('|')

const colours: Rule[] = [
  [
    new RegExp(`^(?:badge|avatar|spotlight)-(${toneNames})-background-color$`),
    (m) => `var(--od-${tones[m[1]!]}-soft)`,
  ],
  [new RegExp(`^(?:badge|avatar)-(${toneNames})-(?:border-)?color$`), (m) => `var(--od-${tones[m[1]!]})`],
  [/^(badge|avatar|image|skeleton|spotlight)-background-color$/, 'var(--od-sunken)'],
  [
    /^alert-(error|success|warning)-(?:border-color|severity-indicator-background-color)$/,
    (m) => `var(--od-${{ error: 'fout', success: 'goed', warning: 'letop' }[m[1]!]})`,
  ],
  [/^alert-(border-color|severity-indicator-background-color)$/, 'var(--od-info)'],
  [/^alert-background-color$/, surface],
  [/backdrop-background-color$/, 'rgb(27 38 50 / 55%)'],
  [/^mark-background-color$/, 'var(--od-letop-soft)'],
  [/^(page|body)-background-color$/, 'var(--od-canvas)'],
  [/^switch-background-color$/, control],
  [/^switch-(checked|disabled)-background-color$/, (m) => (m[1] === 'checked' ? accent : line)],
  [/^progress-list-.*(completed|current).*(marker-shape-)(background|border)-color$/, accent],
  [/^progress-list-.*completed-connector-border-inline-color$/, accent],
  [/^progress-list-.*background-color$/, surface],
  [/^progress-list-.*(border|border-inline|outline)-color$/, control],
  [/^(button-primary|call-to-action-link|skip-link)-background-color$/, accent],
  [/^button-primary-border-color$/, accent],
  [/^(button-primary|call-to-action-link|skip-link)-hover-(background|border)-color$/, strong],
  [/^button-primary-disabled-(background|border)-color$/, muted],
  [/^(button-primary|call-to-action-link|skip-link)-color$/, surface],
  [/^button-secondary-border-color$/, accent],
  [/^button-(secondary|tertiary)-background-color$/, 'transparent'],
  [/^button-tertiary-border-color$/, 'transparent'],
  [/^button-tertiary-hover-border-color$/, accent],
  [/(pagination-link-active|day-selected|day-selected-hover)-background-color$/, accent],
  [/(pagination-link-active|day-selected)-color$/, surface],
  [/day-hover-background-color$/, 'var(--od-accent-soft)'],
  [/^pagination-relative-link-active-background-color$/, 'transparent'],
  [/^pagination-relative-link-active-color$/, ink],
  [/^page-footer.*(menu|spotlight)-background-color$/, 'var(--od-sunken)'],
  [/inverse-hover-background-color$/, 'rgb(255 255 255 / 20%)'],
  [/icon-button-inverse.*background-color$/, 'transparent'],
  [/icon-button.*hover-background-color$/, 'var(--od-accent-soft)'],
  [/disabled-background-color$/, 'var(--od-sunken)'],
  [/hover-background-color$/, 'var(--od-accent-soft)'],
  [/background-color$/, surface],
  [/^(dialog|modal-dialog)-border-color$/, line],
  [/invalid-hover-border-color$/, faultStrong],
  [/invalid-border-color$/, fault],
  [/disabled-border-color$/, muted],
  [/border-color$/, control],
]

const drawing: Rule[] = [
  [/checked-indicator-stroke$|indeterminate-indicator-stroke$/, surface],
  [/hover-indicator-invalid-hover-stroke$/, faultStrong],
  [/hover-indicator-hover-stroke$/, accent],
  [/^checkbox-rectangle-(checked|indeterminate)-disabled-fill$/, muted],
  [/^checkbox-rectangle-(checked|indeterminate)-invalid(-hover)?-fill$/, fault],
  [/^checkbox-rectangle-(checked|indeterminate)-hover-fill$/, strong],
  [/^checkbox-rectangle-(checked|indeterminate)-fill$/, accent],
  [/^radio-checked-indicator-disabled.*fill$/, muted],
  [/^radio-checked-indicator-invalid.*fill$/, fault],
  [/^radio-checked-indicator.*fill$/, accent],
  [/disabled-fill$/, 'var(--od-sunken)'],
  [/fill$/, surface],
  [/disabled.*stroke$/, muted],
  [/invalid-hover-stroke$/, faultStrong],
  [/invalid-stroke$/, fault],
  [/hover-stroke$/, accent],
  [/stroke$/, control],
]

const text: Rule[] = [
  [/^error-message-color$|^character-count-error-color$/, fault],
  [/disabled-color$/, muted],
  [/placeholder-color$/, muted],
  [/inverse(-hover)?-color$/, surface],
  [/contrast(-hover)?-color$/, ink],
  [/^(hint|metadata|breadcrumb|figure-caption|field-set-hint).*(?<!link)(?<!hover)-color$/, muted],
  [/^(hint-in-fieldset|pagination-ellipsis)-color$/, muted],
  [
    /^(menu|page-header-menu|tabs-button|tab-navigation-link|pagination-link|table-of-contents-link|page-footer-menu-link)-color$/,
    ink,
  ],
  [/(link|button)-hover-color$/, strong],
  [/(link|button|secondary|tertiary)-color$/, accent],
  [/hover-color$/, strong],
  [/^logo-(emblem|subsite)-color$/, accent],
  [/color$/, ink],
]

const space2: Rule[] = [
  [/^(?:space)-(2xl|xs|s|m|l|xl)$/, (m) => space(m[1]!)],
  [/gap-x-small$/, space('xs')],
  [/gap-small$/, space('s')],
  [/gap-medium$/, space('l')],
  [/gap-large$/, space('xl')],
  [/gap-x-large$/, space('2xl')],
  [/^grid-(row-gap|padding-block)-l$/, space('l')],
  [/^grid-(row-gap|padding-block)-(xl|2xl)$/, (m) => space(m[2]!)],
  [/column-count$/, '12'],
  [
    /^(safe-area-inset)-(block-end|inline-end|inline-start)$/,
    (m) =>
      `env(safe-area-inset-${m[2] === 'block-end' ? 'bottom' : m[2] === 'inline-end' ? 'right' : 'left'}, 0px)`,
  ],
  [/^button-padding-block$|icon-only-padding-block$/, '0.4375rem'],
  [/icon-only-padding-inline$/, '0.4375rem'],
  [/^button-padding-inline$/, space('l')],
  [
    /^(text-input|text-area|select|date-input|time-input|password-input|search-field-input)-padding-block$/,
    '0.4375rem',
  ],
  [/^select-padding-inline$/, '0.625rem 2.25rem'],
  [
    /^(text-input|text-area|date-input|time-input|password-input|search-field-input)-padding-inline$/,
    '0.625rem',
  ],
  [/^select-(rtl-)?background-position$/, (m) => (m[1] ? 'left 0.625rem center' : 'right 0.625rem center')],
  [/^select-disabled-background-image$/, "url('./chevron-down-muted.svg')"],
  [/^select-(hover-)?background-image$/, "url('./chevron-down.svg')"],
  [/^breadcrumb-separator-background-image$/, "url('./chevron-right.svg')"],
  [/^(date)-input.*background-image$/, "url('./calendar.svg')"],
  [/^(time)-input.*background-image$/, "url('./clock.svg')"],
  [/cancel-button.*background-image$/, "url('./close.svg')"],
  [/background-image$/, 'none'],
  [/(background|object)-position$/, 'center'],
  [/^table-cell-padding-block$/, '0.4375rem'],
  [/^table-cell-padding-inline$/, '0 1rem'],
  [/^tabs-button-padding-(block|inline)$|^tab-navigation-link-padding-(block|inline)$/, space('s')],
  [/^badge-padding-inline$/, space('s')],
  [/^badge-gap$/, space('xs')],
  [/^alert-severity-indicator-padding-(inline)$/, space('s')],
  [
    /^(field|field-set)-child.*margin-block-end$/,
    (m) => space(/between-fields|before-field/.test(m.input!) ? 'l' : 'xs'),
  ],
  [/padding-block(-start|-end)?$/, space('m')],
  [/padding-inline-start$/, space('l')],
  [/padding-inline$/, space('l')],
  [/margin-inline-end$/, space('s')],
  [/margin(-block|-inline)?(-end|-start)?$/, space('s')],
  [/^dialog-gap$/, '0'],
  [/^link-list-gap$/, space('xs')],
  [/^(badge|error-message|button|checkbox|radio|hint)-gap$/, space('s')],
  [/gap$/, space('m')],
]

const size: Rule[] = [
  [/^aspect-ratio-(\d+)-(\d+)$/, (m) => `${m[1]} / ${m[2]}`],
  [/aspect-ratio$/, '1 / 1'],
  [/container-name$/, (m) => `od-${m.input!.replace('-container-name', '')}`],
  [/^(dialog|modal-dialog)-container-type$/, 'inline-size'],
  [/container-type$/, 'inline-size'],
  [
    /terms-width|grid-template-columns$/,
    (m) =>
      /narrow/.test(m.input!)
        ? 'minmax(7rem, 1fr) 4fr'
        : /wide/.test(m.input!)
          ? 'minmax(12rem, 1fr) 1fr'
          : 'minmax(10rem, 1fr) 2fr',
  ],
  [/^dialog.*max-block-size$|^modal-dialog.*max-block-size$/, 'calc(100dvb - 2rem)'],
  [/^dialog-max-inline-size$|^modal-dialog-max-inline-size$/, '36rem'],
  [/^(dialog|modal-dialog)(-vi)?-medium-inline-size$|^(dialog|modal-dialog)-vi-medium-inline-size$/, '34rem'],
  [/^(dialog|modal-dialog)-inline-size$/, 'calc(100% - 2rem)'],
  [/^modal-dialog-body-min-block-size$/, '4rem'],
  [/^page.*max-inline-size$|^menu.*max-inline-size$/, '90rem'],
  [/^text-area-min-block-size$/, '6rem'],
  [/^pagination-link-min-(block|inline)-size$/, '2.25rem'],
  [/^(checkbox|radio)-icon-container-(block|inline)-size$/, 'calc(1rem * var(--od-leading))'],
  [/separator-(block|inline)-size$/, '0.75rem'],
  [/^logo-(min-)?block-size$/, '2rem'],
  [/^switch-inline-size$/, '3rem'],
  [/^switch-thumb-(block|inline)-size$/, '1.25rem'],
  [/^switch-label-border-width$/, '2px'],
  [/marker-(shape-)?(block|inline)-size$/, '1.25rem'],
  [/^(calendar|date-picker)-inline-size$/, '20rem'],
  [/^skeleton-.*(odd|even|last)-inline-size$/, (m) => ({ odd: '100%', even: '92%', last: '60%' })[m[1]!]!],
  [/cancel-button-(block|inline)-size$/, '1rem'],
  [/preview-width$/, '4rem'],
  [/vertical-align$/, 'middle'],
]

const rules: Rule[] = [
  ...typography,
  ...states,
  ...shadows,
  ...borders,
  ...colours,
  ...drawing,
  ...text,
  ...size,
  ...space2,
]

export function values(name: string): string | undefined {
  for (const [pattern, value] of rules) {
    const match = pattern.exec(name)
    if (match) return typeof value === 'string' ? value : value(match)
  }
  return undefined
}
