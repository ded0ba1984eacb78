using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm case merge SOURCE TARGET</c>.</summary>
internal static class CaseMergeCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = $"The case that ends. {CaseLookup.Keys}" };
        var target = new Argument<string>("TARGET") { Description = $"The case that goes on. {CaseLookup.Keys}" };
        return new Command("merge", "Merge a case into another of the same customer; replies to it reach the other.").With(source, target).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (from, into) = (await session.CaseAsync(run.Get(source), token), await session.CaseAsync(run.Get(target), token));
                var merged = await session.Get<CaseMerger>().MergeAsync(from.Id, into.Id, cancellationToken: token).OrFail();
                await session.Get<ICrmUnitOfWork>().SaveAsync(token).OrFail();
                var conversation = await session.Get<CaseMerger>().ConversationAsync(merged.Id, token);
                run.Output.Write(
                    new { Source = from.Number.Value, Target = merged.Number.Value, merged.Status, Messages = conversation!.Messages.Count },
                    report => report.Fields(("Ended", from.Number), ("Goes on", merged.Number), ("Status", session.NameOf(merged.Status)), ("Messages", conversation.Messages.Count)));
            },
            token));
    }
}
