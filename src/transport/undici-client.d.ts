// The package describes only its main module, which loads all of it: fetch, caches, mocks. Its HTTP client alone starts
// in a third of the time; `http-connection.ts` is its only user.
declare module 'undici/lib/dispatcher/client.js' {
  import { Client } from 'undici'
  export = Client
}
