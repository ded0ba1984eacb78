using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Knowledge.Evaluation;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge …</c>.</summary>
internal static class KnowledgeCommands
{
    public static Command Create() => new Command("knowledge", "Look into the knowledge base.").With(
        KnowledgeSearchCommand.Create(), Show(), KnowledgeEvaluateCommand.Create(), KnowledgeStemCommand.Create());

    private static Command Show()
    {
        var key = new Argument<string>("ID") { Description = "The article's id." };
        return new Command("show", "One article in any status.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = KnowledgeItemId.TryParse(run.Get(key), null, out var id) ? await session.Knowledge.FindAsync(id, token) : null;
                var item = found.OrFail(session.Errors.KnowledgeItemNotFound(run.Get(key)));
                run.Output.Write(
                    new
                    {
                        item.Id, item.Title, item.Status, item.Audience, Language = item.Language.Value, Product = item.Sku, item.Summary, item.Body,
                        item.SourceKind, item.SourceId, item.CreatedAt, item.PublishedAt, item.UpdatedAt, item.ArchivedAt, item.Version,
                    },
                    report => report.Heading(item.Title).Fields(
                        ("Id", item.Id), ("Status", item.Status), ("Audience", item.Audience), ("Language", item.Language), ("Product", item.Sku),
                        ("From", item.SourceKind is null ? null : $"{item.SourceKind} {item.SourceId}"), ("Published", item.PublishedAt), ("Summary", item.Summary))
                        .Line().Line(item.Body));
            },
            token));
    }
}
