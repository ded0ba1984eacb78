namespace Crm.Domain.Customers;

/// <summary>
/// Finds records of one customer among many, without examples: records that share a key are compared field by field, each level
/// of agreement weighs by how much likelier it is for one customer than for two (Fellegi and Sunter, "A Theory for Record Linkage",
/// 1969), and the sum is held against other explanations, such as a family at one address. Pure: no clock, no database; the
/// same records give the same answer at any degree of parallelism.
/// </summary>
public sealed class DuplicateMatcher
{
    private readonly DuplicateRules _rules;

    /// <summary>Makes a matcher of rules.</summary>
    /// <param name="rules">The rules; <see cref="DuplicateRules.Default"/> where null.</param>
    /// <exception cref="ArgumentException">A rule has a value that <see cref="DuplicateRules.Parse"/> would refuse.</exception>
    public DuplicateMatcher(DuplicateRules? rules = null)
    {
        _rules = rules ?? DuplicateRules.Default;
        var wrong = Array.Find(DuplicateRuleMember.All, m => !m.Allows(m.Get(_rules)))?.Name ?? (_rules.Review > _rules.Auto ? "auto" : null);
        if (wrong is not null || _rules.Fields.Values.Any(f => !f.IsValid))
        {
            throw new ArgumentException($"The rule {wrong ?? "fields"} is not within its limits.", nameof(rules));
        }
    }

    /// <summary>Finds duplicates within one set of records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="maxDegreeOfParallelism">Threads; 0 for one per processor. The answer does not depend on it.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The pairs, with <c>Left</c> before <c>Right</c>.</returns>
    public DuplicateMatches FindWithin(IReadOnlyList<DuplicateRecord> records, int maxDegreeOfParallelism = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new MatchRun(_rules, RecordReading.Read(records, null), maxDegreeOfParallelism, cancellationToken).Find();
    }

    /// <summary>Finds records of one set that are of the same customer as a record of another.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other; duplicates within a set are not looked for.</param>
    /// <param name="maxDegreeOfParallelism">Threads; 0 for one per processor. The answer does not depend on it.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The pairs.</returns>
    public DuplicateMatches FindBetween(
        IReadOnlyList<DuplicateRecord> left, IReadOnlyList<DuplicateRecord> right, int maxDegreeOfParallelism = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new MatchRun(_rules, RecordReading.Read(left, right), maxDegreeOfParallelism, cancellationToken).Find();
    }

    /// <summary>
    /// Compares one record with others by the rules alone: nothing is learned, and values are as frequent as the rules expect in
    /// <see cref="DuplicateRules.Population"/> customers.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="others">Those it is compared with, each of them.</param>
    /// <returns>The pairs from <see cref="DuplicateRules.Review"/> on, likeliest first; <c>Left</c> is 0, <c>Right</c> a position in <paramref name="others"/>.</returns>
    public IReadOnlyList<DuplicateMatch> Compare(DuplicateRecord record, IReadOnlyList<DuplicateRecord> others)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(others);
        var table = RecordReading.Read([record], others);
        double population = _rules.Population;
        var model = RuleReading.ModelOf(_rules, population, population * (population - 1) / 2, LocalityOf(_rules));
        var scorer = new PairScorer(
            new PairComparer(table, RuleReading.UsedBy(_rules), remembers: false), new ValueFrequencies(table, RuleReading.FrequenciesOf(_rules), counted: false), model, _rules);
        return [.. Enumerable.Range(1, others.Count).Select(i => scorer.Match(0, i, 1)).OfType<DuplicateMatch>().OrderByDescending(m => m.Score).ThenBy(m => m.Right)];
    }

    private static double LocalityOf(DuplicateRules rules) =>
        Math.Max(rules.Fields.GetValueOrDefault(DuplicateFields.Place)?.Frequency ?? 0, rules.Fields.GetValueOrDefault(DuplicateFields.Postcode)?.Frequency ?? 0);
}
