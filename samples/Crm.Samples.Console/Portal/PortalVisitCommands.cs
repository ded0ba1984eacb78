using System.CommandLine;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Portal;

/// <summary><c>crm portal visits|window|cancel-visit</c>.</summary>
internal static class PortalVisitCommands
{
    private static readonly Argument<string> s_visit = new("VISIT") { Description = "The visit's number or id." };

    public static IEnumerable<Command> All() => [List(), Window(), Cancel()];

    private static Command List()
    {
        var page = new PageOptions();
        var one = new Argument<string?>("VISIT") { Description = "Only this one, by number or id.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("visits", "Visits, those whose window ends first first, or one of them.").With([one, PortalRecords.For, PortalOptions.As, .. page.All]).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                if (run.Find(one) is { } key)
                {
                    Write(run.Output, await session.PortalVisitAsync(key, token));
                    return;
                }

                var found = await session.Get<PortalVisits>().ListAsync(PortalRecords.Customer(run, session), page.Read(run), token);
                run.Output.Write(
                    new { Items = found.Items.Select(v => new { v.Id, Number = v.Number.Value, v.Subject, v.Status, From = v.WindowFrom, Until = v.WindowUntil }), Next = found.Next?.ToString() },
                    report => report.Table(["Number", "Status", "Subject", "From", "Until"], found.Items.Select(v => new object?[] { v.Number.Value, v.Status, v.Subject, v.WindowFrom, v.WindowUntil })).More(found.Next));
            },
            token));
    }

    private static Command Window()
    {
        var start = new Argument<string?>("START") { Description = "The time to choose, as 2026-06-03T08:00:00Z; the times that are free when left out.", Arity = ArgumentArity.ZeroOrOne };
        var (from, until) = (new Option<string?>("--from") { Description = "Not before." }, new Option<string?>("--until") { Description = "Not after." });
        var take = new Option<int>("--take") { Description = "How many times.", DefaultValueFactory = _ => 20 };
        return new Command("window", "Choose the time of a visit, or see which are free.").With(s_visit, start, from, until, take, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var (door, id) = (session.Get<PortalVisits>(), (await session.PortalVisitAsync(run.Get(s_visit), token)).Id);
                if (run.Find(start) is { } chosen)
                {
                    var visit = await door.ChooseAsync(id, Moment("START", chosen), token).OrFail();
                    await session.SaveAsync(token);
                    Write(run.Output, visit);
                    return;
                }

                var free = await door.WindowsAsync(
                    id, run.Get(from) is { } f ? Moment("--from", f) : null, run.Get(until) is { } u ? Moment("--until", u) : null, PageOptions.Rows("--take", run.Get(take)), token).OrFail();
                run.Output.Write(new { Windows = free.Select(w => new { w.Start, w.End }) }, report => report.Table(["Start", "End"], free.Select(w => new object?[] { w.Start, w.End })));
            },
            token));
    }

    private static Command Cancel()
    {
        var reason = new Argument<string>("REASON") { Description = "Why." };
        return new Command("cancel-visit", "Call a visit off.").With(s_visit, reason, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var visit = await session.Get<PortalVisits>().CancelAsync((await session.PortalVisitAsync(run.Get(s_visit), token)).Id, run.Get(reason), token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, visit);
            },
            token));
    }

    private static Instant Moment(string name, string text) =>
        InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) ? at : throw CommandFailure.Usage($"{name} {text}: an instant such as 2026-06-03T08:00:00Z was expected.");

    private static void Write(CommandOutput output, CustomerVisit visit) => output.Write(
        new { visit.Id, Number = visit.Number.Value, visit.Subject, visit.Status, From = visit.WindowFrom, Until = visit.WindowUntil, visit.TimeZone, Address = visit.Address?.ToString(), visit.Start, visit.End },
        report => report.Heading($"{visit.Number} {visit.Subject}").Fields(
            ("Id", visit.Id), ("Status", visit.Status), ("From", visit.WindowFrom), ("Until", visit.WindowUntil), ("Address", visit.Address), ("Start", visit.Start), ("End", visit.End)));
}
