namespace Crm.Domain.Service;

/// <summary>
/// Plans the tours of technicians: every visit in its window, by somebody who has the skills. What is left out costs
/// as little as can be, then the fewest technicians go, then with the least travel. A pure function: the same visits, technicians, options and seed give the same plan.
/// </summary>
public static class VisitPlanner
{
    private const int MostVisits = 5_000;

    /// <summary>Plans tours.</summary>
    /// <param name="visits">What has to be visited; at most 5,000.</param>
    /// <param name="technicians">Who can go.</param>
    /// <param name="options">How hard to look; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the search early: the best plan so far is returned.</param>
    /// <returns>The plan; visits that nobody can make, or for which no place was found, are named in it.</returns>
    /// <remarks>By ruin and recreate (Christiaens and Vanden Berghe 2020): the optimum is not promised, but known best plans of
    /// benchmark instances of a hundred visits are usually met or missed by less than one per cent.</remarks>
    /// <exception cref="ArgumentException">Keys are not unique, a number is not one, a window or shift ends before it begins, or
    /// there are too many visits.</exception>
    public static VisitPlan Plan(
        IReadOnlyList<VisitToPlan> visits, IReadOnlyList<TechnicianToPlan> technicians, VisitPlanOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visits);
        ArgumentNullException.ThrowIfNull(technicians);
        options ??= new VisitPlanOptions();
        Check(visits, technicians, options);
        if (visits.Count == 0 || technicians.Count == 0)
        {
            return new VisitPlan([], [.. visits.Select(v => v.Key)], 0);
        }

        var model = new PlanModel(visits, technicians, options.Travel);
        var search = new PlanSearch(model, new Random(options.Seed), options.Iterations ?? Math.Clamp(600 * visits.Count, 20_000, 120_000), cancellationToken);
        return Told(model, technicians, search.Run());
    }

    private static VisitPlan Told(PlanModel model, IReadOnlyList<TechnicianToPlan> technicians, PlanState state)
    {
        var free = model.Crews.Select(c => new Queue<int>(c)).ToArray();
        var tours = state.Routes.OrderBy(r => r.Crew).ThenBy(r => r.Visits[0]).Select(r => (Technician: free[r.Crew].Dequeue(), Route: r)).OrderBy(t => t.Technician)
            .Select(t =>
            {
                VisitStop[] stops = [.. t.Route.Stops().Select(s => new VisitStop(model.Visits[s.Visit].Key, s.Arrives, s.Begins, s.Begins + model.Visits[s.Visit].Duration))];
                return new VisitTour(technicians[t.Technician].Key, stops, t.Route.Travel, stops[^1].LeavesAt + model.Back(t.Route.Crew, t.Route.Visits[^1]));
            });
        return new VisitPlan([.. tours], [.. state.Absent.Order().Select(v => model.Visits[v].Key)], state.Travel);
    }

    private static void Check(IReadOnlyList<VisitToPlan> visits, IReadOnlyList<TechnicianToPlan> technicians, VisitPlanOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Travel, nameof(options));
        if (options.Iterations is < 1)
        {
            throw new ArgumentException("At least one iteration was expected.", nameof(options));
        }

        if (visits.Count > MostVisits || visits.DistinctBy(v => v.Key, StringComparer.Ordinal).Count() < visits.Count
            || visits.Any(v => !IsPlace(v.Place) || !(v.Earliest <= v.Latest) || !(v.Duration >= 0) || !double.IsFinite(v.Duration) || !(v.Load >= 0) || !double.IsFinite(v.Load) || v.Penalty is < 1 or > VisitToPlan.MaxPenalty))
        {
            throw new ArgumentException($"At most {MostVisits} visits with keys of their own, windows that end after they begin, and durations and loads of zero or more, and penalties of 1 or more were expected.", nameof(visits));
        }

        if (technicians.DistinctBy(t => t.Key, StringComparer.Ordinal).Count() < technicians.Count
            || technicians.Any(t => !IsPlace(t.Start) || (t.End is { } end && !IsPlace(end)) || !double.IsFinite(t.From) || !(t.From <= t.Until) || !(t.Capacity >= 0)))
        {
            throw new ArgumentException("Technicians with keys of their own, shifts that end after they begin, and capacities of zero or more were expected.", nameof(technicians));
        }
    }

    private static bool IsPlace(PlanPoint point) => double.IsFinite(point.X) && double.IsFinite(point.Y);
}
