using System.CommandLine;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Service.Visits;

/// <summary><c>crm visit calendar VISIT</c>.</summary>
internal static class VisitCalendarCommand
{
    public static Command Create()
    {
        var visit = new Argument<string>("VISIT") { Description = VisitLookup.Keys };
        var organiser = new Option<string>("--organiser") { Description = "The address of the business.", Required = true };
        var to = new Option<string?>("--to") { Description = "The customer's address; left out, the technician's appointment is written." };
        return new Command("calendar", "The appointment as iCalendar, for the customer or the technician.").With(visit, organiser, to).Does((run, token) =>
        {
            var (from, invited) = (Address(run.Get(organiser)!, organiser.Name), run.Get(to) is { } text ? Address(text, to.Name) : null);
            return run.WithCrmAsync(
                async session =>
                {
                    var found = await session.VisitAsync(run.Get(visit), token);
                    var calendars = session.Get<VisitCalendar>();
                    var calendar = await (invited is null ? calendars.ForTechnicianAsync(found.Id, from, null, token) : calendars.ForCustomerAsync(found.Id, new VisitInvitation(from, invited), token)).OrFail();
                    run.Output.Write(new { Visit = found.Number.Value, Calendar = calendar }, report => report.Line(calendar));
                },
                token);
        });
    }

    private static EmailAddress Address(string text, string option) =>
        EmailAddress.TryParse(text, out var address) ? address : throw CommandFailure.Usage($"{option} {text}: an e-mail address is expected.");
}
