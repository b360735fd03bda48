import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./app/core/*/schema.server.ts', './app/modules/*/schema.server.ts'],
  out: './migrations',
})
