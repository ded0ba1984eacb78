using System.CommandLine;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Service.Visits;

/// <summary><c>crm visits plan FILE</c>: tours of technicians for an instance in Solomon's format.</summary>
internal static class VisitPlanCommand
{
    public static Command Create() => new Command("visits", "Visits of technicians at customers.").With(Plan());

    private static Command Plan()
    {
        var file = new Argument<string>("FILE") { Description = "Visits, windows and technicians in Solomon's format; - reads what is piped in." };
        var iterations = new Option<int?>("--iterations") { Description = "How many times to tear up a part of the plan and put it together anew." };
        var seed = new Option<int>("--seed") { Description = "Where chance begins.", DefaultValueFactory = _ => 1 };
        return new Command("plan", "Plan tours: nobody comes late, few technicians, little travel.").With(file, iterations, seed).Does((run, token) =>
        {
            var (visits, technicians) = SolomonFile.Read(TextSource.Of(run.Get(file)));
            var wanted = run.Get(iterations);
            if (wanted is < 1)
            {
                throw CommandFailure.Usage("--iterations: at least 1 was expected.");
            }

            var plan = VisitPlanner.Plan(visits, technicians, new VisitPlanOptions { Iterations = wanted, Seed = run.Get(seed) }, token);
            var latest = visits.ToDictionary(v => v.Key, v => v.Latest, StringComparer.Ordinal);
            run.Output.Write(
                new
                {
                    Technicians = plan.Tours.Count,
                    Distance = plan.Travel,
                    Routes = plan.Tours.Select(t => t.Stops.Select(s => int.Parse(s.Visit, System.Globalization.CultureInfo.InvariantCulture))),
                    Late = plan.Tours.Sum(t => t.Stops.Count(s => s.BeginsAt > latest[s.Visit])),
                    plan.Unplanned,
                },
                report => report
                    .Fields([("Technicians", plan.Tours.Count), ("Distance", plan.Travel), ("Without a technician", plan.Unplanned.Count)])
                    .Table(
                        ["Technician", "Visits", "Distance", "Back at", "Order"],
                        plan.Tours.Select(t => new object?[] { t.Technician, t.Stops.Count, t.Travel, t.BackAt, string.Join(' ', t.Stops.Select(s => s.Visit)) })));
            return Task.CompletedTask;
        });
    }
}
