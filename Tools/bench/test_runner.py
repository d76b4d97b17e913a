"""Programs are told what to do, and one that cannot do it is left out with its reason."""

import sys
import unittest

from runner import Measurement, Rates, Runner, Unavailable, measure

# Takes 2 ms for each of 500 questions, by its own account.
PROGRAM = """
import sys
print(500, "Example 1.0", flush=True)
for line in sys.stdin:
    word, count, rest = line.split()
    if word == "run":
        print(int(count) * 2e6, rest, flush=True)
    else:
        with open(rest, "wb") as file: file.write(bytes(8 * int(count)))
        print("done", flush=True)
"""


def runner(text=PROGRAM):
    return Runner([sys.executable, "-c", text], 1)


class Programs(unittest.TestCase):
    def test_says_what_it_is(self):
        with runner() as program:
            self.assertEqual((program.total, program.version), (500, "Example 1.0"))
            self.assertEqual(list(program.answers(3)), [0, 0, 0])

    def test_each_run_has_a_salt_of_its_own(self):
        with runner() as program:
            sums = {program.tell(f"run 1 {program.salt}") for _ in range(3) if program.run(1)}
        self.assertEqual(len(sums), 3)

    def test_as_many_questions_as_fit(self):
        with runner() as program:
            self.assertEqual(program.fitting(0.3, 1), 150)
            self.assertEqual(program.fitting(0.3, 200), 200)
            self.assertEqual(program.fitting(60, 1), 500)

    def test_the_reason_of_one_that_fails(self):
        for text in ("raise SystemExit('no such border')", "import sys; sys.exit('no such border')"):
            with self.assertRaisesRegex(Unavailable, "no such border"):
                runner(text)
        with self.assertRaises(Unavailable):
            Runner(["/nowhere/program"], 1)

    def test_one_that_ends_on_the_way_stops_no_other(self):
        breaking = PROGRAM.replace("int(count) * 2e6", "8e6 if count == '1' else exit()")
        with runner() as steady, runner(breaking) as broken:
            measurements = [Measurement(steady, 0.01, 1), Measurement(broken, 0.02, 1)]
            broken_rates = measurements[1].rates
            measure(measurements, 4)
        self.assertEqual(broken_rates.count, 2)
        self.assertIsNotNone(measurements[1].failure)
        self.assertEqual(measurements[0].rates.median(), 500)

    def test_a_slow_one_runs_three_times(self):
        with runner() as program:
            slow = Measurement(program, 0.02, 500)
            measure([slow], 9)
        self.assertEqual(len(slow.rates.nanoseconds), 3)

    def test_rates_are_of_the_median_run(self):
        rates = Rates(10, [1000.0, 500.0, 2000.0])
        self.assertEqual((rates.median(), rates.spread()), (1e6, (5e5, 2e6)))
