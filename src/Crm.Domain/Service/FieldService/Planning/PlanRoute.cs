namespace Crm.Domain.Service;

/// <summary>The visits of one technician with what makes an insertion a matter of two additions: when each begins at the earliest and may begin at the latest.</summary>
internal sealed class PlanRoute(PlanModel model, int crew)
{
    private const double Rounding = 1e-6;

    private double[] _begins = [];
    private double[] _latest = [];

    public int Crew => crew;

    public List<int> Visits { get; private init; } = [];

    public double Travel { get; private set; }

    public double Load { get; private set; }

    /// <summary>Whether nobody comes late. Taking a visit out makes others late where a detour is the shorter way.</summary>
    public bool IsInTime { get; private set; }

    /// <summary>The trial that may change it; others copy it first.</summary>
    public int Owner { get; private init; }

    public PlanRoute CopyFor(int owner)
    {
        var copy = new PlanRoute(model, crew) { Visits = [.. Visits], Owner = owner };
        copy.Update();
        return copy;
    }

    public static PlanRoute New(PlanModel model, int crew, int owner) => new(model, crew) { Owner = owner };

    /// <summary>What travel grows by with a visit before the one at a place; NaN where that would make somebody late.</summary>
    public double CostOf(int visit, int place)
    {
        var lead = model.Leads[crew];
        var isFirst = place == 0;
        var isLast = place == Visits.Count;
        var there = isFirst ? model.Out(crew, visit) : model.Travel(Visits[place - 1], visit);
        var begins = Math.Max(model.Earliest[visit], (isFirst ? lead.From : _begins[place - 1] + model.Duration[Visits[place - 1]]) + there);
        if (begins > model.Latest[visit])
        {
            return double.NaN;
        }

        var on = isLast ? model.Back(crew, visit) : model.Travel(visit, Visits[place]);
        if (begins + model.Duration[visit] + on > (isLast ? lead.Until : _latest[place]))
        {
            return double.NaN;
        }

        var direct = Visits.Count == 0 ? 0
            : isFirst ? model.Out(crew, Visits[0])
            : isLast ? model.Back(crew, Visits[^1])
            : model.Travel(Visits[place - 1], Visits[place]);
        return there + on - direct;
    }

    public bool Takes(int visit) => model.IsAble(crew, visit) && Load + model.Load[visit] <= model.Leads[crew].Capacity;

    public void Insert(int visit, int place)
    {
        Visits.Insert(place, visit);
        Update();
    }

    public void Remove(int from, int count, int keepFrom, int kept, List<int> removed)
    {
        for (var i = from + count - 1; i >= from; i--)
        {
            if (i < keepFrom || i >= keepFrom + kept)
            {
                removed.Add(Visits[i]);
                Visits.RemoveAt(i);
            }
        }

        Update();
    }

    public IEnumerable<(int Visit, double Arrives, double Begins)> Stops()
    {
        var at = model.Leads[crew].From;
        for (var i = 0; i < Visits.Count; i++)
        {
            var arrives = at + (i == 0 ? model.Out(crew, Visits[0]) : model.Travel(Visits[i - 1], Visits[i]));
            at = _begins[i] + model.Duration[Visits[i]];
            yield return (Visits[i], arrives, _begins[i]);
        }
    }

    private void Update()
    {
        if (_begins.Length < Visits.Count)
        {
            Array.Resize(ref _begins, Visits.Count + 8);
            Array.Resize(ref _latest, Visits.Count + 8);
        }

        (Travel, Load, IsInTime) = (0, 0, true);
        var at = model.Leads[crew].From;
        for (var i = 0; i < Visits.Count; i++)
        {
            var visit = Visits[i];
            var there = i == 0 ? model.Out(crew, Visits[0]) : model.Travel(Visits[i - 1], Visits[i]);
            _begins[i] = Math.Max(model.Earliest[visit], at + there);
            IsInTime &= _begins[i] <= model.Latest[visit] + Rounding;
            at = _begins[i] + model.Duration[visit];
            Travel += there;
            Load += model.Load[visit];
        }

        Travel += Visits.Count == 0 ? 0 : model.Back(crew, Visits[^1]);
        var by = model.Leads[crew].Until;
        IsInTime &= double.IsFinite(Travel) && (Visits.Count == 0 || at + model.Back(crew, Visits[^1]) <= by + Rounding);
        for (var i = Visits.Count - 1; i >= 0; i--)
        {
            var visit = Visits[i];
            var on = i == Visits.Count - 1 ? model.Back(crew, Visits[i]) : model.Travel(Visits[i], Visits[i + 1]);
            by = _latest[i] = Math.Min(model.Latest[visit], by - on - model.Duration[visit]);
        }
    }
}
