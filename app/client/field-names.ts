/**
 * The views that are used in the field without a network, each by what it keeps on the device: the last it heard, and the
 * queue of what was done. The service worker knows them by the same names (public/service-worker.js).
 */
export const fieldViews = {
  /** a crew's day of work orders (modules/work) */ work: { path: '/work/field', data: 'nousu-field', queue: 'nousu-field-queue', sync: 'nousu-field' },
  /** what places are like now (modules/conditions) */ places: { path: '/field/places', data: 'nousu-places', queue: 'nousu-places-queue', sync: 'nousu-places' },
} as const
export type FieldView = (typeof fieldViews)[keyof typeof fieldViews]
/** Small pictures of the day's work orders. */
export const fieldPictures = 'nousu-field-pictures'
/** Whose are the last data that were kept here. */
export const fieldOwner = 'nousu-field-owner'
