import { fieldKept } from './field-names.ts'

// The day's list of the field view, with its pictures, belongs to one person: it goes from the device when they sign out here,
// and when another person is signed in. What they did and what has not been sent yet stays, sealed to them: it goes to the
// server when they sign in again, and in nobody else's name.
async function forgetDay() {
  try {
    localStorage.removeItem(fieldKept.owner)
    indexedDB.deleteDatabase(fieldKept.day)
    await caches.delete(fieldKept.pictures)
  } catch { /* nothing can be kept here, so nothing is */ }
}

const owner = () => { try { return localStorage.getItem(fieldKept.owner) } catch { return null } }
const me = document.body.dataset.me
if (me && owner() && owner() !== me) void forgetDay()
document.addEventListener('submit', (event) => {
  if (event.target instanceof HTMLFormElement && event.target.action.endsWith('/sign-out')) void forgetDay()
}, true)
