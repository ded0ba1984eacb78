using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

/// <summary>A record as plain values: field to values, and relation to facts, each of which is such a record. Made by <see cref="CriteriaRecords"/>.</summary>
public sealed class CriteriaRecord
{
    /// <summary>Name of the member that holds the time of a fact.</summary>
    internal const string Time = "at";

    private readonly Dictionary<string, IReadOnlyList<object>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CriteriaRecord>> _facts = new(StringComparer.Ordinal);

    internal CriteriaRecord(string id) => Id = id;

    /// <summary>What the caller calls it.</summary>
    public string Id { get; }

    internal void Set(string field, IReadOnlyList<object> values) => _values[field] = values;

    internal void Add(string relation, CriteriaRecord fact)
    {
        if (!_facts.TryGetValue(relation, out var facts))
        {
            _facts.Add(relation, facts = []);
        }

        facts.Add(fact);
    }

    internal static Expression<Func<CriteriaRecord, TValue>> One<TValue>(string field) => record => (TValue)record.First(field)!;

    internal static Expression<Func<CriteriaRecord, IEnumerable<TValue>>> Several<TValue>(string field) => record => record.All(field).Cast<TValue>();

    internal static Expression<Func<CriteriaRecord, IEnumerable<CriteriaRecord>>> FactsOf(string relation) => record => record.Facts(relation);

    internal object? First(string field) => _values.TryGetValue(field, out var values) && values.Count > 0 ? values[0] : null;

    internal IReadOnlyList<object> All(string field) => _values.GetValueOrDefault(field, []);

    internal IReadOnlyList<CriteriaRecord> Facts(string relation) => _facts.TryGetValue(relation, out var facts) ? facts : [];
}
