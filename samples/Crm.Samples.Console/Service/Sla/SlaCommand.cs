using System.CommandLine;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Service.Sla;

/// <summary><c>crm sla FILE</c>: worked cases of business time and service levels. What is below it looks at stored cases.</summary>
internal static class SlaCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "JSON with cases of the kinds deadline, elapsed, periods and timeline; - reads what is piped in." };
        return new Command("sla", "Reckon deadlines, elapsed business time and service levels, without a database.").With([file, .. SlaDeskCommands.All, .. SlaReportCommands.All]).Does((run, _) =>
        {
            var cases = JsonPlace.Read(TextSource.Of(run.Get(file)))["cases"].Items.Select(SlaCase.Answer).ToList();
            run.Output.Write(
                new { Cases = cases.Select(c => c.Values) },
                report => report.Table(
                    ["Case", "Figure", "Value"],
                    cases.SelectMany(c => c.Values.Where(v => v.Key != "id").Select(v => new object?[] { c.Id, v.Key, c.Cell(v.Value) }))));
            return Task.CompletedTask;
        });
    }
}
