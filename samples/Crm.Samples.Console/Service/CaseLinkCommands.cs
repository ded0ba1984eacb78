using System.CommandLine;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm case split|join|leave|relate</c>: how cases hang together.</summary>
internal static class CaseLinkCommands
{
    public static IEnumerable<Command> All() => [Split(), Join(), Leave(), Relate()];

    private static Command Split()
    {
        var (key, message) = (new Argument<string>("CASE") { Description = CaseLookup.Keys }, new Argument<string>("MESSAGE") { Description = "The first message that moves, by its id." });
        var subject = new Option<string?>("--subject") { Description = "Subject of the new case; that of the old one by default." };
        return new Command("split", "Move everything from a message on into a new case.").With(key, message, subject).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var source = await session.CaseAsync(run.Get(key), token);
                var from = CaseMessageId.TryParse(run.Get(message), null, out var id) ? id : throw CommandFailure.Refused([session.Errors.CaseMessageNotFound(source.Number.Value)]);
                var split = await session.Get<CaseSplitter>().SplitAsync(source.Id, from, run.Get(subject), null, token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(
                    new { Source = source.Number.Value, Case = split.Number.Value, Moved = split.Messages.Count, Left = source.Messages.Count },
                    report => report.Fields(("Split", source.Number), ("New case", split.Number), ("Messages moved", split.Messages.Count), ("Messages left", source.Messages.Count)));
            },
            token));
    }

    private static Command Join()
    {
        var (key, parent) = (new Argument<string>("CASE") { Description = CaseLookup.Keys }, new Argument<string>("PARENT") { Description = $"The case that it is a part of. {CaseLookup.Keys}" });
        return new Command("join", "Make a case a part of another.").With(key, parent).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (child, whole) = (await session.CaseAsync(run.Get(key), token), await session.CaseAsync(run.Get(parent), token));
                await CaseActCommands.SavedAsync(run, session, session.Get<CaseRecords>().JoinAsync(child.Id, whole.Id, null, token), token);
            },
            token));
    }

    private static Command Leave()
    {
        var key = new Argument<string>("CASE") { Description = CaseLookup.Keys };
        return new Command("leave", "End a case's being a part of another.").With(key).Does((run, token) => run.WithCrmAsync(
            async session => await CaseActCommands.SavedAsync(run, session, session.Get<CaseRecords>().LeaveAsync((await session.CaseAsync(run.Get(key), token)).Id, null, token), token), token));
    }

    private static Command Relate()
    {
        var (key, other) = (new Argument<string>("CASE") { Description = CaseLookup.Keys }, new Argument<string>("OTHER") { Description = CaseLookup.Keys });
        var end = new Option<bool>("--end") { Description = "End the relation instead." };
        return new Command("relate", "Relate two cases to each other.").With(key, other, end).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (one, two) = (await session.CaseAsync(run.Get(key), token), await session.CaseAsync(run.Get(other), token));
                var records = session.Get<CaseRecords>();
                await CaseActCommands.SavedAsync(run, session, run.Get(end) ? records.UnrelateAsync(one.Id, two.Id, null, token) : records.RelateAsync(one.Id, two.Id, null, token), token);
            },
            token));
    }
}
