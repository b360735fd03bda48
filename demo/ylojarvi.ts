import type { Told } from './told.ts'
import { areas } from './ylojarvi/areas.ts'
import { categories } from './ylojarvi/categories.ts'
import { directory } from './ylojarvi/directory/index.ts'
import { everyday } from './ylojarvi/everyday.ts'
import { follows } from './ylojarvi/follows.ts'
import { ylojarviMeetings } from './ylojarvi/meetings.ts'
import { municipality } from './ylojarvi/municipality.ts'
import { people } from './ylojarvi/people.ts'
import { reports } from './ylojarvi/reports/index.ts'
import { streets } from './ylojarvi/streets.ts'
import { portfolio } from './ylojarvi/portfolio/index.ts'

/** Ylöjärvi, told: the portfolio of 2016 with its real dates, and what people have sent in the last weeks. */
export const ylojarvi: Told = { ...municipality, ...people, ...follows, areas, streets, categories, reports, ideas: [...portfolio, ...everyday], meetings: ylojarviMeetings, directory }
