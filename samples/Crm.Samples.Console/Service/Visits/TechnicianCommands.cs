using System.CommandLine;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Service.Visits;

/// <summary><c>crm technician …</c>.</summary>
internal static class TechnicianCommands
{
    private static readonly Argument<string> s_technician = new("TECHNICIAN") { Description = VisitLookup.TechnicianKeys };

    public static Command Create() => new Command("technician", "Technicians: working hours, skills, absences and days.").With(Add(), List(), Plan(), Absence(), Service("retire", "Take a technician out of service."), Service("return", "Put a technician into service again."));

    private static Command Add()
    {
        var user = new Argument<string>("USER") { Description = "The user id." };
        var name = new Option<string?>("--name") { Description = "The name, as customers read it; the user id when left out." };
        var zone = new Option<string>("--zone") { Description = "The time zone of the working hours.", DefaultValueFactory = _ => "Etc/UTC" };
        var hours = new Option<string[]>("--hours") { Description = "Working hours of Monday to Friday, such as 08:00-12:00 13:00-17:00.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["08:00-17:00"] };
        var skills = new Option<string[]>("--skill") { Description = "What the technician can do, such as gas=3, or gas=3@2027-06-30 with the last day of the certificate.", AllowMultipleArgumentsPerToken = true };
        var home = new Option<string?>("--home") { Description = "Where the day begins, such as 41.9009,12.5020." };
        var buffer = new Option<string>("--buffer") { Description = "Kept free after each visit, such as 10m; 0s for nothing.", DefaultValueFactory = _ => "0s" };
        var email = new Option<string?>("--email") { Description = "Where appointments are sent to." };
        return new Command("add", "Make a member of staff a technician, or set one anew.").With(user, name, zone, hours, skills, home, buffer, email).Does((run, token) =>
        {
            var week = BusinessHours.In(VisitTexts.Zone(run.Get(zone)!, zone.Name));
            var address = run.Get(email) is not { } text ? null : EmailAddress.TryParse(text, out var known) ? known : throw CommandFailure.Usage($"--email {text}: an e-mail address is expected.");
            foreach (var wrong in run.Get(hours)!.Where(h => !BusinessInterval.TryParse(h, out _)))
            {
                throw CommandFailure.Usage($"--hours {wrong}: times such as 08:00-12:00 are expected.");
            }

            var profile = new TechnicianProfile(run.Get(name) ?? run.Get(user), ServiceHours.Of(week.OnWeekdays(run.Get(hours)!).Build()))
            {
                Skills = VisitTexts.Skills(run.Get(skills), skills.Name), Home = VisitTexts.Place(run.Get(home), home.Name), Email = address,
                Buffer = run.Get(buffer) == "0s" ? Duration.Zero : DurationText.Parse(run.Get(buffer)!, buffer.Name),
            };
            return run.WithCrmAsync(
                async session =>
                {
                    var technicians = session.Get<Technicians>();
                    var found = await technicians.FindAsync(run.Get(user), token);
                    var set = found is null ? await technicians.RegisterAsync(run.Get(user), profile, token).OrFail() : await technicians.DescribeAsync(found.Id, profile, null, token).OrFail();
                    await session.SaveAsync(token);
                    Print(run, set);
                },
                token);
        });
    }

    private static Command List() => new Command("list", "All technicians.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var found = await session.Get<Technicians>().ListAsync(activeOnly: false, token);
            run.Output.Write(
                new { Technicians = found.Select(Document) },
                report => report.Table(
                    ["User", "Name", "In service", "Zone", "Skills"],
                    found.Select(t => new object?[] { t.UserId, t.Name, t.IsActive ? "yes" : "no", t.Hours.Zone, string.Join(", ", t.Skills.Select(s => $"{s.Skill}={s.Level}")) })));
        },
        token));

    private static Command Plan()
    {
        var day = new Argument<string>("DAY") { Description = "The day, such as 2026-06-02, by the technician's own clock." };
        return new Command("plan", "A technician's day.").With(s_technician, day).Does((run, token) =>
        {
            var wanted = VisitTexts.Day(run.Get(day), "DAY");
            return run.WithCrmAsync(
                async session =>
                {
                    var technician = await session.TechnicianAsync(run.Get(s_technician), token);
                    var shown = await session.Get<VisitDispatch>().DayAsync(technician.Id, wanted, token).OrFail();
                    run.Output.Write(
                        new
                        {
                            Technician = technician.UserId, shown.Day, Working = shown.Working.Select(w => new { From = w.Start, Until = w.End }),
                            Bookings = shown.Bookings.Select(b => new { Visit = b.Number.Value, b.Subject, b.CustomerId, b.Status, LeavesAt = b.From, b.Start, b.End, FreeAt = b.Until, Clashes = shown.Clashes.Contains(b.BookingId) }),
                        },
                        report => report.Fields([.. shown.Working.Select(w => ("Works", (object?)$"{w.Start} – {w.End}"))]).Table(
                            ["Leaves", "Start", "End", "Visit", "Status"],
                            shown.Bookings.Select(b => new object?[] { b.From, b.Start, b.End, $"{b.Number} {b.Subject}{(shown.Clashes.Contains(b.BookingId) ? " (clashes)" : "")}", b.Status })));
                },
                token);
        });
    }

    private static Command Absence()
    {
        var (from, until) = (new Option<string>("--from") { Description = VisitTexts.Moment, Required = true }, new Option<string>("--until") { Description = VisitTexts.Moment, Required = true });
        var reason = new Option<string?>("--reason") { Description = "Why." };
        return new Command("absent", "Note that a technician will not be there.").With(s_technician, from, until, reason).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var technician = await session.TechnicianAsync(run.Get(s_technician), token);
                var zone = technician.Calendar.Zone;
                await session.Get<Technicians>().NoteAbsenceAsync(
                    technician.Id, VisitTexts.At(run.Get(from)!, from.Name, zone), VisitTexts.At(run.Get(until)!, until.Name, zone), run.Get(reason), null, token).OrFail();
                await session.SaveAsync(token);
                Print(run, technician);
            },
            token));
    }

    private static Command Service(string verb, string description) => new Command(verb, description).With(s_technician).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var (technicians, found) = (session.Get<Technicians>(), await session.TechnicianAsync(run.Get(s_technician), token));
            await (verb == "retire" ? technicians.RetireAsync(found.Id, null, token) : technicians.ReturnAsync(found.Id, null, token)).OrFail();
            await session.SaveAsync(token);
            Print(run, found);
        },
        token));

    private static void Print(Run run, Technician technician) => run.Output.Write(Document(technician), report => report.Fields(
    [
        ("Id", technician.Id), ("User", technician.UserId), ("Name", technician.Name), ("In service", technician.IsActive ? "yes" : "no"), ("Zone", technician.Hours.Zone),
        ("Skills", string.Join(", ", technician.Skills.Select(s => $"{s.Skill}={s.Level}"))), ("Home", technician.Home),
    ]));

    private static object Document(Technician technician) => new
    {
        technician.Id, User = technician.UserId, technician.Name, technician.Email, technician.IsActive, technician.Hours.Zone,
        Weekly = technician.Calendar.Weekly.OrderBy(d => d.Key).ToDictionary(d => d.Key.ToString().ToLowerInvariant(), d => d.Value.Select(i => i.ToString())),
        Home = technician.Home?.ToString(), BufferMinutes = technician.Buffer.TotalMinutes, Skills = technician.Skills.OrderBy(s => s.Skill, StringComparer.Ordinal).Select(s => new { s.Skill, s.Level, s.CertifiedUntil }),
        Absences = technician.Absences.OrderBy(a => a.From).Select(a => new { a.Id, a.From, a.Until, a.Reason }), technician.Version,
    };
}
