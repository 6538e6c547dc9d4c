"""The module metricflows against its command: python3 -m unittest test_metricflows, in this folder."""

import os
import tempfile
import unittest
import unittest.mock
import warnings

import numpy as np

import metricflows as mf

SPHERE = {
    "title": "A <b>round</b> sphere",
    "lie_algebra": {"name": "su2"},
    "metric": {"diagonal": np.array([3, 3, 3])},
    "flow": {"time": np.float64(0.5), "record": [0, 0.25, 0.5]},
}


class MetricFlowsTest(unittest.TestCase):
    def setUp(self):
        self.before = os.getcwd()
        self.folder = tempfile.TemporaryDirectory()
        os.chdir(self.folder.name)
        self.addCleanup(self.folder.cleanup)
        self.addCleanup(os.chdir, self.before)

    def test_a_dict_runs(self):
        run = mf.run(SPHERE)
        self.assertEqual(run.status, "completed")
        np.testing.assert_allclose(run.series["t"], [0, 0.25, 0.5])
        np.testing.assert_allclose(run.series["metric_1"], 3 - 4 * run.series["t"], rtol=1e-9)
        np.testing.assert_allclose([r["R"] for r in run.records], run.series["R"], rtol=1e-15)
        self.assertIn("R rose from 2 to 6", run.finding)
        self.assertEqual(os.listdir("."), ["runs"])

    def test_a_resolved_spec_runs_again_to_the_same(self):
        first = mf.run(SPHERE)
        again = mf.run(first.spec)
        self.assertNotEqual(first.path, again.path)
        self.assertEqual(first.records, again.records)
        self.assertEqual(mf.load(str(first.path)).records, first.records)

    def test_values_of_an_example_are_replaced(self):
        run = mf.run("ricci-torus", out="torus", flow__time=0.25, flow__record=[0, 0.25], sample__grid=[16, 16])
        self.assertEqual(str(run.path), "torus")
        self.assertEqual(run.fields["g"].shape, (2, 256, 3))
        x, g = run.fields["x"], run.fields["g"]
        np.testing.assert_allclose(g[0, :, 0], 1 + 0.1 * np.cos(x[:, 0]) * np.cos(x[:, 1]), rtol=1e-14)

    def test_an_early_stop_is_a_warning(self):
        with self.assertWarnsRegex(UserWarning, "becomes singular"):
            run = mf.run(SPHERE, flow__time=1, flow__record=[0, 1])
        self.assertTrue(run.status.startswith("stopped: "))

    def test_bad_input_has_the_words_of_the_command(self):
        wrong = {**SPHERE, "flow": {"tmie": 1}}
        with self.assertRaisesRegex(mf.BadInput, "^flow.tmie: unknown key; did you mean 'time'"):
            mf.run(wrong)
        with self.assertRaisesRegex(mf.BadInput, "^nowhere: no such file"):
            mf.run("nowhere")
        with self.assertRaisesRegex(mf.BadInput, "not set"):
            mf.run({**SPHERE, "title": {1, 2}})
        with self.assertRaisesRegex(mf.BadInput, "there is no such folder"):
            mf.load("nowhere")
        self.assertEqual([f for f in os.listdir(".") if f != "runs"], [])

    def test_what_a_run_has_not_is_said(self):
        with self.assertRaisesRegex(mf.BadInput, "has no fields.npz"):
            mf.run(SPHERE).fields

    def test_variants_and_sweeps(self):
        variants = mf.run({**SPHERE, "compare": {"a": {"flow.time": 0.5}, "b": {"flow.time": 0.25, "flow.record": [0, 0.25]}}})
        self.assertEqual(list(variants), ["a", "b"])
        self.assertEqual(variants["b"].series["t"][-1], 0.25)
        self.assertIn("(a)", variants.finding)
        self.assertEqual(list(mf.load(variants.path)), ["a", "b"])
        sweep = mf.sweep({**SPHERE, "sweep": {"flow.time": [0.5, 0.6, 0.7]}, "measure": ["volume"], "flow": {"time": 0.5}})
        np.testing.assert_allclose(sweep.table["volume"], (3 - 4 * sweep.table["flow.time"]) ** 1.5, rtol=1e-7)
        self.assertEqual(sweep.slopes[0]["against"], "flow.time")
        self.assertIn("volume goes like flow.time^", sweep.finding)

    def test_notebooks_show_what_was_found(self):
        page = mf.run(SPHERE)._repr_html_()
        self.assertIn("A &lt;b&gt;round&lt;/b&gt; sphere", page)
        self.assertIn("R rose from 2 to 6", page)
        self.assertIn("<td>0.25</td>", page)

    def test_the_command_is_there(self):
        self.assertIn("flow.time", mf.command("explain", "flow.time"))
        self.assertIn("examples", mf.command("examples", "--json"))

    def test_a_missing_command_is_said(self):
        with unittest.mock.patch.dict(os.environ, {"METRICFLOWS": "/nowhere/metricflows"}):
            with self.assertRaisesRegex(mf.Failed, "cannot be started"):
                mf.run(SPHERE)


if __name__ == "__main__":
    warnings.simplefilter("error")
    unittest.main()
