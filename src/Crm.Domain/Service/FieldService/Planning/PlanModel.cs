namespace Crm.Domain.Service;

/// <summary>Visits and technicians as numbers. Technicians who are alike in everything form a crew.</summary>
internal sealed class PlanModel
{
    private readonly double[] _between;
    private readonly double[] _out;
    private readonly double[] _back;
    private readonly bool[] _able;

    public PlanModel(IReadOnlyList<VisitToPlan> visits, IReadOnlyList<TechnicianToPlan> technicians, VisitTravel travel)
    {
        Visits = visits;
        Count = visits.Count;
        Crews = [.. technicians.Select((t, i) => (t, i)).GroupBy(x => Traits(x.t)).Select(g => g.Select(x => x.i).ToArray())];
        (Earliest, Latest) = ([.. visits.Select(v => v.Earliest)], [.. visits.Select(v => v.Latest)]);
        (Duration, Load) = ([.. visits.Select(v => v.Duration)], [.. visits.Select(v => v.Load)]);
        Penalty = [.. visits.Select(v => v.Penalty)];
        Leads = [.. Crews.Select(c => technicians[c[0]])];
        _between = new double[Count * Count];
        (_out, _back, _able) = (new double[Crews.Length * Count], new double[Crews.Length * Count], new bool[Crews.Length * Count]);
        for (var from = 0; from < Count; from++)
        {
            for (var to = 0; to < Count; to++)
            {
                _between[(from * Count) + to] = from == to ? 0 : Checked(travel(visits[from].Place, visits[to].Place));
            }

            for (var crew = 0; crew < Crews.Length; crew++)
            {
                var lead = Leads[crew];
                _out[(crew * Count) + from] = Checked(travel(lead.Start, visits[from].Place));
                _back[(crew * Count) + from] = Checked(travel(visits[from].Place, lead.End ?? lead.Start));
                _able[(crew * Count) + from] = visits[from].Skills.All(s => lead.Skills.TryGetValue(s.Key, out var level) && level >= s.Value);
            }
        }

        Near = [.. Enumerable.Range(0, Count).Select(v => Enumerable.Range(0, Count).OrderBy(o => Travel(v, o)).ThenBy(o => o).ToArray())];
    }

    public IReadOnlyList<VisitToPlan> Visits { get; }

    public int Count { get; }

    public double[] Earliest { get; }

    public double[] Latest { get; }

    public double[] Duration { get; }

    public double[] Load { get; }

    public long[] Penalty { get; }

    /// <summary>The technicians of each crew, by their place in the list that was given.</summary>
    public int[][] Crews { get; }

    public TechnicianToPlan[] Leads { get; }

    /// <summary>For each visit all visits, the nearest first, beginning with itself.</summary>
    public int[][] Near { get; }

    public double Travel(int from, int to) => _between[(from * Count) + to];

    public double Out(int crew, int visit) => _out[(crew * Count) + visit];

    public double Back(int crew, int visit) => _back[(crew * Count) + visit];

    public bool IsAble(int crew, int visit) => _able[(crew * Count) + visit];

    private static string Traits(TechnicianToPlan t) => FormattableString.Invariant(
        $"{t.Start}|{t.End}|{t.From:R}|{t.Until:R}|{t.Capacity:R}|{string.Join(';', t.Skills.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => FormattableString.Invariant($"{s.Key}={s.Value}")))}");

    private static double Checked(double travel) => travel >= 0
        ? travel
        : throw new ArgumentException("Travel takes zero or more.", nameof(travel));
}
