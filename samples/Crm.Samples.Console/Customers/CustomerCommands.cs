using System.CommandLine;
using Crm.Domain.Customers;
using Crm.Samples.Console.Auditing;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Privacy;
using Crm.Samples.Console.Segments;

namespace Crm.Samples.Console.Customers;

/// <summary><c>crm customer list|show|set|history|merge|unmerge|export|erase</c>.</summary>
internal static class CustomerCommands
{
    private static readonly Dictionary<string, CustomerKind> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["person"] = CustomerKind.Person,
        ["organisation"] = CustomerKind.Organisation,
    };

    public static Command Create() => new Command("customer", "Look at customers, change, merge, export and erase them.")
        .With(List(), Show(), FieldCommands.Set(), HistoryCommand.Create(), MergeCommands.Merge(), MergeCommands.Unmerge(), ExportCommand.Create(), EraseCommand.Create(),
            CustomerDuplicateCommands.Find(), CustomerDuplicateCommands.Duplicates());

    private static Command List()
    {
        var text = new Option<string?>("--text") { Description = "A part of the name, of an e-mail address or a number, or a whole reference." };
        var kind = new Option<string?>("--kind") { Description = "person or organisation" };
        var (paging, segment) = (new PageOptions(), new CriteriaOptions());
        return new Command("list", "Customers, newest first.").With([text, kind, .. segment.All, .. paging.All]).Does((run, token) =>
        {
            var asked = segment.Read(run);
            if (asked is not null && (run.Get(text) ?? run.Get(kind)) is not null)
            {
                throw CommandFailure.Usage("--criteria goes without --text and --kind: name and kind are fields of criteria.");
            }

            var criteria = new CustomerCriteria { Text = run.Get(text), Kind = run.Get(kind)?.OneOf("--kind", s_kinds) };
            var request = paging.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var page = asked is { } segmented
                        ? await session.Get<CustomerSegments>().ListAsync(segmented.Criterion, request, segmented.AsOf, token).OrFail()
                        : await session.Customers.ListAsync(criteria, request, token);
                    run.Output.Write(
                        new { page.Items, Next = page.Next?.ToString() },
                        report => report
                            .Table(["Id", "Kind", "Name", "E-mail", "Phone"], page.Items.Select(c => new object?[] { c.Id, c.Kind, c.DisplayName, c.Email, c.Phone }))
                            .More(page.Next));
                },
                token);
        });
    }

    private static Command Show()
    {
        var key = new Argument<string>("KEY") { Description = CustomerLookup.Keys };
        var take = new Option<int>("--take") { Description = "Rows of orders and of the timeline.", DefaultValueFactory = _ => 10 };
        return new Command("show", "One customer: identity, contact points, consents, open cases, orders, value, timeline.").With(key, take).Does((run, token) =>
        {
            var rows = PageOptions.Rows("--take", run.Get(take));
            return run.WithCrmAsync(
                async session =>
                {
                    var view = await CustomerView.ReadAsync(session, (await session.CustomerAsync(run.Get(key), token)).Id, rows, token);
                    run.Output.Write(view.ToDocument(), view.Print);
                },
                token);
        });
    }
}
