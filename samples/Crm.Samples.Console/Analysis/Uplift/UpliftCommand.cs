using System.CommandLine;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze uplift</c>: what a treatment brought against a control group, or how large an experiment has to be.</summary>
internal static class UpliftCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var columns = new UpliftColumnOptions();
        var groups = new UpliftGroupOptions();
        var plan = new SampleSizeOptionSet();
        var level = new Option<double>("--level") { Description = "The level of intervals.", DefaultValueFactory = _ => 0.95 };
        return new Command("uplift", "What the treated bought more than a control group, with intervals; --plan says how many customers that takes.")
            .With([.. options.All, level, .. columns.All, .. groups.All, .. plan.All]).Does(async (run, token) =>
        {
            var confidence = run.Get(level) is > 0 and < 1 and var share ? share : throw CommandFailure.Usage("--level: a number between 0 and 1 is expected.");
            if (plan.IsAsked(run))
            {
                var planned = plan.Read(run, confidence);
                run.Output.Write(planned.Document, planned.Print);
                return;
            }

            plan.RefuseOthers(run);
            var request = columns.IsAsked(run) ? options.Read(run, columnsOf: []) : options.Read(run);
            var sample = columns.IsAsked(run) ? columns.Read(run, request) : await groups.ReadAsync(run, request, token);
            var (found, timing) = await Timing.MeasureAsync(request, "Uplift", () => UpliftFigures.From(sample(), confidence));
            run.Output.Write(UpliftDocument.Of(found, timing), report => UpliftDocument.Print(report, found));
        });
    }
}
