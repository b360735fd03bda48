import type { Language } from '#core/text/language.ts'
import { addDays, weekdayOf } from './days.ts'

/** A day that changes hours. `eve`: not a public holiday, but many close early. */
export type Holiday = { day: string; key: string; name: Record<Language, string>; eve: boolean }

/** Easter Sunday of a year by the Gregorian reckoning (Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`
}

const named = (fi: string, sv: string, en: string) => ({ fi, sv, en })
/**
 * Finland's public holidays of a year and the eves on which many close early, in order. Church holidays by the Church Act
 * (652/2023), 1 May and Independence Day by their own acts (272/1944, 388/1937).
 */
export function holidaysOf(year: number): Holiday[] {
  const easter = easterOf(year)
  const saturdayFrom = (day: string) => addDays(day, (6 - weekdayOf(day) + 7) % 7)
  const midsummer = saturdayFrom(`${year}-06-20`), allSaints = saturdayFrom(`${year}-10-31`)
  const day = (its: string, key: string, name: Holiday['name'], eve = false): Holiday => ({ day: its, key, name, eve })
  return [
    day(`${year}-01-01`, 'newYear', named('Uudenvuodenpäivä', 'Nyårsdagen', 'New Year’s Day')),
    day(`${year}-01-05`, 'epiphanyEve', named('Loppiaisaatto', 'Trettondagsafton', 'Epiphany Eve'), true),
    day(`${year}-01-06`, 'epiphany', named('Loppiainen', 'Trettondagen', 'Epiphany')),
    day(addDays(easter, -3), 'maundyThursday', named('Kiirastorstai', 'Skärtorsdagen', 'Maundy Thursday'), true),
    day(addDays(easter, -2), 'goodFriday', named('Pitkäperjantai', 'Långfredagen', 'Good Friday')),
    day(addDays(easter, -1), 'easterSaturday', named('Pääsiäislauantai', 'Påsklördagen', 'Easter Saturday'), true),
    day(easter, 'easter', named('Pääsiäispäivä', 'Påskdagen', 'Easter Sunday')),
    day(addDays(easter, 1), 'easterMonday', named('Toinen pääsiäispäivä', 'Annandag påsk', 'Easter Monday')),
    day(`${year}-04-30`, 'mayDayEve', named('Vapunaatto', 'Valborgsmässoafton', 'May Day Eve'), true),
    day(`${year}-05-01`, 'mayDay', named('Vappu', 'Första maj', 'May Day')),
    day(addDays(easter, 38), 'ascensionEve', named('Helatorstain aatto', 'Dagen före Kristi himmelsfärdsdag', 'Eve of Ascension Day'), true),
    day(addDays(easter, 39), 'ascension', named('Helatorstai', 'Kristi himmelsfärdsdag', 'Ascension Day')),
    day(addDays(easter, 49), 'pentecost', named('Helluntai', 'Pingstdagen', 'Whit Sunday')),
    day(addDays(midsummer, -1), 'midsummerEve', named('Juhannusaatto', 'Midsommarafton', 'Midsummer Eve'), true),
    day(midsummer, 'midsummer', named('Juhannuspäivä', 'Midsommardagen', 'Midsummer Day')),
    day(addDays(allSaints, -1), 'allSaintsEve', named('Pyhäinpäivän aatto', 'Allhelgonaafton', 'Eve of All Saints’ Day'), true),
    day(allSaints, 'allSaints', named('Pyhäinpäivä', 'Alla helgons dag', 'All Saints’ Day')),
    day(`${year}-12-05`, 'independenceEve', named('Itsenäisyyspäivän aatto', 'Dagen före självständighetsdagen', 'Eve of Independence Day'), true),
    day(`${year}-12-06`, 'independence', named('Itsenäisyyspäivä', 'Självständighetsdagen', 'Independence Day')),
    day(`${year}-12-23`, 'dayBeforeChristmasEve', named('Aatonaatto', 'Dagen före julafton', 'Day before Christmas Eve'), true),
    day(`${year}-12-24`, 'christmasEve', named('Jouluaatto', 'Julafton', 'Christmas Eve'), true),
    day(`${year}-12-25`, 'christmas', named('Joulupäivä', 'Juldagen', 'Christmas Day')),
    day(`${year}-12-26`, 'boxingDay', named('Tapaninpäivä', 'Annandag jul', 'Boxing Day')),
    day(`${year}-12-31`, 'newYearEve', named('Uudenvuodenaatto', 'Nyårsafton', 'New Year’s Eve'), true),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(a.eve) - Number(b.eve)))
}
