using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm case reply|note|receive|wait|resolve|close|reopen|move|assign|prioritise</c>: what is done with one case.</summary>
internal static class CaseActCommands
{
    private static readonly Argument<string> s_key = new("CASE") { Description = CaseLookup.Keys };

    public static IEnumerable<Command> All() =>
    [
        Writing("reply", "Reply to the customer.", (desk, id, text, token) => desk.ReplyAsync(id, text, null, token)),
        Writing("note", "Write a note that only staff reads.", (desk, id, text, token) => desk.AddNoteAsync(id, text, null, token)),
        Receive(),
        Plain("wait", "Wait for the customer.", (desk, id, token) => desk.WaitAsync(id, null, token)),
        Writing("resolve", "Give the solution.", (desk, id, text, token) => desk.ResolveAsync(id, text, null, token)),
        Plain("close", "Close a resolved case.", (desk, id, token) => desk.CloseAsync(id, null, token)),
        Plain("reopen", "Open a resolved or closed case again.", (desk, id, token) => desk.ReopenAsync(id, null, token)),
        Move(),
        Assign(),
        Prioritise(),
    ];

    private static Command Receive()
    {
        var (text, author) = (Text(), new Option<string?>("--author") { Description = "Name of who wrote; the customer's by default." });
        return new Command("receive", "Take a message of the customer: into its case, the one it was merged into, or a new one that follows up.").With(s_key, text, author).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CaseAsync(run.Get(s_key), token);
                var name = run.Get(author) ?? (await session.Customers.FindAsync(found.CustomerId, token))?.DisplayName ?? "Customer";
                await SavedAsync(run, session, session.Desk.ReceiveAsync(found.Id, run.Get(text), name, null, token), token);
            },
            token));
    }

    private static Command Move()
    {
        var status = new Argument<string>("STATUS") { Description = $"{string.Join(", ", new CaseStatusCatalog().All.Select(s => s.Status))}." };
        var solution = new Option<string?>("--solution") { Description = "The solution, which a resolved status demands." };
        return new Command("move", "Move a case to any status.").With(s_key, status, solution).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CaseAsync(run.Get(s_key), token);
                await SavedAsync(run, session, session.Desk.MoveAsync(found.Id, CaseLookup.Status(session, run.Get(status)), run.Get(solution), null, token), token);
            },
            token));
    }

    private static Command Assign()
    {
        var agent = new Argument<string?>("AGENT") { Description = "The agent's user id; left out, the case is put back.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("assign", "Give a case and its work to an agent.").With(s_key, agent).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CaseAsync(run.Get(s_key), token);
                await SavedAsync(run, session, session.Desk.AssignAsync(found.Id, run.Find(agent), null, token), token);
            },
            token));
    }

    private static Command Prioritise()
    {
        var priority = new Argument<string>("PRIORITY") { Description = string.Join(", ", CaseLookup.Priorities.Keys) };
        return new Command("prioritise", "Make a case more or less urgent.").With(s_key, priority).Does((run, token) =>
        {
            var wanted = run.Get(priority).OneOf("PRIORITY", CaseLookup.Priorities);
            return run.WithCrmAsync(
                async session => await SavedAsync(run, session, session.Desk.PrioritiseAsync((await session.CaseAsync(run.Get(s_key), token)).Id, wanted, null, token), token), token);
        });
    }

    private static Command Writing(string name, string description, Func<ServiceDesk, ServiceCaseId, string, CancellationToken, Task<CrmResult<ServiceCase>>> act)
    {
        var text = Text();
        return new Command(name, description).With(s_key, text).Does((run, token) => run.WithCrmAsync(
            async session => await SavedAsync(run, session, act(session.Desk, (await session.CaseAsync(run.Get(s_key), token)).Id, run.Get(text), token), token), token));
    }

    private static Command Plain(string name, string description, Func<ServiceDesk, ServiceCaseId, CancellationToken, Task<CrmResult<ServiceCase>>> act) =>
        new Command(name, description).With(s_key).Does((run, token) => run.WithCrmAsync(
            async session => await SavedAsync(run, session, act(session.Desk, (await session.CaseAsync(run.Get(s_key), token)).Id, token), token), token));

    private static Argument<string> Text() => new("TEXT") { Description = "What is written." };

    public static async Task SavedAsync(Run run, CrmSession session, Task<CrmResult<ServiceCase>> act, CancellationToken cancellationToken)
    {
        var changed = await act.OrFail();
        await session.SaveAsync(cancellationToken);
        var view = await CaseView.ReadAsync(session, changed, cancellationToken);
        run.Output.Write(view.ToDocument(), view.Print);
    }
}
