import type { Texts } from './fi.ts'

export const en: Texts = {
  state: {
    open: 'Open', closed: 'Closed', undefined: 'Not known', self_service: 'Self-service', with_key: 'With a key or code', with_reservation: 'With a booking', open_and_reservable: 'Open and bookable', with_key_and_reservation: 'With a booking and a key or code', enter_only: 'Entry only', exit_only: 'Exit only',
    weather_permitting: 'Weather permitting', not_in_use: 'Not in use', maintenance: 'Under maintenance', reserved: 'Reserved', by_appointment: 'By appointment', no_opening_hours: 'No opening hours',
  },
  now: {
    open: 'Open', closed: 'Closed', undefined: 'Opening hours are not known', self_service: 'Open for self-service', with_key: 'Open with a key or code', with_reservation: 'Open to those who have booked', open_and_reservable: 'Open, can also be booked', with_key_and_reservation: 'Open to those who have booked, a key or code is needed', enter_only: 'You can get in', exit_only: 'You can get out but not in',
    weather_permitting: 'Open, weather permitting', not_in_use: 'Not in use', maintenance: 'Closed for maintenance', reserved: 'Reserved', by_appointment: 'Open by appointment', no_opening_hours: 'No opening hours',
  },
  then: {
    open: 'as usual', closed: 'closed', undefined: 'not known', self_service: 'for self-service', with_key: 'with a key or code', with_reservation: 'to those who have booked', open_and_reservable: 'open and bookable', with_key_and_reservation: 'to those who have booked, with a key', enter_only: 'entry only', exit_only: 'exit only',
    weather_permitting: 'weather permitting', not_in_use: 'not in use', maintenance: 'under maintenance', reserved: 'reserved', by_appointment: 'by appointment', no_opening_hours: 'without opening hours',
  },
  then_: (how) => `then ${how}`, always: 'around the clock', endUnknown: 'closing time is not told',
  opens: (when) => `opens ${when}`, midnight: 'midnight', tomorrow: 'tomorrow', inNight: 'at night',
  closesIn: (minutes) => `closes in ${minutes}`, opensIn: (minutes) => `opens in ${minutes}`, minute: '1 minute', minutes: '# minutes',
  asOf: (when) => `as of ${when}`, old: 'This may have changed: the page was loaded #.',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], short: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], onDay: ['on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'on Friday', 'on Saturday', 'on Sunday'],
  hour: (hour, minute) => `${String(hour).padStart(2, '0')}:${minute}`,
  atTime: (time) => `at ${time}`, untilTime: (time) => `until ${time}`,
  allDay: 'all day', aroundClock: 'around the clock', from: (time) => `from ${time}`, closed: 'closed', unknown: 'not known', today: 'today',
  dayColumn: 'Day', timeColumn: 'Hours', exceptional: 'Exception',
}
