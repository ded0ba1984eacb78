using System.CommandLine;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Portal;

/// <summary><c>crm portal cases|case|open-case|answer|close-case|reopen|follow|unfollow</c>.</summary>
internal static class PortalCaseCommands
{
    private static readonly Argument<string> s_case = new("CASE") { Description = "The case's number or id." };
    private static readonly Argument<string> s_text = new("TEXT") { Description = "What to write." };
    private static readonly Option<string?> s_solution = new("--solution") { Description = "What solved it; needed where the business gave no solution." };

    public static IEnumerable<Command> All() =>
    [
        List(),
        new Command("case", "One case.").With(s_case, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
            async session => Write(run.Output, await session.PortalCaseAsync(run.Get(s_case), token)), token)),
        Open(),
        Act("answer", "Write to the business.", [s_text], (door, id, run, token) => door.AnswerAsync(id, run.Get(s_text), token)),
        Act("close-case", "Close a case.", [s_solution], (door, id, run, token) => door.CloseAsync(id, run.Get(s_solution), token)),
        Act("reopen", "Open a resolved or closed case again.", [s_text], (door, id, run, token) => door.ReopenAsync(id, run.Get(s_text), token)),
        Act("follow", "Be told of answers by a message, by the template case-answer.", [], (door, id, _, token) => door.FollowAsync(id, token)),
        Act("unfollow", "Leave off being told of answers.", [], (door, id, _, token) => door.UnfollowAsync(id, token)),
    ];

    private static Command List()
    {
        var page = new PageOptions();
        return new Command("cases", "Cases, newest first.").With([PortalOptions.As, .. page.All]).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var found = await session.Get<PortalCases>().ListAsync(page: page.Read(run), cancellationToken: token);
                run.Output.Write(
                    new { Items = found.Items.Select(c => new { c.Id, Number = c.Number.Value, c.Subject, c.Status, Settled = c.IsSettled, c.OpenedAt }), Next = found.Next?.ToString() },
                    report => report.Table(["Number", "Status", "Subject", "Opened"], found.Items.Select(c => new object?[] { c.Number, c.Status, c.Subject, c.OpenedAt })).More(found.Next));
            },
            token));
    }

    private static Command Open()
    {
        var subject = new Argument<string>("SUBJECT") { Description = "What is wrong, one line." };
        var (text, product, serial) = (
            new Option<string?>("--text") { Description = "The first message." }, new Option<string?>("--product") { Description = "The product it is about.", HelpName = "SKU" },
            new Option<string?>("--serial") { Description = "The serial number of the piece." });
        var (order, line, organisation) = (
            new Option<string?>("--order") { Description = "The order in which it was bought." }, new Option<int?>("--line") { Description = "The line of that order." },
            new Option<string?>("--organisation") { Description = "The organisation on whose behalf, by id." });
        return new Command("open-case", "Open a case.").With(subject, text, product, serial, order, line, organisation, PortalRecords.For, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var request = new PortalCaseRequest(PortalRecords.Customer(run, session), run.Get(subject))
                {
                    Description = run.Get(text), Sku = run.Get(product), SerialNumber = run.Get(serial), OrderLine = run.Get(line),
                    OrderId = run.Get(order) is { } bought ? (await session.PortalOrderAsync(bought, token)).Id : default(OrderId?),
                    OrganisationId = run.Get(organisation) is not { } firm ? null
                        : Domain.Customers.CustomerId.TryParse(firm, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.CustomerNotFound(firm)]),
                };
                await SavedAsync(run, session, session.Get<PortalCases>().OpenAsync(request, token), token);
            },
            token));
    }

    private static Command Act(string name, string description, IEnumerable<Symbol> more, Func<PortalCases, ServiceCaseId, Run, CancellationToken, Task<CrmResult<ServiceCaseId>>> act) =>
        new Command(name, description).With([s_case, .. more, PortalOptions.As]).Does((run, token) => run.WithPortalAsync(
            async session => await SavedAsync(run, session, act(session.Get<PortalCases>(), (await session.PortalCaseAsync(run.Get(s_case), token)).Id, run, token), token), token));

    private static async Task SavedAsync(Run run, CrmSession session, Task<CrmResult<ServiceCaseId>> act, CancellationToken token)
    {
        var id = await act.OrFail();
        await session.SaveAsync(token);
        await PortalCommands.DispatchAsync(session, token);
        await using var after = session.Again();
        Write(run.Output, await after.PortalCaseAsync(id.ToString(), token));
    }

    private static void Write(CommandOutput output, CustomerCase found) => output.Write(
        new
        {
            found.Id, Number = found.Number.Value, found.Subject, found.Status, Settled = found.IsSettled, found.OpenedAt, found.Solution, Followed = found.IsFollowed,
            Messages = found.Messages.Select(m => new { m.Id, Ours = m.IsOurs, m.Author, m.At, m.Body }),
        },
        report =>
        {
            report.Heading($"{found.Number} {found.Subject}").Fields(("Id", found.Id), ("Status", found.Status), ("Opened", found.OpenedAt), ("Solution", found.Solution), ("Followed", found.IsFollowed ? "yes" : "no"));
            foreach (var message in found.Messages)
            {
                report.Line().Heading($"{message.Author}, {message.At}").Line(message.Body);
            }
        });
}
