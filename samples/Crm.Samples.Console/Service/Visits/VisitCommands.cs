using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Service.Visits;

/// <summary><c>crm visit …</c>: visits from the request to the report.</summary>
internal static class VisitCommands
{
    private static readonly Dictionary<string, VisitStatus> s_statuses = Enum.GetValues<VisitStatus>().ToDictionary(s => s.ToString().ToLowerInvariant(), s => s, StringComparer.OrdinalIgnoreCase);

    private static readonly Argument<string> s_visit = new("VISIT") { Description = VisitLookup.Keys };
    private static readonly Option<string> s_reason = new("--reason") { Description = "Why.", Required = true };

    public static Command Create() => new Command("visit", "Visits of technicians at customers.").With(
        VisitCreateCommand.Create(),
        Booking("book", "Book a technician.", isRebooking: false),
        Booking("rebook", "Move a booking to another time or technician.", isRebooking: true),
        Change("submit", "Request a draft, so that it is planned.", [], (field, _, id, token) => field.SubmitAsync(id, null, token)),
        Change("depart", "The technician sets out.", [], (field, _, id, token) => field.DepartAsync(id, null, token)),
        Change("arrive", "The technician is there.", [], (field, _, id, token) => field.ArriveAsync(id, null, token)),
        Complete(),
        Change("no-show", "Nobody was there.", [s_reason], (field, run, id, token) => field.ReportNoShowAsync(id, run.Get(s_reason)!, null, token)),
        Cancel(),
        Show(),
        List(),
        VisitDispatchCommands.Slots(),
        VisitDispatchCommands.Plan(),
        VisitCalendarCommand.Create());

    private static Command Booking(string verb, string description, bool isRebooking)
    {
        var technician = new Option<string>("--technician") { Description = VisitLookup.TechnicianKeys, Required = true };
        var (start, end) = (new Option<string>("--start") { Description = VisitTexts.Moment, Required = true }, new Option<string?>("--end") { Description = "After the estimated duration when left out." });
        var travel = new Option<string?>("--travel") { Description = "The travel before, such as 20m; reckoned when left out." };
        return new Command(verb, description).With(s_visit, technician, start, end, travel).Does((run, token) =>
        {
            var told = run.Get(travel) is { } text ? DurationText.Parse(text, travel.Name) : (Duration?)null;
            return run.WithCrmAsync(
                async session =>
                {
                    var visit = await session.VisitAsync(run.Get(s_visit), token);
                    var zone = DateTimeZoneProviders.Tzdb[visit.TimeZone];
                    var request = new BookingRequest((await session.TechnicianAsync(run.Get(technician)!, token)).Id, VisitTexts.At(run.Get(start)!, start.Name, zone))
                    {
                        End = run.Get(end) is { } until ? VisitTexts.At(until, end.Name, zone) : null, Travel = told,
                    };
                    var field = session.Get<FieldService>();
                    var booked = await (isRebooking ? field.RebookAsync(visit.Id, request, null, token) : field.BookAsync(visit.Id, request, null, token)).OrFail();
                    await session.SaveAsync(token);
                    await VisitLookup.PrintAsync(run, session, booked, token);
                },
                token);
        });
    }

    private static Command Complete()
    {
        var report = new Option<string>("--report") { Description = "What was done.", Required = true };
        var parts = new Option<string[]>("--part") { Description = "What was used, such as SEAL=2.", AllowMultipleArgumentsPerToken = true };
        var (onSite, travel) = (new Option<string?>("--on-site") { Description = "The time on site, such as 40m." }, new Option<string?>("--travel") { Description = "The time of travel." });
        var comeAgain = new Option<bool>("--return") { Description = "Somebody must come again." };
        return Change("complete", "The work is over.", [report, parts, onSite, travel, comeAgain], (field, run, id, token) => field.CompleteAsync(
            id,
            new VisitOutcome(run.Get(report)!)
            {
                PartsUsed = VisitTexts.Parts(run.Get(parts), parts.Name), NeedsReturn = run.Get(comeAgain),
                OnSite = run.Get(onSite) is { } there ? DurationText.Parse(there, onSite.Name) : null, Travel = run.Get(travel) is { } away ? DurationText.Parse(away, travel.Name) : null,
            },
            null,
            token));
    }

    private static Command Cancel()
    {
        var booking = new Option<bool>("--booking") { Description = "Only the booking: the visit is to be planned again." };
        return Change("cancel", "Call a visit off, or its booking.", [s_reason, booking], (field, run, id, token) =>
            run.Get(booking) ? field.CancelBookingAsync(id, run.Get(s_reason)!, null, token) : field.CancelAsync(id, run.Get(s_reason)!, null, token));
    }

    private static Command Show() => new Command("show", "One visit with its bookings.").With(s_visit).Does((run, token) => run.WithCrmAsync(
        async session => await VisitLookup.PrintAsync(run, session, await session.VisitAsync(run.Get(s_visit), token), token), token));

    private static Command List()
    {
        var (customer, about) = (new Option<string?>("--customer") { Description = CustomerLookup.Keys }, new Option<string?>("--case") { Description = CaseLookup.Keys });
        var status = new Option<string>("--status") { Description = $"{string.Join(", ", s_statuses.Keys)}, all; those that wait for a technician when left out.", DefaultValueFactory = _ => "requested" };
        var paging = new PageOptions();
        return new Command("list", "Visits, the first to run out first.").With([customer, about, status, .. paging.All]).Does((run, token) =>
        {
            var (request, wanted) = (paging.Read(run), run.Get(status) is "all" ? (VisitStatus?)null : run.Get(status)!.OneOf(status.Name, s_statuses));
            return run.WithCrmAsync(
                async session =>
                {
                    var criteria = new VisitCriteria
                    {
                        Status = wanted, CustomerId = run.Get(customer) is { } key ? (await session.CustomerAsync(key, token)).Id : null, CaseId = run.Get(about) is { } named ? (await session.CaseAsync(named, token)).Id : null,
                    };
                    var page = await session.Get<FieldService>().ListAsync(criteria, request, token);
                    run.Output.Write(
                        new
                        {
                            Items = page.Items.Select(v => new { v.Id, Number = v.Number.Value, v.CustomerId, v.CaseId, v.Subject, v.Status, v.Priority, From = v.WindowFrom, Until = v.WindowUntil }), Next = page.Next?.ToString(),
                        },
                        report => report.Table(
                            ["Number", "Subject", "Status", "Priority", "From", "Until"],
                            page.Items.Select(v => new object?[] { v.Number, v.Subject, v.Status, v.Priority, v.WindowFrom, v.WindowUntil })).More(page.Next));
                },
                token);
        });
    }

    private static Command Change(
        string verb, string description, IEnumerable<Option> options, Func<FieldService, Run, ServiceVisitId, CancellationToken, Task<CrmResult<ServiceVisit>>> act) =>
        new Command(verb, description).With([s_visit, .. options]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var visit = await session.VisitAsync(run.Get(s_visit), token);
                var changed = await act(session.Get<FieldService>(), run, visit.Id, token).OrFail();
                await session.SaveAsync(token);
                await VisitLookup.PrintAsync(run, session, changed, token);
            },
            token));
}
