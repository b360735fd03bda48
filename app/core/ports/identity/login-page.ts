import { dictionary, type Language } from '#core/text/language.ts'
import { type TestPerson, testPeople } from './people.ts'
import { en } from './texts/en.ts'
import { fi } from './texts/fi.ts'
import { sv } from './texts/sv.ts'

const words = dictionary({ fi, sv, en })
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
const date = (day: string, language: Language) => { const [year, month, date] = day.split('-').map(Number); return language === 'en' ? day : `${date}.${month}.${year}` }

/** The stand-in's page: who of the made-up people is it. Looks unlike the rest of the house, so that nobody takes it for real. */
export function loginPage(its: { language: Language; path: string; client: string }): string {
  const t = words(its.language)
  const one = (who: TestPerson) => `<li><form method="post" action="${its.path}/login"><button name="who" value="${who.sub}"><b>${t.choose} ${who.given_name} ${who.family_name}</b><span>${t.born} ${date(who.birthdate, its.language)} · ${t.lives} ${who.municipality}<br>${t.level[who.level]}</span></button></form></li>`
  return around(its.language, `<p class="mark">${t.title}</p><h1>${t.title}</h1><p>${t.notReal}</p><p>${t.goesTo} <b>${escaped(its.client)}</b></p><ul>${testPeople.map(one).join('')}</ul><form method="post" action="${its.path}/cancel"><button class="cancel">${t.cancel}</button></form>`)
}
export const gonePage = (language: Language) => around(language, `<h1>${words(language).title}</h1><p>${words(language).gone}</p>`)

const around = (language: Language, body: string) => `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${words(language).title}</title><link rel="stylesheet" href="/identity-stand-in/style.css"><main>${body}</main></html>`

export const style = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#fff8e0,#262010);color:light-dark(#222,#f3efe4);font:17px/1.5 system-ui,sans-serif}main{max-width:36rem;margin:0 auto;padding:16px}
.mark{margin:-16px -16px 16px;padding:10px 16px;background:repeating-linear-gradient(-45deg,#ffd75e 0 18px,#ffe79c 18px 36px);color:#222;font-weight:700}h1{font-size:1.4rem;line-height:1.25}ul{list-style:none;padding:0;display:grid;gap:10px}
button{font:inherit;color:inherit;width:100%;min-height:44px;text-align:left;padding:12px 16px;border:2px solid light-dark(#6b5a1a,#d8c27a);border-radius:8px;background:light-dark(#fff,#332b16);cursor:pointer;display:grid;gap:2px}button:hover{background:light-dark(#fff3c9,#453a1e)}.cancel{width:auto;border-color:transparent;background:none;text-decoration:underline}`
