namespace Crm.Domain.Service;

/// <summary>
/// Slack induction by string removals (J. Christiaens, G. Vanden Berghe, Transportation Science 54(2), 2020): strings of visits
/// that lie near one another are taken out of their routes, and put back where each costs least, now and then blind to a place.
/// </summary>
internal sealed class RuinAndRecreate(PlanModel model, Random chance)
{
    private const double MeanRemoved = 10;
    private const int LongestString = 10;
    private const double SplitChance = 0.5;
    private const double SplitGrowth = 0.01;
    private const double BlinkChance = 0.01;

    private readonly List<int> _removed = [];
    private readonly HashSet<int> _ruined = [];
    private readonly double[] _order = new double[model.Count];

    /// <summary>Takes strings of visits out; they are absent then.</summary>
    public void Ruin(PlanState state, int trial)
    {
        var planned = model.Count - state.Absent.Count;
        if (planned == 0)
        {
            return;
        }

        var longest = Math.Min(LongestString, (double)planned / state.Routes.Count);
        var most = (4 * MeanRemoved / (1 + longest)) - 1;
        var strings = (int)Math.Floor((chance.NextDouble() * most) + 1);
        _ruined.Clear();
        foreach (var visit in model.Near[chance.Next(model.Count)])
        {
            if (_ruined.Count >= strings)
            {
                break;
            }

            if (state.RouteOf[visit] is >= 0 and var index && _ruined.Add(index))
            {
                RemoveString(state, index, visit, longest, trial);
            }
        }
    }

    /// <summary>Puts absent visits where they cost least; new routes open while there are fewer than allowed.</summary>
    public void Recreate(PlanState state, int mostRoutes, int trial)
    {
        SortAbsent(state);
        for (var i = 0; i < state.Absent.Count;)
        {
            var visit = state.Absent[i];
            var (route, place) = Cheapest(state, visit);
            if (route < 0 && (route = Open(state, visit, mostRoutes, trial)) < 0)
            {
                i++;
                continue;
            }

            state.Own(route, trial).Insert(visit, place);
            state.RouteOf[visit] = route;
            state.Absent.RemoveAt(i);
        }
    }

    private void RemoveString(PlanState state, int index, int visit, double longest, int trial)
    {
        var route = state.Own(index, trial);
        var count = route.Visits.Count;
        var length = (int)Math.Floor((chance.NextDouble() * Math.Min(count, longest)) + 1);
        length = Math.Min(length, count);
        var kept = 0;
        if (length > 1 && length < count && chance.NextDouble() < SplitChance)
        {
            kept = 1;
            while (length + kept < count && chance.NextDouble() <= SplitGrowth)
            {
                kept++;
            }
        }

        var whole = length + kept;
        var at = route.Visits.IndexOf(visit);
        var first = Math.Max(0, at - whole + 1);
        var from = first + chance.Next(Math.Min(at, count - whole) - first + 1);
        _removed.Clear();
        route.Remove(from, whole, from + (kept == 0 ? 0 : chance.Next(length + 1)), kept, _removed);
        if (!route.IsInTime)
        {
            route.Remove(0, route.Visits.Count, 0, 0, _removed);
        }

        foreach (var gone in _removed)
        {
            state.RouteOf[gone] = -1;
            state.Absent.Add(gone);
        }
    }

    private void SortAbsent(PlanState state)
    {
        var kind = chance.Next(17);
        foreach (var visit in state.Absent)
        {
            _order[visit] = kind switch
            {
                < 4 => chance.NextDouble(),
                < 8 => -model.Load[visit],
                < 10 => -model.Out(0, visit),
                < 11 => model.Out(0, visit),
                < 13 => model.Latest[visit] - model.Earliest[visit],
                < 15 => model.Earliest[visit],
                _ => -model.Latest[visit],
            };
        }

        // What costs more to leave out chooses first.
        state.Absent.Sort((a, b) => model.Penalty[b].CompareTo(model.Penalty[a]) is var p and not 0 ? p
            : _order[a].CompareTo(_order[b]) is var c and not 0 ? c
            : a.CompareTo(b));
    }

    private (int Route, int Place) Cheapest(PlanState state, int visit)
    {
        var (best, bestRoute, bestPlace) = (double.PositiveInfinity, -1, 0);
        for (var r = 0; r < state.Routes.Count; r++)
        {
            var route = state.Routes[r];
            if (!route.Takes(visit))
            {
                continue;
            }

            for (var place = 0; place <= route.Visits.Count; place++)
            {
                var cost = route.CostOf(visit, place);
                if (cost < best && chance.NextDouble() >= BlinkChance)
                {
                    (best, bestRoute, bestPlace) = (cost, r, place);
                }
            }
        }

        return (bestRoute, bestPlace);
    }

    private int Open(PlanState state, int visit, int mostRoutes, int trial)
    {
        if (state.Routes.Count >= mostRoutes)
        {
            return -1;
        }

        var (best, bestCrew) = (double.PositiveInfinity, -1);
        for (var crew = 0; crew < model.Crews.Length; crew++)
        {
            var route = PlanRoute.New(model, crew, trial);
            if (state.Free(crew) > 0 && route.Takes(visit) && route.CostOf(visit, 0) is var cost && cost < best)
            {
                (best, bestCrew) = (cost, crew);
            }
        }

        if (bestCrew < 0)
        {
            return -1;
        }

        state.Routes.Add(PlanRoute.New(model, bestCrew, trial));
        return state.Routes.Count - 1;
    }
}
