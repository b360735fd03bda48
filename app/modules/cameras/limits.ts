/** Why a picture could not be had: no answer, an answer that was no, something else than a picture, too large; or a device that has gone quiet. */
export const troubles = ['unreachable', 'refused', 'notPicture', 'tooLarge', 'silent'] as const
export type Trouble = (typeof troubles)[number]

/** The width of a grown person's face, metres. */
const face = 0.16
/** A face of fewer pixels than this is not known by people or machines, even before it is blurred. */
const mostFacePixels = 8
/** No picture is wider than this, however far people are. */
const widest = 640
/** The least of each: an admin can only blur more. */
export const floor = { blur: 1.5, squares: 2, nearest: 2 } as const

/**
 * The widest picture, in pixels, in which a face at the nearest distance stays under eight pixels: the picture shows
 * 2 × distance × tan(half the field of view) metres there.
 * @param nearest metres
 * @param fieldOfView horizontal, degrees
 */
export const widestFor = (nearest: number, fieldOfView: number): number => Math.min(widest, Math.floor((mostFacePixels * 2 * nearest * Math.tan((fieldOfView * Math.PI) / 360)) / face))
/** The least width that tells anything. */
export const narrowest = 64

/** Is it off now? Hours of Finland's clock; from 22 until 6 goes over midnight. */
export const isOffAt = (hour: number, from: number | null, until: number | null): boolean => from !== null && until !== null && (from < until ? hour >= from && hour < until : hour >= from || hour < until)
