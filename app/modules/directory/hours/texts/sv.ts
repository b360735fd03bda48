import type { Texts } from './fi.ts'

export const sv: Texts = {
  state: {
    open: 'Öppet', closed: 'Stängt', undefined: 'Inte känt', self_service: 'Självbetjäning', with_key: 'Med nyckel eller kod', with_reservation: 'Med bokning', open_and_reservable: 'Öppet och bokningsbart', with_key_and_reservation: 'Med bokning, nyckel eller kod', enter_only: 'Endast in', exit_only: 'Endast ut',
    weather_permitting: 'Om vädret tillåter', not_in_use: 'Används inte', maintenance: 'Service', reserved: 'Bokat', by_appointment: 'Med tidsbokning', no_opening_hours: 'Inga öppettider',
  },
  now: {
    open: 'Öppet', closed: 'Stängt', undefined: 'Öppettiderna är inte kända', self_service: 'Öppet med självbetjäning', with_key: 'Öppet med nyckel eller kod', with_reservation: 'Öppet för den som bokat', open_and_reservable: 'Öppet, kan också bokas', with_key_and_reservation: 'Öppet för den som bokat, nyckel eller kod behövs', enter_only: 'Du kommer in', exit_only: 'Du kommer ut men inte in',
    weather_permitting: 'Öppet om vädret tillåter', not_in_use: 'Används inte', maintenance: 'Stängt för service', reserved: 'Bokat', by_appointment: 'Öppet för den som bokat tid', no_opening_hours: 'Inga öppettider',
  },
  then: {
    open: 'som vanligt', closed: 'stängt', undefined: 'inte känt', self_service: 'med självbetjäning', with_key: 'med nyckel eller kod', with_reservation: 'för den som bokat', open_and_reservable: 'öppet och bokningsbart', with_key_and_reservation: 'för den som bokat, med nyckel', enter_only: 'endast in', exit_only: 'endast ut',
    weather_permitting: 'om vädret tillåter', not_in_use: 'används inte', maintenance: 'service', reserved: 'bokat', by_appointment: 'för den som bokat tid', no_opening_hours: 'utan öppettider',
  },
  then_: (how) => `sedan ${how}`, always: 'dygnet runt', endUnknown: 'stängningstiden är inte känd',
  opens: (when) => `öppnar ${when}`, midnight: '24', tomorrow: 'i morgon', inNight: 'på natten',
  closesIn: (minutes) => `stänger om ${minutes}`, opensIn: (minutes) => `öppnar om ${minutes}`, minute: '1 minut', minutes: '# minuter',
  asOf: (when) => `läget ${when}`, old: 'Läget kan ha ändrats: sidan laddades #.',
  weekdays: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'], short: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'], onDay: ['på måndag', 'på tisdag', 'på onsdag', 'på torsdag', 'på fredag', 'på lördag', 'på söndag'],
  hour: (hour, minute) => (minute === '00' ? `${hour}` : `${hour}.${minute}`),
  atTime: (time) => `kl. ${time}`, untilTime: (time) => `till kl. ${time}`,
  allDay: 'hela dagen', aroundClock: 'dygnet runt', from: (time) => `från kl. ${time}`, closed: 'stängt', unknown: 'inga uppgifter', today: 'i dag',
  dayColumn: 'Dag', timeColumn: 'Tid', exceptional: 'Undantag',
}
