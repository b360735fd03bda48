import type { Reporter, TestCase } from 'vitest/node'

/** Says at the end, in one plain line, how many tests passed and failed. */
export default class Summary implements Reporter {
  passed = 0
  failed = 0
  skipped = 0
  onTestCaseResult(test: TestCase) {
    const { state } = test.result()
    if (state === 'passed') this.passed++
    else if (state === 'failed') this.failed++
    else this.skipped++
  }
  onTestRunEnd(modules: readonly { errors(): readonly unknown[] }[], errors: readonly unknown[]) {
    const broken = modules.filter((each) => each.errors().length > 0).length + errors.length
    console.log(`${this.passed} passed, ${this.failed + broken} failed${this.skipped ? `, ${this.skipped} skipped` : ''}`)
  }
}
