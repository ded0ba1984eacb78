namespace Crm.Domain.Service;

/// <summary>A plan while it is searched for: its routes, and the visits that are in none.</summary>
internal sealed class PlanState(PlanModel model)
{
    public List<PlanRoute> Routes { get; } = [];

    public List<int> Absent { get; } = [];

    /// <summary>The route of each visit by its place; -1 for absent ones.</summary>
    public int[] RouteOf { get; } = Enumerable.Repeat(-1, model.Count).ToArray();

    /// <summary>What it costs that visits are absent; whole numbers, so that sums do not depend on their order.</summary>
    public long Penalty => Absent.Sum(v => model.Penalty[v]);

    public double Travel => Routes.Sum(r => r.Travel);

    public void CopyFrom(PlanState other)
    {
        Routes.Clear();
        Routes.AddRange(other.Routes);
        Absent.Clear();
        Absent.AddRange(other.Absent);
        other.RouteOf.CopyTo(RouteOf, 0);
    }

    /// <summary>A route that the trial may change.</summary>
    public PlanRoute Own(int index, int trial)
    {
        var route = Routes[index];
        return route.Owner == trial ? route : Routes[index] = route.CopyFor(trial);
    }

    /// <summary>Takes empty routes away.</summary>
    public void Tidy()
    {
        for (var i = Routes.Count - 1; i >= 0; i--)
        {
            if (Routes[i].Visits.Count == 0)
            {
                RemoveRoute(i);
            }
        }
    }

    /// <summary>Takes a route away; its visits become absent.</summary>
    public void RemoveRoute(int index)
    {
        foreach (var visit in Routes[index].Visits)
        {
            Absent.Add(visit);
            RouteOf[visit] = -1;
        }

        Routes[index] = Routes[^1];
        Routes.RemoveAt(Routes.Count - 1);
        if (index < Routes.Count)
        {
            foreach (var visit in Routes[index].Visits)
            {
                RouteOf[visit] = index;
            }
        }
    }

    /// <summary>How many of a crew are without a route.</summary>
    public int Free(int crew) => model.Crews[crew].Length - Routes.Count(r => r.Crew == crew);
}
