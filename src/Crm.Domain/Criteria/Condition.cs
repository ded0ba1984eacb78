namespace Crm.Domain.Criteria;

/// <summary>One condition on one field.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Operator">Name of the operator; see <see cref="CriteriaOperators"/>.</param>
/// <param name="Value">What to compare with: a text (also for days, instants and choices), a decimal number, true or false, or a list of
/// these; null for operators that compare with nothing.</param>
public sealed record Condition(string Field, string Operator, object? Value = null) : Criterion
{
    /// <summary>For fields over related facts: only facts of so many days before the moment of evaluation, up to that moment.</summary>
    /// <value>Null by default: all facts up to the moment.</value>
    public int? Days { get; init; }

    /// <summary>For fields over related facts: only facts for which this holds.</summary>
    /// <value>Null by default: all of them.</value>
    public Criterion? Where { get; init; }

    /// <inheritdoc />
    public bool Equals(Condition? other) => base.Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}
