import type { Indicator } from './indicator.ts'
import { adrestoestemmingGegeven } from './indicatoren/adrestoestemming-gegeven.ts'
import { adrestoestemmingNietGegeven } from './indicatoren/adrestoestemming-niet-gegeven.ts'
import { adrestoestemmingNietToegedeeld } from './indicatoren/adrestoestemming-niet-toegedeeld.ts'
import { beschikkingOpTijd } from './indicatoren/beschikking-op-tijd.ts'
import { beschikkingTeLaat } from './indicatoren/beschikking-te-laat.ts'
import { besluitOpTijd } from './indicatoren/besluit-op-tijd.ts'
import { besluiten } from './indicatoren/besluiten.ts'
import { bezetting } from './indicatoren/bezetting.ts'
import { bezettingBruikbaar } from './indicatoren/bezetting-bruikbaar.ts'
import { bezettingZonderGeblokkeerd } from './indicatoren/bezetting-zonder-geblokkeerd.ts'
import { buitenGebruik } from './indicatoren/buiten-gebruik.ts'
import { doorlooptijdMelding } from './indicatoren/doorlooptijd-melding.ts'
import { doorstroom } from './indicatoren/doorstroom.ts'
import { doorverwezen } from './indicatoren/doorverwezen.ts'
import { dreigendeHuisuitzetting } from './indicatoren/dreigende-huisuitzetting.ts'
import { ethos } from './indicatoren/ethos.ts'
import { ethosKinderen } from './indicatoren/ethos-kinderen.ts'
import { ethosOnbekend } from './indicatoren/ethos-onbekend.ts'
import { geblokkeerdeDagen } from './indicatoren/geblokkeerde-dagen.ts'
import { gegevensOpOrde } from './indicatoren/gegevens-op-orde.ts'
import { geplaatstVanDeLijst } from './indicatoren/geplaatst-van-de-lijst.ts'
import { geweigerd } from './indicatoren/geweigerd.ts'
import { gezinnenInGesprek } from './indicatoren/gezinnen-in-gesprek.ts'
import { gezinsgesprekken } from './indicatoren/gezinsgesprekken.ts'
import { herinstroom } from './indicatoren/herinstroom.ts'
import { huurtNogNa3Maanden } from './indicatoren/huurt-nog-na-3-maanden.ts'
import { huurtNogNa6Maanden } from './indicatoren/huurt-nog-na-6-maanden.ts'
import { huurtNogNa12Maanden } from './indicatoren/huurt-nog-na-12-maanden.ts'
import { huurtNogNa24Maanden } from './indicatoren/huurt-nog-na-24-maanden.ts'
import { inBeeld } from './indicatoren/in-beeld.ts'
import { instroom } from './indicatoren/instroom.ts'
import { jongerenInDeKeten } from './indicatoren/jongeren-in-de-keten.ts'
import { kinderenInDeKeten } from './indicatoren/kinderen-in-de-keten.ts'
import { klaarOmTeVertrekken } from './indicatoren/klaar-om-te-vertrekken.ts'
import { klantcontacten } from './indicatoren/klantcontacten.ts'
import { langerDanMaximum } from './indicatoren/langer-dan-maximum.ts'
import { langerZonderReden } from './indicatoren/langer-zonder-reden.ts'
import { langstWachtende } from './indicatoren/langst-wachtende.ts'
import { lopendeToekenningen } from './indicatoren/lopende-toekenningen.ts'
import { meldingen } from './indicatoren/meldingen.ts'
import { meldingenMetKinderen } from './indicatoren/meldingen-met-kinderen.ts'
import { mensenMetToekenning } from './indicatoren/mensen-met-toekenning.ts'
import { nazorgBereikt } from './indicatoren/nazorg-bereikt.ts'
import { nazorgDekking } from './indicatoren/nazorg-dekking.ts'
import { nietPlaatsbaar } from './indicatoren/niet-plaatsbaar.ts'
import { nietVerschenen } from './indicatoren/niet-verschenen.ts'
import { plekBinnenNegentigDagen } from './indicatoren/plek-binnen-negentig-dagen.ts'
import { plekken } from './indicatoren/plekken.ts'
import { signaalOpTijdOpgepakt } from './indicatoren/signaal-op-tijd-opgepakt.ts'
import { signalen } from './indicatoren/signalen.ts'
import { terugNa0Tot180Dagen } from './indicatoren/terug-na-0-tot-180-dagen.ts'
import { terugNa181Tot365Dagen } from './indicatoren/terug-na-181-tot-365-dagen.ts'
import { terugNa366Tot730Dagen } from './indicatoren/terug-na-366-tot-730-dagen.ts'
import { terugNaWeigering } from './indicatoren/terug-na-weigering.ts'
import { toekenningNaarWoonplaats } from './indicatoren/toekenning-naar-woonplaats.ts'
import { uitBeeld } from './indicatoren/uit-beeld.ts'
import { uitstroom } from './indicatoren/uitstroom.ts'
import { uitstroomPerRoute } from './indicatoren/uitstroom-per-route.ts'
import { urgentieToegekend } from './indicatoren/urgentie-toegekend.ts'
import { vanDeLijstZonderPlek } from './indicatoren/van-de-lijst-zonder-plek.ts'
import { verblijfBuitenHerkomst } from './indicatoren/verblijf-buiten-herkomst.ts'
import { verblijfsduur } from './indicatoren/verblijfsduur.ts'
import { verblijvenden } from './indicatoren/verblijvenden.ts'
import { voorrangMetDeHand } from './indicatoren/voorrang-met-de-hand.ts'
import { voorstelAntwoordtijd } from './indicatoren/voorstel-antwoordtijd.ts'
import { voorstelGeweigerdAanbieder } from './indicatoren/voorstel-geweigerd-aanbieder.ts'
import { voorstelGeweigerdPersoon } from './indicatoren/voorstel-geweigerd-persoon.ts'
import { wachtLangerDanHalfJaar } from './indicatoren/wacht-langer-dan-half-jaar.ts'
import { wachtZonderOverbrugging } from './indicatoren/wacht-zonder-overbrugging.ts'
import { wachtenden } from './indicatoren/wachtenden.ts'
import { wachtendenMetGezin } from './indicatoren/wachtenden-met-gezin.ts'
import { wachtregistraties } from './indicatoren/wachtregistraties.ts'
import { wachttijdGeplaatsten } from './indicatoren/wachttijd-geplaatsten.ts'
import { wachttijdWachtenden } from './indicatoren/wachttijd-wachtenden.ts'
import { wachttijdWachtendenP90 } from './indicatoren/wachttijd-wachtenden-p90.ts'
import { weigeringenPersoon } from './indicatoren/weigeringen-persoon.ts'
import { weigeringenToegang } from './indicatoren/weigeringen-toegang.ts'
import { zelfdeDagAntwoord } from './indicatoren/zelfde-dag-antwoord.ts'

