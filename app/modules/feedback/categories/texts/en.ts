import type { Texts } from './fi.ts'

export const en: Texts = {
  danger: 'Call at once', notOurs: (name) => `${name}: not looked after by the municipality`,
  call: (phone) => `Call ${phone}`, site: (host) => `Open ${host}`,
  sendable: 'You can still send a report. We pass it on to those responsible, and you see their answer through your own link.',
  time: 'Time', timeHint: 'For example 14:30',
  pace: (median, ninety) => (median === ninety ? `Nine in ten are dealt with in ${inDays(ninety)}.` : `Half are dealt with in ${inDays(median)}, nine in ten in ${inDays(ninety)}.`),
  problems: {
    badNumber: 'Write a number, such as 12 or 2.5.', badDay: 'Check the day, such as 22.11.2026.', badTime: 'Check the time, such as 14:30.', badChoice: 'Choose one of the options.',
  },
}
const inDays = (days: number) => (days === 1 ? 'a day' : `${days} days`)
