using System.CommandLine;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary><c>crm win-probability learn|explain|model</c>: chances learned from the deals of the database and written to open ones.</summary>
internal static class WinLearningCommands
{
    public static IEnumerable<Command> All() => [Learn(), Explain(), Model()];

    private static Command Learn()
    {
        var anew = new Option<bool>("--anew") { Description = "Forget everything and learn it again." };
        return new Command("learn", "Learn from deals that closed since, and write the chances of open ones.").With(anew).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var learning = session.Get<WinProbabilities>();
                var done = await ProgressDisplay.RunAsync("Chances", _ => (run.Get(anew) ? learning.RebuildAsync(token) : learning.RefreshAsync(token)).OrFail());
                run.Output.Write(done, report => report.Fields(("Learned from", done.Learned), ("Taken out", done.Forgotten), ("Open deals", done.Scored), ("Changed", done.Changed)));
            },
            token));
    }

    private static Command Explain()
    {
        var deal = new Argument<string>("DEAL") { Description = "The deal's id." };
        return new Command("explain", "The chance of a deal, and why.").With(deal).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var chance = await session.Get<WinProbabilities>().ExplainAsync((await session.DealAsync(run.Get(deal), token)).Id, token).OrFail();
                run.Output.Write(
                    new { Deal = chance.OpportunityId, chance.Probability, chance.Learned, chance.ByHand, Now = chance.Now?.Value, Because = chance.Now?.Because ?? [] },
                    report => report.Fields(("Probability", chance.Probability), ("Learned", chance.Learned), ("By hand", chance.ByHand), ("By what is known now", chance.Now?.Value))
                        .Table(["Field", "Value", "Won", "Lost", "Odds ×"], (chance.Now?.Because ?? []).Select(b => new object?[] { b.Field, b.Value, b.Won, b.Lost, b.OddsFactor })));
            },
            token));
    }

    private static Command Model()
    {
        var pipeline = new Argument<string?>("PIPELINE") { Description = SalesTexts.PipelineKeys, Arity = ArgumentArity.ZeroOrOne };
        return new Command("model", "What was learned of a pipeline.").With(pipeline).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var of = await session.PipelineAsync(run.Find(pipeline), token);
                var model = await session.Get<WinProbabilities>().ModelAsync(of.Id, token);
                run.Output.Write(
                    new { Pipeline = of.Id, Won = model?.Won ?? 0, Lost = model?.Lost ?? 0, CalibrationSlope = model?.Slope, CalibrationIntercept = model?.Intercept, model?.LearnedAt, Counts = model?.Counts ?? [] },
                    report => report.Fields(("Won", model?.Won ?? 0), ("Lost", model?.Lost ?? 0), ("Learned", model?.LearnedAt))
                        .Table(["Team", "Field", "Value", "Won", "Lost"], (model?.Counts ?? []).Select(c => new object?[] { c.Team, c.Field ?? "stage", c.Value, c.Won, c.Lost })));
            },
            token));
    }
}