/** The registry: every indicator of a region, in the order of the chain. A new one is a file and a line here. */
export const indicatoren: readonly Indicator[] = [
  wachtenden,
  wachtregistraties,
  wachtendenMetGezin,
  wachttijdWachtenden,
  wachttijdWachtendenP90,
  langstWachtende,
  wachtLangerDanHalfJaar,
  wachttijdGeplaatsten,
  geplaatstVanDeLijst,
  vanDeLijstZonderPlek,
  plekBinnenNegentigDagen,
  wachtZonderOverbrugging,
  nietPlaatsbaar,
  voorrangMetDeHand,
  klantcontacten,
  gezinsgesprekken,
  gezinnenInGesprek,
  adrestoestemmingGegeven,
  adrestoestemmingNietGegeven,
  adrestoestemmingNietToegedeeld,
  meldingen,
  meldingenMetKinderen,
  zelfdeDagAntwoord,
  besluiten,
  besluitOpTijd,
  doorlooptijdMelding,
  geweigerd,
  weigeringenToegang,
  weigeringenPersoon,
  doorverwezen,
  terugNaWeigering,
  herinstroom,
  beschikkingOpTijd,
  beschikkingTeLaat,
  mensenMetToekenning,
  lopendeToekenningen,
  toekenningNaarWoonplaats,
  plekken,
  bezetting,
  bezettingBruikbaar,
  bezettingZonderGeblokkeerd,
  buitenGebruik,
  geblokkeerdeDagen,
  klaarOmTeVertrekken,
  verblijvenden,
  kinderenInDeKeten,
  jongerenInDeKeten,
  verblijfBuitenHerkomst,
  langerDanMaximum,
  langerZonderReden,
  instroom,
  doorstroom,
  uitstroom,
  verblijfsduur,
  uitstroomPerRoute,
  nazorgDekking,
  nazorgBereikt,
  huurtNogNa3Maanden,
  huurtNogNa6Maanden,
  huurtNogNa12Maanden,
  huurtNogNa24Maanden,
  terugNa0Tot180Dagen,
  terugNa181Tot365Dagen,
  terugNa366Tot730Dagen,
  voorstelGeweigerdAanbieder,
  voorstelGeweigerdPersoon,
  voorstelAntwoordtijd,
  nietVerschenen,
  urgentieToegekend,
  inBeeld,
  uitBeeld,
  gegevensOpOrde,
  signalen,
  signaalOpTijdOpgepakt,
  dreigendeHuisuitzetting,
  ethos,
  ethosKinderen,
  ethosOnbekend,
]
