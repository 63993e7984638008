import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { haalVrouwenopvang } from '../domain/contract.ts'
import { PlanDeel } from './plan-deel.tsx'
import { PlegerDeel } from './pleger-deel.tsx'
import { RouteDeel } from './route-deel.tsx'
import { SysteemDeel } from './systeem-deel.tsx'
import { VeiligThuisDeel, VerbodDeel } from './verbod-deel.tsx'

/** On the dossier, for who may read files of the vrouwenopvang: the way to safety, and who else belongs to the story. */
export function VrouwenopvangSectie({ persoonId }: { readonly persoonId: string }) {
  const { data, error } = useEndpoint(haalVrouwenopvang, { params: { id: persoonId } })
  if (!data) return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  const props = { persoonId, data }
  return (
    <>
      <h3 className="od-tussenkop">Route</h3>
      <RouteDeel {...props} />
      <h3 className="od-tussenkop">Veiligheidsplan</h3>
      <PlanDeel {...props} />
      <h3 className="od-tussenkop">Tijdelijk huisverbod</h3>
      <VerbodDeel {...props} />
      <h3 className="od-tussenkop">Veilig Thuis</h3>
      <VeiligThuisDeel {...props} />
      <h3 className="od-tussenkop">Systeem</h3>
      <SysteemDeel {...props} />
      {(data.plegerhulp.length > 0 || data.systemen.some((one) => one.rol === 'pleger')) && (
        <>
          <h3 className="od-tussenkop">Hulp voor de pleger</h3>
          <PlegerDeel {...props} />
        </>
      )}
    </>
  )
}
