using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge publish|limit|review|return|archive|discard|restore|replace|audience|trust|govern|due</c>.</summary>
internal static class KnowledgePublishingCommands
{
    public static IEnumerable<Command> All =>
    [
        Publish(), Limit(),
        Change("review", "Ask for a review of a draft, or of what was written since the article was published.", (s, id, token) => Door(s).RequestReviewAsync(id, null, token)),
        WithReason("return", "Give an article back to its writers: out of review, or before it is published.", (s, id, reason, token) => Door(s).ReturnAsync(id, reason, null, token)),
        Change("archive", "Archive a published article.", (s, id, token) => s.Knowledge.ArchiveAsync(id, null, token)),
        Change("discard", "Discard an article that no reader has seen.", (s, id, token) => Door(s).DiscardAsync(id, null, token)),
        Change("restore", "Make an archived article a draft again.", (s, id, token) => Door(s).RestoreAsync(id, null, token)),
        To("replace", "Archive an article and send its readers to another.", "OTHER", (s, text) => KnowledgeOptionTexts.Item(s, text), (s, id, other, token) => Door(s).ReplaceAsync(id, other, null, token)),
        To("audience", "Say who reads an article once it is published.", "AUDIENCE", (_, text) => text.OneOf("AUDIENCE", KnowledgeOptionTexts.Audiences), (s, id, audience, token) => s.Knowledge.ChangeAudienceAsync(id, audience, null, token)),
        To("trust", "Say how far an article is trusted.", "CONFIDENCE", (_, text) => text.OneOf("CONFIDENCE", KnowledgeOptionTexts.Confidences), (s, id, trust, token) => Door(s).TrustAsync(id, trust, null, null, token)),
        To("govern", "Say who may change an article: experience or compliance.", "GOVERNANCE", (_, text) => text.OneOf("GOVERNANCE", KnowledgeOptionTexts.Governances), (s, id, governance, token) => Door(s).GovernAsync(id, governance, null, token)),
        Due(),
    ];

    private static KnowledgePublishing Door(CrmSession session) => session.Get<KnowledgePublishing>();

    private static Command Publish()
    {
        var key = Key();
        var from = new Option<string?>("--from") { Description = "From this instant; at once by default.", HelpName = "INSTANT" };
        var until = Until();
        return new Command("publish", "Publish the latest version of an article, now or from some instant.").With(key, from, until).Does((run, token) =>
        {
            var period = new KnowledgePeriod(KnowledgeOptionTexts.Moment("--from", run.Get(from)), KnowledgeOptionTexts.Moment("--until", run.Get(until)));
            return run.WithCrmAsync(session => KnowledgeItemView.SavedAsync(run, session, session.Knowledge.PublishAsync(KnowledgeOptionTexts.Item(session, run.Get(key)), period, null, token), token), token);
        });
    }

    private static Command Limit()
    {
        var key = Key();
        var until = Until();
        return new Command("limit", "Say until when an article is readable; without --until for good.").With(key, until).Does((run, token) =>
        {
            var end = KnowledgeOptionTexts.Moment("--until", run.Get(until));
            return run.WithCrmAsync(session => KnowledgeItemView.SavedAsync(run, session, Door(session).LimitAsync(KnowledgeOptionTexts.Item(session, run.Get(key)), end, null, token), token), token);
        });
    }

    private static Command Due() => new Command("due", "Say what came due by the clock: articles that are published or have expired since.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var done = await Door(session).DoDueAsync(KnowledgeOptions.MaxBatchSize, token).OrFail();
            await session.SaveAsync(token);
            run.Output.Write(
                new { Items = done.Select(i => new { i.Id, i.Title, i.Status }) },
                report => report.Table(["Article", "Title", "Status"], done.Select(i => new object?[] { i.Id, i.Title, i.Status })));
        },
        token));

    private static Command Change(string name, string description, Func<CrmSession, KnowledgeItemId, CancellationToken, Task<CrmResult<KnowledgeItem>>> act)
    {
        var key = Key();
        return new Command(name, description).With(key).Does((run, token) =>
            run.WithCrmAsync(session => KnowledgeItemView.SavedAsync(run, session, act(session, KnowledgeOptionTexts.Item(session, run.Get(key)), token), token), token));
    }

    private static Command WithReason(string name, string description, Func<CrmSession, KnowledgeItemId, string?, CancellationToken, Task<CrmResult<KnowledgeItem>>> act)
    {
        var key = Key();
        var reason = new Option<string?>("--reason") { Description = "Why, one line." };
        return new Command(name, description).With(key, reason).Does((run, token) =>
            run.WithCrmAsync(session => KnowledgeItemView.SavedAsync(run, session, act(session, KnowledgeOptionTexts.Item(session, run.Get(key)), run.Get(reason), token), token), token));
    }

    private static Command To<T>(
        string name, string description, string what, Func<CrmSession, string, T> read, Func<CrmSession, KnowledgeItemId, T, CancellationToken, Task<CrmResult<KnowledgeItem>>> act)
    {
        var key = Key();
        var value = new Argument<string>(what) { Description = what.ToLowerInvariant() };
        return new Command(name, description).With(key, value).Does((run, token) => run.WithCrmAsync(
            session =>
            {
                var wanted = read(session, run.Get(value));
                return KnowledgeItemView.SavedAsync(run, session, act(session, KnowledgeOptionTexts.Item(session, run.Get(key)), wanted, token), token);
            },
            token));
    }

    private static Argument<string> Key() => new("ID") { Description = KnowledgeOptionTexts.Keys };

    private static Option<string?> Until() => new("--until") { Description = "Until this instant, that one left out.", HelpName = "INSTANT" };
}
