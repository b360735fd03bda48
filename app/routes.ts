import type { Route } from '#core/http/page.ts'
import { disruptionRoutes } from '#modules/disruptions/server'
import { cameraRoutes } from '#modules/cameras/server'
import { occupancyRoutes } from '#modules/occupancy/server'
import { conditionRoutes } from '#modules/conditions/server'
import { deviceRoutes } from '#modules/devices/server'
import { directoryRoutes } from '#modules/directory/server'
import { deskRoutes } from '#modules/desk/server'
import { discussionRoutes } from '#modules/discussion/server'
import { feedbackRoutes } from '#modules/feedback/server'
import { foundRoutes } from '#modules/found/server'
import { homeRoutes } from '#modules/home/server'
import { ideaRoutes } from '#modules/ideas/server'
import { meetingRoutes } from '#modules/meetings/server'
import { initiativeRoutes } from '#modules/initiatives/server'
import { moderationRoutes } from '#modules/moderation/server'
import { noticeRoutes } from '#modules/notices/server'
import { open311Routes } from '#modules/open311/server'
import { openDataRoutes } from '#modules/opendata/server'
import { peopleDemonstrationRoutes, peopleRoutes } from '#modules/people/server'
import { preparationRoutes } from '#modules/preparation/server'
import { satisfactionRoutes } from '#modules/satisfaction/server'
import { searchRoutes } from '#modules/search/server'
import { setupRoutes } from '#modules/setup/server'
import { topicRoutes } from '#modules/topics/server'
import { videoRoutes } from '#modules/video/server'
import { workRoutes } from '#modules/work/server'

/** Every address of a municipality, module by module, in the order of the site map. */
export const routes: Route[] = [
  ...homeRoutes,
  ...disruptionRoutes,
  ...cameraRoutes,
  ...occupancyRoutes,
  ...conditionRoutes,
  ...deviceRoutes,
  ...directoryRoutes,
  ...ideaRoutes,
  ...initiativeRoutes,
  ...deskRoutes,
  ...discussionRoutes,
  ...feedbackRoutes,
  ...foundRoutes,
  ...meetingRoutes,
  ...moderationRoutes,
  ...noticeRoutes,
  ...open311Routes,
  ...openDataRoutes,
  ...peopleRoutes,
  ...preparationRoutes,
  ...satisfactionRoutes,
  ...searchRoutes,
  ...setupRoutes,
  ...topicRoutes,
  ...videoRoutes,
  ...workRoutes,
]

/** Addresses that exist only in the demonstration. */
export const demonstrationRoutes: Route[] = [...peopleDemonstrationRoutes]
