using System.CommandLine;
using Crm.Domain.Customers;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Customers;

/// <summary><c>crm import list|undo</c>.</summary>
internal static class CustomerImportCommands
{
    public static Command List()
    {
        var take = new Option<int>("--take") { Description = "Rows to show.", DefaultValueFactory = _ => 50 };
        return new Command("list", "Imports of customers, newest first.").With(take).Does((run, token) =>
        {
            var rows = PageOptions.Rows("--take", run.Get(take));
            return run.WithCrmAsync(
                async session =>
                {
                    var imports = await session.Get<CustomerImporter>().ListAsync(rows, token);
                    run.Output.Write(
                        new { Items = imports },
                        report => report.Table(
                            ["Id", "File", "Layout", "Started", "By", "Read", "Created", "Updated", "State"],
                            imports.Select(i => new object?[] { i.Id, i.Name, i.Layout, i.StartedAt, i.ActorName, i.Read, i.Created, i.Updated, i.UndoneAt is not null ? "undone" : i.CompletedAt is null ? "stopped" : null })));
                },
                token);
        });
    }

    public static Command Undo()
    {
        var id = new Argument<string>("ID") { Description = "The import, as crm import list shows it." };
        var rehearsal = new Option<bool>("--dry-run") { Description = "Say what would happen and change nothing." };
        return new Command("undo", "Take an import of customers back, but for what was changed since.").With(id, rehearsal).Does((run, token) =>
        {
            var import = CustomerImportId.TryParse(run.Get(id), null, out var known) ? known : throw CommandFailure.Usage($"{run.Get(id)}: the id of an import is expected; see crm import list.");
            return run.WithCrmAsync(
                async session =>
                {
                    var undone = await session.Get<CustomerImporter>().UndoAsync(import, run.Get(rehearsal), token).OrFail();
                    run.Output.Write(undone, report => Print(report, undone, run.Get(rehearsal)));
                },
                token);
        });
    }

    private static void Print(Report report, ImportUndoResult undone, bool isRehearsal)
    {
        report.Line(isRehearsal ? "Nothing was changed. Undoing would have this result:" : null)
            .Fields(("Removed", undone.Removed), ("Restored", undone.Restored), ("Left as it is", undone.Kept.Count));
        if (undone.Kept.Count > 0)
        {
            report.Table(["Row", "Customer", "Field", "Reason", "Code"], undone.Kept.Select(k => new object?[] { k.Row, k.CustomerId, k.Field, k.Message, k.Code }));
        }
    }
}
