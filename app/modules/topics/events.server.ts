import { event } from '#core/trail/event.ts'

/** An official asked a topic's professionals about a public thing. Told on its trail; a number below five is not. */
export const networkAsked = event('topics.networkAsked', { onTrail: true, tells: 'nobody', icon: 'comment', words: {
  fi: ({ topicFi, asked }) => `Kysyttiin osaajilta (${asked ? `${asked} henkeä, ` : ''}${topicFi})`,
  sv: ({ topicSv, topicFi, asked }) => `Sakkunniga tillfrågades (${asked ? `${asked} personer, ` : ''}${topicSv || topicFi})`,
  en: ({ topicEn, topicFi, asked }) => `Professionals were asked (${asked ? `${asked} people, ` : ''}${topicEn || topicFi})`,
} })

/** The same as each of them hears it. */
export const youAreAsked = event('topics.youAreAsked', { onTrail: false, tells: 'nobody', icon: 'comment', words: {
  fi: ({ title }) => `Sinulta kysytään: ${title}`, sv: ({ title }) => `Du tillfrågas: ${title}`, en: ({ title }) => `You are asked: ${title}`,
} })
