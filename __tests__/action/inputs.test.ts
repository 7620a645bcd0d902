import { describe, expect, it } from 'vitest'
import { INPUTS, isInputSource, readInputs } from '../../src/action/inputs.ts'

const WORKSPACE = { GITHUB_WORKSPACE: '/workspace' }

/** As the runner hands inputs over: upper case, spaces to `_`, hyphens kept. */
const given = (inputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))

describe('readInputs', () => {
  it('gives the defaults when the runner sets every input to its default', () => {
    const { inputs, diagnostics } = readInputs({ ...WORKSPACE, ...given(INPUTS) })
    expect(diagnostics).toEqual([])
    expect(inputs).toMatchObject({
      reportDir: 'verify-report',
      reportDirectory: '/workspace/verify-report',
      summary: true,
      comment: { when: 'auto', key: 'checklist.yml' },
      allowUntrustedChecklist: false,
      settings: {
        checklist: 'checklist.yml',
        root: '/workspace',
        target: null,
        variables: {},
        failOn: 'failure',
        concurrency: 8,
        timeoutMs: 900_000,
        cleanupTimeoutMs: 120_000,
      },
    })
  })

  it('gives the same when nothing is set at all', () => {
    expect(readInputs({ ...WORKSPACE }).inputs.settings).toMatchObject({
      ...readInputs({ ...WORKSPACE, ...given(INPUTS) }).inputs.settings,
      environment: WORKSPACE,
    })
  })

  it('reads what is given', () => {
    const { inputs, diagnostics } = readInputs({
      ...WORKSPACE,
      ...given({
        checklist: 'deploy/live.yml',
        target: 'production',
        vars: 'version=2.2.1\n\nnote=a = b\n',
        select: 'auth, smoke',
        skip: 'slow',
        'fail-on': 'never',
        concurrency: '2',
        timeout: '90s',
        'cleanup-timeout': '5s',
        'report-dir': 'out/reports',
        summary: 'FALSE',
        comment: 'failure',
        'github-token': ' ghs_sesame ',
        'allow-untrusted-checklist': 'True',
      }),
    })
    expect(diagnostics).toEqual([])
    expect(inputs.settings).toMatchObject({
      checklist: 'deploy/live.yml',
      target: 'production',
      variables: { version: '2.2.1', note: 'a = b' },
      select: ['auth', 'smoke'],
      skip: ['slow'],
      failOn: 'never',
      concurrency: 2,
      timeoutMs: 90_000,
      cleanupTimeoutMs: 5_000,
    })
    expect(inputs).toMatchObject({ reportDirectory: '/workspace/out/reports', summary: false })
    expect(inputs.allowUntrustedChecklist).toBe(true)
    const key = 'deploy/live.yml · production'
    expect(inputs.comment).toEqual({ when: 'failure', key, token: 'ghs_sesame' })
  })

  it('gives runs that ask for it a comment of their own', () => {
    expect(readInputs({ ...WORKSPACE, ...given({ 'comment-key': 'canary' }) }).inputs.comment.key).toBe('canary')
  })

  it('lets no checklist read the token', () => {
    const { inputs } = readInputs({ ...WORKSPACE, ...given({ 'github-token': 'ghs_sesame', target: 'staging' }) })
    expect(JSON.stringify(inputs.settings)).not.toContain('sesame')
    expect(inputs.settings.environment).toMatchObject({ INPUT_TARGET: 'staging' })
  })

  it('is frozen', () => {
    const { inputs } = readInputs(WORKSPACE)
    expect([Object.isFrozen(inputs), Object.isFrozen(inputs.settings)]).toEqual([true, true])
  })

  it.each([
    ['summary', 'yes', 'Expected true or false, not "yes".', 'Write true or false.'],
    ['summary', 'tRUE', 'Expected true or false, not "tRUE".', 'Write true or false.'],
    ['allow-untrusted-checklist', '1', 'Expected true or false, not "1".', 'Write true or false.'],
    ['comment', 'alwasy', 'Expected auto, always, failure or never, not "alwasy".', 'Did you mean always?'],
    ['evidence', 'everything', 'Expected limited or full, not "everything".', 'Write limited or full.'],
    ['fail-on', 'warn', 'Expected failure, warning or never', 'never'],
    ['concurrency', 'all', 'Expected a whole number from 1 to 256', 'at once'],
    ['timeout', '30', 'Expected a duration', '30s or 30m'],
    ['cleanup-timeout', 'soon', 'Expected a duration', 'Units'],
    ['vars', 'version', 'Entry 1 is not of the form name=value.', 'version=2.2.1'],
  ])('names the input %s when it is "%s"', (name, value, message, hint) => {
    const { diagnostics } = readInputs({ ...WORKSPACE, ...given({ [name]: value }) })
    expect(diagnostics).toHaveLength(1)
    const [diagnostic] = diagnostics
    expect(diagnostic).toMatchObject({ code: 'invalid-input', severity: 'error' })
    expect(diagnostic?.message).toContain(`The input ${name} cannot be read: `)
    expect(diagnostic?.message).toContain(message)
    expect(diagnostic?.hint).toContain(hint)
    expect(isInputSource(diagnostic?.span.source.path ?? '')).toBe(true)
  })

  it('knows that no file is named by what the checklist shows to be wrong with an input', () => {
    expect(['vars', 'select', 'skip', 'checklist.yml'].map(isInputSource)).toEqual([true, true, true, false])
  })

  it.each([
    ['INPUT_CHECKLISTS', 'There is no input checklists.', 'Did you mean checklist?'],
    ['INPUT_FAIL_ON', 'There is no input fail_on.', 'Did you mean fail-on?'],
    ['INPUT_FOO', 'There is no input foo.', 'The inputs are checklist, target,'],
  ])('refuses %s', (variable, message, hint) => {
    const { diagnostics } = readInputs({ ...WORKSPACE, [variable]: 'x' })
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ code: 'unknown-input', message })
    expect(diagnostics[0]?.hint).toContain(hint)
  })
})
