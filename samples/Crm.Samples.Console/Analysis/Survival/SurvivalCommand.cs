using System.CommandLine;
using Crm.Analytics.Survival;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze survival</c>: how long until it happens, or until a customer has left.</summary>
internal static class SurvivalCommand
{
    private static readonly Dictionary<string, CoxTies> s_ties = new(StringComparer.OrdinalIgnoreCase) { ["efron"] = CoxTies.Efron, ["breslow"] = CoxTies.Breslow };

    public static Command Create()
    {
        var options = new AnalysisOptions();
        var time = new Option<string?>("--time") { Description = "The column of durations; without it lifetimes of customers are taken from purchases.", HelpName = "COL" };
        var @event = new Option<string?>("--event") { Description = "The column that says whether the duration ended with the event (1) or was cut off (0).", HelpName = "COL" };
        var group = new Option<string?>("--group") { Description = "The column of groups to compare.", HelpName = "COL" };
        var covariates = new Option<string?>("--covariates") { Description = "Columns of numbers for a proportional hazards model.", HelpName = "A,B" };
        var ties = new Option<string>("--ties") { Description = "efron or breslow", DefaultValueFactory = _ => "efron" };
        var silence = new Option<int>("--silence") { Description = "Of purchases: how many days without one mean that a customer has left.", DefaultValueFactory = _ => 90, HelpName = "DAYS" };
        return new Command("survival", "Survival curves, log-rank test and proportional hazards.")
            .With([.. options.All, time, @event, group, covariates, ties, silence]).Does(async (run, token) =>
        {
            var rule = (run.Get(ties) ?? "").OneOf("--ties", s_ties);
            if (run.Get(time) is { } column)
            {
                var names = (run.Get(covariates) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var request = options.Read(run, columnsOf: []);
                var file = SurvivalFile.Read(request, column, run.Get(@event) ?? throw CommandFailure.Usage("--event: a column is expected."), run.Get(group), names);
                var (found, timing) = await Timing.MeasureAsync(request, "Survival", () => SurvivalFigures.From(file, rule));
                run.Output.Write(Document(null, found, timing), report => Print(report, found));
            }
            else
            {
                var unused = new[] { @event, group, covariates }.FirstOrDefault(o => run.Get(o) is not null);
                var request = unused is null ? options.Read(run) : throw CommandFailure.Usage($"{unused.Name} needs --time.");
                var days = run.Get(silence) is > 0 and var given ? given : throw CommandFailure.Usage("--silence: a number of days is expected.");
                var input = await PurchaseInputs.ReadAsync(request, token);
                var (found, timing) = await Timing.MeasureAsync(request, "Survival", () => SurvivalFigures.From(input, request, days));
                run.Output.Write(Document(input, found, timing), report => Print(report, found));
            }
        });
    }

    private static object Document(PurchaseInput? input, SurvivalFigures found, Timing timing) => new
    {
        found.All.Sample.Count,
        found.All.Sample.Events,
        found.SilenceDays,
        input?.RowsRead,
        input?.RowsWithoutCustomer,
        Median = found.All.Survival.Median.Value,
        MedianLower = found.All.Survival.Median.Lower,
        MedianUpper = found.All.Survival.Median.Upper,
        Curves = found.Curves.Select(Curve),
        LogRank = found.LogRank,
        Cox = found.Cox is { } cox
            ? new
            {
                Parameters = cox.Coefficients.ToDictionary(c => c.Name, c => c.Value),
                StandardErrors = cox.Coefficients.ToDictionary(c => c.Name, c => c.StandardError),
                cox.Options.Ties,
                cox.LogLikelihood,
                cox.NullLogLikelihood,
                cox.LikelihoodRatio,
                cox.PValue,
                cox.Converged,
                cox.GradientNorm,
                cox.Warnings,
                cox.Count,
                cox.Events,
                cox.Coefficients,
            }
            : null,
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    private static object Curve(SurvivalCurve curve)
    {
        var (survival, hazard) = (curve.Survival, curve.Hazard);
        return new
        {
            curve.Group,
            curve.Sample.Count,
            curve.Sample.Events,
            Median = survival.Median.Value,
            MedianLower = survival.Median.Lower,
            MedianUpper = survival.Median.Upper,
            Points = Enumerable.Range(0, survival.Times.Length).Select(i => new
            {
                Time = survival.Times[i],
                AtRisk = survival.AtRisk[i],
                Events = survival.Events[i],
                Censored = survival.Censored[i],
                Survival = survival.Survival[i],
                StandardError = survival.StandardErrors[i],
                Lower = survival.Lower[i],
                Upper = survival.Upper[i],
                Hazard = hazard.At(survival.Times[i]).Value,
            }),
        };
    }

    private static void Print(Report report, SurvivalFigures found)
    {
        report
            .Fields(("Days of silence that mean leaving", found.SilenceDays))
            .Table(
                ["Group", "Durations", "Events", "Median", "From", "To"],
                found.Curves.Select(c => new object?[]
                {
                    c.Group ?? "all", c.Sample.Count, c.Sample.Events, c.Survival.Median.Value, c.Survival.Median.Lower, c.Survival.Median.Upper,
                }))
            .Fields(("Log-rank chi-square", found.LogRank?.ChiSquare), ("Degrees of freedom", found.LogRank?.DegreesOfFreedom), ("p", found.LogRank?.PValue));
        if (found.Cox is { } cox)
        {
            report.Table(
                ["Covariate", "Coefficient", "Standard error", "Hazard ratio", "From", "To", "p"],
                cox.Coefficients.Select(c => new object?[] { c.Name, c.Value, c.StandardError, c.HazardRatio, c.LowerRatio, c.UpperRatio, c.PValue }))
                .Fields(("Log-likelihood", cox.LogLikelihood), ("Without covariates", cox.NullLogLikelihood), ("Converged", cox.Converged ? "yes" : "no"))
                .Fields(cox.Warnings.Select(w => (w.Code.ToString(), (object?)w.Message)));
        }
    }
}
