const browsers: [RegExp, string][] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\/|FxiOS\//, 'Firefox'], [/Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: [RegExp, string][] = [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'Mac'], [/CrOS/, 'Chromebook'], [/Linux/, 'Linux']]
const first = (among: [RegExp, string][], text: string) => among.find(([sign]) => sign.test(text))?.[1]

/** What a browser says of itself, as a person would call it: "Firefox, Windows". Null when it says nothing known. */
export const deviceName = (userAgent: string | null): string | null => [first(browsers, userAgent ?? ''), first(systems, userAgent ?? '')].filter(Boolean).join(', ') || null
