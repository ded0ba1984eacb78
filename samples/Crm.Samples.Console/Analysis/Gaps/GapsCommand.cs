using System.CommandLine;
using Crm.Analytics.Gaps;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze gaps</c>: what is wanted and not offered.</summary>
internal static class GapsCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var inputs = new GapInputOptions();
        var people = new Option<int>("--min-people") { Description = "How many different people must want a thing.", DefaultValueFactory = _ => 3, HelpName = "N" };
        var count = new Option<int>("--count") { Description = "How many themes, pairs and missing purchases are listed of each.", DefaultValueFactory = _ => 20, HelpName = "N" };
        return new Command("gaps", "What customers want and nobody offers, what is offered and not known, and what segments do not buy.")
            .With([.. options.All, .. inputs.All, people, count]).Does(async (run, token) =>
            {
                var asked = inputs.Read(run);
                var request = options.Read(run, mayNameNothing: asked.Needs is not null);
                var rules = new GapOptions
                {
                    MinimumPeople = run.Get(people) is > 0 and var least ? least : throw CommandFailure.Usage("--min-people: 1 or more is expected."),
                    Count = run.Get(count) is > 0 and var most ? most : throw CommandFailure.Usage("--count: 1 or more is expected."),
                };
                var (question, purchases) = await GapInputs.ReadAsync(asked, request, token);
                var (table, timing) = await Timing.MeasureAsync(
                    request, "Gaps", () => GapFinder.Find(purchases is null ? question : question with { Purchases = ObservedLog.Build(purchases, request).Log }, rules));
                run.Output.Write(GapsDocument.Of(question, table, timing), report => GapsDocument.Print(report, question, table));
            });
    }
}
