/** What the field view keeps on the device (modules/work/islands), by its names. */
export const fieldKept = { day: 'nousu-field', queue: 'nousu-field-queue', pictures: 'nousu-field-pictures', owner: 'nousu-field-owner' } as const
