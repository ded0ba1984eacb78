using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Knowledge.Evaluation;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge show</c>, and the commands of its other files.</summary>
internal static class KnowledgeCommands
{
    private static readonly Dictionary<string, Actor> s_readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["public"] = Actor.Guest,
        ["customer"] = Actor.PortalCustomer("crm-console", []),
        ["partner"] = Actor.Partner("crm-console", []),
        ["internal"] = Terminal.Agent,
    };

    public static Command Create() => new Command("knowledge", "The knowledge base: write, publish, find.")
        .With(KnowledgeImportCommand.Create(), KnowledgeSearchCommand.Create(s_readers), Show())
        .With(KnowledgeListCommands.All(s_readers)).With(KnowledgeWritingCommands.All).With(KnowledgePublishingCommands.All).With(KnowledgeVersionCommands.All).With(KnowledgeShelfCommands.All)
        .With(KnowledgeEvaluateCommand.Create(), KnowledgeStemCommand.Create())
        .With(KnowledgeReaderCommands.All()).With(KnowledgeReportCommands.All());

    private static Command Show()
    {
        var key = new Argument<string>("ID") { Description = "The article's id." };
        return new Command("show", "One article in any status.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = KnowledgeItemId.TryParse(run.Get(key), null, out var id) ? await session.Knowledge.FindAsync(id, token) : null;
                var item = found.OrFail(session.Errors.KnowledgeItemNotFound(run.Get(key)));
                KnowledgeItemView.Write(run, item, session.Now);
            },
            token));
    }
}
