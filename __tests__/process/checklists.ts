/** One check of each common outcome, against a site. */
export const PASSING = (url: string): string => `
name: Small shop
checks:
  - name: Accounts
    checks:
      - id: health
        name: Health
        request: GET ${url}/health
        expect: { jq: .ok }
`

export const FAILING = (url: string): string => `
name: Small shop
checks:
  - id: health
    name: Health
    request: GET ${url}/health
    expect: { json: { ok: false } }
    fix: Turn it off and on again.
  - id: port
    name: Nobody listens
    request: GET http://127.0.0.1:1/
`

export const INVALID = `
name: Small shop
checks:
  - request: GET http://127.0.0.1:1/
    expcet: { status: 200 }
`

/** Makes something, then hangs; what was made is removed by cleanup. */
export const HANGING = (url: string, cleanup = '/removed'): string => `
name: Cancelled
checks:
  - name: Make something
    request: POST ${url}/made
    cleanup: { name: Remove it, request: "DELETE ${url}${cleanup}" }
  - name: Never answered
    request: GET ${url}/hangs
    timeout: 10m
  - name: Not begun
    request: GET ${url}/later
`

/** What was made is removed by a cleanup that asks jq, whose worker the others keep busy for longer than a cancelled job lasts. */
export const RUNAWAY = (url: string): string => `
name: Runs away
checks:
  - name: Make something
    request: POST ${url}/made
    cleanup: { request: "DELETE ${url}/removed", expect: { jq: .ok } }
  - name: At once
    parallel: true
    checks:
${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => `      - { request: "GET ${url}/text-${n}", expect: { body: { match: "/^(a+)+$/" } } }`).join('\n')}
`
