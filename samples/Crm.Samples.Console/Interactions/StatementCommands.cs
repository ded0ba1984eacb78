using System.CommandLine;
using System.Globalization;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm statement note|list|topics|meet|drop|reopen|confirm</c>.</summary>
internal static class StatementCommands
{
    private static readonly IReadOnlyList<string> s_columns = ["Id", "Kind", "Topic", "Text", "Product", "Status", "Origin", "Said", "Customer"];

    public static Command Create() => new Command("statement", "What customers need, prefer and speak about.").With(
        Note(),
        List("list", "Statements, said last first.", new StatementCriteria()),
        Topics(),
        Move("meet", "A requirement is met.", (voice, id, reason, token) => voice.MeetAsync(id, reason, cancellationToken: token)),
        Move("drop", "It holds no longer, or was noted by mistake.", (voice, id, reason, token) => voice.DropAsync(id, reason, cancellationToken: token)),
        Move("reopen", "It holds again.", (voice, id, reason, token) => voice.ReopenAsync(id, reason, cancellationToken: token)),
        Move("confirm", "The customer confirmed a preference, which becomes its own.", (voice, id, reason, token) => voice.ConfirmAsync(id, reason, cancellationToken: token)));

    /// <summary><c>crm interaction list-requirements</c>: what is open.</summary>
    public static Command ListRequirements() => List("list-requirements", "Requirements that are not met.", StatementCriteria.OpenRequirements);

    private static Command Note()
    {
        var key = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var (kind, topic, text) = (
            new Argument<string>("KIND") { Description = "requirement, preference or topic" }, new Argument<string>("TOPIC") { Description = "What it is about." }, new Argument<string>("TEXT") { Description = "What the customer said." });
        var (interaction, sku) = (new Option<string?>("--interaction") { Description = "The contact in which it came up." }, new Option<string?>("--sku") { Description = "The product it is about." });
        var (inferred, confidence) = (new Option<bool>("--inferred") { Description = "It was concluded, not said." }, new Option<string?>("--confidence") { Description = "How sure it is, from 0 to 1." });
        return new Command("note", "Note what a customer needs, prefers or spoke about.").With(key, kind, topic, text, interaction, sku, inferred, confidence).Does((run, token) =>
        {
            var (what, sure) = (ContactOptions.Named<StatementKind>("KIND", run.Get(kind)), Number("--confidence", run.Get(confidence)));
            return run.WithCrmAsync(
                async session =>
                {
                    var details = new StatementDetails((await session.CustomerAsync(run.Get(key), token)).Id, what, run.Get(topic), run.Get(text))
                    {
                        InteractionId = run.Get(interaction) is not { } named ? null
                            : InteractionId.TryParse(named, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.InteractionNotFound(named)]),
                        Sku = run.Get(sku),
                        Origin = run.Get(inferred) ? StatementOrigin.Inferred : StatementOrigin.Stated,
                        Confidence = sure,
                    };
                    await DoneAsync(run, session, session.Get<CustomerVoice>().NoteAsync(details, token), token);
                },
                token);
        });
    }

    private static Command List(string name, string description, StatementCriteria start)
    {
        var (filters, page) = (new StatementFilters(start), new PageOptions());
        return new Command(name, description).With(filters.All).With(page.All).Does((run, token) =>
        {
            var request = page.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var found = await session.Get<CustomerVoice>().ListAsync(await filters.ReadAsync(run, session, token), request, token);
                    run.Output.Write(
                        new { Items = found.Items, Next = found.Next?.ToString() },
                        report => report.Table(s_columns, found.Items.Select(s => new object?[] { s.Id, s.Kind, s.Topic, s.Text, s.Sku, s.Status, s.Origin, s.At, s.CustomerId })).More(found.Next, "--after"));
                },
                token);
        });
    }

    private static Command Topics()
    {
        var (filters, take) = (new StatementFilters(new StatementCriteria()), new Option<int>("--take") { Description = "Topics at most.", DefaultValueFactory = _ => 50 });
        return new Command("topics", "How often something came up, the most frequent first.").With(filters.All).With(take).Does((run, token) =>
        {
            var rows = PageOptions.Rows("--take", run.Get(take));
            return run.WithCrmAsync(
                async session =>
                {
                    var topics = await session.Get<CustomerVoice>().TopicsAsync(await filters.ReadAsync(run, session, token), rows, token);
                    run.Output.Write(
                        new { Topics = topics },
                        report => report.Table(["Kind", "Topic", "Count", "Customers", "Last"], topics.Select(t => new object?[] { t.Kind, t.Topic, t.Count, t.Customers, t.LastAt })));
                },
                token);
        });
    }

    private static Command Move(string name, string description, Func<CustomerVoice, StatementId, string?, CancellationToken, Task<CrmResult<CustomerStatement>>> act)
    {
        var (key, reason) = (new Argument<string>("ID") { Description = "The statement's id." }, new Option<string?>("--reason") { Description = "Why or how, one line." });
        return new Command(name, description).With(key, reason).Does((run, token) => run.WithCrmAsync(
            session => StatementId.TryParse(run.Get(key), null, out var id)
                ? DoneAsync(run, session, act(session.Get<CustomerVoice>(), id, run.Get(reason), token), token)
                : throw CommandFailure.Refused([session.Errors.StatementNotFound(run.Get(key))]),
            token));
    }

    private static async Task DoneAsync(Run run, CrmSession session, Task<CrmResult<CustomerStatement>> act, CancellationToken cancellationToken)
    {
        var s = await act.OrFail();
        await session.SaveAsync(cancellationToken);
        run.Output.Write(
            new { s.Id, s.CustomerId, s.OrganisationId, s.InteractionId, s.Kind, s.Topic, s.Text, s.Sku, s.Status, s.StatusReason, s.StatusAt, s.Origin, s.Confidence, s.At, NotedBy = s.NotedByName, s.NotedAt, s.Version },
            report => report.Table(s_columns, [[s.Id, s.Kind, s.Topic, s.Text, s.Sku, s.Status, s.Origin, s.At, s.CustomerId]]));
    }

    private static decimal? Number(string option, string? text) => text is null ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw CommandFailure.Usage($"{option} {text}: a number such as 0.8 is expected.");
}
