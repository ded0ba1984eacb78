using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Counts what a reassignment moves.</summary>
internal sealed class TerritoryTally(int mostMoves)
{
    private readonly Dictionary<(TerritoryId? From, TerritoryId To), (int Leads, int Deals)> _flows = [];
    private readonly List<TerritoryMove> _moves = [];
    private int _leads;
    private int _deals;
    private int _without;

    public TerritoryPlan Plan => new(
        _leads, _deals, _without, [.. _flows.Select(f => new TerritoryFlow(f.Key.From, f.Key.To, f.Value.Leads, f.Value.Deals)).OrderByDescending(f => f.Leads + f.Deals).ThenBy(f => f.ToId.Value)], _moves);

    public void Add(TerritoryTally other)
    {
        (_leads, _deals, _without) = (_leads + other._leads, _deals + other._deals, _without + other._without);
        foreach (var (key, count) in other._flows)
        {
            var before = _flows.GetValueOrDefault(key);
            _flows[key] = (before.Leads + count.Leads, before.Deals + count.Deals);
        }

        _moves.AddRange(other._moves.Take(Math.Max(0, mostMoves - _moves.Count)));
    }

    public void Read(bool isLead, bool isTaken) => (_leads, _deals, _without) = (_leads + (isLead ? 1 : 0), _deals + (isLead ? 0 : 1), _without + (isTaken ? 0 : 1));

    public void Move(TerritoryMove move)
    {
        var (key, isLead) = ((move.FromId, move.ToId), move.Record.Kind == SubjectKinds.Lead);
        var before = _flows.GetValueOrDefault(key);
        _flows[key] = (before.Leads + (isLead ? 1 : 0), before.Deals + (isLead ? 0 : 1));
        if (_moves.Count < mostMoves)
        {
            _moves.Add(move);
        }
    }
}
