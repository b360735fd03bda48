import { Icon, type IconName } from '#ui/icons.tsx'

export type Door = { to: string; icon: IconName; title: string; hint: string }

/** Ways onward as large targets: an icon, a word, and what is behind it. */
export function Doors({ doors }: { doors: Door[] }) {
  return (
    <ul className="doors">
      {doors.map((door) => (
        <li key={door.to}><a className="card" href={door.to}><span className="node is-idea"><Icon name={door.icon} /></span><span className="t"><b>{door.title}</b><small>{door.hint}</small></span><Icon name="next" /></a></li>
      ))}
    </ul>
  )
}
