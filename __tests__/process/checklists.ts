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
