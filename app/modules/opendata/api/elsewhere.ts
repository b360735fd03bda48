import type { Described } from './operation.ts'

/** What programs ask of other modules' own addresses: disruptions, and what devices post with their keys. Described here, done there. */
export const elsewhere: Described[] = [
  { id: 'disruptions', method: 'get', path: '/disruptions.json', answer: 'DisruptionList' },
  { id: 'postObservations', method: 'post', path: '/api/v1/observations', byDevice: true, body: 'NewObservations', answer: 'KeptObservations' },
  { id: 'postCounts', method: 'post', path: '/api/v1/counts', byDevice: true, body: 'NewCounts', answer: 'TakenCounts' },
  { id: 'postPicture', method: 'post', path: '/api/v1/cameras/:cameraId', byDevice: true, bodyType: 'image/*', status: 204 },
]
