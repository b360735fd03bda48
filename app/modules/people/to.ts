/** Where to go after signing in: an address of the same municipality, else home. Anything that could lead out is home. */
export const safeTo = (to: string | null | undefined): string => (to && to.length < 500 && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to) ? to : '/')
