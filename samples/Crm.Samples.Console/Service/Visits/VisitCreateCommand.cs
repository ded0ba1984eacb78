using System.CommandLine;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;

namespace Crm.Samples.Console.Service.Visits;

/// <summary><c>crm visit create CUSTOMER</c>.</summary>
internal static class VisitCreateCommand
{
    public static Command Create()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var subject = new Option<string>("--subject") { Description = "What is to be done.", Required = true };
        var (street, city, code, country) = (new Option<string?>("--street"), new Option<string>("--city") { Required = true }, new Option<string?>("--postcode"), new Option<string?>("--country"));
        (street.Description, city.Description, code.Description, country.Description) = ("Street and number.", "The city.", "The postal code.", "The country, such as IT.");
        var (from, until) = (new Option<string>("--from") { Description = $"When work may begin at the earliest. {VisitTexts.Moment}", Required = true }, new Option<string>("--until") { Description = "When work may begin at the latest.", Required = true });
        var zone = new Option<string>("--zone") { Description = "The time zone at the place.", DefaultValueFactory = _ => "Etc/UTC" };
        var place = new Option<string?>("--place") { Description = "Latitude and longitude, such as 41.9009,12.5020." };
        var about = new Option<string?>("--case") { Description = CaseLookup.Keys };
        var duration = new Option<string>("--duration") { Description = "How long the work takes.", DefaultValueFactory = _ => "1h" };
        var skills = new Option<string[]>("--skill") { Description = "What it needs, such as gas=3, or gas=3! with a valid certificate.", AllowMultipleArgumentsPerToken = true };
        var parts = new Option<string[]>("--part") { Description = "What it needs, such as SEAL=2.", AllowMultipleArgumentsPerToken = true };
        var priorities = Enum.GetValues<CasePriority>().ToDictionary(p => p.ToString().ToLowerInvariant(), p => p, StringComparer.OrdinalIgnoreCase);
        var priority = new Option<string>("--priority") { Description = string.Join(", ", priorities.Keys), DefaultValueFactory = _ => "normal" };
        var instructions = new Option<string?>("--instructions") { Description = "What the technician must know." };
        var draft = new Option<bool>("--draft") { Description = "Not to be planned yet." };
        return new Command("create", "Request a visit.").With(customer, subject, street, city, code, country, from, until, zone, place, about, duration, skills, parts, priority, instructions, draft).Does((run, token) =>
        {
            var local = VisitTexts.Zone(run.Get(zone)!, zone.Name);
            var (earliest, latest) = (VisitTexts.At(run.Get(from)!, from.Name, local), VisitTexts.At(run.Get(until)!, until.Name, local));
            var (needs, wanted, point) = (VisitTexts.Needs(run.Get(skills), skills.Name), VisitTexts.Parts(run.Get(parts), parts.Name), VisitTexts.Place(run.Get(place), place.Name));
            var (length, urgency) = (DurationText.Parse(run.Get(duration)!, duration.Name), run.Get(priority)!.OneOf(priority.Name, priorities));
            var land = run.Get(country) is not { } known ? null : Country.TryFromCode(known, out var found) ? found : throw CommandFailure.Usage($"--country {known}: a country such as IT is expected.");
            return run.WithCrmAsync(
                async session =>
                {
                    var owner = await session.CustomerAsync(run.Get(customer), token);
                    var caseId = run.Get(about) is { } key ? (await session.CaseAsync(key, token)).Id : (ServiceCaseId?)null;
                    var details = new VisitDetails(owner.Id, run.Get(subject)!, new PostalAddress(run.Get(street), null, run.Get(code), run.Get(city), null, land), earliest, latest)
                    {
                        TimeZone = local.Id, Place = point, CaseId = caseId, EstimatedDuration = length, Skills = needs, Parts = wanted, Priority = urgency, Instructions = run.Get(instructions),
                    };
                    var created = await session.Get<FieldService>().RequestAsync(details, run.Get(draft), token).OrFail();
                    await session.SaveAsync(token);
                    await VisitLookup.PrintAsync(run, session, created, token);
                },
                token);
        });
    }
}
