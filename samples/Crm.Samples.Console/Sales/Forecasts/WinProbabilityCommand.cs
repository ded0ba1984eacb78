using System.CommandLine;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary><c>crm win-probability FILE</c>.</summary>
internal static class WinProbabilityCommand
{
    private static readonly Argument<string> s_file = new("FILE") { Description = "CSV with one deal a row; the columns id, team, stage and tags are known, others are fields; - reads what is piped in." };
    private static readonly Option<string> s_outcome = new("--outcome") { Description = "The column that says won or lost; empty for open deals.", Required = true, HelpName = "COLUMN" };
    private static readonly Option<string?> s_holdout = new("--holdout") { Description = "The column that is 1 for deals that judge the model instead of teaching it.", HelpName = "COLUMN" };
    private static readonly Option<string?> s_stages = new("--stages") { Description = "The open stages in the order of the pipeline, so that the column stage counts as the furthest one reached.", HelpName = "A,B,…" };
    private static readonly Option<double> s_smoothing = new("--smoothing") { Description = "What is added to every count; 0.1 by default.", DefaultValueFactory = _ => new WinProbabilityOptions().Smoothing };
    private static readonly Option<int> s_tag = new("--min-tag-deals") { Description = "The closed deals that a tag needs before it counts; 50 by default.", DefaultValueFactory = _ => new WinProbabilityOptions().MinClosedDealsOfTag };
    private static readonly Option<bool> s_raw = new("--uncalibrated") { Description = "Leave the chances of naive Bayes as they are." };

    public static Command Create() => new Command("win-probability", "Learn from won and lost deals what chance open ones have, and why.")
        .With(s_file, s_outcome, s_holdout, s_stages, s_smoothing, s_tag, s_raw)
        .Does((run, _) =>
        {
            var stages = run.Get(s_stages)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            var options = new WinProbabilityOptions { Smoothing = run.Get(s_smoothing), MinClosedDealsOfTag = run.Get(s_tag) };
            var model = ModelOf(stages, options);
            var deals = WinProbabilityFile.Read(TextSource.Of(run.Get(s_file)), run.Get(s_outcome)!, run.Get(s_holdout), stages).Deals;
            var known = deals.Where(d => d is { Won: not null, IsHeldOut: false }).Select(d => (d.Traits, d.Won!.Value)).ToList();
            foreach (var (deal, won) in known)
            {
                model.Add(deal, won);
            }

            var calibration = run.Get(s_raw) ? null : WinCalibration.Fit(model, known);
            var chances = deals.Select(d => (Deal: d, Chance: d is { Won: { } won, IsHeldOut: false } ? model.Without(d.Traits, won, calibration) : model.Of(d.Traits, calibration))).ToList();
            var judges = run.Get(s_holdout) is null ? chances : [.. chances.Where(c => c.Deal.IsHeldOut)];
            var scores = WinProbabilityScores.Of(judges.Where(c => c is { Deal.Won: not null, Chance: not null }).Select(c => (c.Chance!.Value, c.Deal.Won!.Value)));
            run.Output.Write(
                new
                {
                    Deals = deals.Count,
                    Parameters = new
                    {
                        model.Closed.Won, model.Closed.Lost, options.Smoothing, MinTagDeals = options.MinClosedDealsOfTag, Stages = stages,
                        CalibrationSlope = calibration?.Slope, CalibrationIntercept = calibration?.Intercept,
                    },
                    Judged = scores.Deals, scores.Auc, scores.Brier, scores.Calibration,
                    PerDeal = chances.Select(c => new { c.Deal.Id, Probability = c.Chance?.Value, Because = c.Chance?.Because ?? [] }),
                },
                report => report
                    .Fields(("Deals", deals.Count), ("Won, lost (learned from)", $"{model.Closed.Won}, {model.Closed.Lost}"), ("Judged", scores.Deals), ("AUC", scores.Auc), ("Brier score", scores.Brier))
                    .Heading("Promised and come").Table(["Chance", "Deals", "Expected", "Won"], scores.Calibration.Select(b => new object?[] { $"{b.From:0.0}–{b.To:0.0}", b.Deals, b.Expected, b.Won }))
                    .Heading("Deals").Table(["Deal", "Chance", "Because"], chances.Where(c => c.Deal.Won is null || c.Deal.IsHeldOut).Take(50).Select(c => new object?[] { c.Deal.Id, c.Chance?.Value, Why(c.Chance) })));
            return Task.CompletedTask;
        });

    private static string Why(WinProbability? chance) => chance is null
        ? "nothing was won, or nothing lost: nothing can be learned"
        : string.Join("; ", chance.Because.Take(3).Select(r => FormattableString.Invariant($"{r.Field} {r.Value} ×{r.OddsFactor:0.##} ({r.Won} won, {r.Lost} lost)")));

    private static WinProbabilityModel ModelOf(string[] stages, WinProbabilityOptions options)
    {
        try
        {
            return new WinProbabilityModel(stages, options);
        }
        catch (ArgumentException unusable)
        {
            throw CommandFailure.Usage(unusable.Message);
        }
    }
}
