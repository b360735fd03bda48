import type { Translated } from '#core/text/language.ts'
import type { Facts } from '../brought.ts'
import { type Loose, number } from './read-loosely.ts'

/** Of LIPAS's many properties those that people choose a place by; a name ending in `?` is yes or no, the others are counted. `ligthing?` is written so there. */
const known: Record<string, Translated> = {
  'ligthing?': { fi: 'Valaistus', sv: 'Belysning', en: 'Lighting' }, 'lighting?': { fi: 'Valaistus', sv: 'Belysning', en: 'Lighting' },
  'toilet?': { fi: 'WC', sv: 'Toalett', en: 'Toilet' }, 'changing-rooms?': { fi: 'Pukuhuoneet', sv: 'Omklädningsrum', en: 'Changing rooms' }, 'shower?': { fi: 'Suihku', sv: 'Dusch', en: 'Shower' }, 'sauna?': { fi: 'Sauna', sv: 'Bastu', en: 'Sauna' },
  'kiosk?': { fi: 'Kioski', sv: 'Kiosk', en: 'Kiosk' }, 'parking-place?': { fi: 'Pysäköintipaikka', sv: 'Parkering', en: 'Parking' }, 'equipment-rental?': { fi: 'Välinevuokraus', sv: 'Uthyrning av utrustning', en: 'Equipment for hire' }, 'ski-service?': { fi: 'Suksihuolto', sv: 'Skidservice', en: 'Ski service' },
  'pier?': { fi: 'Laituri', sv: 'Brygga', en: 'Jetty' }, 'playground?': { fi: 'Leikkipaikka', sv: 'Lekplats', en: 'Playground' }, 'outdoor-exercise-machines?': { fi: 'Ulkokuntoiluvälineet', sv: 'Utegymsredskap', en: 'Outdoor gym equipment' }, 'heating?': { fi: 'Lämmitys', sv: 'Uppvärmning', en: 'Heating' },
  'boat-launching-spot?': { fi: 'Veneen vesillelaskupaikka', sv: 'Sjösättningsplats', en: 'Boat ramp' }, 'ski-track-traditional?': { fi: 'Perinteisen latu', sv: 'Spår för klassisk stil', en: 'Classic track' }, 'ski-track-freestyle?': { fi: 'Vapaan tyylin latu', sv: 'Spår för fri stil', en: 'Skating track' },
  'ice-rinks-count': { fi: 'Kaukalo', sv: 'Rink', en: 'Ice rink' }, 'fields-count': { fi: 'Kenttä', sv: 'Plan', en: 'Field' }, 'tennis-courts-count': { fi: 'Tenniskenttä', sv: 'Tennisplan', en: 'Tennis court' }, 'badminton-courts-count': { fi: 'Sulkapallokenttä', sv: 'Badmintonplan', en: 'Badminton court' },
  'basketball-fields-count': { fi: 'Koripallokenttä', sv: 'Basketplan', en: 'Basketball court' }, 'volleyball-fields-count': { fi: 'Lentopallokenttä', sv: 'Volleybollplan', en: 'Volleyball court' }, 'floorball-fields-count': { fi: 'Salibandykenttä', sv: 'Innebandyplan', en: 'Floorball court' }, 'football-fields-count': { fi: 'Jalkapallokenttä', sv: 'Fotbollsplan', en: 'Football pitch' },
  'squash-courts-count': { fi: 'Squashkenttä', sv: 'Squashbana', en: 'Squash court' }, 'padel-courts-count': { fi: 'Padelkenttä', sv: 'Padelbana', en: 'Padel court' }, 'swimming-pool-count': { fi: 'Uima-allas', sv: 'Simbassäng', en: 'Pool' }, 'pool-tracks-count': { fi: 'Uimarata', sv: 'Simbana', en: 'Swimming lane' },
  'rest-places-count': { fi: 'Levähdyspaikka', sv: 'Rastplats', en: 'Resting place' }, 'circular-lanes-count': { fi: 'Juoksurata', sv: 'Löpbana', en: 'Running lane' }, 'holes-count': { fi: 'Väylä', sv: 'Bana', en: 'Hole' },
}

/** What a sports place has for its users, in the order of the list above. */
export function equipmentOfLipas(properties: Loose): Facts[] {
  const found = Object.entries(known).flatMap(([property, name]): Facts[] => {
    const value = properties[property]
    if (property.endsWith('?')) return value === true ? [{ name }] : []
    const count = number(value)
    return count !== null && Number.isInteger(count) && count > 0 && count <= 100_000 ? [{ name, count }] : []
  })
  return found.filter((each, i) => found.findIndex((other) => (other.name as Translated).fi === (each.name as Translated).fi) === i)
}
