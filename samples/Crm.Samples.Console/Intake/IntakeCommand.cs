using System.CommandLine;
using Crm.Domain.Intake;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Intake;

/// <summary><c>crm intake FILE.jsonl</c>.</summary>
internal static class IntakeCommand
{
    private const int PerRound = 1_000;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "One message a line, as JSON; optionally gzip; - for stdin." };
        var settings = new Option<string?>("--settings") { Description = "JSON that says where references to cases count, and what becomes of messages to closed cases.", HelpName = "FILE" };
        return new Command("intake", "Take messages in: who sent them, which case they belong to, and whether they may be answered.").With(file, settings).Does(async (run, token) =>
        {
            var configure = run.Get(settings) is { } path ? IntakeSettings.Read(TextSource.Of(path)) : IntakeSettings.Usual;
            var messages = MessageFile.Read(TextSource.Of(run.Get(file)));
            await using var host = await CrmHost.OpenAsync(run.Database, token, configure: configure);
            var results = await ProgressDisplay.RunAsync("Messages", async progress =>
            {
                var taken = new List<IntakeResult>(messages.Count);
                foreach (var round in messages.Chunk(PerRound))
                {
                    await using var session = host.Begin(Terminal.Agent);
                    taken.AddRange(await session.Get<MessageIntake>().TakeAllAsync(round, token).OrFail());
                    progress.Report((double)taken.Count / messages.Count);
                }

                return taken;
            });
            run.Output.Write(new { Results = results.Select(Row) }, report => Print(report, results));
        });
    }

    private static object Row(IntakeResult result) => new
    {
        result.MessageId,
        result.Outcome,
        Case = result.CaseNumber?.Value,
        Customer = result.CustomerId,
        Automatic = result.IsAutomatic,
        result.MayAutoReply,
        result.VisibleReply,
        result.Error?.Code,
        result.Error?.Message,
        Interaction = result.InteractionId,
        FollowUpOf = result.FollowUpOf?.Value,
        ThirdParty = result.IsFromThirdParty,
        Truncated = result.IsTruncated,
        result.Origin,
        result.Candidates,
    };

    private static void Print(Report report, List<IntakeResult> results)
    {
        report.Table(
            ["Message", "Outcome", "Case", "Customer", "Answer", "Reason"],
            results.Select(r => new object?[] { r.MessageId, r.Outcome, r.CaseNumber, r.CustomerId, r.MayAutoReply ? "may be sent" : r.IsAutomatic ? "no, a program wrote it" : "no", r.Error?.Message }));
        report.Fields([.. results.GroupBy(r => r.Outcome).OrderBy(g => g.Key).Select(g => (g.Key.ToString(), (object?)g.Count()))]);
    }
}
