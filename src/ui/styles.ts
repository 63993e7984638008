// Order matters: font, the design system, our values for it, then what it has no answer for.
import '@fontsource-variable/source-sans-3/wght.css'
import '@amsterdam/design-system-css/dist/index.css'
import '@amsterdam/design-system-tokens/index.css'
import './theme.css'
