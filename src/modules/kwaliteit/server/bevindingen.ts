import type { Bevinding } from './bevinding.ts'
import { aanspreekpuntWerktHierNietMeer } from './bevindingen/aanspreekpunt-werkt-hier-niet-meer.ts'
import { bestemmingOnbekend } from './bevindingen/bestemming-onbekend.ts'
import { briefNietVerstuurd } from './bevindingen/brief-niet-verstuurd.ts'
import { bsnNavragen } from './bevindingen/bsn-navragen.ts'
import { buitenGebruikZonderEinde } from './bevindingen/buiten-gebruik-zonder-einde.ts'
import { contractNietOmgezet } from './bevindingen/contract-niet-omgezet.ts'
import { dubbelDossier } from './bevindingen/dubbel-dossier.ts'
import { faseOverTermijn } from './bevindingen/fase-over-termijn.ts'
import { geboortedatumOnbekend } from './bevindingen/geboortedatum-onbekend.ts'
import { herkomstNavragen } from './bevindingen/herkomst-navragen.ts'
import { locatieNietBevestigd } from './bevindingen/locatie-niet-bevestigd.ts'
import { meldingZonderGemeente } from './bevindingen/melding-zonder-gemeente.ts'
import { naamOnbekend } from './bevindingen/naam-onbekend.ts'
import { nazorgOverEinde } from './bevindingen/nazorg-over-einde.ts'
import { overledenMaarLoopt } from './bevindingen/overleden-maar-loopt.ts'
import { slaapplekOnbekend } from './bevindingen/slaapplek-onbekend.ts'
import { teLangZonderReden } from './bevindingen/te-lang-zonder-reden.ts'
import { trajectZonderFase } from './bevindingen/traject-zonder-fase.ts'
import { uitstroomZonderKeuzeNazorg } from './bevindingen/uitstroom-zonder-keuze-nazorg.ts'
import { urgentieVerlopen } from './bevindingen/urgentie-verlopen.ts'
import { verwachtEindeVoorbij } from './bevindingen/verwacht-einde-voorbij.ts'
import { wachtEnVerblijft } from './bevindingen/wacht-en-verblijft.ts'
import { wachtNietBevestigd } from './bevindingen/wacht-niet-bevestigd.ts'
import { wachtZonderGemeente } from './bevindingen/wacht-zonder-gemeente.ts'
import { woonplaatsNavragen } from './bevindingen/woonplaats-navragen.ts'
import { zonderAanspreekpunt } from './bevindingen/zonder-aanspreekpunt.ts'
import { zonderGeldigeBeschikking } from './bevindingen/zonder-geldige-beschikking.ts'

/** The registry, in the order of the chain. A new finding is a file and a line here. */
export const bevindingen: readonly Bevinding[] = [
  geboortedatumOnbekend,
  naamOnbekend,
  herkomstNavragen,
  woonplaatsNavragen,
  bsnNavragen,
  dubbelDossier,
  overledenMaarLoopt,
  meldingZonderGemeente,
  slaapplekOnbekend,
  briefNietVerstuurd,
  wachtNietBevestigd,
  wachtZonderGemeente,
  wachtEnVerblijft,
  verwachtEindeVoorbij,
  teLangZonderReden,
  zonderAanspreekpunt,
  zonderGeldigeBeschikking,
  bestemmingOnbekend,
  uitstroomZonderKeuzeNazorg,
  trajectZonderFase,
  faseOverTermijn,
  aanspreekpuntWerktHierNietMeer,
  urgentieVerlopen,
  contractNietOmgezet,
  nazorgOverEinde,
  locatieNietBevestigd,
  buitenGebruikZonderEinde,
]
