namespace Crm.Domain.Service;

/// <summary>Looks for a plan that leaves out what costs least, then needs the fewest technicians, then the least travel.</summary>
internal sealed class PlanSearch(PlanModel model, Random chance, int iterations, CancellationToken cancellationToken)
{
    private const double HottestShare = 1.0;
    private const double ColdestShare = 0.01;

    private readonly RuinAndRecreate _moves = new(model, chance);
    private readonly PlanState _current = new(model);
    private readonly PlanState _trial = new(model);
    private readonly PlanState _best = new(model);
    private readonly int[] _absences = new int[model.Count];
    private int _stamp;

    public PlanState Run()
    {
        _best.Absent.AddRange(Enumerable.Range(0, model.Count));
        _moves.Recreate(_best, model.Crews.Sum(c => c.Length), ++_stamp);
        _best.Tidy();
        var lessForFleet = iterations / 4;
        PlanWhatIsAbsent(lessForFleet / 2);
        SaveTechnicians(lessForFleet);
        ShortenTravel(iterations - lessForFleet);
        return _best;
    }

    // Some visit found no place at first: shift the others about, or leave others out that cost less.
    private void PlanWhatIsAbsent(int rounds)
    {
        _current.CopyFrom(_best);
        for (var i = 0; i < rounds && _best.Absent.Count > 0 && !cancellationToken.IsCancellationRequested; i++)
        {
            if (Try(model.Crews.Sum(c => c.Length)) && _current.Penalty < _best.Penalty)
            {
                _best.CopyFrom(_current);
            }
        }
    }

    // Dissolve the route whose visits were the least trouble so far, until its visits find no place in the others.
    private void SaveTechnicians(int rounds)
    {
        Array.Clear(_absences);
        _current.CopyFrom(_best);
        for (var i = 0; i < rounds && !cancellationToken.IsCancellationRequested; i++)
        {
            if (_current.Penalty <= _best.Penalty)
            {
                _best.CopyFrom(_current);
                if (_best.Routes.Count <= 1)
                {
                    return;
                }

                _current.RemoveRoute(Enumerable.Range(0, _current.Routes.Count).MinBy(r => (_current.Routes[r].Visits.Sum(v => _absences[v]), r)));
            }

            Try(_current.Routes.Count);
        }
    }

    // A trial is taken when what is absent costs less or was less trouble so far, or costs as much and travel is not much longer.
    private bool Try(int mostRoutes)
    {
        Move(mostRoutes);
        var (trial, current) = (_trial.Penalty, _current.Penalty);
        var taken = trial < current
            || _trial.Absent.Sum(v => _absences[v]) < _current.Absent.Sum(v => _absences[v])
            || (trial == current && _trial.Travel < _current.Travel - (Heat(_current) * ColdestShare * Math.Log(1 - chance.NextDouble())));
        foreach (var visit in _trial.Absent)
        {
            _absences[visit]++;
        }

        if (taken)
        {
            _current.CopyFrom(_trial);
        }

        return taken;
    }

    private void ShortenTravel(int rounds)
    {
        _current.CopyFrom(_best);
        var (travel, bestTravel) = (_best.Travel, _best.Travel);
        var (mostRoutes, penalty) = (_best.Routes.Count, _best.Penalty);
        var heat = Heat(_best) * HottestShare;
        var cooling = Math.Pow(ColdestShare / HottestShare, 1.0 / Math.Max(1, rounds));
        for (var i = 0; i < rounds && !cancellationToken.IsCancellationRequested; i++, heat *= cooling)
        {
            Move(mostRoutes);
            var (trial, left) = (_trial.Travel, _trial.Penalty);
            if (left > penalty || (left == penalty && trial >= travel - (heat * Math.Log(1 - chance.NextDouble()))))
            {
                continue;
            }

            _current.CopyFrom(_trial);
            travel = trial;
            if (left < penalty || trial < bestTravel)
            {
                _best.CopyFrom(_trial);
                (bestTravel, penalty) = (trial, left);
            }
        }
    }

    private void Move(int mostRoutes)
    {
        _trial.CopyFrom(_current);
        _moves.Ruin(_trial, ++_stamp);
        _moves.Recreate(_trial, mostRoutes, _stamp);
        _trial.Tidy();
    }

    // The mean leg of the plan: what counts as much or little travel here.
    private double Heat(PlanState state) => state.Travel / Math.Max(1, model.Count + state.Routes.Count);
}
