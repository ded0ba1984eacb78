using System.CommandLine;
using Crm.Domain.Criteria;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Segments;

/// <summary><c>crm segment evaluate</c>.</summary>
internal static class SegmentCommands
{
    public static Command Create() => new Command("segment", "Ask of whom criteria hold.").With(Evaluate());

    private static Command Evaluate()
    {
        var file = new Argument<string>("FILE") { Description = "JSON with asOf, criteria, customers and facts; - reads what is piped in." };
        return new Command("evaluate", "Evaluate criteria on the records of a file, without a database.").With(file).Does((run, _) =>
        {
            var outcomes = SegmentFile.Evaluate(TextSource.Of(run.Get(file)));
            run.Output.Write(
                new
                {
                    Members = outcomes.Where(o => o.Holds).Select(o => o.Id),
                    Explain = outcomes.ToDictionary(o => o.Id, o => new { o.Holds, o.Conditions }, StringComparer.Ordinal),
                },
                report => report
                    .Line($"{outcomes.Count(o => o.Holds)} of {outcomes.Count} are members.")
                    .Table(
                        ["Customer", "Member", "Condition", "Field", "Operator", "Held"],
                        outcomes.SelectMany(o => o.Conditions.DefaultIfEmpty(new ConditionOutcome("$", "", "", o.Holds))
                            .Select(c => new object?[] { o.Id, o.Holds ? "yes" : "no", c.Path, c.Field, c.Operator, c.Holds ? "yes" : "no" }))));
            return Task.CompletedTask;
        });
    }
}
