import type { HoursState } from '../periods.ts'

export const fi = {
  /** by itself, as a label */ state: {
    open: 'Avoinna', closed: 'Suljettu', undefined: 'Ei tiedossa', self_service: 'Omatoimisesti', with_key: 'Avaimella tai koodilla', with_reservation: 'Varauksella', open_and_reservable: 'Avoinna ja varattavissa', with_key_and_reservation: 'Varauksella, avain tai koodi', enter_only: 'Vain sisään', exit_only: 'Vain ulos',
    weather_permitting: 'Sään salliessa', not_in_use: 'Ei käytössä', maintenance: 'Huollossa', reserved: 'Varattu', by_appointment: 'Ajanvarauksella', no_opening_hours: 'Ei aukioloaikoja',
  } satisfies Record<HoursState, string>,
  /** at this moment, as the beginning of a sentence */ now: {
    open: 'Avoinna', closed: 'Suljettu', undefined: 'Aukiolo ei ole tiedossa', self_service: 'Avoinna omatoimisesti', with_key: 'Avoinna avaimella tai koodilla', with_reservation: 'Avoinna varanneille', open_and_reservable: 'Avoinna, myös varattavissa', with_key_and_reservation: 'Avoinna varanneille, avain tai koodi tarvitaan', enter_only: 'Sisään pääsee', exit_only: 'Ulos pääsee, sisään ei',
    weather_permitting: 'Avoinna sään salliessa', not_in_use: 'Ei käytössä', maintenance: 'Suljettu huollon ajaksi', reserved: 'Varattu', by_appointment: 'Avoinna ajan varanneille', no_opening_hours: 'Ei aukioloaikoja',
  } satisfies Record<HoursState, string>,
  /** how it is after that, in the middle of a sentence */ then: {
    open: 'tavalliseen tapaan', closed: 'suljettu', undefined: 'ei tiedossa', self_service: 'omatoimisesti', with_key: 'avaimella tai koodilla', with_reservation: 'varanneille', open_and_reservable: 'avoinna ja varattavissa', with_key_and_reservation: 'varanneille avaimella', enter_only: 'vain sisäänpääsy', exit_only: 'vain ulos',
    weather_permitting: 'sään salliessa', not_in_use: 'ei käytössä', maintenance: 'huollossa', reserved: 'varattu', by_appointment: 'ajan varanneille', no_opening_hours: 'ilman aukioloaikoja',
  } satisfies Record<HoursState, string>,
  then_: (how: string) => `sitten ${how}`, always: 'ympäri vuorokauden', endUnknown: 'sulkemisaikaa ei ole kerrottu',
  opens: (when: string) => `avautuu ${when}`, midnight: '24', tomorrow: 'huomenna', inNight: 'yöllä',
  closesIn: (minutes: string) => `sulkeutuu ${minutes} kuluttua`, opensIn: (minutes: string) => `avautuu ${minutes} kuluttua`, minute: '1 minuutin', minutes: '# minuutin',
  asOf: (when: string) => `tilanne ${when}`, old: 'Aukiolo on voinut muuttua: sivu on ladattu #.',
  weekdays: ['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'], short: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'], onDay: ['maanantaina', 'tiistaina', 'keskiviikkona', 'torstaina', 'perjantaina', 'lauantaina', 'sunnuntaina'],
  hour: (hour: number, minute: string) => (minute === '00' ? `${hour}` : `${hour}.${minute}`),
  /** a time of day as when something happens, and as until when */ atTime: (time: string) => `klo ${time}`, untilTime: (time: string) => `klo ${time} asti`,
  allDay: 'koko päivän', aroundClock: 'ympäri vuorokauden', from: (time: string) => `klo ${time} alkaen`, closed: 'suljettu', unknown: 'ei tietoa', today: 'tänään',
  dayColumn: 'Päivä', timeColumn: 'Aika', exceptional: 'Poikkeus',
}
export type Texts = typeof fi
